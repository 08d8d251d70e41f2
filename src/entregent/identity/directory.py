"""The directory: everybody known so far, found by any handle; it grows as records come in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.text import company_key, fold
from entregent.domain.words import Origin, Said
from entregent.identity import handles
from entregent.identity.names import Name, parse

ALIAS = "id"
"""The unknown property under which a journal's own word for a person is kept."""

_HANDLES = ("email", "phone", "url", "name")


_ONE_ACCOUNT = frozenset({Origin.WHATSAPP, Origin.MONICA})
"""Sources of which an owner has one, so that all its files call its people alike."""


def file_of(origin: Origin, path: str) -> str:
    """Return where a record's label means one human: its file, or all files of one account."""
    return origin if origin in _ONE_ACCOUNT else path


@dataclass(slots=True)
class Known:
    """What identification needs of one person."""

    id: PersonId
    names: dict[str, Name] = field(default_factory=dict)
    emails: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    companies: set[str] = field(default_factory=set)
    origins: set[Origin] = field(default_factory=set)
    records: set[tuple[str, str]] = field(default_factory=set)
    aliases: set[str] = field(default_factory=set)


class Directory:
    """Looks people up by address, number, profile, name, or an id that a journal gave them."""

    def __init__(self, people: Iterable[Person], owner: PersonId) -> None:
        """Take in the people of the book."""
        self.owner = owner
        self.known: dict[PersonId, Known] = {}
        self._by: dict[str, dict[str, set[PersonId]]] = {
            kind: defaultdict(set) for kind in (*_HANDLES, "alias")
        }
        self._by_record: dict[tuple[str, str], set[PersonId]] = defaultdict(set)
        for person in people:
            self._take_person(person)

    def by(self, kind: str, handle: str) -> set[PersonId]:
        """Return who bears a handle; `kind` is email, phone, url, name or alias."""
        return self._by[kind].get(handle, set()) if handle else set()

    def by_record(self, path: str, record: str) -> set[PersonId]:
        """Return whom a record of a file (as `file_of` names it) was about."""
        return self._by_record.get((path, record), set())

    def take(self, person: PersonId, card: Card, origin: Origin, path: str) -> None:
        """Remember that a card is this person's."""
        known = self._open(person)
        for name in card.names:
            self._name(known, parse(name, card.given, card.family))
        self._index(known, "email", known.emails, map(handles.email, card.emails))
        self._index(known, "phone", known.phones, map(handles.phone, card.phones))
        self._index(known, "url", known.urls, map(handles.url, card.urls))
        known.companies.update(company_key(job.company) for job in card.jobs if job.company)
        known.origins.add(origin)
        self._record(known, file_of(origin, path), card.record)
        if card.exact:
            self._alias(known, card.ref)

    def join(self, double: PersonId, person: PersonId) -> None:
        """Remember that two people are one, `person` from now on."""
        gone, kept = self.known.pop(double), self._open(person)
        kept.names.update(gone.names)
        for mine, theirs in (
            (kept.emails, gone.emails),
            (kept.phones, gone.phones),
            (kept.urls, gone.urls),
            (kept.companies, gone.companies),
            (kept.aliases, gone.aliases),
        ):
            mine.update(theirs)
        kept.origins.update(gone.origins)
        kept.records.update(gone.records)
        for place in gone.records:
            self._by_record[place].discard(double)
            self._by_record[place].add(person)
        borne = (gone.emails, gone.phones, gone.urls, gone.names, gone.aliases)
        for kind, values in zip((*_HANDLES, "alias"), borne, strict=True):
            for value in values:
                bearing = self._by[kind][value]
                bearing.discard(double)
                bearing.add(person)

    def _take_person(self, person: Person) -> None:
        known = self._open(person.id)
        for name in person.names:
            self._name(known, parse(name))
        given = [value for said, value in person.details if said is Said.GIVEN]
        family = [value for said, value in person.details if said is Said.FAMILY]
        if given and family:
            self._name(known, parse("", given[0], family[0]))
        self._index(known, "email", known.emails, map(handles.email, person.emails))
        self._index(known, "phone", known.phones, map(handles.phone, person.phones))
        self._index(known, "url", known.urls, map(handles.url, person.urls))
        known.companies.update(company_key(held.company) for held in person.positions)
        for source in person.sources:
            known.origins.add(source.origin)
            self._record(known, file_of(source.origin, source.file), source.record)
        for said, value in person.details:
            if said is Said.OTHER and value.startswith(f"{ALIAS}="):
                self._alias(known, value.partition("=")[2])

    def _open(self, person: PersonId) -> Known:
        if person not in self.known:
            self.known[person] = Known(person)
            self._alias(self.known[person], person)
        return self.known[person]

    def _record(self, known: Known, path: str, record: str) -> None:
        known.records.add((path, record))
        self._by_record[path, record].add(known.id)

    def _alias(self, known: Known, word: str) -> None:
        known.aliases.add(fold(word))
        self._by["alias"][fold(word)].add(known.id)

    def _name(self, known: Known, name: Name) -> None:
        if name.key:
            known.names[name.key] = name
            self._by["name"][name.key].add(known.id)

    def _index(self, known: Known, kind: str, held: set[str], values: Iterable[str]) -> None:
        for value in values:
            if value:
                held.add(value)
                self._by[kind][value].add(known.id)
