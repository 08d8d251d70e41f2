"""Outlooks: whether a chain will carry and what it opens, in a world that was read already."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from entregent.asks.targets import sector_of_house
from entregent.domain.ids import PersonId
from entregent.domain.pairs import pair
from entregent.domain.text import company_key, fold
from entregent.domain.words import Sort
from entregent.network.outlook import Carry, Ground, Opening, along, carry, in_touch, opening
from entregent.services.world import World

_Place = tuple[Sort, str]
"""What sort of group, and its folded key."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a chain carries, and what it opens where that can be told."""

    carry: Carry
    opening: Opening | None


class Outlooks:
    """Tells of chains that begin with me; whom I am in touch with where is gathered once."""

    def __init__(self, known: World) -> None:
        """Take the world that the chains were found in."""
        self._situation = known.situation
        self._ties = known.ties
        self._sectors: dict[str, str] = {}

    def of(self, people: Sequence[PersonId]) -> Outlook | None:
        """Return the outlook of a chain, None where two neighbours of it are not tied."""
        if any(pair(one, other) not in self._ties for one, other in pairwise(people)):
            return None
        strengths = along(people, self._ties, self._situation.settings)
        grounds = [
            Ground(place[0], name, self._others(place, people), place in self._own)
            for place, name in self._places(people[-1]).items()
        ]
        return Outlook(carry(people, strengths), opening(grounds, strengths[0]))

    def _others(self, place: _Place, people: Sequence[PersonId]) -> int:
        """Return how many I am in touch with in a place, those on the chain apart."""
        known = self._known.get(place, set())
        return len(known) - sum(who in known for who in people)

    @cached_property
    def _own(self) -> Collection[_Place]:
        """The places where I belong myself."""
        return self._places(self._situation.owner).keys()

    @cached_property
    def _known(self) -> Mapping[_Place, set[PersonId]]:
        """Whom I am in touch with in each place."""
        owner = self._situation.owner
        found: dict[_Place, set[PersonId]] = {}
        for one, other, there, _ in self._ties.strengths(self._situation.settings):
            if one == owner and in_touch(there) and other in self._situation.people:
                for place in self._places(other):
                    found.setdefault(place, set()).add(other)
        return found

    def _places(self, who: PersonId) -> Mapping[_Place, str]:
        """Return the sectors and companies of somebody, and what each is called."""
        situation = self._situation
        person = situation.people[who]
        found: dict[_Place, str] = {}
        for name in (*person.sectors, *map(self._sector, situation.employers(who))):
            named = situation.sectors().named(name)
            found.setdefault((Sort.SECTOR, named.code if named else fold(name)), name)
        for name in person.companies(situation.today):
            found.setdefault((Sort.COMPANY, company_key(name)), name)
        return {place: name for place, name in found.items() if place[1]}

    def _sector(self, company: str) -> str:
        """Return the sector of a company, looked up once each; nothing where it is not known."""
        if company not in self._sectors:
            self._sectors[company] = sector_of_house(self._situation, company)
        return self._sectors[company]
