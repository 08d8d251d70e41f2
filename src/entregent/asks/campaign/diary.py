"""The diary: which asks are planned so far, and whether one more has room beside them."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from entregent.asks.campaign.horizon import WEEK
from entregent.asks.campaign.model import Cap, Pace
from entregent.asks.campaign.ways import Way
from entregent.domain.ids import PersonId


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` asks in any `length` days on end, those of the days `before` included.

    `cap` tells which of the owner's caps it is; None for the rest that people take.
    """

    cap: Cap | None
    of: tuple[str, str]
    length: int
    most: int
    before: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """All that limits asks; `everyone` the whole pace, `persons` and `circles` by whom they bind.

    `rest` is how long somebody rests, in days.
    """

    pace: Pace
    rest: int
    length: int
    asked: Mapping[PersonId, int]
    """How often each person was asked for this plan already."""
    lately: tuple[tuple[int, PersonId], ...]
    """The asks of the week before the plan, by day: negative numbers, and 0 for today's."""
    circles: Mapping[PersonId, tuple[str, ...]]
    _made: dict[PersonId, tuple[Limit, ...]] = field(default_factory=dict, compare=False)

    def on(self, person: PersonId) -> tuple[Limit, ...]:
        """Return every limit that an ask to somebody counts towards."""
        known = self._made.get(person)
        if known is None:
            known = self._made[person] = tuple(self._limits(person))
        return known

    def _limits(self, person: PersonId) -> Iterator[Limit]:
        pace = self.pace
        yield self.week
        yield self.resting(person)
        left = max(0, pace.per_person - self.asked.get(person, 0))
        yield Limit(Cap.PER_PERSON, ("person", person), self.length + WEEK, left)
        for circle in self.circles.get(person, ()):
            days = tuple(day for day, who in self.lately if circle in self.circles.get(who, ()))
            yield Limit(Cap.PER_CIRCLE, ("circle", circle), WEEK, pace.per_circle, days)

    @property
    def opened(self) -> set[int]:
        """The days on which an ask of the week before is a week old."""
        return {day + WEEK for day, _ in self.lately}

    @property
    def week(self) -> Limit:
        """The limit of all asks together."""
        every = tuple(day for day, _ in self.lately)
        return Limit(Cap.PER_WEEK, ("week", ""), WEEK, self.pace.per_week, every)

    def resting(self, person: PersonId) -> Limit:
        """Return the limit that lets somebody rest after a planned ask."""
        return Limit(None, ("rest", person), max(1, self.rest), 1)


class Diary:
    """Asks on their days, by what limits them."""

    def __init__(self, limits: Limits) -> None:
        """Begin with the asks that were sent lately."""
        self.limits = limits
        self.booked: dict[int, tuple[Way, int]] = {}
        self._days: dict[tuple[str, str], list[int]] = {}
        self._led: dict[PersonId, list[int]] = {}

    def first(self, way: Way, *, before: int | None = None) -> int | None:
        """Return the first day, before a day if one is given, on which the way has room."""
        days = way.days if before is None else way.days[: bisect_left(way.days, before)]
        return next((day for day in days if not self.full(way, day)), None)

    def full(self, way: Way, day: int) -> tuple[Limit, ...]:
        """Return the limits that leave no room for an ask on a day."""
        limits = self.limits.on(way.person)
        full = [limit for limit in limits if self._is_full(limit, day)]
        rest = self.limits.resting(way.person)
        if any(day <= led < day + rest.length for led in self._led.get(way.person, ())):
            full.append(rest)
        if way.known is not None:
            known = self.limits.resting(way.known)
            asked = self._days.get(known.of, ())
            if any(then <= day < then + known.length for then in asked):
                full.append(known)
        return tuple(full)

    def book(self, way: Way, day: int) -> None:
        """Plan an ask; the need must not be planned yet."""
        self.booked[way.need] = (way, day)
        for limit in self.limits.on(way.person):
            insort(self._days.setdefault(limit.of, []), day)
        if way.known is not None:
            self._led.setdefault(way.known, []).append(day)

    def cancel(self, need: int) -> tuple[Way, int]:
        """Take a need's ask off the diary, and return it."""
        way, day = self.booked.pop(need)
        for limit in self.limits.on(way.person):
            self._days[limit.of].remove(day)
        if way.known is not None:
            self._led[way.known].remove(day)
        return way, day

    def _is_full(self, limit: Limit, day: int) -> bool:
        """Tell whether some days on end that hold this one hold as many asks as they may."""
        if limit.most <= 0:
            return True
        near = [
            other
            for other in (*limit.before, *self._days.get(limit.of, ()))
            if abs(other - day) < limit.length
        ]
        starts = {day, *(other for other in near if other <= day)}
        return any(
            sum(start <= other < start + limit.length for other in near) >= limit.most
            for start in starts
        )


def value(booked: Iterable[tuple[Way, int]]) -> float:
    """Return what planned asks are worth together."""
    return sum(way.worth for way, _ in booked)
