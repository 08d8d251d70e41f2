"""Merging: two people of the book are one human, said by hand; undone like any batch."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.identity import handles, names
from entregent.services.desk import Desk
from entregent.services.ports import BookError


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


def alike(desk: Desk) -> list[tuple[Person, Person]]:
    """Return pairs who may be one human, the owner apart: by a likely name, or a shared handle."""
    people = [person for person in desk.book.people() if person.id != desk.book.owner]
    spelled = {person.id: [names.parse(name) for name in person.names] for person in people}
    pairs: dict[tuple[PersonId, PersonId], tuple[Person, Person]] = {}
    for bucket in _buckets(people, spelled):
        for one, other in combinations(bucket, 2):
            if any(
                names.likely(mine, theirs) or not (mine.full and theirs.full)
                for mine in spelled[one.id]
                for theirs in spelled[other.id]
            ):
                pairs[one.id, other.id] = (one, other)
    return sorted(pairs.values(), key=lambda both: (fold(both[0].name), both[0].id, both[1].id))


def _buckets(
    people: Iterable[Person], spelled: Mapping[PersonId, Sequence[names.Name]]
) -> Iterable[list[Person]]:
    """Group people by a word of their full family names, and by the handles they bear."""
    buckets: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        words = {f"name {word}" for name in spelled[person.id] if name.full for word in name.family}
        shared = {handles.email(address) for address in person.emails}
        shared |= {handles.phone(number) for number in person.phones}
        shared |= {handles.url(address) for address in person.urls}
        for key in sorted(words | shared - {""}):
            buckets[key].append(person)
    return buckets.values()
