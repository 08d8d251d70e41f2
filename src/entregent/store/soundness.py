"""Whether a book taken out hangs together, before it is put back."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from entregent.domain.asking import ToPerson
from entregent.domain.ids import BatchId, PersonId
from entregent.services.ports import BookError
from entregent.store.codec import Plain
from entregent.store.snapshot import Snapshot, decoded


def sound(dumped: Mapping[str, Plain]) -> Snapshot:
    """Return the book that a dump holds, fit to be put back.

    Raises BookError `book.not-a-dump` when it is none or does not hang together.
    """
    snapshot = decoded(dumped)
    if not is_sound(snapshot):
        raise BookError("book.not-a-dump")
    return snapshot


def is_sound(taken: Snapshot) -> bool:
    """Tell whether everything named is there, once, and no merge leads astray."""
    people = {member.id for member in taken.people}
    batches = {line.id for line in taken.batches}
    return (
        any(member.id == taken.owner and member.into is None for member in taken.people)
        and all(map(_are_distinct, _identities(taken)))
        and people.issuperset(_people(taken))
        and batches.issuperset(_batches(taken))
        and _are_trees(taken)
        and _is_hexadecimal(taken.salt)
    )


def _are_distinct(values: Iterable[Hashable]) -> bool:
    listed = list(values)
    return len(listed) == len(set(listed))


def _identities(taken: Snapshot) -> Iterator[Iterable[Hashable]]:
    yield (member.id for member in taken.people)
    yield (line.id for line in taken.batches)
    yield (entry.id for entry in taken.entries)
    yield (planned.id for planned in taken.goals)
    yield taken.forgotten
    yield ((met.key, met.person, met.other) for met, _, _ in taken.encounters if met.key)


def _people(taken: Snapshot) -> Iterator[PersonId]:
    for fact in (
        *(entry.fact for entry in taken.entries),
        *(met for met, _, _ in taken.encounters),
    ):
        for side in ("person", "other"):
            if (one := getattr(fact, side, None)) is not None:
                yield one
    yield from (member.into for member in taken.people if member.into is not None)
    for planned in taken.goals:
        if isinstance(planned.target, ToPerson):
            yield planned.target.person


def _batches(taken: Snapshot) -> Iterator[BatchId]:
    yield from (entry.batch for entry in taken.entries)
    yield from (batch for _, _, batch in taken.encounters)
    for member in taken.people:
        yield from (one for one in (member.batch, member.merged) if one is not None)


def _are_trees(taken: Snapshot) -> bool:
    """Tell whether every merge ends with somebody who stays."""
    into = {member.id: member.into for member in taken.people}
    ends: set[PersonId] = {one for one, other in into.items() if other is None}
    for start in into:
        path: set[PersonId] = set()
        one: PersonId | None = start
        while one is not None and one not in ends:
            if one in path:
                return False
            path.add(one)
            one = into[one]
        ends |= path
    return True


def _is_hexadecimal(text: str) -> bool:
    try:
        return bool(bytes.fromhex(text))
    except ValueError:
        return False
