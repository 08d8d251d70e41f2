"""Lists of phrases found in the words of a sentence, all at once and in linear time.

How a phrase is written stands in `pattern`. Each is filed under words of which a sentence must
hold one, so that most phrases cost nothing on most sentences.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from entregent.domain.text import fold
from entregent.locale.pattern import Group, Node, Phrase, Word

_COMMON = 25
"""How much worse a word that most sentences hold finds a phrase than one that few do."""


class Phrasebook:
    """Named lists of phrases, looked for together."""

    def __init__(self, lists: Mapping[str, Iterable[str]], common: frozenset[str]) -> None:
        """Take the lists; `common` are words that nearly every sentence holds.

        Raises PhraseError on a phrase that is not written as phrases are.
        """
        self._by_word: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
        self._by_head: dict[str, list[tuple[str, Phrase]]] = defaultdict(list)
        self._always: list[tuple[str, Phrase]] = []
        for name, phrases in lists.items():
            for source in phrases:
                self._file(name, Phrase(source), common)
        self._lengths = sorted({len(head) for head in self._by_head})

    def _file(self, name: str, phrase: Phrase, common: frozenset[str]) -> None:
        found = _anchor(phrase.nodes, common)
        if found is None:
            self._always.append((name, phrase))
            return
        for word in found.words:
            self._by_word[word].append((name, phrase))
        for head in found.heads:
            self._by_head[head].append((name, phrase))

    def find(self, said: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Return by list where its phrases stand, as places between the folded words `said`."""
        where: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(said):
            where[word].append(at)
        found: dict[str, list[tuple[int, int]]] = {}
        for name, phrase in self._candidates(where):
            spans = list(_spans(phrase, said, where))
            if spans:
                found.setdefault(name, []).extend(spans)
        return found

    def _candidates(self, words: Iterable[str]) -> Iterator[tuple[str, Phrase]]:
        yield from self._always
        seen: set[int] = set()
        for word in words:
            for entry in self._filed(word):
                if id(entry[1]) not in seen:
                    seen.add(id(entry[1]))
                    yield entry

    def _filed(self, word: str) -> Iterator[tuple[str, Phrase]]:
        yield from self._by_word.get(word, ())
        for length in self._lengths:
            if length > len(word):
                break
            yield from self._by_head.get(word[:length], ())


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text, folded, with where each begins and ends.

    A letter drawn out ("merciiii") is one letter.
    """
    return [(_folded(found[0]), found.start(), found.end()) for found in _WORDS.finditer(text)]


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return _DRAWN_OUT.sub(r"\1", fold(word))


_WORDS = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


def _spans(
    phrase: Phrase, said: Sequence[str], where: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    starts = phrase.starts(where)
    after = 0
    for start in range(len(said)) if starts is None else starts:
        if start >= after:
            end = phrase.ends(said, start)
            if end is not None and end > start:
                yield start, end
                after = end


class _Anchor(NamedTuple):
    """Words, or beginnings of words, of which a sentence must hold one.

    `cost` is how many sentences they let through.
    """

    cost: int
    words: frozenset[str]
    heads: frozenset[str]


def _anchor(nodes: tuple[Node, ...], common: frozenset[str]) -> _Anchor | None:
    found = (_node_anchor(node, common) for node in nodes)
    return min((one for one in found if one is not None), key=lambda one: one.cost, default=None)


def _node_anchor(node: Node, common: frozenset[str]) -> _Anchor | None:
    match node:
        case Word() if not node.tails:
            cost = sum(_COMMON if word in common else 1 for word in node.words)
            return _Anchor(cost + len(node.heads), node.words, frozenset(node.heads))
        case Group():
            parts = [_anchor(choice, common) for choice in node.choices]
            known = [part for part in parts if part is not None]
            if len(known) < len(parts):
                return None
            return _Anchor(
                sum(part.cost for part in known),
                frozenset().union(*(part.words for part in known)),
                frozenset().union(*(part.heads for part in known)),
            )
        case _:
            return None
