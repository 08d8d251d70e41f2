"""Companies as the book knows them: their people, their sector, their usage, their domains."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from entregent.asks.situation import gather_rules
from entregent.domain.facts import House
from entregent.domain.people import Person
from entregent.domain.sectors import Sector
from entregent.domain.text import company_key, fold
from entregent.domain.words import Usage
from entregent.services.desk import Desk
from entregent.services.employers import by_address, house_names
from entregent.services.fitting import former
from entregent.services.nearby import MOST, nearby
from entregent.services.ports import BookError


@dataclass(frozen=True, slots=True)
class Company:
    """A company: who is there, who is told to be there by an address alone, who was there.

    `sector` is what the sources or the owner said, `known` what the table of sectors tells where
    nobody said it.
    """

    name: str
    sector: str = ""
    known: Sector | None = None
    referrals: Usage | None = None
    domains: tuple[str, ...] = ()
    here: tuple[Person, ...] = ()
    addressed: tuple[tuple[Person, str], ...] = ()
    was_here: tuple[Person, ...] = ()

    @property
    def sector_from(self) -> Literal["said", "table"] | None:
        """Where the sector comes from, None when it is not known."""
        if self.sector:
            return "said"
        return "table" if self.known else None


def companies(desk: Desk) -> list[Company]:
    """Return the companies where somebody in the book works or worked, by name; me apart."""
    gathered = _Gathered(desk)
    found = [gathered.company(key) for key in gathered.spelled]
    return sorted(found, key=lambda company: (fold(company.name), company.name))


def company(desk: Desk, name: str) -> Company:
    """Return one company. Raises BookError: company.unknown, with those near."""
    gathered = _Gathered(desk)
    key = company_key(name)
    if key not in gathered.spelled and key not in gathered.houses:
        near = nearby(key, gathered.spelled)
        near += [other for other in gathered.spelled if f" {key} " in f" {other} "][:MOST]
        names = dict.fromkeys(gathered.spelled[other] for other in near)
        raise BookError("company.unknown", name=name, near=", ".join(names))
    return gathered.company(key)


class _Gathered:
    """Everybody's employers, now and before, by the companies' folded keys."""

    def __init__(self, desk: Desk) -> None:
        book, domains = desk.book, desk.reference.domains
        people = sorted(
            (person for person in book.people() if person.id != book.owner),
            key=lambda person: (fold(person.name), person.id),
        )
        self.spelled: dict[str, str] = {}
        self.houses: Mapping[str, House] = gather_rules(
            entry.fact for entry in book.entries((House,))
        ).houses
        self._sectors = desk.reference.sectors
        self._here: dict[str, list[Person]] = defaultdict(list)
        self._was: dict[str, list[Person]] = defaultdict(list)
        self._addressed: dict[str, list[tuple[Person, str]]] = defaultdict(list)
        names = house_names(people, domains)
        self._domains: dict[str, list[str]] = defaultdict(list)
        for domain, name in names.items():
            self._domains[company_key(name)].append(domain)
        for person in people:
            now = self._keys(person.companies(desk.today))
            for key in now:
                self._here[key].append(person)
            for key in self._keys(former(person, desk.today)) - now:
                self._was[key].append(person)
            for told in by_address(person, names, domains, desk.today):
                for key in self._keys([told.company]):
                    self._addressed[key].append((person, told.address))

    def _keys(self, names: Iterable[str]) -> set[str]:
        keys = {company_key(name): name for name in names if company_key(name)}
        self.spelled = keys | self.spelled
        return set(keys)

    def company(self, key: str) -> Company:
        """Return what is known under a folded key."""
        said = self.houses.get(key)
        name = self.spelled.get(key) or (said.company if said else key)
        return Company(
            name,
            said.sector if said else "",
            self._sectors.of(name),
            said.referrals if said else None,
            tuple(sorted(self._domains[key])),
            tuple(self._here[key]),
            tuple(self._addressed[key]),
            tuple(self._was[key]),
        )
