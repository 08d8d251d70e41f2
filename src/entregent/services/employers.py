"""Employers that work addresses tell, where nobody said it: computed, never kept.

A stated position always wins. A domain's company takes the name that people with an address
there give it by their positions, or else the one that the domain reads as.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from entregent.domain.domains import Domains, label
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key
from entregent.domain.words import TRACES

LATELY = timedelta(days=730)
"""How long after the last encounter an address seen in mail still tells where somebody works."""
_AGREEING = 2
"""So many people give a name to a domain that it does not resemble."""


@dataclass(frozen=True, slots=True)
class ByAddress:
    """A company that an address tells."""

    company: str
    address: str


def house_names(people: Iterable[Person], domains: Domains) -> dict[str, str]:
    """Return, by domain, the name its people give their company where they say it."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    spelled: dict[str, str] = {}
    for person in people:
        companies = {company_key(held.company): held.company for held in person.positions}
        for key, company in companies.items():
            spelled.setdefault(key, company)
        for domain in {domains.house(address) for address in person.emails} - {""}:
            given[domain].update(key for key in companies if key)
    names: dict[str, str] = {}
    for domain, told in given.items():
        likely = [key for key, n in told.items() if alike(domain, key) or n >= _AGREEING]
        if likely:
            best = max(likely, key=lambda key: (alike(domain, key), told[key], key))
            names[domain] = spelled[best]
    return names


def by_address(
    person: Person, names: Mapping[str, str], domains: Domains, today: date
) -> tuple[ByAddress, ...]:
    """Return the companies that somebody's addresses tell; none where an employer is stated."""
    if person.companies(today):
        return ()
    found: dict[str, ByAddress] = {}
    for address in person.emails:
        if domain := domains.house(address):
            company = names.get(domain) or label(domain)
            found.setdefault(company_key(company), ByAddress(company, address))
    former = {company_key(held.company) for held in person.positions}
    return tuple(one for key, one in found.items() if key not in former)


def addressed(
    people: Collection[Person],
    last: Callable[[PersonId], date | None],
    domains: Domains,
    today: date,
) -> dict[PersonId, tuple[str, ...]]:
    """Return the companies, as folded keys, that judgements may take from addresses.

    Only of people of whom no source says any position, who stand in mail or a calendar, and with
    whom the owner's `last` encounter is recent.
    """
    house = _memory(domains)
    unsaid = [
        person
        for person in people
        if not person.positions
        and person.emails
        and any(one.origin in TRACES for one in person.sources)
        and (met := last(person.id)) is not None
        and today - met <= LATELY
    ]
    wanted = {house(address) for person in unsaid for address in person.emails} - {""}
    nearby = (one for one in people if not wanted.isdisjoint(map(house, one.emails)))
    names = house_names(nearby, domains)
    found: dict[PersonId, tuple[str, ...]] = {}
    for person in unsaid:
        told = by_address(person, names, domains, today)
        if told:
            found[person.id] = tuple(company_key(one.company) for one in told)
    return found


def _memory(domains: Domains) -> Callable[[str], str]:
    """Return what tells the house of an address, and looks at each domain once."""
    known: dict[str, str] = {}

    def house(address: str) -> str:
        end = address.rpartition("@")[2]
        if end not in known:
            known[end] = domains.house(address)
        return known[end]

    return house


def alike(domain: str, key: str) -> bool:
    """Tell whether a domain reads as a company's name: whole, its beginning, or its initials."""
    bare = domain.partition(".")[0].replace("-", "")
    words = key.split()
    joined = "".join(words)
    initials = "".join(word[0] for word in words)
    return bool(words) and (
        joined.startswith(bare) or bare.startswith(joined) or (len(words) > 1 and bare == initials)
    )
