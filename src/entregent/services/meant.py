"""The one person who is meant by a name, a part of one, an address, a number or an id."""

import re
from collections.abc import Sequence
from datetime import date

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import fold, tokens
from entregent.domain.words import Said
from entregent.identity import handles
from entregent.identity.facets import ALIAS
from entregent.services.desk import Desk
from entregent.services.nearby import MOST, nearby
from entregent.services.ports import BookError

_ENOUGH = 6
_ID_END = re.compile(rf"@?[0-9a-f-]{{{_ENOUGH},}}", re.IGNORECASE)


def who(desk: Desk, words: str) -> Person:
    """Return the one person meant by a name, a part of one, an address, an id, or `me`.

    Raises BookError: person.unknown, person.ambiguous.
    """
    book = desk.book
    if fold(words) in ("me", "moi"):
        return _portrait(desk, book.owner)
    exact = book.person(PersonId(words.removeprefix("@")))
    if exact is not None:
        return exact
    found = _fitting(_bearers(desk, words), words)
    if not found:
        everybody = book.people()
        found = _fitting(everybody, words)
        if not found:
            raise BookError("person.unknown", name=words, near=", ".join(_near(everybody, words)))
    return _only(found, words, desk.today)


class Everybody:
    """Everybody of a book, at hand to look up many by what they are called."""

    def __init__(self, desk: Desk) -> None:
        """Read all portraits once."""
        self._desk = desk
        self._people = desk.book.people()
        self._by_id = {person.id: person for person in self._people}
        self._by_word: dict[str, list[Person]] = {}
        for person in self._people:
            called = " ".join((*person.names, person.name, *_aliases(person)))
            for word in {*tokens(called)}:
                self._by_word.setdefault(word, []).append(person)

    def who(self, words: str) -> Person:
        """Return the one person meant, as the function of this name does.

        Raises BookError: person.unknown (telling nobody near), person.ambiguous.
        """
        if fold(words) in ("me", "moi"):
            return _portrait(self._desk, self._desk.book.owner)
        exact = self._by_id.get(PersonId(words.removeprefix("@")))
        found = [exact] if exact is not None else _fitting(self._bearers(words), words)
        if not found and _is_no_name(words):
            found = _fitting(self._people, words)
        if not found:
            raise BookError("person.unknown", name=words, near="")
        return _only(found, words, self._desk.today)

    def _bearers(self, words: str) -> Sequence[Person]:
        """Return whose names or aliases hold the rarest of the words."""
        bearers = [self._by_word.get(word, []) for word in tokens(words)]
        return min(bearers, key=len, default=[])


def _is_no_name(words: str) -> bool:
    """Tell an address, a number, or what may be the end of an id."""
    return bool(handles.email(words) or handles.phone(words) or _ID_END.fullmatch(words))


def _only(found: Sequence[Person], words: str, today: date) -> Person:
    if len(found) > 1:
        among = ", ".join(_told_apart(person, today) for person in found[:MOST])
        raise BookError("person.ambiguous", name=words, among=among)
    return found[0]


def _aliases(person: Person) -> list[str]:
    mark = f"{ALIAS}="
    values = (value for said, value in person.details if said is Said.OTHER)
    return [value.removeprefix(mark) for value in values if value.startswith(mark)]


def _bearers(desk: Desk, words: str) -> list[Person]:
    """Return who bears the words anywhere: everybody so named is among them.

    Nobody for an address or a number, which others may write otherwise.
    """
    if handles.email(words) or handles.phone(words):
        return []
    return desk.book.people(desk.book.search(tokens(words)))


def _fitting(people: Sequence[Person], words: str) -> list[Person]:
    """Return those meant, by the surest of the ways in which somebody is."""
    for fits in (_is_alias, _has_handle, _has_name, _has_words, _ends_so):
        if found := [person for person in people if fits(person, words)]:
            return found
    return []


def _portrait(desk: Desk, person: PersonId) -> Person:
    found = desk.book.person(person)
    return found if found is not None else Person(person, "")


def _is_alias(person: Person, words: str) -> bool:
    return words.removeprefix("@") in _aliases(person)


def _ends_so(person: Person, words: str) -> bool:
    """Tell whether an id ends in these letters, the short form that people are shown."""
    ending = words.removeprefix("@").casefold()
    return len(ending) >= _ENOUGH and person.id.endswith(ending)


def _told_apart(person: Person, today: date) -> str:
    """Say what tells a homonym from another, with the end of the id that names one of them."""
    known = [*person.companies(today)[:1], *person.emails[:1]][:1]
    return f"{person.name} ({', '.join([*known, f'@{person.id[-_ENOUGH:]}'])})"


def _has_handle(person: Person, words: str) -> bool:
    address, number = handles.email(words), handles.phone(words)
    return (bool(address) and address in map(handles.email, person.emails)) or (
        bool(number) and number in map(handles.phone, person.phones)
    )


def _has_name(person: Person, words: str) -> bool:
    return fold(words) in map(fold, (person.name, *person.names))


def _has_words(person: Person, words: str) -> bool:
    wanted = set(tokens(words))
    return bool(wanted) and any(wanted <= set(tokens(name)) for name in person.names)


def _near(people: list[Person], words: str) -> list[str]:
    by_fold = {fold(person.name): person.name for person in people if person.name}
    by_fold |= {tokens(p.name)[0]: p.name for p in people if tokens(p.name)}
    close = nearby(fold(words), by_fold)
    return list(dict.fromkeys(by_fold[name] for name in close))
