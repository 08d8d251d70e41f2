"""Open a book where it lies, or make it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.domain.ids import PersonId
from entregent.services.ports import BookError, Ids
from entregent.store import sqlite
from entregent.store.book import SqlBook
from entregent.store.ids import Uuids, instant, salt
from entregent.store.schema import HEAD
from entregent.store.vault import PATIENCE, Vault

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from entregent.store.postgres import PostgresVault

_POSTGRES = ("postgresql://", "postgresql+psycopg://", "postgres://")


def open_book(
    location: str | Path,
    *,
    create: bool = False,
    ids: Ids | None = None,
    now: Callable[[], datetime] = instant,
    patience: float = PATIENCE,
) -> SqlBook:
    """Open the book at a path, or at `postgresql://…?schema=…`; make it first with `create`.

    `patience` is for how many seconds a writer waits for another. An older book is brought up to
    date. Raises BookError: `book.missing`, `book.not-a-book`, `book.newer`, `book.unreadable`,
    `book.damaged`, `book.busy`, `book.full`; `book.read-only` only when something must be written;
    `book.unreachable`, `book.no-driver`, `book.bad-address` for a database.
    """
    ids = ids or Uuids()
    vault: Vault
    if isinstance(location, str) and location.startswith(_POSTGRES):
        vault = _database(location, ids, patience, create=create)
    else:
        vault = _file(Path(location), ids, patience, create=create)
    try:
        if not vault.is_of(HEAD):
            from entregent.store.migrating import bring_up_to_date

            bring_up_to_date(vault)
        return SqlBook(vault, ids, now)
    except BaseException:
        vault.close()
        raise


def _file(path: Path, ids: Ids, patience: float, *, create: bool) -> Vault:
    if not _exists(path):
        if not create:
            raise BookError("book.missing", path=str(path))
        with sqlite.drafted(path, patience) as draft, draft.writing() as connection:
            _begin(connection, ids)
    return sqlite.found(path, patience)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError) as error:
        raise BookError("book.unreadable", path=str(path)) from error


def _database(location: str, ids: Ids, patience: float, *, create: bool) -> Vault:
    from entregent.store.postgres import PostgresVault

    vault = PostgresVault(location, patience=patience)
    try:
        if vault.is_empty():
            _fill(vault, ids, create=create)
    except BaseException:
        vault.close()
        raise
    return vault


def _fill(vault: "PostgresVault", ids: Ids, *, create: bool) -> None:
    if not create:
        raise BookError("book.missing", path=vault.name)
    with vault.writing() as connection:
        if vault.is_bare(connection):
            vault.make_schema(connection)
            _begin(connection, ids)


def _begin(connection: "Connection", ids: Ids) -> None:
    """Fill an empty place with a book that holds its owner."""
    from sqlalchemy import insert

    from entregent.store.adding import add_people, keys
    from entregent.store.drawing import redraw
    from entregent.store.migrating import make_tables
    from entregent.store.tables import meta

    make_tables(connection)
    owner = PersonId(ids.new())
    values = {"owner": owner, "salt": salt().hex()}
    rows = [{"key": key, "value": value} for key, value in values.items()]
    connection.execute(insert(meta), rows)
    add_people(connection, None, [owner])
    redraw(connection, keys(connection, {owner}).values())
