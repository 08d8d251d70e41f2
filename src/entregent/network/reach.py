"""Reach: whom my network opens, by whom, and where one person is the only way in.

A *way in* is somebody I know from whom a chain leads to a group past nobody else I know; a member
whom I know is a way in alone. Any chain ends in such a way, so these are all that is needed to
tell what remains when somebody is gone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from entregent.domain.ids import PersonId

_DIGITS: Final = 9

_Path = tuple[float, tuple[int, ...]]
"""The odds of a chain, negative so that the best comes first, and its people."""

_NONE: Final[_Path] = (0.0, ())

Link = tuple[PersonId, PersonId, float, float]
"""Two people, and the strength of their tie from the first to the other and back, in (0, 1]."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is open of a group: who can be reached, of whom I know `known` myself, by whom.

    `through` are the ways in, and whoever begins the best chain to a member. Both people and ways
    stand with the best odds first. `only` is the one person without whom nobody of the group can
    be reached: a way in, or else somebody whom all chains pass on their way, the nearest to me.
    """

    people: tuple[PersonId, ...] = ()
    known: tuple[PersonId, ...] = ()
    through: tuple[PersonId, ...] = ()
    only: PersonId | None = None


class Web:
    """People and their ties around one of them, within a number of ties; made by `of`."""

    def __init__(
        self, ids: Sequence[PersonId], rows: list[dict[int, float]], willing: list[float], hops: int
    ) -> None:
        """Keep who is tied to whom; the source is the first."""
        self.ids = ids
        self.rows = rows
        """For each person, those they are tied to, and how strongly an ask is carried there."""
        self._willing = willing
        self._hops = hops
        self._index = {person: number for number, person in enumerate(ids)}

    @classmethod
    def of(
        cls,
        order: Iterable[PersonId],
        links: Iterable[Link],
        willingness: Mapping[PersonId, float],
        hops: int,
    ) -> Self:
        """Make the web of everybody in `order`, the first of whom it is seen from.

        People of equal odds stand in this order. `willingness` holds everybody but the first.
        """
        ids = tuple(order)
        index = {person: number for number, person in enumerate(ids)}
        rows: list[dict[int, float]] = [{} for _ in ids]
        for one, other, there, back in links:
            a, b = index[one], index[other]
            rows[a][b], rows[b][a] = there, back
        return cls(ids, rows, [1.0, *(willingness[person] for person in ids[1:])], hops)

    def reached(self, person: PersonId) -> bool:
        """Tell whether a chain leads to somebody."""
        return bool(self._ways[self._index[person]])

    def opened(self, group: Collection[PersonId]) -> Opened:
        """Return what is open of a group; strangers to the web are passed over."""
        numbers = [self._index[person] for person in group if person in self._index]
        people: dict[int, float] = {}
        through: dict[int, float] = {}
        ways: set[int] = set()
        for person in numbers:
            if leads := self._leads(person):
                people[person] = max(leads.values())
                ways |= self._ways[person].keys()
                for lead, odds in leads.items():
                    through[lead] = max(odds, through.get(lead, 0.0))
        return Opened(
            self._ranked(people),
            self._ranked({who: odds for who, odds in people.items() if who in self.rows[0]}),
            self._ranked(through),
            self._only(people, ways),
        )

    def chain(self, first: PersonId, group: Collection[PersonId]) -> tuple[PersonId, ...]:
        """Return the best chain to a group that a way in begins, past nobody else I know.

        Where there is none such, as for somebody who leads better to another way in, any will do.
        Nobody is on a chain that `first` does not begin.
        """
        start = self._index[first]
        ends = [self._index[person] for person in group if person in self._index]
        if start in ends:
            return (self.ids[0], first)
        own = any(start in self._ways[person] for person in ends)
        found = self._chains_from(start, barred=self.rows[0].keys() if own else frozenset())
        chains = (found[person] for person in ends if person in found)
        _, path = min(chains, key=lambda one: (round(one[0], _DIGITS), one[1]), default=_NONE)
        return tuple(self.ids[person] for person in path)

    def _chains_from(self, start: int, *, barred: Collection[int]) -> dict[int, _Path]:
        """Return the best chain from the source by `start` to each person, past nobody barred."""
        found: dict[int, _Path] = {start: (-self.rows[0][start], (0, start))}
        step = found
        for _ in range(self._hops - 1):
            after: dict[int, _Path] = {}
            for person, (odds, path) in step.items():
                passed = odds * self._willing[person]
                for other, tie in self.rows[person].items():
                    longer = (passed * tie, (*path, other))
                    standing = after.get(other) or found.get(other, _NONE)
                    if longer < standing and other not in path and other not in barred:
                        after[other] = longer
            found = found | after
            step = after
        return found

    def _leads(self, person: int) -> Mapping[int, float]:
        """Return the ways in to somebody, and who begins the best chain, with their odds."""
        ways = self._ways[person]
        odds, first = self._best[person]
        if first == person or odds <= ways.get(first, 0.0):
            return ways
        return {**ways, first: odds}

    def _ranked(self, odds: Mapping[int, float]) -> tuple[PersonId, ...]:
        best = sorted((-round(value, _DIGITS), person) for person, value in odds.items())
        return tuple(self.ids[person] for _, person in best)

    @cached_property
    def _ways(self) -> list[dict[int, float]]:
        """The ways in to each person, with the odds of the best chain by each.

        The willingness of whom I ask is in, also where they are the one to reach.
        """
        mine = self.rows[0]
        ways: list[dict[int, float]] = [{} for _ in self.rows]
        step: dict[int, dict[int, float]] = {}
        for friend, tie in mine.items():
            ways[friend][friend] = tie * self._willing[friend]
            step[friend] = dict(ways[friend])
        for _ in range(self._hops - 1):
            step = self._further(step, ways)
        return ways

    def _further(
        self, step: Mapping[int, Mapping[int, float]], ways: Sequence[dict[int, float]]
    ) -> dict[int, dict[int, float]]:
        """Go one tie on, past nobody I know; return what is new, with the will to pass it on."""
        mine = self.rows[0]
        after: dict[int, dict[int, float]] = {}
        for person, leads in step.items():
            for other, tie in self.rows[person].items():
                if other in mine or not other:
                    continue
                known = ways[other]
                for first, odds in leads.items():
                    if odds * tie > known.get(first, 0.0):
                        known[first] = odds * tie
                        after.setdefault(other, {})[first] = odds * tie * self._willing[other]
        return after

    @cached_property
    def _best(self) -> list[tuple[float, int]]:
        """The odds of the best chain to each person, and who begins it; of equals the first."""
        best = [(0.0, 0)] * len(self.rows)
        step: dict[int, tuple[float, int]] = {}
        for friend, tie in self.rows[0].items():
            best[friend] = step[friend] = (tie * self._willing[friend], -friend)
        for _ in range(self._hops - 1):
            after: dict[int, tuple[float, int]] = {}
            for person, (odds, first) in step.items():
                for other, tie in self.rows[person].items():
                    if other and (odds * tie, first) > best[other]:
                        best[other] = (odds * tie, first)
                        after[other] = (odds * tie * self._willing[other], first)
            step = after
        return [(odds, -first) for odds, first in best]

    def _only(self, people: Collection[int], ways: Collection[int]) -> PersonId | None:
        if len(ways) == 1:
            return self.ids[next(iter(ways))]
        if not people or not self.rows[0].keys().isdisjoint(people):
            return None
        for between in self._path(people)[1:-1]:
            if not self._path(people, without=between):
                return self.ids[between]
        return None

    def _path(self, group: Collection[int], without: int = 0) -> list[int]:
        """Return a shortest way in and on to a group of people I do not know; empty if none."""
        mine = self.rows[0]
        onward = dict.fromkeys(group, 0)
        edge = list(group)
        for _ in range(self._hops - 1):
            after = []
            for person in edge:
                for other in self.rows[person]:
                    if other in mine:
                        return [other, *_followed(person, onward)]
                    if other not in onward and other not in (0, without):
                        onward[other] = person
                        after.append(other)
            edge = after
        return []


def _followed(person: int, onward: Mapping[int, int]) -> list[int]:
    path = []
    while person:
        path.append(person)
        person = onward[person]
    return path
