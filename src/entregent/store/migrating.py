"""Bring a book's tables to today's schema, or refuse one that is newer."""

from pathlib import Path

from sqlalchemy import Connection, inspect, select

from entregent.services.ports import BookError
from entregent.store import sqlite
from entregent.store.schema import HEAD
from entregent.store.sqlite import SqliteVault
from entregent.store.tables import METADATA, alembic_version, meta
from entregent.store.vault import Vault

REVISIONS = Path(__file__).parent / "migrations"


def stamp(connection: Connection, version: str = HEAD) -> None:
    """Note the schema's number in a book whose tables were just made."""
    connection.execute(alembic_version.insert().values(version_num=version))
    _mark(connection, version)


def make_tables(connection: Connection) -> None:
    """Make today's tables in an empty place, without going through the migrations."""
    METADATA.create_all(connection)
    stamp(connection)


def stored_version(connection: Connection, name: str) -> str:
    """Return the schema's number; raises BookError `book.not-a-book` where there is none."""
    inspector = inspect(connection)
    if not (inspector.has_table(alembic_version.name) and inspector.has_table(meta.name)):
        raise BookError("book.not-a-book", path=name)
    version = connection.scalar(select(alembic_version.c.version_num))
    if version is None or not version.isdecimal():
        raise BookError("book.not-a-book", path=name)
    return str(version)


def bring_up_to_date(vault: Vault, *, head: str = HEAD, revisions: Path = REVISIONS) -> None:
    """Migrate an older book in one transaction, after a backup copy of the file beside it.

    Raises BookError `book.newer` for a book that a later version of the program has written.
    """
    with vault.reading() as connection:
        version = stored_version(connection, vault.name)
    if int(version) > int(head):
        raise BookError("book.newer", path=vault.name, version=version, known=head)
    if int(version) < int(head):
        _migrate(vault, head, revisions)


def _migrate(vault: Vault, head: str, revisions: Path) -> None:
    with vault.writing() as connection:
        if int(stored_version(connection, vault.name)) >= int(head):
            return
        if isinstance(vault, SqliteVault):
            sqlite.back_up(vault, head)
        upgrade(connection, head, revisions)
        _mark(connection, head)


def upgrade(connection: Connection, head: str = HEAD, revisions: Path = REVISIONS) -> None:
    """Run the revisions up to `head` in the transaction of `connection`."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(revisions).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, head)


def _mark(connection: Connection, version: str) -> None:
    if connection.dialect.name == "sqlite":
        sqlite.mark(connection, version)
