"""Facets put together, cluster by cluster, without contradiction."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from entregent.identity.facets import Facet, joined
from entregent.identity.likeness import compatible
from entregent.identity.signs import Pairs, forbidden

_Key = TypeVar("_Key")

COMMON = 50
"""A name or a handle that more than these bear tells nobody from anybody."""


class Because(StrEnum):
    """What tells that two records are one human."""

    OWNER = "owner"
    ALIAS = "alias"
    PROFILE = "url"
    EMAIL = "email"
    PHONE = "phone"
    NAME = "name"
    FORM = "form"
    """Another form of the name, and something that confirms it."""
    RECORD = "record"
    NAMESAKES = "namesakes"
    """Nobody in particular: several bear this name."""


class Clusters:
    """Which facets are one human: each has a root, and the root tells what all of them tell."""

    def __init__(self, facets: Sequence[Facet], apart: Pairs) -> None:
        """Begin with every facet on its own."""
        self.apart = apart
        self._told = list(facets)
        self._into = list(range(len(facets)))
        self.because: dict[int, Because] = {}
        self.joined = 0
        """How often two became one."""

    def root(self, one: int) -> int:
        """Return which facet stands for this one."""
        into = self._into
        while into[one] != one:
            into[one] = into[into[one]]
            one = into[one]
        return one

    def told(self, one: int) -> Facet:
        """Return all that is told of the human this facet is of."""
        return self._told[self.root(one)]

    def roots(self, of: Iterable[int]) -> list[int]:
        """Return the roots of these facets, each once, in their order."""
        return list(dict.fromkeys(map(self.root, of)))

    def __iter__(self) -> Iterator[int]:
        """Yield every root."""
        return (one for one, into in enumerate(self._into) if one == into)

    def people(self) -> Iterator[tuple[int, Facet]]:
        """Yield every root, with all that is told of that human."""
        both = zip(self._into, self._told, strict=True)
        return ((one, told) for one, (into, told) in enumerate(both) if one == into)

    def unite(self, one: int, other: int, because: Because) -> None:
        """Make two facets one human, whatever they say."""
        kept, gone = sorted((self.root(one), self.root(other)))
        if kept == gone:
            return
        for part in (one, other):
            self.because.setdefault(part, because)
        self._told[kept] = joined(self._told[kept], self._told[gone])
        self._into[gone] = kept
        self.joined += 1

    def unite_all(self, some: Sequence[int], because: Because) -> None:
        """Make all of these one human."""
        for one in some[1:]:
            self.unite(some[0], one, because)

    def clash(self, one: int, other: int) -> bool:
        """Tell whether two who share a handle can yet not be one human."""
        mine, theirs = self.told(one), self.told(other)
        if forbidden(mine, theirs, self.apart) is not None:
            return True
        if not set(mine.keys).isdisjoint(theirs.keys):
            return False
        return not all(compatible(a, b) for a in mine.names for b in theirs.names)

    def together(self, some: Iterable[int], linked: Callable[[int, int], bool]) -> list[list[int]]:
        """Return those of `some` that links join, directly or through others; the rest are left."""
        roots = self.roots(some)
        links: dict[int, set[int]] = defaultdict(set)
        for one, other in combinations(roots, 2):
            if linked(one, other):
                links[one].add(other)
                links[other].add(one)
        return list(components(links))


def meeting_under(bearers: Iterable[tuple[int, Iterable[_Key]]]) -> dict[_Key, list[int]]:
    """Return who bears each key, where more than one does."""
    first: dict[_Key, int] = {}
    found: dict[_Key, list[int]] = {}
    for one, keys in bearers:
        for key in keys:
            other = first.setdefault(key, one)
            if other != one:
                found.setdefault(key, [other]).append(one)
    return found


def components(links: dict[int, set[int]]) -> Iterator[list[int]]:
    """Yield what hangs together."""
    seen: set[int] = set()
    for start in links:
        if start in seen:
            continue
        found, ahead = [], [start]
        seen.add(start)
        while ahead:
            one = ahead.pop()
            found.append(one)
            ahead += links[one] - seen
            seen |= links[one]
        yield sorted(found)


def agree(some: Collection[int], against: Callable[[int, int], bool]) -> bool:
    """Tell whether nothing speaks against any two of these."""
    return not any(against(one, other) for one, other in combinations(some, 2))
