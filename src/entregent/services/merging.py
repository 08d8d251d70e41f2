"""Merging: two people of the book are one human, or are not; said by hand, and undone."""

from dataclasses import dataclass

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Apart
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.people import Person
from entregent.identity.alike import Alike, alike_people
from entregent.services.desk import Desk
from entregent.services.intake import set_apart
from entregent.services.ports import BookError
from entregent.services.recording import record


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, with what speaks for it and against."""

    one: Person
    other: Person
    alike: Alike[PersonId]


def merge(desk: Desk, one: Person, other: Person) -> BatchId:
    """Make two people one, under the id that is older (the owner's always stays).

    Raises BookError: merge.same.
    """
    if one.id == other.id:
        raise BookError("merge.same", name=one.name)
    kept, gone = sorted((one.id, other.id), key=lambda person: (person != desk.book.owner, person))
    batch = BatchId(desk.ids.new())
    title = f"merge {one.name}, {other.name}"
    desk.book.apply(Batch(batch, BatchKind.MERGE, desk.now, merges=((gone, kept),), title=title))
    return batch


def keep_apart(desk: Desk, one: Person, other: Person) -> BatchId:
    """Keep for good that two people are two: never joined by an import, never suggested again.

    Raises BookError: merge.same.
    """
    if one.id == other.id:
        raise BookError("merge.same", name=one.name)
    return record(desk, [Apart(one.id, other.id)], "merge --no")


def alike(desk: Desk) -> list[Pair]:
    """Return the pairs who may be one human, the owner apart, the likeliest first."""
    people = {one.id: one for one in desk.book.people() if one.id != desk.book.owner}
    pairs = alike_people(people.values(), set_apart(desk.book))
    return [Pair(people[pair.one], people[pair.other], pair) for pair in pairs]
