"""Phrases as small automata over the folded words of a sentence.

An automaton walks the words with a set of places, so that no phrase, how odd soever, costs more
than its length times the sentence's. How phrases are written stands in `pattern_source`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

END = ""
"""What stands after the last word of a sentence where automata walk."""
GAP = 6
"""So many words at most does `…` stand for."""

Places: TypeAlias = set[int]


class Word:
    """One word: any of `words`, or one that begins or ends as said."""

    __slots__ = ("heads", "tails", "words")

    def __init__(
        self, words: frozenset[str], heads: tuple[str, ...] = (), tails: tuple[str, ...] = ()
    ) -> None:
        """Take whole words, and beginnings and ends of words."""
        self.words = words
        self.heads = heads
        self.tails = tails

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

    choices: tuple["Nodes", ...]

    def at(self, word: str) -> Sequence["Nodes"]:
        """Return the choices that may begin with a word."""
        return self._by_word.get(word, self._others)

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence["Nodes"]]:
        filed: dict[str, list[Nodes]] = defaultdict(lambda: [*self._others])
        for choice in self.choices:
            for word in _plain(choice):
                filed[word].append(choice)
        return dict(filed)

    @cached_property
    def _others(self) -> Sequence["Nodes"]:
        return tuple(choice for choice in self.choices if not _plain(choice))


class Optional(NamedTuple):
    """What may be left out: a sequence of one node."""

    nodes: "Nodes"


class Mark(NamedTuple):
    """`_` any word, `#` a number, `…` a few words, `^` and `$` the ends of the sentence."""

    sign: str


Node: TypeAlias = Word | Group | Optional | Mark
Nodes: TypeAlias = tuple[Node, ...]


def longest(nodes: Nodes, said: Sequence[str], start: int) -> int | None:
    """Return where the longest match that begins at `start` ends, None where none does.

    `said` are the words of a sentence, and END.
    """
    return max(_through(nodes, said, {start}), default=None)


def _plain(choice: Nodes) -> frozenset[str]:
    """Return the words one of which begins a sequence, none where they are not so few."""
    first = choice[0]
    if isinstance(first, Word) and not first.heads and not first.tails:
        return first.words
    return frozenset()


def _through(nodes: Nodes, said: Sequence[str], places: Places) -> Places:
    """Return where matches of a sequence that begin at one of `places` end."""
    for node in nodes:
        if isinstance(node, Word):
            holds = node.holds
            places = {at + 1 for at in places if holds(said[at])}
        elif isinstance(node, Group):
            places = _one_of(node, said, places)
        elif isinstance(node, Optional):
            places = places | _through(node.nodes, said, places)
        else:
            places = set(_marked(node.sign, said, places))
        if not places:
            break
    return places


def _one_of(group: Group, said: Sequence[str], places: Places) -> Places:
    choices: Sequence[Nodes] = group.choices
    if len(places) == 1:
        choices = group.at(said[next(iter(places))])
    found: Places = set()
    for choice in choices:
        found |= _through(choice, said, places)
    return found


def _marked(sign: str, said: Sequence[str], places: Places) -> Iterator[int]:
    last = len(said) - 1
    for at in places:
        if sign == "…":
            yield from range(at, min(at + GAP, last) + 1)
        elif sign == "^":
            yield from (at,) if at == 0 else ()
        elif sign == "$":
            yield from (at,) if at == last else ()
        elif at < last and (sign == "_" or said[at].isdigit()):
            yield at + 1
