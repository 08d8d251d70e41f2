"""Batches asked of the tables: what each made and merged, and what came after it."""

from typing import Literal

from sqlalchemy import Connection, or_, select

from entregent.domain.ids import BatchId, PersonId
from entregent.domain.words import Origin
from entregent.store.facts import kind_of
from entregent.store.reading import own_id, standing_id
from entregent.store.tables import batch, fact, person
from entregent.store.tellings import types_in


def redirects(connection: Connection) -> dict[PersonId, PersonId]:
    """Return each merged id with the id that stays."""
    merged = person.c.root.is_not(None)
    statement = select(person.c.id, standing_id(person.c.n)).where(merged).order_by(person.c.n)
    return {PersonId(gone): PersonId(stays) for gone, stays in connection.execute(statement)}


def merges(connection: Connection) -> list[tuple[PersonId, PersonId, BatchId]]:
    """Return each merge as it was made: who went, into whom, by which batch."""
    statement = (
        select(person.c.id, own_id(person.c.into), batch.c.id)
        .join_from(person, batch, person.c.merged == batch.c.n)
        .order_by(batch.c.n, person.c.n)
    )
    rows = connection.execute(statement)
    return [(PersonId(gone), PersonId(into), BatchId(made)) for gone, into, made in rows]


def born(connection: Connection, made: BatchId) -> frozenset[PersonId]:
    """Return the ids that a batch created."""
    statement = select(person.c.id).join(batch, person.c.batch == batch.c.n)
    found = connection.scalars(statement.where(batch.c.id == made))
    return frozenset(PersonId(one) for one in found)


def told_since(
    connection: Connection, made: BatchId, *, newcomers: Literal["with", "without"]
) -> frozenset[tuple[Origin, type]]:
    """Return what types of facts came in after a batch, each with whose word it is."""
    since = select(batch.c.n).where(batch.c.id == made).scalar_subquery()
    statement = select(fact.c.origin, fact.c.kind).where(fact.c.batch > since).distinct()
    if newcomers == "without":
        came = select(person.c.n).where(person.c.batch > since)
        statement = statement.where(or_(fact.c.person.is_(None), fact.c.person.not_in(came)))
    rows = connection.execute(statement)
    return frozenset(
        (Origin(origin), told)
        for origin, kind in rows
        for told in types_in(kind) or {kind_of(kind)}
    )
