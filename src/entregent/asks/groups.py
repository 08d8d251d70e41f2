"""Groups: the companies, sectors and circles that people of the book belong to."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import assert_never

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
    away, shut = avoid(situation), situation.rules.discreet_companies
    gathered = _Gathered(situation)
    for key, staff in situation.staff().items():
        if key not in shut:
            gathered.house(key, staff - away)
    for key in situation.rules.houses.keys() - shut:
        gathered.house(key, set())
    for who in situation.people.keys() - away:
        gathered.person(who)
    return [gathered.group(sort, key) for sort, key in gathered.found if key]


def group_key(situation: Situation, sort: Sort, name: str) -> str:
    """Return the key under which a group of this name stands, empty for a name without letters."""
    match sort:
        case Sort.COMPANY:
            return company_key(name)
        case Sort.SECTOR:
            known = situation.sectors().named(name)
            return known.code if known else fold(name)
        case Sort.CIRCLE:
            return fold(name)
        case _:
            assert_never(sort)


@dataclass(slots=True)
class _Found:
    spelled: Counter[str] = field(default_factory=Counter)
    members: set[PersonId] = field(default_factory=set)


class _Gathered:
    """Groups as they are found, and what companies are called."""

    def __init__(self, situation: Situation) -> None:
        self.found: dict[tuple[Sort, str], _Found] = defaultdict(_Found)
        self._situation = situation
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        for person in situation.people.values():
            for held in person.positions:
                self._names[company_key(held.company)][held.company] += 1

    def house(self, key: str, staff: set[PersonId]) -> None:
        """Take a company of which something is told, with people who work there, and its sector."""
        said = self._situation.rules.houses.get(key)
        if staff or said:
            self._take(Sort.COMPANY, key, self._company(key), staff)
            if sector := sector_of_house(self._situation, key):
                self._sector(sector, staff)

    def person(self, who: PersonId) -> None:
        """Take the circles of a person, and the sectors said to be theirs."""
        person = self._situation.people[who]
        for name in person.circles:
            self._take(Sort.CIRCLE, fold(name), name, {who})
        for name in person.sectors:
            self._sector(name, {who})

    def group(self, sort: Sort, key: str) -> Group:
        """Return what was found under a key."""
        known, owner = self.found[sort, key], self._situation.owner
        return Group(
            sort,
            key,
            min(known.spelled, key=lambda name: (-known.spelled[name], name)),
            tuple(sorted(known.members - {owner})),
            self._situation.sectors().named(key) if sort is Sort.SECTOR else None,
            owner in known.members,
        )

    def _company(self, key: str) -> str:
        """Return what people call a company, or what the address that tells it reads as."""
        names, said = self._names.get(key), self._situation.rules.houses.get(key)
        if names:
            return min(names, key=lambda name: (-names[name], name))
        return said.company if said else label(key.replace(" ", "-"))

    def _sector(self, name: str, people: set[PersonId]) -> None:
        self._take(Sort.SECTOR, group_key(self._situation, Sort.SECTOR, name), name, people)

    def _take(self, sort: Sort, key: str, name: str, people: set[PersonId]) -> None:
        one = self.found[sort, key]
        one.spelled[name] += len(people)
        one.members |= people
