"""What the book in memory does with its snapshot: pure functions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from entregent.domain.asking import ToPerson
from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Encounter, Entry
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.tellings import spread
from entregent.services.ports import BookError
from entregent.store import redact as redacting
from entregent.store.codec import clean
from entregent.store.facts import decode_fact, encode_fact
from entregent.store.redact import Redact
from entregent.store.snapshot import Member, Snapshot


def roots_of(people: Iterable[Member]) -> dict[PersonId, PersonId]:
    """Return each id with the one it answers under, at the end of its redirects."""
    into = {member.id: member.into for member in people}

    def root(one: PersonId) -> PersonId:
        stays = into[one]
        return one if stays is None else root(stays)

    return {one: root(one) for one in into}


def merged(
    people: tuple[Member, ...], gone: PersonId, stays: PersonId, batch: BatchId
) -> tuple[Member, ...]:
    """Let one go into another, at the ends of their redirects; the owner always stays."""
    roots = roots_of(people)
    goes, into = roots[gone], roots[stays]
    if goes == into:
        return people
    if next(member for member in people if member.id == goes).batch is None:
        goes, into = into, goes
    return tuple(
        replace(member, into=into, merged=batch) if member.id == goes else member
        for member in people
    )


def without(held: Snapshot, gone: set[PersonId], redact: Redact) -> Snapshot:
    """Return the book without these ids, and without mentions of them in what is left."""
    people = tuple(member for member in held.people if member.id not in gone)
    entries = [entry for entry in held.entries if not gone & named(entry)]
    encounters = [one for one in held.encounters if not gone & {one[0].person, one[0].other}]
    goals = [
        goal
        for goal in held.goals
        if not (isinstance(goal.target, ToPerson) and goal.target.person in gone)
    ]
    used: set[BatchId | None] = {entry.batch for entry in entries}
    used |= {one[2] for one in encounters}
    used |= {by for member in people for by in (member.batch, member.merged)}
    batches = [line for line in held.batches if line.id in used or line.kind is BatchKind.IMPORT]
    return replace(
        held,
        people=people,
        entries=tuple(redacting.redact_entry(entry, redact) for entry in entries),
        encounters=tuple(
            (
                redacting.redact_encounter(met, redact),
                redacting.redact_source(source, redact),
                batch,
            )
            for met, source, batch in encounters
        ),
        goals=tuple(redacting.redact_goal(goal, redact) for goal in goals),
        batches=tuple(redacting.redact_batch(line, redact) for line in batches),
    )


def stored_entry(entry: Entry) -> Entry:
    """Return the entry as it comes back from a database."""
    source = replace(entry.source, record=clean(entry.source.record))
    return replace(entry, fact=decode_fact(encode_fact(entry.fact)), source=source)


def stored_encounter(met: Encounter) -> Encounter:
    """Return the encounter as it comes back from a database."""
    return replace(met, where=clean(met.where), note=clean(met.note), key=clean(met.key))


def resolved_entry(entry: Entry, roots: Mapping[PersonId, PersonId]) -> Entry:
    """Return the entry with the ids that answer now."""
    fact = entry.fact
    places = {
        place: roots[one]
        for place in ("person", "other")
        if (one := getattr(fact, place, None)) is not None
    }
    return replace(entry, fact=replace(fact, **places)) if places else entry  # type: ignore[arg-type]


def named(entry: Entry) -> set[PersonId | None]:
    """Return whom an entry names, in either place."""
    places = (getattr(entry.fact, place, None) for place in ("person", "other"))
    return {one for one in places if one is not None}


def all_named(batch: Batch) -> Iterator[PersonId | None]:
    """Yield whom a batch names, anywhere but among the people it makes."""
    for entry in spread(batch.entries):
        yield from named(entry)
    for met, _ in batch.encounters:
        yield from (met.person, met.other)
    for pair in batch.merges:
        yield from pair


def all_ids(held: Snapshot) -> set[PersonId | None]:
    """Return everybody whom something in the book depends on."""
    ids = {one for entry in held.entries for one in named(entry)}
    ids |= {one for met, _, _ in held.encounters for one in (met.person, met.other)}
    ids |= {member.into for member in held.people if member.into is not None}
    return ids | {goal.target.person for goal in held.goals if isinstance(goal.target, ToPerson)}


def require(whom: set[PersonId | None], there: set[PersonId]) -> None:
    """Raise BookError `book.unknown-person` unless all who are named are there."""
    if missing := [one for one in whom if one not in there]:
        raise BookError("book.unknown-person", person=str(min(map(str, missing))))
