"""By when: the day that a sentence sets, told from the day it was written on."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from entregent.ledger.inbox.words import Tongue

_DAY = timedelta(days=1)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/])")
_YEAR = re.compile(r"[\s,]*(\d{4})(?!\d)")
_ORDINAL = r"(?:er|st|nd|rd|th)?"
_REACH = 24
"""So many letters may stand between the word that sets a day and the day."""
_SUNDAY = 6
_CENTURY = 2000
_FAR = 100


def deadline(told: str, tongue: Tongue, written: date) -> date | None:
    """Return the first day by which something is wanted, in a flat sentence; None for no day.

    A day without a year is the next of its name; so is a weekday.
    """
    for found in tongue.time("before").finditer(told):
        rest = told[found.end() :]
        days = sorted(_days(rest, tongue, written))
        if days and days[0][0] <= _REACH:
            return days[0][1]
    return None


def _days(rest: str, tongue: Tongue, written: date) -> Iterator[tuple[int, date]]:
    """Yield the days that a text names, each with the place where it does."""
    yield from _in_numbers(rest, tongue, written)
    yield from _by_month(rest, tongue, written)
    for number, name in enumerate(tongue.calendar("weekdays")):
        if found := re.search(rf"\b{name}\b", rest):
            yield found.start(), written + _DAY * ((number - written.weekday() - 1) % 7 + 1)
    named = {
        "today": written,
        "tomorrow": written + _DAY,
        "week-end": written + _DAY * (_SUNDAY - written.weekday()),
        "month-end": _month_after(written) - _DAY,
    }
    for name, day in named.items():
        if found := tongue.time(name).search(rest):
            yield found.start(), day


def _in_numbers(rest: str, tongue: Tongue, written: date) -> Iterator[tuple[int, date]]:
    if found := _ISO.search(rest):
        yield from _real(found.start(), int(found[1]), int(found[2]), int(found[3]))
    elif (found := _NUMBERS.search(rest)) and tongue.day_first:
        day, month, year = int(found[1]), int(found[2]), int(found[3] or 0)
        year += _CENTURY if 0 < year < _FAR else 0
        yield from _next(found.start(), year, month, day, written)


def _by_month(rest: str, tongue: Tongue, written: date) -> Iterator[tuple[int, date]]:
    names = "|".join(tongue.calendar("months"))
    day_first = re.search(rf"\b(\d{{1,2}}){_ORDINAL}(?: of)? ({names})\b", rest)
    month_first = re.search(rf"\b({names}) (\d{{1,2}}){_ORDINAL}\b", rest)
    if day_first:
        found, name, day = day_first, day_first[2], int(day_first[1])
    elif month_first:
        found, name, day = month_first, month_first[1], int(month_first[2])
    else:
        return
    year = _YEAR.match(rest, found.end())
    month = tongue.calendar("months").index(name) + 1
    yield from _next(found.start(), int(year[1]) if year else 0, month, day, written)


def _next(at: int, year: int, month: int, day: int, written: date) -> Iterator[tuple[int, date]]:
    """Yield a day; without a year (0), the next of its name."""
    for each in (year,) if year else range(written.year, written.year + 5):
        for place, found in _real(at, each, month, day):
            if year or found >= written:
                yield place, found
                return


def _real(at: int, year: int, month: int, day: int) -> Iterator[tuple[int, date]]:
    try:
        yield at, date(year, month, day)
    except ValueError:
        return


def _month_after(day: date) -> date:
    return (day.replace(day=1) + _DAY * 31).replace(day=1)
