"""Batches in and out of the tables; each function runs in its caller's transaction."""

from collections.abc import Collection, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, delete, func, or_, select, union, update
from sqlalchemy.exc import IntegrityError

from entregent.domain.batches import Batch, BatchLine
from entregent.domain.facts import Entry
from entregent.domain.ids import COUNTED, BatchId, FactId, PersonId, following
from entregent.domain.tellings import Told
from entregent.services.ports import BookError
from entregent.store import tracing
from entregent.store.adding import (
    add_batch,
    add_encounters,
    add_entries,
    add_people,
    encode_files,
    keys,
    named,
    pair,
)
from entregent.store.drawing import Newcomers, redraw
from entregent.store.lines import batch_lines
from entregent.store.plain import chunks
from entregent.store.reading import facts_with, own_id, plainly, told_in
from entregent.store.tables import batch, encounter, fact, file, person
from entregent.store.tellings import encode_telling


def apply(connection: Connection, taken: Batch) -> None:
    """Take in a batch and redraw whom it touches.

    Raises BookError: `book.moved` when it was made up after another batch than the last,
    `book.unknown-person` when it names somebody whom neither it nor the book holds,
    `book.conflict` when it brings an id that is already there.
    """
    last = select(batch.c.id).order_by(batch.c.n.desc()).limit(1)
    if taken.after is not None and (connection.scalar(last) or "") != taken.after:
        raise BookError("book.moved")
    try:
        n = add_batch(
            connection, BatchLine(taken.id, taken.kind, taken.at, taken.title, tuple(taken.files))
        )
        newcomers = Newcomers(taken)
        add_people(connection, n, taken.people, newcomers.draw)
        add_entries(connection, taken.entries, {taken.id: n})
    except IntegrityError as error:
        raise BookError("book.conflict", batch=taken.id) from error
    add_encounters(connection, n, taken.encounters)
    if taken.encounters:
        tracing.add(plainly(connection), n)
    merged = _merge(connection, n, taken.merges)
    touched = {*taken.people, *merged, *named(taken.entries)}
    touched |= {one for met, _ in taken.encounters if met.where or met.note for one in pair(met)}
    redraw(connection, keys(connection, touched - newcomers.drawn).values())


def _merge(
    connection: Connection, n: int, merges: Sequence[tuple[PersonId, PersonId]]
) -> set[PersonId]:
    """Let people go into others; return all whom that concerns. The owner always stays."""
    for gone, stays in merges:
        key = keys(connection, {gone, stays})
        roots = {one: _root(connection, key[one]) for one in (gone, stays)}
        goes, into = roots[gone], roots[stays]
        if goes == into:
            continue
        if _is_owner(connection, goes):
            goes, into = into, goes
        changed = update(person).where(person.c.n == goes)
        connection.execute(changed.values(into=into, merged=n))
        led = update(person).where(or_(person.c.n == goes, person.c.root == goes))
        connection.execute(led.values(root=into))
    return {one for pair in merges for one in pair}


def _root(connection: Connection, key: int) -> int:
    root = func.coalesce(person.c.root, person.c.n)
    end: int = connection.execute(select(root).where(person.c.n == key)).scalar_one()
    return end


def _is_owner(connection: Connection, key: int) -> bool:
    made_by = select(person.c.batch, person.c.n).where(person.c.n == key)
    return connection.execute(made_by).one()[0] is None


def reroot(connection: Connection) -> None:
    """Write down again where each chain of redirects ends."""
    columns = person.c
    concerned = or_(columns.into.is_not(None), columns.root.is_not(None))
    rows = connection.execute(select(columns.n, columns.into, columns.root).where(concerned)).all()
    into = {row[0]: row[1] for row in rows}
    for n, _, root in rows:
        end = n
        while into.get(end) is not None:
            end = into[end]
        new = None if end == n else end
        if new != root:
            connection.execute(update(person).where(columns.n == n).values(root=new))


def undo(connection: Connection, gone: BatchId, stubs: Batch) -> None:
    """Take a batch out again. `stubs` holds the people who stay, and the names they keep.

    Raises BookError: `book.no-batch`; `book.needed` when a later fact, encounter, goal or merge
    names somebody of this batch who is not among the stubs.
    """
    n = connection.scalar(select(batch.c.n).where(batch.c.id == gone))
    if n is None:
        raise BookError("book.no-batch", batch=gone)
    touched = _touched_by(connection, n)
    tracing.drop_batch(plainly(connection), n)
    for table in (fact, encounter):
        connection.execute(delete(table).where(table.c.batch == n))
    tracing.fill(plainly(connection))
    apart = update(person).where(person.c.merged == n)
    connection.execute(apart.values(into=None, merged=None))
    _keep_stubs(connection, stubs)
    try:
        reroot(connection)
        connection.execute(delete(person).where(person.c.batch == n))
        connection.execute(delete(batch).where(batch.c.n == n))
        _unmark_since(connection, n)
    except IntegrityError as error:
        raise BookError("book.needed", batch=gone) from error
    drop_unused_files(connection)
    redraw(connection, touched)


def _unmark_since(connection: Connection, n: int) -> None:
    """Let later imports' files be read again: the batch that went may have spoken for them."""
    for line in batch_lines(plainly(connection), since=n):
        unmarked = line.unmarked()
        if unmarked != line:
            changed = update(batch).where(batch.c.id == line.id)
            connection.execute(changed.values(files=encode_files(unmarked.files)))


def _keep_stubs(connection: Connection, stubs: Batch) -> None:
    if not stubs.people:
        return
    line = BatchLine(stubs.id, stubs.kind, stubs.at, stubs.title, ())
    n = add_batch(connection, line)
    for some in chunks(stubs.people):
        connection.execute(update(person).where(person.c.id.in_(some)).values(batch=n))
    add_entries(connection, stubs.entries, {stubs.id: n})


def _touched_by(connection: Connection, n: int) -> set[int]:
    """Return the keys of all whom a batch says something of."""
    touched: set[int | None] = set()
    for table in (fact, encounter):
        for column in (table.c.person, table.c.other):
            said = select(column).where(table.c.batch == n).distinct()
            touched |= set(connection.scalars(said))
    made = or_(person.c.batch == n, person.c.merged == n)
    touched |= set(connection.scalars(select(person.c.n).where(made)))
    touched |= set(connection.scalars(select(person.c.root).where(made)))
    return {one for one in touched if one is not None}


def drop_unused_files(connection: Connection) -> None:
    """Forget the paths that nothing comes from any longer."""
    borne = [select(table.c.file).where(table.c.file.is_not(None)) for table in (fact, encounter)]
    connection.execute(delete(file).where(file.c.n.not_in(union(*borne))))


def withdraw(connection: Connection, facts: Collection[FactId]) -> None:
    """Delete facts, and redraw whom they were about."""
    touched: set[int | None] = set()
    for one in facts:
        row = connection.execute(_bearing(one)).first()
        if row is not None and _take_back(connection, told_in(row), one):
            touched |= {row.about, row.beside}
    drop_unused_files(connection)
    redraw(connection, (one for one in touched if one is not None))


def _bearing(one: FactId) -> Select[Any]:
    """Return the statement of the only row that may bear this fact: alone, or among others."""
    stem = one[:-COUNTED] + "0" * COUNTED
    about = fact.c.person.label("about"), fact.c.other.label("beside")
    rows = facts_with(own_id).add_columns(*about).where(fact.c.id.between(stem, one))
    return rows.order_by(None).order_by(fact.c.id.desc()).limit(1)


def _take_back(connection: Connection, told: Told, one: FactId) -> bool:
    """Delete a fact where it is told; tell whether it was there."""
    if isinstance(told, Entry):
        return connection.execute(delete(fact).where(fact.c.id == one)).rowcount > 0
    ids = islice(following(told.first), len(told.facts))
    left = [None if each == one else held for each, held in zip(ids, told.facts, strict=True)]
    if tuple(left) == told.facts:
        return False
    row = fact.c.id == told.first
    if any(left):
        kind, data = encode_telling(left)
        connection.execute(update(fact).where(row).values(kind=kind, data=data))
    else:
        connection.execute(delete(fact).where(row))
    return True
