"""Delete a person and all that names them; the caller then scrubs what the disk still holds."""

from collections.abc import Iterable

from sqlalchemy import Connection, Exists, Table, delete, insert, or_, select, update

from entregent.domain.asking import Goal
from entregent.domain.batches import BatchKind, FileReport
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.tellings import Telling, Told
from entregent.services.ports import BookError
from entregent.store import tracing
from entregent.store.codec import coder, to_json
from entregent.store.drawing import owner_key, redraw
from entregent.store.encounters import encounters_with, read_encounter
from entregent.store.facts import encode_fact, encode_texts
from entregent.store.goals import goals
from entregent.store.lines import batch_lines
from entregent.store.plain import chunks
from entregent.store.portraits import read_portrait
from entregent.store.reading import (
    facts_with,
    ids_by_key,
    members,
    own_id,
    plainly,
    root_of,
    told_in,
)
from entregent.store.redact import (
    Redact,
    redact_batch,
    redact_encounter,
    redact_goal,
    redact_source,
    redact_told,
    redaction,
)
from entregent.store.tables import batch, encounter, fact, file, forgotten, goal, person
from entregent.store.tellings import encode_telling
from entregent.store.writing import drop_unused_files

_FILES = coder(tuple[FileReport, ...])
_GOAL = coder(Goal)


def forget(connection: Connection, who: PersonId, hashes: Iterable[str]) -> None:
    """Delete a person under all their ids; one who is not there is no matter.

    Raises BookError `book.owner` for the owner.
    """
    root = root_of(connection, who)
    if root is not None:
        if root == owner_key(connection):
            raise BookError("book.owner")
        redact = _redaction(connection, root)
        touched = _delete(connection, members(connection, root))
        touched |= _redact_facts(connection, redact)
        touched |= _redact_encounters(connection, redact)
        _redact_goals(connection, redact)
        _redact_files(connection, redact)
        _redact_batches(connection, redact)
        drop_unused_files(connection)
        redraw(connection, touched)
    there = set(connection.scalars(select(forgotten.c.hash)))
    rows = [{"hash": one} for one in sorted(set(hashes) - there)]
    if rows:
        connection.execute(insert(forgotten), rows)


def _redaction(connection: Connection, root: int) -> Redact:
    standing = select(person.c.n, person.c.portrait).where(person.c.root.is_(None))
    people: dict[int, Person] = {
        row[0]: read_portrait(row[1]) for row in connection.execute(standing)
    }
    return redaction(people.pop(root), people.values())


def _delete(connection: Connection, gone: list[int]) -> set[int]:
    """Delete these keys and their rows; return the keys of those who were beside them."""
    touched: set[int] = set()
    for table in (fact, encounter):
        named = or_(table.c.person.in_(gone), table.c.other.in_(gone))
        for column in (table.c.person, table.c.other):
            beside = select(column).where(named, column.is_not(None)).distinct()
            touched |= set(connection.scalars(beside))
        connection.execute(delete(table).where(named))
    tracing.drop_people(plainly(connection), gone)
    connection.execute(delete(goal).where(goal.c.person.in_(gone)))
    apart = update(person).where(person.c.n.in_(gone))
    connection.execute(apart.values(into=None, merged=None, root=None))
    connection.execute(delete(person).where(person.c.n.in_(gone)))
    return touched - set(gone)


def _redact_facts(connection: Connection, redact: Redact) -> set[int]:
    """Take mentions out of facts about others; return the keys of these others."""
    touched: set[int] = set()
    statement = facts_with(own_id).add_columns(fact.c.person, fact.c.other)
    for row in connection.execute(statement).all():
        told = told_in(row)
        bare = redact_told(told, redact)
        if bare == told:
            continue
        values = {
            "data": _data(bare),
            "record": bare.source.record,
            "extra": encode_texts(bare.extra),
        }
        connection.execute(update(fact).where(fact.c.seq == row.seq).values(values))
        touched |= {one for one in row[-2:] if one is not None}
    return touched


def _data(told: Told) -> str:
    if isinstance(told, Telling):
        return encode_telling(told.facts)[1]
    return encode_fact(told.fact).data


def _redact_encounters(connection: Connection, redact: Redact) -> set[int]:
    touched: set[int] = set()
    ids = ids_by_key(connection, own_id)
    for row in connection.execute(encounters_with()).all():
        met, source, _ = read_encounter(row, ids)
        bare, bare_source = redact_encounter(met, redact), redact_source(source, redact)
        if (bare, bare_source.record) == (met, source.record):
            continue
        values = {
            "place": bare.where,
            "note": bare.note,
            "key": bare.key or None,
            "record": bare_source.record,
        }
        connection.execute(update(encounter).where(encounter.c.seq == row.seq).values(values))
        touched |= {row.person, row.other}
    return touched


def _redact_goals(connection: Connection, redact: Redact) -> None:
    for planned in goals(plainly(connection), "own"):
        bare = redact_goal(planned, redact)
        if bare != planned:
            data = to_json(_GOAL.encode(bare))
            connection.execute(update(goal).where(goal.c.id == planned.id).values(data=data))


def _redact_files(connection: Connection, redact: Redact) -> None:
    """Take the name out of paths; two that are then the same become one."""
    for n, path in connection.execute(select(file.c.n, file.c.path)).all():
        bare = redact(path)
        if bare == path:
            continue
        taken = connection.scalar(select(file.c.n).where(file.c.path == bare))
        if taken is None:
            connection.execute(update(file).where(file.c.n == n).values(path=bare))
            continue
        for table in (fact, encounter):
            connection.execute(update(table).where(table.c.file == n).values(file=taken))


def _redact_batches(connection: Connection, redact: Redact) -> None:
    """Take mentions out of titles and reports; a batch by hand left with nothing goes whole."""
    for line in batch_lines(plainly(connection)):
        bare = redact_batch(line, redact)
        if bare != line:
            values = {"title": bare.title, "files": to_json(_FILES.encode(bare.files))}
            connection.execute(update(batch).where(batch.c.id == line.id).values(values))
    used = [_uses(fact, "batch"), _uses(encounter, "batch"), _uses(person, "batch")]
    empty = [~one for one in (*used, _uses(person, "merged"))]
    by_hand = batch.c.kind != BatchKind.IMPORT.value
    gone = list(connection.scalars(select(batch.c.n).where(by_hand, *empty)))
    for some in chunks(gone):
        connection.execute(delete(batch).where(batch.c.n.in_(some)))


def _uses(table: Table, column: str) -> Exists:
    return select(table.c[column]).where(table.c[column] == batch.c.n).exists()
