"""The graph of ties: the best chains from somebody to a set of people, exactly.

People are integers here, 0 to n - 1, and these integers never leave the room. The answer is
unique: odds are rounded to nine digits, and equal odds are ordered by the people's integers.
"""

import heapq
import math
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple, Self

from entregent.network.chain import Chain

_DIGITS: Final = 9
_MARGIN: Final = 1 + 1e-12  # a bound multiplies in another order than a chain does

_Row = list[tuple[int, float]]
_Tails = list[dict[int, float]]


class _Query(NamedTuple):
    source: int
    targets: frozenset[int]
    avoid: frozenset[int]
    closed: frozenset[int]
    hops: int
    closing: dict[int, _Row]
    """Who has a tie with a target: the targets and the strengths, so that no hub is gone through
    for the last tie of each chain."""


class Graph:
    """Ties with their strengths, people with their willingness; made by `build`."""

    __slots__ = ("_into", "_out", "_willingness")

    def __init__(self, out: list[_Row], into: list[_Row], willingness: list[float]) -> None:
        """Keep who leads where, who leads here, and how willing each is to pass an ask on."""
        self._out = out
        self._into = into
        self._willingness = willingness

    @classmethod
    def build(
        cls,
        people: int,
        a: Sequence[int],
        b: Sequence[int],
        strength: Sequence[float],
        willingness: Sequence[float],
        strength_back: Sequence[float] | None = None,
    ) -> Self:
        """Make a graph of `people` persons and m ties between `a` and `b`.

        `strength` holds m numbers in (0, 1], `strength_back` those from `b` to `a` where they
        differ, `willingness` a number in (0, 1] a person. Raises ValueError, naming the first
        fault, for other numbers, ids out of range, a tie with oneself or one given twice.
        """
        back = strength if strength_back is None else strength_back
        if not len(a) == len(b) == len(strength) == len(back):
            raise ValueError("the columns of ties differ in length")
        if len(willingness) != people:
            raise ValueError(f"willingness holds {len(willingness)} numbers for {people} people")
        _check_odds("willingness", willingness)
        _check_odds("strength", strength)
        _check_odds("strength_back", back)
        out: list[_Row] = [[] for _ in range(people)]
        into: list[_Row] = [[] for _ in range(people)]
        seen: set[tuple[int, int]] = set()
        for one, other, there, here in zip(a, b, strength, back, strict=True):
            _check_tie(one, other, people, seen)
            out[one].append((other, there))
            out[other].append((one, here))
            into[other].append((one, there))
            into[one].append((other, here))
        return cls(out, into, list(willingness))

    def chains(  # noqa: PLR0913 - what a search may be told
        self,
        source: int,
        targets: Collection[int],
        hops: int = 3,
        best: int | None = 10,
        per_connector: int | None = None,
        *,
        avoid: Collection[int] = (),
        closed: Collection[int] = (),
    ) -> list[Chain]:
        """Return the best simple chains of at most `hops` ties from `source` to any of `targets`.

        Odds are the product of the strengths along the chain and of the willingness of everybody
        between its ends. `best` chains are returned (None: all of them), of which at most
        `per_connector` through the same first person. Those in `avoid` stand nowhere on a chain;
        those in `closed` may be its first person or its end, but nothing in between. Raises
        ValueError for people who are not in the graph, and for counts below 1.
        """
        self._check(source, targets, avoid, closed)
        if min(hops, best or 1, per_connector or 1) < 1 or 0 in (best, per_connector):
            raise ValueError("hops, best and per_connector count from 1")
        avoided = frozenset(avoid)
        aims = frozenset(targets) - avoided - {source}
        query = _Query(source, aims, avoided, frozenset(closed), hops, self._closing(aims))
        tails = self._tails(query)
        starts = self._starts(query, tails)
        if per_connector is None:
            return list(islice(self._search(query, tails, starts), best))
        return self._by_connector(query, tails, starts, (best, per_connector))

    def best_to_all(self, source: int, hops: int = 3) -> list[float]:
        """Return the odds of the best chain of at most `hops` ties to each person, 0 if none."""
        self._check(source)
        odds = [0.0] * len(self._out)
        reached = {source: 1.0}
        for hop in range(hops):
            step: dict[int, float] = {}
            for person, so_far in reached.items():
                passed = so_far * self._willingness[person] if hop else so_far
                for other, tie in self._out[person]:
                    if other != source and passed * tie > max(odds[other], step.get(other, 0.0)):
                        step[other] = passed * tie
            for person, better in step.items():
                odds[person] = better
            reached = step
        return [round(value, _DIGITS) for value in odds]

    def _check(self, source: int, *groups: Collection[int]) -> None:
        for group in ((source,), *groups):
            for person in group:
                if not 0 <= person < len(self._out):
                    raise ValueError(f"there is no person {person} among {len(self._out)}")

    def _closing(self, aims: Collection[int]) -> dict[int, _Row]:
        closing: dict[int, _Row] = {}
        for aim in aims:
            for person, tie in self._into[aim]:
                closing.setdefault(person, []).append((aim, tie))
        return closing

    def _tails(self, query: _Query) -> _Tails:
        """Return, for 1 to hops - 1 ties left, the best odds from each person to a target.

        A person's own willingness is in; the walk may come by somebody twice, so these are bounds.
        """
        barred = query.avoid | {query.source}
        first = self._relaxed(dict.fromkeys(query.targets, 1.0), barred)
        tails = [{}, first]
        for _ in range(query.hops - 2):
            between = {who: odds for who, odds in tails[-1].items() if who not in query.closed}
            step = self._relaxed(between, barred)
            tails.append(
                {who: max(step.get(who, 0.0), first.get(who, 0.0)) for who in step | first}
            )
        return tails

    def _relaxed(self, ends: dict[int, float], barred: frozenset[int]) -> dict[int, float]:
        found: dict[int, float] = {}
        for end, odds in ends.items():
            for person, tie in self._into[end]:
                value = tie * odds
                if value > found.get(person, 0.0) and person not in barred:
                    found[person] = value
        return {person: self._willingness[person] * odds for person, odds in found.items()}

    def _starts(self, query: _Query, tails: _Tails) -> list["_Step"]:
        origin = _Step(-1.0, (query.source,), _PARTIAL, 1.0)
        return list(self._steps(query, tails, origin))

    def _steps(self, query: _Query, tails: _Tails, step: "_Step") -> Iterator["_Step"]:
        """Yield what one more tie leads to: chains that are complete, and hopeful beginnings."""
        _, people, _, odds = step
        last = people[-1]
        first_tie = len(people) == 1
        passed = odds if first_tie else odds * self._willingness[last]
        tail = tails[query.hops - len(people)] if len(people) < query.hops else {}
        shut = frozenset() if first_tie else query.closed
        for other, tie in query.closing.get(last, ()):
            if other not in people:
                reached = passed * tie
                yield _Step(-round(reached, _DIGITS), (*people, other), _COMPLETE, reached)
        for other, tie in self._out[last] if tail else ():
            hope = tail.get(other)
            if hope is not None and not (other in people or other in query.avoid or other in shut):
                reached = passed * tie
                bound = round(reached * hope * _MARGIN, _DIGITS)
                yield _Step(-bound, (*people, other), _PARTIAL, reached)

    def _search(self, query: _Query, tails: _Tails, starts: list["_Step"]) -> Iterator[Chain]:
        """Yield chains in their final order: the most hopeful beginning is always taken first.

        A beginning's odds are never below those of any chain it leads to, and its people sort
        before theirs; so a complete chain that comes first has nothing left to fear.
        """
        queue = list(starts)
        heapq.heapify(queue)
        while queue:
            step = heapq.heappop(queue)
            if step.stage == _COMPLETE:
                yield Chain(step.people, -step.rank)
                continue
            for longer in self._steps(query, tails, step):
                heapq.heappush(queue, longer)

    def _by_connector(
        self,
        query: _Query,
        tails: _Tails,
        starts: list["_Step"],
        limits: tuple[int | None, int],
    ) -> list[Chain]:
        best, each = limits
        groups: dict[int, list[_Step]] = {}
        for start in sorted(starts):
            groups.setdefault(start.people[1], []).append(start)
        found: list[Chain] = []
        for group in groups.values():
            if best is not None and len(found) >= best and group[0].rank > -found[best - 1].odds:
                break
            found.extend(islice(self._search(query, tails, group), each))
            if best is not None:
                found = sorted(found, key=_order)[:best]
        return sorted(found, key=_order)


_COMPLETE: Final = 0
_PARTIAL: Final = 1


class _Step(NamedTuple):
    """A chain, or the beginning of one; sorts as its best outcome does."""

    rank: float
    people: tuple[int, ...]
    stage: int
    odds: float


def _order(chain: Chain) -> tuple[float, tuple[int, ...]]:
    return (-chain.odds, chain.people)


def _check_odds(name: str, values: Sequence[float]) -> None:
    for value in values:
        if math.isnan(value) or not 0 < value <= 1:
            raise ValueError(f"{name} holds {value}, which is not in (0, 1]")


def _check_tie(one: int, other: int, people: int, seen: set[tuple[int, int]]) -> None:
    if not (0 <= one < people and 0 <= other < people):
        raise ValueError(f"the tie {one}, {other} names somebody who is not among {people} people")
    if one == other:
        raise ValueError(f"{one} is tied with themself")
    key = (min(one, other), max(one, other))
    if key in seen:
        raise ValueError(f"the tie {one}, {other} is given twice")
    seen.add(key)
