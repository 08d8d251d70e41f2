"""The whole book out of the tables, and into empty ones."""

from itertools import groupby

from sqlalchemy import Connection, delete, func, insert, select, update

from entregent.domain.ids import BatchId, PersonId
from entregent.domain.tellings import spread
from entregent.services.ports import BookError
from entregent.store import tracing
from entregent.store.adding import add_batch, add_encounters, add_entries, add_people, keys
from entregent.store.drawing import redraw
from entregent.store.encounters import encounters_with, read_encounter
from entregent.store.goals import goals, keep
from entregent.store.lines import batch_lines
from entregent.store.reading import facts_with, ids_by_key, own_id, plainly, told_in
from entregent.store.snapshot import Member, Snapshot
from entregent.store.tables import batch, encounter, fact, forgotten, goal, meta, person
from entregent.store.writing import reroot


def snapshot(connection: Connection) -> Snapshot:
    """Return everything that is not derived, in the order it came."""
    ids = ids_by_key(connection, own_id)
    by_entry = encounters_with().order_by(None).order_by(encounter.c.seq)
    rows = connection.execute(select(meta.c.key, meta.c.value))
    said = {row[0]: row[1] for row in rows}
    return Snapshot(
        owner=PersonId(said["owner"]),
        salt=said["salt"],
        batches=tuple(batch_lines(plainly(connection))),
        people=tuple(_members(connection)),
        entries=tuple(spread(map(told_in, connection.execute(facts_with(own_id))))),
        encounters=tuple(read_encounter(row, ids) for row in connection.execute(by_entry)),
        goals=tuple(goals(plainly(connection), "own")),
        forgotten=tuple(connection.scalars(select(forgotten.c.hash).order_by(forgotten.c.hash))),
    )


def _members(connection: Connection) -> list[Member]:
    made, merged = batch.alias(), batch.alias()
    into = person.alias()
    statement = (
        select(person.c.id, made.c.id, into.c.id, merged.c.id)
        .outerjoin(made, person.c.batch == made.c.n)
        .outerjoin(into, person.c.into == into.c.n)
        .outerjoin(merged, person.c.merged == merged.c.n)
        .order_by(person.c.n)
    )
    return [Member(*row) for row in connection.execute(statement)]


def restore(connection: Connection, taken: Snapshot) -> None:
    """Fill an empty book; raises BookError `book.not-empty`."""
    for table in (batch, fact, encounter, goal):
        if connection.execute(select(func.count()).select_from(table)).scalar_one():
            raise BookError("book.not-empty")
    connection.execute(delete(person))
    _set_meta(connection, {"owner": taken.owner, "salt": taken.salt})
    batches = {line.id: add_batch(connection, line) for line in taken.batches}
    _restore_people(connection, taken, batches)
    add_entries(connection, taken.entries, batches)
    for name, group in groupby(taken.encounters, key=lambda met: met[2]):
        add_encounters(connection, batches[name], [(met, source) for met, source, _ in group])
    tracing.refill(plainly(connection))
    for planned in taken.goals:
        keep(plainly(connection), planned)
    if taken.forgotten:
        connection.execute(insert(forgotten), [{"hash": one} for one in taken.forgotten])
    _restore_merges(connection, taken, batches)
    redraw(connection, connection.scalars(select(person.c.n)).all())


def _set_meta(connection: Connection, values: dict[str, str]) -> None:
    for key, value in values.items():
        connection.execute(update(meta).where(meta.c.key == key).values(value=value))


def _restore_people(connection: Connection, taken: Snapshot, batches: dict[BatchId, int]) -> None:
    for made_by, group in groupby(taken.people, key=lambda member: member.batch):
        n = None if made_by is None else batches[made_by]
        add_people(connection, n, [member.id for member in group])


def _restore_merges(connection: Connection, taken: Snapshot, batches: dict[BatchId, int]) -> None:
    """Redirect last, so that each trace is judged by the ids it was written with."""
    merged = [member for member in taken.people if member.into and member.merged]
    who = keys(connection, {one for member in merged for one in (member.id, member.into) if one})
    for member in merged:
        if member.into and member.merged:
            values = {"into": who[member.into], "merged": batches[member.merged]}
            connection.execute(update(person).where(person.c.n == who[member.id]).values(values))
    reroot(connection)
