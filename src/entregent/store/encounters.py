"""Encounters asked of the tables: one by one, or by what their traces are called."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from entregent.domain.facts import Encounter, Source
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.words import Channel, Origin
from entregent.store.codec import clean
from entregent.store.plain import chunks
from entregent.store.reading import ids_by_key
from entregent.store.tables import batch, encounter, file

_CHANNELS = {channel.value: channel for channel in Channel}


def encounters_with(who: Sequence[int] | None = None) -> Select[Any]:
    """Return the statement of encounters by date; persons are keys."""
    columns = encounter.c
    statement = (
        select(
            *(columns.person, columns.other, columns.day, columns.channel, columns.place),
            *(columns.note, columns.key, columns.origin, file.c.path, columns.record),
            batch.c.id,
            columns.seq,
        )
        .join_from(encounter, batch, columns.batch == batch.c.n)
        .outerjoin(file, columns.file == file.c.n)
        .order_by(columns.day, columns.seq)
    )
    if who is None:
        return statement
    return statement.where(or_(columns.person.in_(who), columns.other.in_(who)))


def read_encounter(
    row: Sequence[Any], ids: dict[int, PersonId]
) -> tuple[Encounter, Source, BatchId]:
    """Read a row of `encounters_with`; `ids` names the keys."""
    met = Encounter(
        person=ids[row[0]],
        other=ids[row[1]],
        on=date.fromordinal(row[2]),
        channel=_CHANNELS[row[3]],
        where=row[4],
        note=row[5],
        key=row[6] or "",
    )
    return met, Source(Origin(row[7]), row[8] or "", row[9]), BatchId(row[10])


def encounters(
    connection: Connection, who: Sequence[int] | None
) -> Iterator[tuple[Encounter, Source, BatchId]]:
    """Yield encounters by date, of these keys (None: of all)."""
    ids = ids_by_key(connection)
    for row in connection.execute(encounters_with(who)):
        yield read_encounter(row, ids)


def known_keys(connection: Connection, keys: Collection[str]) -> set[str]:
    """Return those of the keys that an encounter bears."""
    first = select(encounter.c.key).where(encounter.c.key.is_not(None)).limit(1)
    if connection.scalar(first) is None:
        return set()
    cleaned = {clean(key): key for key in keys if key}
    known: set[str] = set()
    for some in chunks(cleaned):
        borne = select(encounter.c.key).where(encounter.c.key.in_(some)).distinct()
        known.update(connection.scalars(borne))
    return {cleaned[key] for key in known}
