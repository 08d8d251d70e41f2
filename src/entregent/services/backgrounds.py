"""Backgrounds: what companies tell of somebody, where nobody said it of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from entregent.domain.facts import House, Position
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.sectors import Sector
from entregent.domain.text import company_key, fold
from entregent.services.desk import Desk
from entregent.services.employers import ByAddress, by_address, house_names

MOST_COLLEAGUES = 12
"""Of a company where more people of the book overlap, having been there says nothing."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who was in the same organisation from `start` to `end`, both months included.

    They may know each other: weaker than a tie, and no verdict rests on it.
    """

    person: Person
    company: str
    start: Month
    end: Month


@dataclass(frozen=True, slots=True)
class Background:
    """Employers that addresses tell, sectors that the table of sectors tells, and colleagues."""

    addressed: tuple[ByAddress, ...] = ()
    sectors: tuple[tuple[str, Sector], ...] = ()
    colleagues: tuple[Colleague, ...] = ()


def background(desk: Desk, person: Person) -> Background:
    """Compute what companies tell of somebody; for the owner, nothing."""
    if person.id == desk.book.owner:
        return Background()
    domains = desk.reference.domains
    mine = {domains.house(address) for address in person.emails} - {""}
    bearers = {one for domain in sorted(mine) for one in desk.book.search([domain])}
    names = house_names(desk.book.people(bearers), domains)
    told = by_address(person, names, domains, desk.today)
    employers = (*person.companies(desk.today), *(one.company for one in told))
    return Background(told, _sectors(desk, person, employers), _colleagues(desk, person))


def _sectors(
    desk: Desk, person: Person, employers: Iterable[str]
) -> tuple[tuple[str, Sector], ...]:
    """Return the sectors of employers, of which no source and nobody by hand says any."""
    said = {
        company_key(entry.fact.company)
        for entry in desk.book.entries((House,))
        if isinstance(entry.fact, House) and entry.fact.sector
    }
    own = {fold(one) for one in person.sectors}
    known = ((name, desk.reference.sectors.of(name)) for name in employers)
    return tuple(
        (name, sector)
        for name, sector in known
        if sector is not None and company_key(name) not in said and not sector.names & own
    )


def _colleagues(desk: Desk, person: Person) -> tuple[Colleague, ...]:
    found: list[Colleague] = []
    for key in dict.fromkeys(company_key(held.company) for held in person.positions if held.start):
        if not key:
            continue
        bearers = desk.book.people(set(desk.book.search(key.split())))
        others = [one for one in bearers if one.id not in (person.id, desk.book.owner)]
        there = [shared for one in others if (shared := _shared(person, one, key, desk))]
        found += there if len(there) <= MOST_COLLEAGUES else []
    return tuple(sorted(found, key=lambda one: (fold(one.person.name), one.person.id)))


def _shared(person: Person, other: Person, key: str, desk: Desk) -> Colleague | None:
    """Return the longest time that both are known by dates to have been in one organisation."""
    now = Month.of(desk.today)
    times = [
        Colleague(other, theirs.company, max(mine[0], their[0]), min(mine[1], their[1]))
        for held in person.positions
        for theirs in other.positions
        if company_key(held.company) == company_key(theirs.company) == key
        and (mine := _held(held, now)) is not None
        and (their := _held(theirs, now)) is not None
    ]
    overlapping = [one for one in times if one.start <= one.end]
    return max(overlapping, key=lambda one: _months(one.end) - _months(one.start), default=None)


def _held(position: Position, now: Month) -> tuple[Month, Month] | None:
    return None if position.start is None else (position.start, min(position.end or now, now))


def _months(month: Month) -> int:
    return month.year * 12 + month.month
