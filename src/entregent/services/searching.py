"""Finding people: by any word, by a field, or the one that is meant."""

import re
from datetime import date
from difflib import get_close_matches

from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.words import Said
from entregent.identity import ALIAS, handles
from entregent.services.desk import Desk
from entregent.services.ports import BookError

_FIELD = re.compile(r'(company|sector|circle|tag|was-at):(?:"([^"]*)"|(\S+))')
_NEAR = 3
_ENOUGH = 6
WAS_AT = "was-at"
"""The property under which a former employer without dates is kept."""


def find(desk: Desk, query: str) -> list[Person]:
    """Return who fits every part of a query, by name; everybody but the owner when it is empty.

    `company:` is the current employer, `was-at:` a former one; `sector:`, `circle:` and `tag:`
    are what they say; other words may stand in any field or note.
    """
    wanted = [(f[1], f[2] or f[3]) for f in _FIELD.finditer(query)]
    words = [fold(word) for word in _FIELD.sub(" ", query).split()]
    book = desk.book
    found = set(book.search(words)) if words else None
    people = [
        person
        for person in book.people()
        if person.id != book.owner
        and (found is None or person.id in found)
        and all(_fits(person, field, value, desk.today) for field, value in wanted)
    ]
    return sorted(people, key=lambda person: (fold(person.name), person.id))


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
    people = book.people()
    for fits in (_is_alias, _has_handle, _has_name, _has_words, _ends_so):
        found = [person for person in people if fits(person, words)]
        if len(found) == 1:
            return found[0]
        if found:
            among = ", ".join(_told_apart(person, desk.today) for person in found[:_NEAR])
            raise BookError("person.ambiguous", name=words, among=among)
    raise BookError("person.unknown", name=words, near=", ".join(_near(people, words)))


def _portrait(desk: Desk, person: PersonId) -> Person:
    found = desk.book.person(person)
    return found if found is not None else Person(person, "")


def _fits(person: Person, field: str, value: str, today: date) -> bool:
    folded = fold(value)
    match field:
        case "company":
            return any(company_key(name) == company_key(value) for name in person.companies(today))
        case "was-at":
            month = Month.of(today)
            former = [
                held.company
                for held in person.positions
                if held.end is not None and held.end < month
            ]
            former += [
                text.removeprefix(f"{WAS_AT}=")
                for said, text in person.details
                if said is Said.OTHER and text.startswith(f"{WAS_AT}=")
            ]
            return company_key(value) in map(company_key, former)
        case "sector":
            return folded in map(fold, person.sectors)
        case "circle":
            return folded in map(fold, person.circles)
        case _:
            return folded in map(fold, person.tags)


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
    close = get_close_matches(fold(words), list(by_fold), n=_NEAR, cutoff=0.7)
    return list(dict.fromkeys(by_fold[name] for name in close))
