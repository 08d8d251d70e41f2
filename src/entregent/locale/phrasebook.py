"""Lists of phrases found in the words of a sentence, all at once and in linear time.

How a phrase is written stands in `pattern`. Each is filed under words of which a sentence must
hold one, so that most phrases cost nothing on most sentences.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from entregent.domain.text import fold
from entregent.locale.pattern import Group, Node, Phrase, Word

_COMMON = 25
"""How much worse a word that most sentences hold finds a phrase than one that few do."""
_TELLING = 3
"""Words of fewer letters stand in most sentences."""


class Phrasebook:
    """Named lists of phrases, looked for together."""

    def __init__(self, lists: Mapping[str, Iterable[str]], common: frozenset[str]) -> None:
        """Take the lists; `common` are words that nearly every sentence holds.

        A phrase is read when a sentence may hold it; PhraseError is raised then.
        """
        self._by_word: dict[str, list[_Entry]] = defaultdict(list)
        self._by_head: dict[str, list[_Entry]] = defaultdict(list)
        self._always: list[_Entry] = []
        for name, phrases in lists.items():
            for source in phrases:
                self._file(name, Phrase(source), common)
        self._lengths = sorted({len(head) for head in self._by_head})
        self._filed = lru_cache(maxsize=8192)(self._under)

    def _file(self, name: str, phrase: Phrase, common: frozenset[str]) -> None:
        needs = list(phrase.needs())
        found = _best(_word_anchor(need, common) for need in needs) or _anchor(phrase.nodes, common)
        others = (need.words for need in needs if not need.heads)
        if found is None:
            self._always.append(_Entry(name, phrase, ()))
            return
        rest = tuple(words for words in others if words is not found.words)
        entry = _Entry(name, phrase, rest)
        for word in found.words:
            self._by_word[word].append(entry)
        for head in found.heads:
            self._by_head[head].append(entry)

    def find(self, said: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Return by list where its phrases stand, as places between the folded words `said`."""
        where: dict[str, list[int]] = defaultdict(list)
        for at, word in enumerate(said):
            where[word].append(at)
        found: dict[str, list[tuple[int, int]]] = {}
        held = frozenset(where)
        for name, phrase, _ in self._candidates(where, held):
            starts = phrase.starts(where, held)
            if starts and (spans := list(_spans(phrase, said, starts))):
                found.setdefault(name, []).extend(spans)
        return found

    def _candidates(self, words: Iterable[str], held: frozenset[str]) -> Iterator["_Entry"]:
        yield from self._always
        seen: set[int] = set()
        for word in words:
            for entry in self._filed(word):
                if id(entry) not in seen:
                    seen.add(id(entry))
                    for others in entry.others:
                        if others.isdisjoint(held):
                            break
                    else:
                        yield entry

    def _under(self, word: str) -> tuple["_Entry", ...]:
        """Return the phrases filed under a word, or under what it begins with."""
        heads = (self._by_head.get(word[:length], ()) for length in self._lengths)
        return (*self._by_word.get(word, ()), *chain.from_iterable(heads))


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


def _spans(phrase: Phrase, said: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    after = 0
    for start in starts:
        if start >= after:
            end = phrase.ends(said, start)
            if end is not None and end > start:
                yield start, end
                after = end


class _Entry(NamedTuple):
    """A phrase filed under one of the words it needs; `others` are more, one of each set."""

    name: str
    phrase: Phrase
    others: tuple[frozenset[str], ...]


class _Anchor(NamedTuple):
    """Words, or beginnings of words, of which a sentence must hold one.

    `cost` is how many sentences they let through.
    """

    cost: int
    words: frozenset[str]
    heads: frozenset[str]


def _best(anchors: Iterable[_Anchor | None]) -> _Anchor | None:
    known = (one for one in anchors if one is not None)
    return min(known, key=lambda one: one.cost, default=None)


def _anchor(nodes: tuple[Node, ...], common: frozenset[str]) -> _Anchor | None:
    return _best(_node_anchor(node, common) for node in nodes)


def _word_anchor(word: Word, common: frozenset[str]) -> _Anchor:
    short = sum(len(one) < _TELLING or one in common for one in word.words)
    cost = len(word.words) + len(word.heads) + (_COMMON - 1) * short
    return _Anchor(cost, word.words, frozenset(word.heads))


def _node_anchor(node: Node, common: frozenset[str]) -> _Anchor | None:
    match node:
        case Word() if not node.tails:
            return _word_anchor(node, common)
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
