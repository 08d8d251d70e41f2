"""Undo: a batch leaves as it came, unless something later leans on it."""

from dataclasses import dataclass
from itertools import dropwhile

from entregent.domain.batches import BatchKind, BatchLine
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.people import Person
from entregent.services.asking_targets import aimed_at
from entregent.services.desk import Desk
from entregent.services.ports import Book, BookError


@dataclass(frozen=True, slots=True)
class Undone:
    """The batch that went, how many people went with it, and those who stay by name only."""

    batch: BatchLine
    people_gone: int
    stubs: tuple[Person, ...]


def undo(desk: Desk, batch: str | None) -> Undone:
    """Take a batch out: the one whose id begins or ends so, else the last import or merge.

    Raises BookError: undo.nothing, undo.unknown, undo.depends.
    """
    line = _line(desk, batch)
    born, merges = desk.book.born(line.id), desk.book.merges()
    stubs = _stubs(desk, line, born)
    kept = tuple(person for p in stubs if (person := desk.book.person(p)) is not None)
    desk.book.undo(line.id, stubs)
    joined = {gone for gone, _, made in merges if made == line.id}
    return Undone(line, len(born - joined - stubs.keys()), kept)


def _line(desk: Desk, batch: str | None) -> BatchLine:
    lines = desk.book.batches()
    if batch is None:
        whole = [line for line in lines if line.kind is not BatchKind.HAND]
        if not whole:
            raise BookError("undo.nothing")
        return whole[-1]
    found = [line for line in lines if line.id.startswith(batch) or line.id.endswith(batch)]
    if len(found) != 1 or not batch:
        raise BookError("undo.unknown", id=batch)
    return found[0]


def _stubs(desk: Desk, line: BatchLine, born: frozenset[PersonId]) -> dict[PersonId, str]:
    """Return who stays because of later words by hand; refuse when more than words lean on it."""
    book = desk.book
    later = list(dropwhile(lambda other: other.id != line.id, book.batches()))[1:]
    after = {other.id for other in later}
    aims = {person for goal in book.goals() if (person := aimed_at(goal)) is not None}
    leaning = _leaning(book, born)
    _refuse_dependents(later, set().union(*leaning.values()))
    stubs: dict[PersonId, str] = {}
    for person in sorted(born):
        if leaning[person] & after or person in aims:
            portrait = book.person(person)
            stubs[person] = portrait.name if portrait else ""
    return stubs


def _leaning(book: Book, born: frozenset[PersonId]) -> dict[PersonId, set[BatchId]]:
    """Return the batches that say something of each of these people."""
    leaning: dict[PersonId, set[BatchId]] = {person: set() for person in born}
    for entry in book.entries():
        for name in ("person", "other"):
            if (person := getattr(entry.fact, name, None)) in leaning:
                leaning[person].add(entry.batch)
    for encounter, _, batch in book.encounters():
        for person in (encounter.person, encounter.other):
            if person in leaning:
                leaning[person].add(batch)
    for gone, into, batch in book.merges():
        for person in (gone, into):
            if person in leaning:
                leaning[person].add(batch)
    return leaning


def _refuse_dependents(later: list[BatchLine], leaning: set[BatchId]) -> None:
    """Name the last of the batches that must be undone first."""
    for other in reversed(later):
        if other.id in leaning and other.kind is not BatchKind.HAND:
            raise BookError("undo.depends", batch=other.id, title=other.title)
