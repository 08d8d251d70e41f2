"""Rows for batches, people, facts and encounters."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, insert, select

from entregent.domain.batches import BatchLine, FileReport
from entregent.domain.facts import Encounter, Source
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.tellings import Telling, Told
from entregent.services.ports import BookError
from entregent.store.bulk import add_rows
from entregent.store.codec import clean, coder, to_json
from entregent.store.derive import UNDRAWN, Drawn
from entregent.store.facts import encode_fact, encode_texts
from entregent.store.plain import chunks
from entregent.store.tables import batch, encounter, fact, file, person
from entregent.store.tellings import encode_telling

_FILES = coder(tuple[FileReport, ...])
_FACT = (
    *("id", "batch", "kind", "person", "other", "day", "data", "origin", "file", "record", "extra"),
)
_ENCOUNTER = (
    *("batch", "person", "other", "day", "channel", "place", "note", "key", "origin", "file"),
    "record",
)
_MANY = 5000
"""From how many ids on it is quicker to look through everybody."""
_KEY = _ENCOUNTER.index("key")
_BOTH = slice(1, 3)
_Row: TypeAlias = tuple[Any, ...]


def add_batch(connection: Connection, line: BatchLine) -> int:
    """Note a batch; return its key."""
    row = {
        "id": line.id,
        "kind": line.kind.value,
        "at": line.at.isoformat(),
        "title": clean(line.title),
        "files": encode_files(line.files),
    }
    made = connection.execute(insert(batch).values(row)).inserted_primary_key
    if made is None:
        raise TypeError(line)
    return int(made[0])


def encode_files(files: tuple[FileReport, ...]) -> str:
    """Lay out what became of a batch's files."""
    return to_json(_FILES.encode(files))


def add_people(
    connection: Connection,
    n: int | None,
    people: Iterable[PersonId],
    draw: Callable[[PersonId], Drawn] = lambda _: UNDRAWN,
) -> None:
    """Make people, each with what is drawn of them as they are written, or nothing yet."""
    rows = ((one, n, *draw(one)) for one in people)
    add_rows(connection, person, ("id", "batch", "portrait", "search"), rows)


def keys(connection: Connection, ids: Collection[PersonId]) -> dict[PersonId, int]:
    """Return the keys of these ids; raises BookError `book.unknown-person`."""
    known: dict[PersonId, int] = {}
    if len(ids) > _MANY:
        everybody = connection.execute(select(person.c.id, person.c.n))
        known = {row[0]: row[1] for row in everybody if row[0] in ids}
    for some in chunks(() if known else ids):
        rows = connection.execute(select(person.c.id, person.c.n).where(person.c.id.in_(some)))
        known.update((PersonId(row[0]), row[1]) for row in rows)
    if missing := set(ids) - known.keys():
        raise BookError("book.unknown-person", person=min(missing))
    return known


def add_entries(
    connection: Connection, entries: Sequence[Told], batches: Mapping[BatchId, int]
) -> None:
    """Add facts; `batches` holds the key of each entry's batch."""
    if not entries:
        return
    who = keys(connection, named(entries))
    files = _files(connection, (entry.source for entry in entries))
    add_rows(connection, fact, _FACT, _fact_rows(entries, batches, who, files))


def _fact_rows(
    entries: Iterable[Told],
    batches: Mapping[BatchId, int],
    who: Mapping[PersonId, int],
    files: Mapping[str, int],
) -> Iterator[_Row]:
    """Lay the facts out; what one record says comes together, and bears one source."""
    last: Source | None = None
    origin = record = ""
    path: int | None = None
    for told in entries:
        source = told.source
        if source is not last:
            last, origin, path = source, source.origin.value, files.get(source.file)
            record = clean(source.record)
        extra = encode_texts(told.extra)
        batch_key = batches[told.batch]
        if isinstance(told, Telling):
            kind, data = encode_telling(told.facts)
            about = (who[told.person], None, None, data)
            yield (told.first, batch_key, kind, *about, origin, path, record, extra)
            continue
        kind, one, other, day, data = encode_fact(told.fact)
        yield (
            *(told.id, batch_key, kind),
            *(who[one] if one else None, who[other] if other else None),
            *(day, data, origin, path, record, extra),
        )


def add_encounters(
    connection: Connection, n: int, encounters: Sequence[tuple[Encounter, Source]]
) -> None:
    """Add encounters; a trace that is already there, in the same direction, is left out."""
    if not encounters:
        return
    people = {met.person for met, _ in encounters} | {met.other for met, _ in encounters}
    who = keys(connection, people)
    files = _files(connection, (source for _, source in encounters))
    roots = _roots(connection)
    merged = {*roots, *roots.values()} & set(who.values())
    made = _encounter_rows(encounters, n, who, files)
    rows = _not_merged_before(connection, list(made), roots) if merged else made
    add_rows(connection, encounter, _ENCOUNTER, rows, ending="ON CONFLICT DO NOTHING")


def _encounter_rows(
    encounters: Iterable[tuple[Encounter, Source]],
    n: int,
    who: Mapping[PersonId, int],
    files: Mapping[str, int],
) -> Iterator[_Row]:
    """Lay the encounters out; what one record tells comes together, and bears one source."""
    last: Source | None = None
    origin = record = ""
    path: int | None = None
    for met, source in encounters:
        if source is not last:
            last, origin, path = source, source.origin.value, files.get(source.file)
            record = clean(source.record)
        yield (
            *(n, who[met.person], who[met.other], met.on.toordinal(), met.channel.value),
            *(clean(met.where), clean(met.note), clean(met.key) or None, origin, path, record),
        )


def _roots(connection: Connection) -> dict[int, int]:
    """Return where each redirect ends, by the key of who was merged away."""
    statement = select(person.c.n, person.c.root).where(person.c.root.is_not(None))
    return {row[0]: row[1] for row in connection.execute(statement)}


def _not_merged_before(
    connection: Connection, rows: Sequence[_Row], roots: Mapping[int, int]
) -> Iterator[_Row]:
    """Yield the rows that are new, also under the other ids of merged people.

    The unique index knows keys, not who they have become; only those who take part in a merge
    need this second look.
    """
    merged = {*roots, *roots.values()}
    suspect = {row[_KEY] for row in rows if not merged.isdisjoint(row[_BOTH])} - {None}

    def identity(key: str, one: int, other: int) -> tuple[str, int, int]:
        return key, roots.get(one, one), roots.get(other, other)

    columns = encounter.c
    there = set()
    for some in chunks(suspect):
        borne = select(columns.key, columns.person, columns.other).where(columns.key.in_(some))
        there |= {identity(*row) for row in connection.execute(borne)}
    for row in rows:
        if row[_KEY] in suspect:
            mine = identity(row[_KEY], *row[_BOTH])
            if mine in there:
                continue
            there.add(mine)
        yield row


def _files(connection: Connection, sources: Iterable[Source]) -> dict[str, int]:
    """Return the key of every file named, adding those that are new."""
    paths = {path: clean(path) for path in {source.file for source in sources} if path}
    known: dict[str, int] = {}
    for some in chunks(set(paths.values())):
        rows = connection.execute(select(file.c.path, file.c.n).where(file.c.path.in_(some)))
        known.update((row[0], row[1]) for row in rows)
    for path in sorted(set(paths.values()) - known.keys()):
        made = connection.execute(insert(file).values(path=path)).inserted_primary_key
        known[path] = 0 if made is None else made[0]
    return {path: known[cleaned] for path, cleaned in paths.items()}


def named(entries: Iterable[Told]) -> set[PersonId]:
    """Return whom these facts name, in either place."""
    about = [told if isinstance(told, Telling) else told.fact for told in entries]
    ids = {getattr(one, place, None) for place in ("person", "other") for one in about}
    return {one for one in ids if one is not None}


def pair(met: Encounter) -> tuple[PersonId, PersonId]:
    """Return the two of an encounter."""
    return met.person, met.other
