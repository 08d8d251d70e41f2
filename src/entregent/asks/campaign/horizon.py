"""The horizon: the days a plan covers, counted from 0, today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

WEEK = 7
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Horizon:
    """So many weeks from today on; days are numbers, and may lie outside."""

    today: date
    weeks: int

    @property
    def end(self) -> int:
        """The first day after the plan."""
        return self.weeks * WEEK

    def day(self, number: int) -> date:
        """Return the date of a day."""
        return self.today + timedelta(days=number)

    def number(self, day: date) -> int:
        """Return which day a date is."""
        return (day - self.today).days

    def workday(self, number: int) -> int:
        """Return the day itself, or the Monday after a weekend's."""
        return (
            number + max(0, WEEK - day) if (day := self._weekday(number)) >= _SATURDAY else number
        )

    def last_workday(self, before: int) -> int:
        """Return the last day before a day that is no weekend's."""
        last = before - 1
        return last - max(0, self._weekday(last) - _SATURDAY + 1)

    def grid(
        self, free: Iterable[int], rest: int, times: int, opened: Iterable[int] = ()
    ) -> list[int]:
        """Return the days on which somebody may be planned who is `free` from each of some days.

        Asks to different people go together on one day a week, the first of them today's weekday;
        also on the weekdays of days `opened`, from them on.
        Somebody may also be asked as soon as they are free, and again after each `rest`, at most
        `times` in all. Weekends are left alone.
        """
        weekly = (range(self.workday(day), self.end, WEEK) for day in {0, *opened})
        starts = {*map(self.workday, free), *chain.from_iterable(weekly)}
        again = range(0, min(times * rest, self.end), rest) if rest > 0 else (0,)
        days = {self.workday(start + later) for start in starts for later in again}
        return sorted(day for day in days if day < self.end)

    def _weekday(self, number: int) -> int:
        return self.day(number).weekday()


def outside(days: Iterable[int], spans: Iterable[tuple[int, int]]) -> list[int]:
    """Return the days that lie in none of the spans, whose both ends are included."""
    kept = list(spans)
    return [day for day in days if not any(start <= day <= end for start, end in kept)]
