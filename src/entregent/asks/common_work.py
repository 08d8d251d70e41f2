"""Common work: confirmed, or shown by positions that overlap in one organisation."""

from dataclasses import dataclass
from datetime import date

from entregent.asks.case import Case
from entregent.domain.facts import Position
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.text import company_key
from entregent.domain.words import Kind


@dataclass(frozen=True, slots=True)
class Overlap:
    """A time both were in one organisation: from the month `start` to `end`, both included."""

    company: str
    start: Month
    end: Month


def attests_work(case: Case) -> bool:
    """Tell whether the ask is one that only somebody who worked with me can grant."""
    return case.kind in (Kind.REFERENCE, Kind.RECOMMENDATION)


def confirmed(case: Case) -> bool:
    """Tell whether I confirmed that this person and I worked together."""
    now = Month.of(case.situation.today)
    told = case.situation.rules.worked.get(case.person, ())
    return any(worked.start is None or worked.start <= now for worked in told)


def overlaps(case: Case) -> tuple[Overlap, ...]:
    """Return the times during which this person and I were in one organisation."""
    people = case.situation.people
    return shared_times(people[case.situation.owner], people[case.person], case.situation.today)


def shared_times(me: Person, them: Person, today: date) -> tuple[Overlap, ...]:
    """Return the times during which two people were in one organisation, up to today."""
    now = Month.of(today)
    found = {
        shared
        for mine in me.positions
        for theirs in them.positions
        if (shared := _shared(mine, theirs, now)) is not None
    }
    return tuple(sorted(found, key=lambda shared: (shared.end, shared.start, shared.company)))


def _shared(mine: Position, theirs: Position, now: Month) -> Overlap | None:
    key = company_key(mine.company)
    if not key or key != company_key(theirs.company):
        return None
    (my_start, my_end), (their_start, their_end) = _held(mine, now), _held(theirs, now)
    start, end = max(my_start, their_start), min(my_end, their_end)
    return Overlap(theirs.company, start, end) if start <= end else None


def _held(position: Position, now: Month) -> tuple[Month, Month]:
    """Return the months a position was held for certain, up to now.

    An open end is now. Without a start only the last month is certain.
    """
    end = min(position.end or now, now)
    return position.start or end, end
