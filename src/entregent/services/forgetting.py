"""Forget: somebody leaves the book for good."""

from dataclasses import dataclass

from entregent.domain.events import Remembered
from entregent.domain.ids import FactId, PersonId
from entregent.domain.text import tokens
from entregent.services.desk import Desk
from entregent.services.events.capturing import captured
from entregent.services.never_again import Refusal
from entregent.services.ports import BookError


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who is gone, and which other facts still speak of them in the owner's own words."""

    name: str
    mentions: tuple[str, ...]


def forget(desk: Desk, person: PersonId, *, never_again: bool) -> Forgotten:
    """Delete a person and every fact about them, also from what the book keeps for undo.

    With `never_again`, salted hashes of their handles prevent a later import of them.
    Raises BookError: forget.owner.
    """
    book = desk.book
    if person == book.owner:
        raise BookError("forget.owner")
    portrait = book.person(person)
    if portrait is None:
        raise BookError("person.unknown", name=person, near="")
    salt, hashes = book.forgotten()
    book.withdraw(_lines_of(desk, person))
    book.forget(person, Refusal(salt, hashes).hashes(portrait) if never_again else ())
    return Forgotten(portrait.name, _mentions(desk, portrait.name))


def _lines_of(desk: Desk, person: PersonId) -> list[FactId]:
    """Return the lines typed at an event that tell of this person, and of nobody yet to be kept.

    Whoever else such a line tells of is in the book already; without the forgotten name it would
    be read otherwise than it was meant.
    """
    facts = [entry.fact for entry in desk.book.entries((Remembered,))]
    known = [fact for fact in facts if isinstance(fact, Remembered)]
    theirs = {fact.line for fact in known if fact.person == person}
    settled = {line: {fact.place for fact in known if fact.line == line} for line in theirs}
    if not theirs:
        return []
    return [
        one.id
        for one in captured(desk)
        if one.id in theirs and len(one.encounters) <= len(settled[one.id])
    ]


def _mentions(desk: Desk, name: str) -> tuple[str, ...]:
    wanted = set(tokens(name))
    texts = (getattr(entry.fact, "text", "") for entry in desk.book.entries())
    return tuple(text for text in texts if wanted and wanted <= set(tokens(text)))
