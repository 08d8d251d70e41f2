"""People who were forgotten for good: known only by salted hashes of their handles."""

import hashlib
from collections.abc import Iterable

from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.identity import handles, names


class Refusal:
    """Tells cards that must not come back, without knowing whose they are."""

    def __init__(self, salt: bytes, hashes: frozenset[str]) -> None:
        """Keep the book's salt and the hashes that were agreed to."""
        self._salt = salt
        self._hashes = hashes

    def covers(self, card: Card) -> bool:
        """Tell whether a card bears a handle that was forgotten for good."""
        if not self._hashes:
            return False
        return any(self._hash(handle) in self._hashes for handle in _of_card(card))

    def hashes(self, person: Person) -> list[str]:
        """Return what to remember of somebody's handles."""
        found = _handles(person.emails, person.phones, person.urls, person.names)
        return sorted({self._hash(handle) for handle in found})

    def _hash(self, handle: str) -> str:
        return hashlib.sha256(self._salt + handle.encode()).hexdigest()


def _of_card(card: Card) -> list[str]:
    return _handles(card.emails, card.phones, card.urls, card.names)


def _handles(
    emails: Iterable[str], phones: Iterable[str], urls: Iterable[str], spellings: Iterable[str]
) -> list[str]:
    found = [handles.email(value) for value in emails]
    found += [handles.phone(value) for value in phones]
    found += [handles.url(value) for value in urls]
    parsed = (names.parse(spelling) for spelling in spellings)
    found += [f"name:{name.key}" for name in parsed if name.full]
    return [handle for handle in found if handle]
