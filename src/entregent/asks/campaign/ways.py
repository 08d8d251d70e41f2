"""Ways: by whom, and on which days, a need may be met."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from entregent.asks.avoid import avoid, closed
from entregent.asks.campaign.ahead import Ahead, Freedom
from entregent.asks.campaign.horizon import outside
from entregent.asks.campaign.model import Need, Pace, Roads
from entregent.asks.case import Case
from entregent.asks.routes import RouteQuery, asked_directly, gather_routes, routes_to
from entregent.asks.targets import target_set
from entregent.domain.asking import Chain, Goal, Target
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind

_LEAST = 1e-9  # worth: whoever may be asked is better than nobody


@dataclass(frozen=True, slots=True)
class Way:
    """One way to meet the need of that number: to ask `person`, on one of `days`.

    `worth` is importance × odds. `known` is the person at the end of the chain when I could ask
    them myself: while they rest nobody leads to them.
    """

    need: int
    person: PersonId
    kind: Kind
    chain: Chain
    worth: float
    days: tuple[int, ...]
    known: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Road:
    """A chain to a goal that is open on a span of days, and from when one may ask its first."""

    case: Case
    last: int
    freedom: Freedom
    known: PersonId | None


@dataclass(slots=True)
class _Stretch:
    """A chain that is the best through its first person from a day to another, both included."""

    chain: Chain
    first: int
    last: int


class Surveyor:
    """Looks for roads, once for all that lead alike."""

    def __init__(
        self,
        ahead: Ahead,
        roads: Roads,
        pace: Pace,
        goals: Iterable[Goal],
        opened: Iterable[int] = (),
    ) -> None:
        """Look at the world ahead through the network, for roads to these goals.

        From the days `opened` on there is room again that asks of last week took.
        """
        self._ahead = ahead
        self._turns = ahead.turns
        self._roads = roads
        self._pace = pace
        self._rest = ahead.now.settings.rest_days
        self._opened = tuple(opened)
        self._hidden: dict[int, tuple[frozenset[PersonId], frozenset[PersonId]]] = {}
        self._wanted: dict[tuple[int, Target], frozenset[PersonId]] = {}
        self._chains: dict[tuple[RouteQuery, ...], dict[PersonId, Chain]] = {}
        self._found: dict[tuple[object, ...], list[Road]] = {}
        self._free: dict[PersonId, set[int]] = {}
        self._led_to: set[PersonId] = set()
        self._grids: dict[PersonId, list[int]] = {}
        self._days_known: dict[tuple[PersonId, int, int], tuple[int, ...]] = {}
        for goal in goals:
            for road in self.roads(goal):
                if road.freedom.first is not None:
                    self._free.setdefault(road.case.person, set()).add(road.freedom.first)
                if road.known is not None:
                    self._led_to.add(road.known)

    def roads(self, goal: Goal) -> list[Road]:
        """Return every road to a goal, of each span of days during which the same ones are open."""
        key = (goal.kind, goal.target, goal.continues)
        if key not in self._found:
            self._found[key] = self._look(goal)
        return self._found[key]

    def _look(self, goal: Goal) -> list[Road]:
        found: list[Road] = []
        latest: dict[PersonId, int] = {}
        for stretch in self._stretches(goal):
            road = self._road(goal, stretch)
            person = road.case.person
            before = found[latest[person]] if person in latest else None
            if before is not None and _goes_on(before, road, stretch.first):
                found[latest[person]] = replace(before, last=road.last)
            else:
                latest[person] = len(found)
                found.append(road)
        return found

    def _stretches(self, goal: Goal) -> list[_Stretch]:
        """Return for how long each chain is the best through its first person."""
        found: list[_Stretch] = []
        latest: dict[PersonId, _Stretch] = {}
        for first, following in pairwise([*self._turns, self._ahead.horizon.end]):
            for person, chain in self._best(self._queries(first, goal)).items():
                before = latest.get(person)
                same = before is not None and (before.chain, before.last) == (chain, first - 1)
                if before is not None and same and first not in self._ahead.turned:
                    before.last = following - 1
                elif not chain.direct or asked_directly(self._ahead.now, goal, person):
                    latest[person] = _Stretch(chain, first, following - 1)
                    found.append(latest[person])
        return found

    def _queries(self, day: int, goal: Goal) -> tuple[RouteQuery, ...]:
        """Return what `plan_routes` would ask of the network on a day."""
        world, part = self._ahead.on(day), bisect_right(self._ahead.turned, day)
        if day not in self._hidden:
            self._hidden[day] = avoid(world), closed(world)
        if (part, goal.target) not in self._wanted:
            self._wanted[part, goal.target] = target_set(world, goal.target)
        return routes_to(world, goal, self._wanted[part, goal.target], *self._hidden[day])

    def _best(self, queries: tuple[RouteQuery, ...]) -> dict[PersonId, Chain]:
        if queries not in self._chains:
            answers = map(self._roads.chains, queries)
            self._chains[queries] = gather_routes(answers, self._roads.willingness)
        return self._chains[queries]

    def _road(self, goal: Goal, stretch: _Stretch) -> Road:
        chain, world = stretch.chain, self._ahead.on(stretch.first)
        end = chain.people[-1]
        led = not chain.direct
        case = Case(world, goal, chain.people[1], Kind.INTRODUCTION if led else goal.kind, chain)
        freedom = self._ahead.free(case, stretch.first, stretch.last)
        known = end if led and asked_directly(world, goal, end) else None
        return Road(case, stretch.last, freedom, known)

    def ways(
        self, number: int, need: Need, standing: tuple[PersonId, int] | None = None
    ) -> Iterator[Way]:
        """Yield the ways to meet a need.

        The last workday before its deadline is among their days, and that of its former step.
        """
        horizon, by = self._ahead.horizon, need.goal.by
        before = horizon.end if by is None else min(horizon.end, horizon.number(by) + 1)
        for road in self.roads(need.goal):
            first = road.freedom.first
            if first is None or first >= before:
                continue
            case = road.case
            also = [] if by is None else [horizon.last_workday(before)]
            also += [standing[1]] if standing and standing[0] == case.person else []
            days = self._days(case.person, first, min(road.last + 1, before), also)
            if days:
                worth = max(_LEAST, need.importance * case.chain.odds)
                yield Way(number, case.person, case.kind, case.chain, worth, days, road.known)

    def free_from(self, road: Road) -> date | None:
        """Return the first day on which a road is open and its first person not busy, if any."""
        horizon, free = self._ahead.horizon, road.freedom
        if free.first is None:
            return free.until
        day = free.first
        for start, end in sorted(self._ahead.busy(road.case.person)):
            if start <= day <= end:
                day = end + 1
        return horizon.day(day)

    def _days(
        self, person: PersonId, first: int, before: int, also: Iterable[int]
    ) -> tuple[int, ...]:
        """Return the days of a span to choose from; where only a weekend is left, its first."""
        key = (person, first, before)
        busy = self._ahead.busy(person)
        if key not in self._days_known:
            free = outside((day for day in self._grid(person) if first <= day < before), busy)
            self._days_known[key] = tuple(free or outside(range(first, before), busy)[:1])
        known = self._days_known[key]
        more = outside((day for day in also if first <= day < before), busy)
        return tuple(sorted({*known, *more})) if more else known

    def _grid(self, person: PersonId) -> list[int]:
        """Return the days on which somebody may be planned for anything.

        Whoever others lead to may be asked on the day after that.
        """
        if person not in self._grids:
            ends = (end + 1 for _, end in self._ahead.busy(person) if end >= 0)
            free = {*self._free.get(person, ()), *ends}
            times = self._pace.per_person
            days = self._ahead.horizon.grid(free, self._rest, times, self._opened)
            if person in self._led_to:
                following = {self._ahead.horizon.workday(day + 1) for day in days}
                days = sorted(following.union(days))
            self._grids[person] = days
        return self._grids[person]


def _goes_on(before: Road, road: Road, first: int) -> bool:
    """Tell whether a road found from a day on is the one that was open until the day before."""
    same = (before.case.chain, before.known, before.last) == (
        road.case.chain,
        road.known,
        first - 1,
    )
    return same and before.freedom.first is not None and road.freedom.first == first
