"""Birthdays that come up; the age is nobody's business."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from entregent.domain.people import Person
from entregent.domain.words import Said
from entregent.ledger.gift import Gift, What
from entregent.ledger.settling import item_of

_WRITTEN = re.compile(r"(?:\d{4}-?|--)?(\d{2})-?(\d{2})(?:[T ].*)?")
_LEAP = 2000


def birthdays(people: Iterable[Person], today: date, days: int) -> Iterator[Gift]:
    """Yield the birthdays from `today` to so many days later.

    A birthday is written `1980-05-17`, `19800517` or `--05-17`. One on 29 February falls on the
    28th in a common year.
    """
    last = today + timedelta(days=days)
    for person in people:
        told = _told(person)
        if told is None:
            continue
        for year in range(today.year, last.year + 1):
            day = _in(told, year)
            if today <= day <= last:
                yield Gift(What.BIRTHDAY, person.id, day, item_of("birthday", year))


def _told(person: Person) -> tuple[int, int] | None:
    """Return the month and day of somebody's birthday, where it is known and can be read."""
    said = next((value for what, value in person.details if what is Said.BIRTHDAY), "")
    found = _WRITTEN.fullmatch(said.strip())
    return _possible(int(found[1]), int(found[2])) if found else None


def _possible(month: int, day: int) -> tuple[int, int] | None:
    try:
        date(_LEAP, month, day)
    except ValueError:
        return None
    return month, day


def _in(told: tuple[int, int], year: int) -> date:
    month, day = told
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
