"""A member's timetable: on which days the asks they take fall."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from entregent.asks.pool.model import Member

_SATURDAY = 5
_DAY = timedelta(days=1)


class Window(NamedTuple):
    """From which day to which an ask may fall, both included."""

    opens: date
    by: date


def timetable(member: Member, windows: Sequence[Window]) -> list[date] | None:
    """Return a day for each of these asks of one member, or None where they do not fit.

    The most pressing first of those that are open (earliest deadline first, Jackson 1955): with
    rests between them this may miss a timetable that leaves a day free on purpose, never give a
    wrong one. A Saturday or Sunday is kept only for want of a Monday in time.
    """
    days: list[date | None] = [None] * len(windows)
    left = sorted(range(len(windows)), key=lambda n: (windows[n].by, windows[n].opens, n))
    months: Counter[tuple[int, int]] = Counter()
    free = member.free_from or date.min
    while left:
        day = _open_day(member, max(free, min(windows[n].opens for n in left)), months)
        chosen = next(n for n in left if windows[n].opens <= day)
        day = _working(day, windows[chosen].by)
        if day > windows[chosen].by or _full(member, day, months):
            return None
        days[chosen] = day
        months[day.year, day.month] += 1
        left.remove(chosen)
        free = day + timedelta(days=max(member.rest_days, 0))
    return [day for day in days if day is not None]


def _open_day(member: Member, day: date, months: Counter[tuple[int, int]]) -> date:
    """Return the first day from `day` on in a month that is not full."""
    while member.per_month != 0 and _full(member, day, months):
        day = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return day


def _full(member: Member, day: date, months: Counter[tuple[int, int]]) -> bool:
    return member.per_month is not None and months[day.year, day.month] >= member.per_month


def _working(day: date, by: date) -> date:
    """Return the Monday after a weekend day, where it comes in time."""
    monday = day + (7 - day.weekday()) * _DAY
    return monday if day.weekday() >= _SATURDAY and monday <= by else day
