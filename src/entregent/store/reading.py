"""Questions put to the tables. Ids given back follow the redirects of merges."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, func, or_, select, text

from entregent.domain.facts import Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.tellings import Told
from entregent.domain.words import Origin
from entregent.store.facts import Row as FactRow
from entregent.store.plain import Plain, Rows, told
from entregent.store.tables import batch, fact, file, person

Identify: TypeAlias = Callable[[ColumnElement[Any]], ColumnElement[Any]]
"""Makes an id of a key: that of who answers (`standing_id`), the key's own (`own_id`), or none."""


def standing_id(column: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Return the id under which the person of `column` answers."""
    said, stays = person.alias(), person.alias()
    return (
        select(stays.c.id)
        .join_from(said, stays, stays.c.n == func.coalesce(said.c.root, said.c.n))
        .where(said.c.n == column)
        .scalar_subquery()
    )


def own_id(column: ColumnElement[Any]) -> ScalarSelect[Any]:
    """Return the id of the person of `column`, whatever merges came later."""
    said = person.alias()
    return select(said.c.id).where(said.c.n == column).scalar_subquery()


def root_of(connection: Connection, one: PersonId) -> int | None:
    """Return the key of the person who answers under this id."""
    root = func.coalesce(person.c.root, person.c.n)
    key: int | None = connection.scalar(select(root).where(person.c.id == one))
    return key


def members(connection: Connection, root: int) -> list[int]:
    """Return the keys of all who are this person: the one who stays and those merged into it."""
    whole = or_(person.c.n == root, person.c.root == root)
    return list(connection.scalars(select(person.c.n).where(whole).order_by(person.c.n)))


def facts_with(identify: Identify = standing_id) -> Select[Any]:
    """Return the statement of all entries in the order they entered the book."""
    return (
        select(
            fact.c.id,
            batch.c.id.label("batch"),
            fact.c.kind,
            identify(fact.c.person).label("person"),
            identify(fact.c.other).label("other"),
            *(fact.c.day, fact.c.data, fact.c.origin, file.c.path, fact.c.record, fact.c.extra),
            fact.c.seq,
        )
        .join_from(fact, batch, fact.c.batch == batch.c.n)
        .outerjoin(file, fact.c.file == file.c.n)
        .order_by(fact.c.seq)
    )


def told_in(row: Sequence[Any]) -> Told:
    """Read a row of `facts_with`."""
    source = Source(Origin(row[7]), row[8] or "", row[9])
    return told(FactId(row[0]), BatchId(row[1]), FactRow(*row[2:7]), source, row[10])


def plainly(connection: Connection) -> Plain:
    """Return what runs plain SQL in the transaction of a connection."""

    def ask(sql: str, values: Mapping[str, Any]) -> Rows:
        result = connection.execute(text(sql), values)
        return result.all() if result.returns_rows else ()

    return ask


def ids_by_key(connection: Connection, identify: Identify = standing_id) -> dict[int, PersonId]:
    """Return everybody's id by key."""
    rows = connection.execute(select(person.c.n, identify(person.c.n)))
    return {row[0]: PersonId(row[1]) for row in rows}
