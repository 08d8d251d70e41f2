"""Whether somebody fits a term of a query."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.sectors import Sector
from entregent.domain.text import company_key, fold
from entregent.domain.words import Said
from entregent.services.employers import by_address
from entregent.services.querying import Term, begins_words, digits, within
from entregent.services.reference import Reference

WAS_AT = "was-at"
"""The property under which a former employer without dates is kept."""


@dataclass(frozen=True)
class Fitting:
    """What terms are held against: a day, the tables, and what the book says of companies.

    `names` are companies' names by mail domain, `houses` their sectors by folded key.
    """

    today: date
    reference: Reference
    names: Mapping[str, str] = field(default_factory=dict)
    houses: Mapping[str, str] = field(default_factory=dict)

    def fits(self, person: Person, term: Term) -> bool:
        """Tell whether somebody fits the term, taken as wanted."""
        value = term.value
        match term.field:
            case "sector":
                alike = self.reference.sectors.alike(value)
                return any(fold(one) in alike for one in self.sectors(person))
            case "email":
                return any(fold(value) in fold(address) for address in person.emails)
            case "phone":
                wanted = digits(value)
                return bool(wanted) and any(wanted in _bare(phone) for phone in person.phones)
            case "source":
                return any(
                    fold(value) in (one.origin, *fold(one.file).split("/"))
                    for one in person.sources
                )
            case "company" | "was-at" | "circle" | "tag":
                return any(within(value, one) for one in self._names(person, term.field))
            case _:
                return any(begins_words(value, text) for text in _texts(person, term.field))

    def companies(self, person: Person) -> tuple[str, ...]:
        """Return the current employers, stated or else told by an address."""
        told = by_address(person, self.names, self.reference.domains, self.today)
        return person.companies(self.today) + tuple(one.company for one in told)

    def sectors(self, person: Person) -> tuple[str, ...]:
        """Return somebody's sectors, and those of their employers."""
        houses = (self._sector(company) for company in self.companies(person))
        return (*person.sectors, *filter(None, houses))

    def _sector(self, company: str) -> str:
        said = self.houses.get(company_key(company))
        known: Sector | None = self.reference.sectors.of(company)
        return said or (known.fr if known else "")

    def _names(self, person: Person, name: str) -> tuple[str, ...]:
        match name:
            case "company":
                return self.companies(person)
            case "was-at":
                return former(person, self.today)
            case "circle":
                return person.circles
            case _:
                return person.tags


def former(person: Person, today: date) -> tuple[str, ...]:
    """Return somebody's former employers, with dates or without."""
    month = Month.of(today)
    dated = (held.company for held in person.positions if held.end and held.end < month)
    told = (
        text.removeprefix(f"{WAS_AT}=")
        for said, text in person.details
        if said is Said.OTHER and text.startswith(f"{WAS_AT}=")
    )
    return (*dated, *told)


def _texts(person: Person, name: str) -> tuple[str, ...]:
    match name:
        case "name":
            return (person.name, *person.names)
        case "title":
            return (person.title, *(held.title for held in person.positions))
        case "topic":
            return person.topics
        case _:
            return tuple(value for said, value in person.details if said == name)


def _bare(phone: str) -> str:
    return "".join(char for char in phone if char.isdecimal())
