"""The world ahead: from which day somebody may be asked, by the same rules as today."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from entregent.asks.campaign.horizon import WEEK, Horizon
from entregent.asks.case import Case
from entregent.asks.reasons import find_reasons
from entregent.asks.situation import Situation
from entregent.domain.asking import Code, Reason, Verdict
from entregent.domain.facts import Position, Worked
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.words import Kind

_BARS = (Verdict.NEVER, Verdict.WAIT)
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Freedom:
    """The first day in a span on which somebody may be asked; else the date, where one is known.

    `because` holds what bars them before, or for good.
    """

    first: int | None
    until: date | None = None
    because: tuple[Code, ...] = ()


class Ahead:
    """The situation on each day to come, when nothing has happened by then but thanks.

    `turned` are today and the days from which somebody works elsewhere: all may change then.
    """

    def __init__(self, situation: Situation, horizon: Horizon) -> None:
        """Look ahead from a situation."""
        self.now = situation
        self.horizon = horizon
        self._days: dict[int, Situation] = {0: situation}
        self._known: dict[tuple[object, ...], Freedom] = {}
        self.turned = self._turned()
        self._parts = [(first, after - 1) for first, after in pairwise([*self.turned, horizon.end])]

    def on(self, number: int) -> Situation:
        """Return the situation on a day."""
        known = self._days.get(number)
        if known is None:
            known = self._days[number] = self.now.on(self.horizon.day(number))
        return known

    @property
    def turns(self) -> list[int]:
        """The days from which other ways may be open than before; the first is today."""
        return sorted({*self.turned, *self._ends()})

    def busy(self, person: PersonId) -> list[tuple[int, int]]:
        """Return the spans of which somebody told me that they are busy."""
        number = self.horizon.number
        told = self.now.rules.busy.get(person, ())
        return [(number(period.start), number(period.end)) for period in told]

    def free(self, case: Case, first: int, last: int) -> Freedom:
        """Return from when in a span of days the case's person may be asked.

        Between two changes of positions, who may be asked once may be asked from then on. What was
        found is kept by all that the answer rests on, whatever the rest of the case.
        """
        part = bisect_right(self.turned, first) - 1
        key = (*_signature(case), part)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._look(case, *self._parts[part])
        if known.first is None or known.first > last:
            until = known.until if known.first is None else self.horizon.day(known.first)
            return Freedom(None, until, known.because)
        return replace(known, first=max(known.first, first))

    def _look(self, case: Case, first: int, last: int) -> Freedom:
        because: dict[Code, None] = {}
        day = first
        while day <= last:
            found = self._reasons(case, day)
            barring = [reason for reason in found if bars(reason)]
            if not barring:
                if any(reason.code is Code.THANKS_OWED for reason in found):
                    return Freedom(max(day, WEEK), None, (*because, Code.THANKS_OWED))
                return Freedom(day, None, tuple(because))
            because.update(dict.fromkeys(reason.code for reason in barring))
            ends = [reason.until for reason in barring if reason.until is not None]
            if len(ends) < len(barring):
                return Freedom(None, None, tuple(because))
            day = max(map(self.horizon.number, ends))
        return Freedom(None, self.horizon.day(day), tuple(because))

    def _reasons(self, case: Case, day: int) -> tuple[Reason, ...]:
        return find_reasons(Case(self.on(day), case.goal, case.person, case.kind, case.chain))

    def _ends(self) -> Iterator[int]:
        """Yield the days within the plan from which a boundary or a rest of today's is over."""
        number, end = self.horizon.number, self.horizon.end
        for limits in self.now.rules.boundaries.values():
            days = (number(limit.until) + 1 for limit in limits if limit.until is not None)
            yield from (day for day in days if 0 < day < end)
        for past in self.now.histories.values():
            if (rest := past.rest) is not None and (day := number(rest.until)) < end:
                yield day

    def _turned(self) -> list[int]:
        """Return today, and the days on which a position or common work begins or ends."""
        now, end = Month.of(self.now.today), Month.of(self.horizon.day(self.horizon.end))
        held: list[Position | Worked] = [
            time for person in self.now.people.values() for time in person.positions
        ]
        held.extend(time for times in self.now.rules.worked.values() for time in times)
        begun = {time.start for time in held if time.start is not None}
        ended = {_next(time.end) for time in held if time.end is not None}
        months = sorted(month for month in begun | ended if now < month <= end)
        days = (self.horizon.number(date(month.year, month.month, 1)) for month in months)
        return [0, *(day for day in days if day < self.horizon.end)]


def bars(reason: Reason) -> bool:
    """Tell whether a plan may not ask in spite of this reason.

    Thanks that are owed come first, and then bar no more.
    """
    return reason.verdict in _BARS and reason.code is not Code.THANKS_OWED


def _next(month: Month) -> Month:
    if month.month == _DECEMBER:
        return Month(month.year + 1, 1)
    return Month(month.year, month.month + 1)


def _signature(case: Case) -> tuple[object, ...]:
    """Return what the reasons that bar somebody may rest on, beside the day."""
    limited = case.target != case.person and case.target in case.situation.rules.boundaries
    return (
        case.person,
        case.kind,
        (case.target, case.goal.kind) if limited else None,
        case.company if case.kind is Kind.REFERRAL else None,
        case.goal.continues,
    )
