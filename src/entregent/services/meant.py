"""The one person who is meant by a name, a part of one, an address, a number or an id."""

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
    if len(found) > 1:
        among = ", ".join(_told_apart(person, desk.today) for person in found[:MOST])
        raise BookError("person.ambiguous", name=words, among=among)
    return found[0]


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
    wanted = f"{ALIAS}={words.removeprefix('@')}"
    return any(said is Said.OTHER and value == wanted for said, value in person.details)


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
