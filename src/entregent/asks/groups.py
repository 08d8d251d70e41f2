"""Groups: the companies, sectors and circles that people of the book belong to."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from entregent.asks.avoid import avoid
from entregent.asks.situation import Situation
from entregent.asks.targets import sector_of_house
from entregent.domain.domains import label
from entregent.domain.ids import PersonId
from entregent.domain.sectors import Sector
from entregent.domain.text import company_key, fold
from entregent.domain.words import Sort


@dataclass(frozen=True, slots=True)
class Group:
    """A group, with everybody in it who may be suggested.

    `key` is what its spellings share, `name` the usual one. `sector` is the table's, for a sector
    that it knows. `mine` tells whether I belong to it.
    """

    sort: Sort
    key: str
    name: str
    members: tuple[PersonId, ...] = ()
    sector: Sector | None = None
    mine: bool = False


def gather_groups(situation: Situation) -> list[Group]:
    """Return every company, sector and circle that the book tells of, those without people too.

    People belong to companies and sectors as `target_set` has it. Nothing is told by people who
    are left out or must not know, nor of companies where nobody must know.
    """
    gathered = _Gathered(situation)
    for who in situation.people.keys() - avoid(situation):
        for sort, key, name in gathered.around(who):
            gathered.found[sort, key].take(who, name)
    for sort, key, name in gathered.said():
        gathered.found[sort, key].spelled[name] += 0
    shut = situation.rules.discreet_companies
    return [
        gathered.group(sort, key)
        for sort, key in gathered.found
        if key and (sort is not Sort.COMPANY or key not in shut)
    ]


def group_key(situation: Situation, sort: Sort, name: str) -> str:
    """Return the key under which a group of this name stands, empty for a name without letters."""
    match sort:
        case Sort.COMPANY:
            return company_key(name)
        case Sort.SECTOR:
            known = situation.sectors.named(name)
            return known.code if known else fold(name)
        case Sort.CIRCLE:
            return fold(name)


@dataclass(slots=True)
class _Found:
    spelled: Counter[str] = field(default_factory=Counter)
    members: set[PersonId] = field(default_factory=set)

    def take(self, who: PersonId, name: str) -> None:
        self.spelled[name] += 1
        self.members.add(who)


_Named = tuple[Sort, str, str]
"""A group's sort and key, and its name as it is spelled in one place."""


class _Gathered:
    """Groups as they are found, and what companies are called, looked up once each."""

    def __init__(self, situation: Situation) -> None:
        self.found: dict[tuple[Sort, str], _Found] = defaultdict(_Found)
        self._situation = situation
        self._houses: dict[str, tuple[_Named, ...]] = {}
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        for person in situation.people.values():
            for held in person.positions:
                self._names[company_key(held.company)][held.company] += 1

    def around(self, who: PersonId) -> Iterator[_Named]:
        """Yield the groups of one person."""
        person = self._situation.people[who]
        for name in person.circles:
            yield Sort.CIRCLE, fold(name), name
        told = [self._sector(name) for name in person.sectors]
        for key in self._situation.employers(who):
            told += self._house(key)
        yield from dict.fromkeys(told)

    def said(self) -> Iterator[_Named]:
        """Yield the companies that something was said of, and their sectors."""
        for key in self._situation.rules.houses.keys() - self._situation.rules.discreet_companies:
            yield from self._house(key)

    def group(self, sort: Sort, key: str) -> Group:
        """Return what was found under a key."""
        known, owner = self.found[sort, key], self._situation.owner
        return Group(
            sort,
            key,
            min(known.spelled, key=lambda name: (-known.spelled[name], name)),
            tuple(sorted(known.members - {owner})),
            self._situation.sectors.named(key) if sort is Sort.SECTOR else None,
            owner in known.members,
        )

    def _house(self, key: str) -> tuple[_Named, ...]:
        """Return a company and its sector."""
        if key not in self._houses:
            sector = sector_of_house(self._situation, key)
            company = (Sort.COMPANY, key, self._company(key))
            self._houses[key] = (company, self._sector(sector)) if sector else (company,)
        return self._houses[key]

    def _company(self, key: str) -> str:
        """Return what people call a company, or what the address that tells it reads as."""
        names, said = self._names.get(key), self._situation.rules.houses.get(key)
        if names:
            return min(names, key=lambda name: (-names[name], name))
        return said.company if said else label(key.replace(" ", "-"))

    def _sector(self, name: str) -> _Named:
        return Sort.SECTOR, group_key(self._situation, Sort.SECTOR, name), name
