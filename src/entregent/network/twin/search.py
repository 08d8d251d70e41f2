"""The best chains, found by joining rows of ties a step at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from entregent.network.chain import Chain
from entregent.network.twin.rounding import BILLION, billionths, floor
from entregent.network.twin.rows import Odds, Real, Rows, Whole

_MOST_AT_ONCE: Final = 1_000_000
"""Chains in the making that memory holds at a time, about."""
_NEVER: Final = -1.0  # no target can be reached; odds may be as small as 0
_MARGIN: Final = 1 + 1e-12  # a bound multiplies in another order than a chain does

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Network:
    """Who leads where, who leads here, and how willing each person is to pass an ask on."""

    out: Rows
    into: Rows
    willingness: Real


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched; people are numbers of the network, `targets` without the source."""

    source: int
    targets: Whole
    avoid: Whole
    closed: Whole
    hops: int
    best: int | None
    each: int | None


@dataclass(frozen=True, slots=True)
class _Paths:
    """Beginnings of chains, all of one length: a row of people each, and their two products."""

    people: Whole
    strength: Odds
    willing: Odds

    @property
    def last(self) -> Whole:
        return self.people[:, -1]

    def only(self, chosen: Mask | Whole) -> Self:
        return type(self)(self.people[chosen], self.strength[chosen], self.willing[chosen])

    def led_on(self, whose: Whole, to: Whole, strength: Real, passing: Odds) -> Self:
        """Lengthen the beginnings `whose` by ties to `to`; those who pass on are `passing`."""
        people = np.column_stack((self.people[whose], to))
        simple = (people[:, :-1] != to[:, None]).all(axis=1)
        longer = type(self)(people, self.strength[whose] * strength, self.willing[whose] * passing)
        return longer.only(simple)


@dataclass(frozen=True, slots=True)
class _Tails:
    """People from whom a target may be reached, in order, and the best odds of doing so."""

    people: Whole
    odds: Odds

    @classmethod
    def best_of(cls, people: Whole, odds: Odds) -> Self:
        own, where = np.unique(people, return_inverse=True)
        most = np.zeros(len(own))
        np.maximum.at(most, where, odds)
        return cls(own, most)

    @property
    def most(self) -> float:
        return float(self.odds.max(initial=_NEVER))

    def of(self, people: Whole) -> Odds:
        if len(self.people) == 0:
            return np.full(len(people), _NEVER)
        place = np.minimum(np.searchsorted(self.people, people), len(self.people) - 1)
        return np.where(self.people[place] == people, self.odds[place], _NEVER)


class Search:
    """One search; `run` does it."""

    def __init__(self, network: Network, query: Query) -> None:
        """Find out who has a tie with a target, and from how far a target may be reached."""
        self._network = network
        self._query = query
        self._between_not = np.union1d(np.union1d(query.avoid, query.closed), [query.source])
        whose, places = network.into.places(query.targets)
        ends = np.column_stack((network.into.to[places], query.targets[whose])).astype(np.int64)
        order = np.argsort(ends[:, 0], kind="stable")
        self._before, self._ends = ends[order].T
        self._end_strength = network.into.strength[places][order]
        first = self._with_willingness(self._before, self._end_strength.astype(np.float64))
        self._tails = [first]
        self._units = np.zeros(0, np.int64)
        self._people = np.zeros((0, query.hops + 1), np.int64)

    def run(self) -> list[Chain]:
        """Return the best chains, in their order."""
        start = np.array([[self._query.source]], np.int64)
        self._lengthen(_Paths(start, np.ones(1), np.ones(1)), 0)
        return [
            Chain(tuple(int(person) for person in people if person >= 0), units / BILLION)
            for people, units in zip(self._people, self._units.tolist(), strict=True)
        ]

    def _tail(self, paths: _Paths, ties: int) -> Odds:
        """Return bounds on what each of `paths` may still reach with all the ties that are left.

        To know who reaches a target over so many ties means to walk back from it. Where that
        takes longer than walking on, the best that anybody reaches is bound enough.
        """
        left = self._query.hops - ties
        forward = int(self._network.out.sizes(paths.last).sum())
        while len(self._tails) < left:
            known = self._tails[-1]
            if int(self._network.into.sizes(known.people).sum()) > forward:
                return np.full(len(paths.last), self._tails[0].most)
            self._tails.append(self._one_tie_back(known))
        return self._tails[left - 1].of(paths.last)

    def _one_tie_back(self, known: _Tails) -> _Tails:
        first = self._tails[0]
        between = ~np.isin(known.people, self._between_not)
        whose, places = self._network.into.places(known.people[between])
        odds = known.odds[between][whose] * self._network.into.strength[places]
        further = self._with_willingness(self._network.into.to[places], odds)
        return _Tails.best_of(
            np.concatenate((first.people, further.people)),
            np.concatenate((first.odds, further.odds)),
        )

    def _with_willingness(self, people: NDArray[np.integer], odds: Odds) -> _Tails:
        own = people.astype(np.int64)
        return _Tails.best_of(own, odds * self._network.willingness[own])

    def _lengthen(self, paths: _Paths, ties: int) -> None:
        self._complete(paths, ties)
        if ties + 1 == self._query.hops:
            return
        for part in _parts(paths, self._network.out.sizes(paths.last)):
            longer = self._hopeful(self._one_tie_on(part, ties), ties + 1)
            if len(longer.people):
                self._lengthen(longer, ties + 1)

    def _complete(self, paths: _Paths, ties: int) -> None:
        """Take in the chains that one more tie completes."""
        passed = paths.strength * paths.willing
        hopeful = passed * self._tails[0].of(paths.last) if ties else passed
        near = paths.only(hopeful * _MARGIN >= self._floor())
        count = np.searchsorted(self._before, near.last, "right") - np.searchsorted(
            self._before, near.last, "left"
        )
        for part in _parts(near, count):
            self._complete_part(part, ties)

    def _complete_part(self, paths: _Paths, ties: int) -> None:
        first = np.searchsorted(self._before, paths.last, "left")
        count = np.searchsorted(self._before, paths.last, "right") - first
        whose = np.repeat(np.arange(len(count)), count)
        within = np.arange(len(whose)) - np.repeat(np.cumsum(count) - count, count)
        places = first[whose] + within
        passing = self._passing(paths, ties)[whose]
        found = paths.led_on(whose, self._ends[places], self._end_strength[places], passing)
        self._keep(found)

    def _one_tie_on(self, paths: _Paths, ties: int) -> _Paths:
        whose, places = self._network.out.places(paths.last)
        to = self._network.out.to[places].astype(np.int64)
        strength = self._network.out.strength[places]
        longer = paths.led_on(whose, to, strength, self._passing(paths, ties)[whose])
        barred = self._query.avoid if ties == 0 else self._between_not
        return longer.only(~np.isin(longer.last, barred))

    def _passing(self, paths: _Paths, ties: int) -> Odds:
        if ties == 0:
            return np.ones(len(paths.last))
        return self._network.willingness[paths.last].astype(np.float64)

    def _hopeful(self, paths: _Paths, ties: int) -> _Paths:
        """Leave out what can no longer reach a target, or not well enough."""
        tail = self._tail(paths, ties)
        bound = paths.strength * paths.willing * tail * _MARGIN
        return paths.only((tail != _NEVER) & (bound >= self._floor()))

    def _keep(self, found: _Paths) -> None:
        """Merge complete chains into those that are kept, as far as they are good enough."""
        units = billionths(found.strength * found.willing)
        good = units >= self._least()
        people = np.full((int(good.sum()), self._people.shape[1]), -1, np.int64)
        people[:, : found.people.shape[1]] = found.people[good]
        units = np.concatenate((self._units, units[good]))
        people = np.concatenate((self._people, people))
        order = np.lexsort((*people.T[::-1], -units))
        if self._query.each is not None:
            order = order[_rank_of(people[order, 1]) < self._query.each]
        order = order[: self._query.best]
        self._units, self._people = units[order], people[order]

    def _least(self) -> int:
        full = len(self._units) == self._query.best
        return int(self._units[-1]) if full else 0

    def _floor(self) -> float:
        return floor(self._least())


def _parts(paths: _Paths, sizes: Whole) -> Iterator[_Paths]:
    """Yield `paths`, the best first, in parts that memory holds when each grows to its size."""
    order = np.argsort(-(paths.strength * paths.willing), kind="stable")
    part = np.cumsum(sizes[order]) // _MOST_AT_ONCE
    for chosen in np.split(order, np.flatnonzero(np.diff(part)) + 1):
        yield paths.only(chosen)


def _rank_of(values: Whole) -> Whole:
    """Return how many equal values stand before each value."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))[: len(ordered)]
    sizes = np.diff(np.append(starts, len(ordered)))
    rank = np.empty(len(values), np.int64)
    rank[order] = np.arange(len(values)) - np.repeat(starts, sizes)
    return rank
