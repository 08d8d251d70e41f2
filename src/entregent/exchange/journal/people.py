"""Who a journal's names and ids stand for."""

import re

from entregent.domain.ids import ME, PersonId
from entregent.domain.text import fold
from entregent.exchange.journal.grammar import Unreadable, Word

_ID = re.compile(r'[^\s";:=@]+')


def name_key(name: str) -> str:
    """Return what the spellings of one name share."""
    return fold(name) or name


class Names:
    """The people a journal declares, by id and by name, whatever the order of its lines.

    A `person` line without id speaks of the one bearer of its name who has none.
    """

    def __init__(self) -> None:
        """Start with nobody."""
        self._ids: dict[str, PersonId] = {}
        self._names: dict[PersonId, str] = {}
        self._bearers: dict[str, set[PersonId]] = {}

    def declare(self, name: str, identifier: str | None) -> PersonId:
        """Make a person known to the lines that mention them, and return their reference.

        Raises Unreadable when the id is not one, or another person's.
        """
        if identifier is not None:
            person = self._identified(name, identifier)
        elif name.strip():
            person = PersonId(f"name={name_key(name)}")
        else:
            raise Unreadable("missing-word", what="name")
        self._bear(name, person)
        return person

    def declare_owner(self, name: str, identifier: str | None) -> PersonId:
        """Make the owner's own name and id known."""
        if identifier is not None:
            self._identify(identifier, ME)
        self._bear(name, ME)
        return ME

    def _identified(self, name: str, identifier: str) -> PersonId:
        person = PersonId(identifier)
        if name_key(self._names.get(person, name)) != name_key(name):
            raise Unreadable("repeated-id", id=identifier)
        self._identify(identifier, person)
        return person

    def _identify(self, identifier: str, person: PersonId) -> None:
        if identifier == ME or not _ID.fullmatch(identifier):
            raise Unreadable("bad-id", id=identifier)
        if self._ids.setdefault(identifier, person) != person:
            raise Unreadable("repeated-id", id=identifier)

    def _bear(self, name: str, person: PersonId) -> None:
        self._names.setdefault(person, name)
        if name:
            self._bearers.setdefault(name_key(name), set()).add(person)

    def find(self, word: Word) -> PersonId:
        """Return whom a word means: `me`, `@id`, or a name, which may be new.

        Raises Unreadable for an unknown id and for a name that several people bear.
        """
        if word.says(ME) or word.says(f"@{ME}"):
            return ME
        if word.text.startswith("@") and not word.quoted:
            return self._by_id(word.text[1:])
        if not word.text.strip() or word.says("--"):
            raise Unreadable("missing-word", what="name")
        bearers = self._bearers.get(name_key(word.text), set())
        if len(bearers) > 1:
            raise Unreadable("ambiguous", name=word.text)
        return next(iter(bearers), PersonId(f"name={name_key(word.text)}"))

    def _by_id(self, identifier: str) -> PersonId:
        if identifier not in self._ids:
            raise Unreadable("unknown-id", id=identifier)
        return self._ids[identifier]

    def name(self, person: PersonId, word: Word) -> str:
        """Return the name of somebody mentioned as `word`."""
        return self._names.get(person, word.text)

    def exact(self, person: PersonId) -> bool:
        """Tell whether a person bears an id that the author chose."""
        return person in self._ids
