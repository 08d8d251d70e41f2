"""Bridges: ties without which two circles would be linked by nobody but me."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from entregent.domain.ids import PersonId
from entregent.network.reach import Web

_CROWD: Final = 3
"""So many people make a side worth a bridge, though no circle is known there."""


@dataclass(frozen=True, slots=True)
class Side:
    """What lies on one side of a bridge: who holds it there, how many people, which circles.

    `circles` are the keys of those that have nobody on the other side.
    """

    person: PersonId
    people: int
    circles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bridge:
    """A tie between two people, and what it alone links, me aside."""

    one: Side
    other: Side


def bridges(web: Web, circles: Mapping[str, Collection[PersonId]]) -> list[Bridge]:
    """Return the bridges between people who can be reached, those of the largest sides first.

    A bridge is a tie that lies on no cycle among the people without the web's source, and in no
    circle. Each of its sides must hold a circle that has nobody on the other, or else at least
    three people.
    """
    walk = _walk(web.rows)
    places = _places(web, walk, circles)
    members = [frozenset(people) for people in circles.values()]
    found = [
        Bridge(one, other)
        for one, other in _sides(web, walk, places)
        if _worth(one) and _worth(other) and web.reached(one.person) and web.reached(other.person)
        if not any(one.person in circle and other.person in circle for circle in members)
    ]
    return sorted(found, key=lambda bridge: -min(bridge.one.people, bridge.other.people))


class _Walk(NamedTuple):
    """A walk to everybody but the source, deep first; people are numbered as it meets them."""

    order: list[int]
    """The person met at each place."""
    parent: list[int]
    """The place each was met from, -1 where a walk began."""
    start: list[int]
    """The place where that walk began."""


class _Places(NamedTuple):
    """Where the walk met each circle: by the walk's start, its circles' places in their order."""

    of: Mapping[int, Mapping[str, list[int]]]

    def within(self, start: int, first: int, end: int) -> tuple[str, ...]:
        """Return the circles that lie wholly between two places."""
        known = self.of.get(start, {}).items()
        return tuple(key for key, places in known if first <= places[0] and places[-1] < end)

    def outside(self, start: int, first: int, end: int) -> tuple[str, ...]:
        """Return the circles that have nobody between two places."""
        known = self.of.get(start, {}).items()
        return tuple(
            key
            for key, places in known
            if (at := bisect_left(places, first)) == len(places) or places[at] >= end
        )


def _walk(rows: list[dict[int, float]]) -> _Walk:
    order: list[int] = []
    parent: list[int] = []
    start: list[int] = []
    met = {0}
    for begin in range(1, len(rows)):
        waiting = [(begin, -1)]
        first = len(order)
        while waiting:
            person, before = waiting.pop()
            if person in met:
                continue
            met.add(person)
            here = len(order)
            order.append(person)
            parent.append(before)
            start.append(first)
            waiting += [(other, here) for other in rows[person] if other not in met]
    return _Walk(order, parent, start)


def _places(web: Web, walk: _Walk, circles: Mapping[str, Collection[PersonId]]) -> _Places:
    place = {web.ids[person]: number for number, person in enumerate(walk.order)}
    found: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for key, members in circles.items():
        for number in sorted(place[person] for person in members if person in place):
            found[walk.start[number]].setdefault(key, []).append(number)
    return _Places(found)


def _sides(web: Web, walk: _Walk, places: _Places) -> Iterator[tuple[Side, Side]]:
    """Yield what lies beyond each tie that is on no cycle, and what lies before it."""
    sizes = _sizes(walk)
    for here, low in enumerate(_lowest(web, walk)):
        before, start = walk.parent[here], walk.start[here]
        if before >= 0 and low == here:
            end = here + sizes[here]
            inside = places.within(start, here, end)
            outside = places.outside(start, here, end)
            one, other = web.ids[walk.order[before]], web.ids[walk.order[here]]
            yield Side(one, sizes[start] - sizes[here], outside), Side(other, sizes[here], inside)


def _sizes(walk: _Walk) -> list[int]:
    sizes = [1] * len(walk.order)
    for here in reversed(range(len(sizes))):
        if walk.parent[here] >= 0:
            sizes[walk.parent[here]] += sizes[here]
    return sizes


def _lowest(web: Web, walk: _Walk) -> list[int]:
    """Return the first place that ties lead back to from each place and those after it."""
    place = {person: here for here, person in enumerate(walk.order)}
    low = list(range(len(walk.order)))
    for here in reversed(range(len(low))):
        before = walk.parent[here]
        back = [place[other] for other in web.rows[walk.order[here]] if other]
        low[here] = min([low[here], *(there for there in back if there != before)])
        if before >= 0:
            low[before] = min(low[before], low[here])
    return low


def _worth(side: Side) -> bool:
    return bool(side.circles) or side.people >= _CROWD
