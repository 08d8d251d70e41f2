"""Names of the people an answer speaks of, looked up once each."""

from collections.abc import Collection, Mapping

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.services.desk import Desk
from entregent.services.given_names import given_name

_FEW = 32
"""After so many it is quicker to read everybody than one more."""


class Names:
    """Who is called what; the owner's own name may be empty."""

    def __init__(self, desk: Desk, met: Mapping[PersonId, Person] | None = None) -> None:
        """Look names up among those `met` already, and then in the book of this desk."""
        self._book = desk.book
        self._met: dict[PersonId, Person] = dict(met or {})
        self._short: dict[PersonId, str] = {}
        self.owner = desk.book.owner

    def meet(self, people: Collection[PersonId]) -> None:
        """Look these people up, all at once."""
        self._met |= {one.id: one for one in self._book.people(people)}

    def person(self, person: PersonId) -> Person:
        """Return a portrait; somebody gone is their id. From a few on, all are read at once."""
        if len(self._met) == _FEW:
            self._met |= {one.id: one for one in self._book.people()}
        if person not in self._met:
            self._met[person] = self._book.person(person) or Person(person, person)
        return self._met[person]

    def full(self, person: PersonId) -> str:
        """Return the whole name."""
        name = self.person(person).name
        return name or ("me" if person == self.owner else person)

    def short(self, person: PersonId) -> str:
        """Return the name one speaks by: the given name where it can be told."""
        name = self._short.get(person)
        if name is None:
            name = self._short[person] = given_name(self.person(person)) or self.full(person)
        return name
