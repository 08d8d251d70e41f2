"""The trash: people put away, in no answer, until they are brought back or forgotten."""

from dataclasses import replace

from entregent.domain.facts import Trashed
from entregent.domain.ids import BatchId
from entregent.domain.people import Person
from entregent.domain.portrait import REMOVED
from entregent.domain.text import fold
from entregent.services.desk import Desk
from entregent.services.meant import who
from entregent.services.recording import record
from entregent.services.shown import Shown, shown, trashed


def trash(desk: Desk) -> list[Person]:
    """Return who lies in the trash, by name."""
    people = desk.book.people(trashed(desk.book))
    return sorted(people, key=lambda person: (fold(person.name), person.id))


def put_away(desk: Desk, words: str) -> tuple[Person, BatchId]:
    """Put the one meant by `words` in the trash; return them, and the batch that says so.

    Raises BookError: person.me, person.unknown, person.ambiguous.
    """
    person = who(replace(desk, book=shown(desk.book)), words)
    return person, record(desk, [Trashed(person.id)], "trash")


def bring_back(desk: Desk, words: str) -> tuple[Person, BatchId]:
    """Bring somebody back from the trash with everything known of them.

    Raises BookError: person.unknown, person.ambiguous, among those in the trash.
    """
    away = trashed(desk.book)
    others = frozenset(person.id for person in desk.book.people()) - away
    person = who(replace(desk, book=Shown(desk.book, others)), words)
    return person, record(desk, [Trashed(person.id)], "trash --back", extra=REMOVED)
