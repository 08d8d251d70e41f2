"""Rows for batches, people, facts and encounters."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, text

from entregent.domain.batches import BatchLine, FileReport
from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import BatchId, PersonId
from entregent.services.ports import BookError
from entregent.store.codec import clean, coder, to_json
from entregent.store.facts import encode_fact, encode_texts
from entregent.store.reading import chunks
from entregent.store.tables import batch, encounter, fact, file, person

_FILES = coder(tuple[FileReport, ...])
_ADD_ENCOUNTER = text(
    "INSERT INTO encounter"
    " (batch, person, other, day, channel, place, note, key, origin, file, record)"
    " VALUES (:batch, :person, :other, :day, :channel, :place, :note, :key, :origin, :file,"
    " :record) ON CONFLICT DO NOTHING"
)


def add_batch(connection: Connection, line: BatchLine) -> int:
    """Note a batch; return its key."""
    row = {
        "id": line.id,
        "kind": line.kind.value,
        "at": line.at.isoformat(),
        "title": clean(line.title),
        "files": to_json(_FILES.encode(line.files)),
    }
    made = connection.execute(insert(batch).values(row)).inserted_primary_key
    if made is None:
        raise TypeError(line)
    return int(made[0])


def add_people(connection: Connection, n: int | None, people: Iterable[PersonId]) -> None:
    """Make people, of whom nothing is known yet."""
    rows = [{"id": one, "batch": n} for one in people]
    if rows:
        connection.execute(insert(person), rows)


def keys(connection: Connection, ids: Collection[PersonId]) -> dict[PersonId, int]:
    """Return the keys of these ids; raises BookError `book.unknown-person`."""
    known: dict[PersonId, int] = {}
    for some in chunks(ids):
        rows = connection.execute(select(person.c.id, person.c.n).where(person.c.id.in_(some)))
        known.update((PersonId(row[0]), row[1]) for row in rows)
    if missing := set(ids) - known.keys():
        raise BookError("book.unknown-person", person=min(missing))
    return known


def add_entries(
    connection: Connection, entries: Sequence[Entry], batches: Mapping[BatchId, int]
) -> None:
    """Add facts; `batches` holds the key of each entry's batch."""
    if not entries:
        return
    who = keys(connection, named(entries))
    files = _files(connection, (entry.source for entry in entries))
    connection.execute(insert(fact), [_fact_row(entry, batches, who, files) for entry in entries])


def _fact_row(
    entry: Entry,
    batches: Mapping[BatchId, int],
    who: Mapping[PersonId, int],
    files: Mapping[str, int],
) -> dict[str, Any]:
    row = encode_fact(entry.fact)
    return {
        "id": entry.id,
        "batch": batches[entry.batch],
        "kind": row.kind,
        "person": who[row.person] if row.person else None,
        "other": who[row.other] if row.other else None,
        "day": row.day,
        "data": row.data,
        "origin": entry.source.origin.value,
        "file": files.get(entry.source.file),
        "record": clean(entry.source.record),
        "extra": encode_texts(entry.extra),
    }


def add_encounters(
    connection: Connection, n: int, encounters: Sequence[tuple[Encounter, Source]]
) -> None:
    """Add encounters; a trace that is already there, in the same direction, is left out."""
    if not encounters:
        return
    who = keys(connection, {one for met, _ in encounters for one in pair(met)})
    files = _files(connection, (source for _, source in encounters))
    rows = [_encounter_row(n, met, source, who, files) for met, source in encounters]
    fresh = list(_not_merged_before(connection, rows))
    if fresh:
        connection.execute(_ADD_ENCOUNTER, fresh)


def _encounter_row(
    n: int, met: Encounter, source: Source, who: Mapping[PersonId, int], files: Mapping[str, int]
) -> dict[str, Any]:
    return {
        "batch": n,
        "person": who[met.person],
        "other": who[met.other],
        "day": met.on.toordinal(),
        "channel": met.channel.value,
        "place": clean(met.where),
        "note": clean(met.note),
        "key": clean(met.key) or None,
        "origin": source.origin.value,
        "file": files.get(source.file),
        "record": clean(source.record),
    }


def _not_merged_before(
    connection: Connection, rows: Iterable[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Yield the rows that are new, also under the other ids of merged people.

    The unique index knows keys, not who they have become; only those who take part in a merge
    need this second look.
    """
    statement = select(person.c.n, person.c.root).where(person.c.root.is_not(None))
    roots: dict[int, int] = {row[0]: row[1] for row in connection.execute(statement)}
    merged = {*roots, *roots.values()}
    suspect = {row["key"] for row in rows if merged & {row["person"], row["other"]}} - {None}

    def identity(key: str, one: int, other: int) -> tuple[str, int, int]:
        return key, roots.get(one, one), roots.get(other, other)

    columns = encounter.c
    there = set()
    for some in chunks(suspect):
        borne = select(columns.key, columns.person, columns.other).where(columns.key.in_(some))
        there |= {identity(*row) for row in connection.execute(borne)}
    for row in rows:
        if row["key"] in suspect:
            mine = identity(row["key"], row["person"], row["other"])
            if mine in there:
                continue
            there.add(mine)
        yield row


def _files(connection: Connection, sources: Iterable[Source]) -> dict[str, int]:
    """Return the key of every file named, adding those that are new."""
    paths = {source.file: clean(source.file) for source in sources if source.file}
    known: dict[str, int] = {}
    for some in chunks(set(paths.values())):
        rows = connection.execute(select(file.c.path, file.c.n).where(file.c.path.in_(some)))
        known.update((row[0], row[1]) for row in rows)
    for path in sorted(set(paths.values()) - known.keys()):
        made = connection.execute(insert(file).values(path=path)).inserted_primary_key
        known[path] = 0 if made is None else made[0]
    return {path: known[cleaned] for path, cleaned in paths.items()}


def named(entries: Iterable[Entry]) -> set[PersonId]:
    """Return whom these facts name, in either place."""
    ids = {getattr(entry.fact, place, None) for entry in entries for place in ("person", "other")}
    return {one for one in ids if one is not None}


def pair(met: Encounter) -> tuple[PersonId, PersonId]:
    """Return the two of an encounter."""
    return met.person, met.other
