"""Phrases as small automata over the folded words of a sentence.

A phrase is written as one says it, in small letters without accents: `(a|b)` is one of several,
`(x)?` and `x?` may be left out, `*` is the rest of a word (`*rais`, `recommand*`), `_` any one
word, `#` a number, `…` six words at most, `^` the beginning of the sentence and `$` its end.
Punctuation parts words and says nothing else: "peux-tu", "peux tu" and "Peux-tu" are the same.

An automaton walks the words with a set of places, so that no phrase, how odd soever, costs more
than its length times the sentence's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeAlias

from entregent.domain.text import fold

_GAP = 6
_PART = re.compile(r"\((?:[^\W_]+\*?\|)+[^\W_]+\*?\)|[()|?…_#^$]|\*?[^\W_]+\*?|[^\w]")
_SEPARATORS = " \t\n'’-.,:;/&"
_SIGNS = "*?|…_#^$"
"""What a part begins with that names no word, or only the end of one."""

Places: TypeAlias = set[int]


class PhraseError(ValueError):
    """A phrase is not written as phrases are; `key` names the sentence that says why."""

    def __init__(self, key: str, phrase: str, part: str = "") -> None:
        """Keep the sentence's key, the phrase, and the part of it that is wrong."""
        super().__init__(f"{phrase}: {key} {part}".rstrip())
        self.key = key
        self.details = {"phrase": phrase, "part": part}


class Word(NamedTuple):
    """One word: any of `words`, or one that begins or ends as said."""

    words: frozenset[str]
    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()

    def holds(self, said: str) -> bool:
        """Tell whether `said` is such a word."""
        return (
            said in self.words
            or (self.heads != () and said.startswith(self.heads))
            or (self.tails != () and said.endswith(self.tails))
        )


@dataclass(frozen=True)
class Group:
    """One of several sequences."""

    choices: tuple[tuple["Node", ...], ...]

    def at(self, word: str) -> Sequence[tuple["Node", ...]]:
        """Return the choices that may begin with a word."""
        return self._by_word.get(word, self._others)

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[tuple["Node", ...]]]:
        filed: dict[str, list[tuple[Node, ...]]] = defaultdict(lambda: [*self._others])
        for choice in self.choices:
            for word in _plain(choice):
                filed[word].append(choice)
        return dict(filed)

    @cached_property
    def _others(self) -> Sequence[tuple["Node", ...]]:
        return tuple(choice for choice in self.choices if not _plain(choice))


class Optional(NamedTuple):
    """What may be left out."""

    node: "Node"


class Mark(NamedTuple):
    """`_` any word, `#` a number, `…` a few words, `^` and `$` the ends of the sentence."""

    sign: str


Node: TypeAlias = Word | Group | Optional | Mark

_BEGINNING = Mark("^")


@dataclass(frozen=True)
class Phrase:
    """A phrase, read when it is first needed."""

    source: str

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """What it is made of; raises PhraseError."""
        return _Reader(self.source, self._parts).read()

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        folded = fold(self.source)
        if "…" in self.source:  # folding would write it as three full stops
            folded = " … ".join(map(fold, self.source.split("…")))
        return tuple(part for part in _PART.findall(folded) if part not in _SEPARATORS)

    def needs(self) -> Iterator[Word]:
        """Yield words of which a sentence must hold one each, as far as a glance tells them.

        Nothing is read beyond what stands outside brackets of several words.
        """
        depth = 0
        for part, following in zip(self._parts, (*self._parts[1:], ""), strict=True):
            if part == "(":
                depth += 1
            elif part == ")":
                depth -= 1
            elif not depth and following != "?" and part[0] not in _SIGNS:
                yield _choice_of_words(part if part[0] == "(" else f"({part})")

    def ends(self, said: Sequence[str], start: int) -> int | None:
        """Return where the longest match that begins at `start` ends, None where none does."""
        return max(_through(self.nodes, said, start), default=None)

    def starts(self, where: Mapping[str, Sequence[int]], held: frozenset[str]) -> Sequence[int]:
        """Return where matches may begin, in order.

        `where` tells of each word at which places it stands; `held` are the words.
        """
        if self.nodes[0] == _BEGINNING:
            return (0,)
        for words in self._wanted:
            if words.isdisjoint(held):
                return ()
        start = self._start
        if start is None:
            return range(sum(map(len, where.values())))
        if start.heads or start.tails:
            found = [word for word in where if start.holds(word)]
        else:
            found = list(start.words & held)
        if len(found) == 1:
            return where[found[0]]
        return sorted(at for word in found for at in where[word])

    @cached_property
    def _wanted(self) -> tuple[frozenset[str], ...]:
        """Words of which a sentence must hold one of each set."""
        return tuple(words for node in self.nodes if (words := _wanted(node)))

    @cached_property
    def _start(self) -> Word | None:
        return _start(self.nodes)


def _plain(choice: tuple[Node, ...]) -> frozenset[str]:
    """Return the words one of which begins a sequence, none where they are not so few."""
    first = choice[0]
    if isinstance(first, Word) and not first.heads and not first.tails:
        return first.words
    return frozenset()


def _wanted(node: Node) -> frozenset[str]:
    """Return words of which a match of a node holds one, none where they are not so few."""
    if isinstance(node, Word):
        return frozenset() if node.heads or node.tails else node.words
    if not isinstance(node, Group):
        return frozenset()
    choices = [[words for one in choice if (words := _wanted(one))] for choice in node.choices]
    if not all(choices):
        return frozenset()
    return frozenset().union(*(min(several, key=len) for several in choices))


def _start(nodes: tuple[Node, ...]) -> Word | None:
    """Return the words with one of which a match of a sequence begins, None for any."""
    first = nodes[0]
    if isinstance(first, Word):
        return first
    if isinstance(first, Group):
        starts = [_start(choice) for choice in first.choices]
    elif isinstance(first, Optional) and len(nodes) > 1:
        starts = [_start((first.node,)), _start(nodes[1:])]
    else:
        return None
    known = [start for start in starts if start is not None]
    return _any_of(known) if len(known) == len(starts) else None


def _any_of(words: Sequence[Word]) -> Word:
    return Word(
        frozenset().union(*(word.words for word in words)),
        tuple(head for word in words for head in word.heads),
        tuple(tail for word in words for tail in word.tails),
    )


def _through(nodes: tuple[Node, ...], said: Sequence[str], start: int) -> Places:
    """Return where matches of a sequence that begin at `start` end."""
    last = len(said)
    places: Places = {start}
    for node in nodes:
        if type(node) is Word:
            holds = node.holds
            places = {at + 1 for at in places if at < last and holds(said[at])}
        else:
            places = _walk(node, said, places)
        if not places:
            break
    return places


def _walk(node: Node, said: Sequence[str], places: Places) -> Places:
    """Return where matches of a node that begin at one of `places` end."""
    if isinstance(node, Group):
        last = len(said)
        found: Places = set()
        for at in places:
            for choice in node.at(said[at] if at < last else ""):
                found |= _through(choice, said, at)
        return found
    if isinstance(node, Optional):
        return places.union(*(_through((node.node,), said, at) for at in places))
    if isinstance(node, Mark):
        return set(_marked(node.sign, said, places))
    return places


def _marked(sign: str, said: Sequence[str], places: Places) -> Iterator[int]:
    for at in places:
        if sign == "…":
            yield from range(at, min(at + _GAP, len(said)) + 1)
        elif sign == "^":
            yield from (at,) if at == 0 else ()
        elif sign == "$":
            yield from (at,) if at == len(said) else ()
        elif at < len(said) and (sign == "_" or said[at].isdigit()):
            yield at + 1


class _Reader:
    """Reads the source of a phrase."""

    def __init__(self, source: str, parts: Sequence[str]) -> None:
        self._source = source
        self._parts = parts
        self._at = 0

    def read(self) -> tuple[Node, ...]:
        nodes = self._sequence()
        if self._at < len(self._parts):
            raise PhraseError("phrase.stray", self._source, self._parts[self._at])
        if not nodes or all(isinstance(node, Optional | Mark) for node in nodes):
            raise PhraseError("phrase.wordless", self._source)
        return nodes

    def _sequence(self) -> tuple[Node, ...]:
        nodes: list[Node] = []
        while self._at < len(self._parts) and self._parts[self._at] not in "|)":
            nodes.append(self._node())
        return tuple(nodes)

    def _node(self) -> Node:
        part = self._parts[self._at]
        self._at += 1
        if part == "(":
            node = self._group()
        elif part[0] == "(":
            node = _choice_of_words(part)
        elif part in "…_#^$":
            node = Mark(part)
        elif part.strip("*").isalnum():
            node = self._word(part)
        else:
            raise PhraseError("phrase.sign", self._source, part)
        if self._at < len(self._parts) and self._parts[self._at] == "?":
            self._at += 1
            return Optional(node)
        return node

    def _group(self) -> Node:
        choices = [self._sequence()]
        while self._at < len(self._parts) and self._parts[self._at] == "|":
            self._at += 1
            choices.append(self._sequence())
        if self._at >= len(self._parts):
            raise PhraseError("phrase.bracket", self._source)
        self._at += 1
        if not all(choices):
            raise PhraseError("phrase.empty-choice", self._source)
        return _one_word(choices) or Group(tuple(choices))

    def _word(self, part: str) -> Word:
        bare = part.strip("*")
        if part.startswith("*") and part.endswith("*"):
            raise PhraseError("phrase.open-both", self._source, part)
        if part.endswith("*"):
            return Word(frozenset(), heads=(bare,))
        if part.startswith("*"):
            return Word(frozenset(), tails=(bare,))
        return Word(frozenset((bare,)))


@lru_cache(maxsize=1024)
def _choice_of_words(part: str) -> Word:
    """Return a choice between single words, as written; many phrases share one."""
    words = part[1:-1].split("|")
    return Word(
        frozenset(word for word in words if word[-1] != "*"),
        tuple(word[:-1] for word in words if word[-1] == "*"),
    )


def _one_word(choices: Sequence[tuple[Node, ...]]) -> Word | None:
    """Return a choice between single words as one word; None where there are longer choices."""
    single: list[Word] = []
    for choice in choices:
        node = choice[0]
        if len(choice) > 1 or not isinstance(node, Word):
            return None
        single.append(node)
    return _any_of(single)
