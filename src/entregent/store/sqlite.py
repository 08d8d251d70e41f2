"""A book in one SQLite file: in WAL mode, one writer at a time, deleted bytes overwritten."""

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from math import pow as power
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.services.ports import BookError
from entregent.store.plain import Plain, Rows
from entregent.store.vault import Meaning

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x456E7472
""" "Entr": tells a book from other SQLite files."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = slice(68, 72)
_HEADER_SIZE = 100
_WRITES = "entregent_writes"
_NO_ROOM = 1 << 20
_CACHE = "cache_size=-65536"
"""Up to 64 MB of pages in memory, so that the indices of a large import are not read over again."""
_BROKEN = ("unsupported file format", "no such table", "no such column")
"""What SQLite says, under no code of its own, of a file whose description of itself is damaged."""
_KEYS = {
    sqlite3.SQLITE_BUSY: "book.busy",
    sqlite3.SQLITE_LOCKED: "book.busy",
    sqlite3.SQLITE_READONLY: "book.read-only",
    sqlite3.SQLITE_FULL: "book.full",
    sqlite3.SQLITE_NOTADB: "book.not-a-book",
    sqlite3.SQLITE_CORRUPT: "book.damaged",
    sqlite3.SQLITE_CANTOPEN: "book.unreadable",
    sqlite3.SQLITE_PERM: "book.unreadable",
}


class SqliteVault:
    """A file that holds a book; `options` are those of an SQLite address (`mode=ro`, say)."""

    def __init__(
        self, path: Path, *, patience: float, options: str = "mode=rw", shut: str = ""
    ) -> None:
        """Prepare to open; nothing is read yet. `shut` says why nothing may be written, if so."""
        self.path = path
        self.name = str(path)
        self.shut = shut
        self._inode = _inode(path)
        self._address = f"{path.absolute().as_uri()}?{options}"
        self._patience = patience
        self._idle: list[sqlite3.Connection] = []

    @cached_property
    def engine(self) -> "Engine":
        """What opens connections for all but plain SQL."""
        from sqlalchemy import create_engine, event
        from sqlalchemy.pool import QueuePool

        engine = create_engine("sqlite://", creator=self.connect, poolclass=QueuePool)
        event.listen(engine, "begin", _begin)
        return engine

    def connect(self) -> sqlite3.Connection:
        """Return a connection with all that a book needs, outside of any transaction."""
        connection = sqlite3.connect(
            self._address,
            uri=True,
            timeout=self._patience,
            isolation_level=None,
            check_same_thread=False,
        )
        for pragma in ("foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY", _CACHE):
            connection.execute(f"PRAGMA {pragma}")
        _give_powers(connection)
        return connection

    @contextmanager
    def plain(self, *, meaning: Meaning = "to read") -> Iterator[Plain]:
        """Open one consistent view of the book for plain SQL, or a transaction of its own."""
        if meaning == "to write":
            self._require_open()
        with self._failing():
            connection = self._idle.pop() if self._idle else self.connect()
            try:
                connection.execute("BEGIN" if meaning == "to read" else "BEGIN IMMEDIATE")
                yield _asking(connection)
                if meaning == "to write":
                    self._require_still_there()
                connection.execute("COMMIT")
            except BaseException:
                connection.close()
                raise
            self._idle.append(connection)

    def _require_open(self) -> None:
        if self.shut:
            raise BookError(self.shut, path=self.name)
        self._require_still_there()

    @contextmanager
    def reading(self) -> "Iterator[Connection]":
        """Open one consistent view of the book."""
        with self._failing(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> "Iterator[Connection]":
        """Open a transaction that no other writer shares."""
        self._require_open()
        with self._failing(), self.engine.connect() as connection:
            writer = connection.execution_options(**{_WRITES: True})
            with writer.begin():
                yield writer
                self._require_still_there()

    def _require_still_there(self) -> None:
        """Refuse to write into a file that was deleted or replaced since it was opened."""
        if self._inode != _inode(self.path):
            raise BookError("book.missing", path=self.name)

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection of its own, for what stands outside transactions."""
        with self._failing():
            connection = self.connect()
            try:
                yield connection
            finally:
                connection.close()

    def scrub(self) -> None:
        """Delete the backups that migrations made, write the file anew, and empty its log."""
        self.close()
        for backup in backups(self.path):
            backup.unlink()
        with self.raw() as connection:
            self._fold_log(connection)
            connection.execute("VACUUM")
            self._fold_log(connection)

    def _fold_log(self, connection: sqlite3.Connection) -> None:
        """Write the log into the file and empty it; a reader of older pages forbids that."""
        (held,) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[:1]
        if held:
            raise BookError("book.busy", path=self.name)

    def is_of(self, version: str) -> bool:
        """Tell whether the book says that it is of this version of the schema."""
        noted = "SELECT version_num FROM alembic_version"
        try:
            with self.raw() as connection:
                return connection.execute(noted).fetchall() == [(version,)]
        except BookError:
            return False

    def troubles(self) -> list[str]:
        """Return what SQLite's own checks find."""
        with self.raw() as connection:
            integrity = [line for (line,) in connection.execute("PRAGMA integrity_check")]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        found = [line for line in integrity if line != "ok"]
        return found + [f"{table} {row} -> {parent}" for table, row, parent, _ in orphans]

    def close(self) -> None:
        """Let go of every connection; the last one folds the log into the file."""
        while self._idle:
            self._idle.pop().close()
        if "engine" in self.__dict__:
            self.engine.dispose()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            key = self._key(getattr(error, "orig", error))  # SQLAlchemy wraps the driver's
            if key is None:
                raise
            raise BookError(key, path=self.name) from error

    def _key(self, error: object) -> str | None:
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            return None
        if code & 0xFF == sqlite3.SQLITE_IOERR:
            free = shutil.disk_usage(self.path.parent).free
            return "book.full" if free < _NO_ROOM else "book.disk"
        if code == sqlite3.SQLITE_ERROR and str(error).startswith(_BROKEN):
            return "book.damaged"
        return _KEYS.get(code & 0xFF)


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except OSError:
        return None


def _asking(connection: sqlite3.Connection) -> Plain:
    def ask(sql: str, values: Mapping[str, object]) -> Rows:
        return connection.execute(sql, values).fetchall()

    return ask


def _begin(connection: "Connection") -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _give_powers(connection: sqlite3.Connection) -> None:
    """Add `pow` where the library was built without mathematics."""
    try:
        connection.execute("SELECT pow(2.0, 1.0)")
    except sqlite3.OperationalError:
        connection.create_function("pow", 2, power, deterministic=True)


def require_book(path: Path) -> None:
    """Look at a file without touching it; raises BookError when it is not a book."""
    try:
        with path.open("rb") as opened:
            header = opened.read(_HEADER_SIZE)
    except IsADirectoryError as error:
        raise BookError("book.not-a-book", path=str(path)) from error
    except OSError as error:
        raise BookError("book.unreadable", path=str(path)) from error
    ours = int.from_bytes(header[_HEADER], "big") == APPLICATION_ID
    if not (header.startswith(_MAGIC) and ours):
        raise BookError("book.not-a-book", path=str(path))


def found(path: Path, patience: float) -> SqliteVault:
    """Return the vault of an existing book, for reading only where the disk wants it so or is full.

    Raises BookError: `book.not-a-book`, `book.unreadable`, `book.damaged`.
    """
    require_book(path)
    vault = SqliteVault(path, patience=patience)
    shut = _shut(vault)
    if not shut:
        return vault
    log = path.with_name(path.name + "-wal")
    unlogged = not log.exists() or log.stat().st_size == 0
    options = "immutable=1" if unlogged else "mode=ro"
    vault = SqliteVault(path, patience=patience, options=options, shut=shut)
    with vault.raw() as connection:
        connection.execute("SELECT count(*) FROM sqlite_master")
    return vault


def _shut(vault: SqliteVault) -> str:
    """Return why a book cannot be opened for writing, though it may be read; nothing if it can."""
    try:
        with vault.raw() as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except BookError as error:
        if error.key in {"book.unreadable", "book.read-only"}:
            return "book.read-only"
        if error.key == "book.full":
            return error.key
        raise
    return ""


@contextmanager
def drafted(path: Path, patience: float) -> Iterator[SqliteVault]:
    """Lend the vault of a new file that takes its name only once it is filled.

    Whoever comes second, of two who create the same book at once, finds that of the first.
    Raises BookError `book.read-only` when no file can be made there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    except (OSError, ValueError) as error:
        full = getattr(error, "errno", None) == errno.ENOSPC
        raise BookError("book.full" if full else "book.read-only", path=str(path)) from error
    os.close(opened)
    draft = Path(name)
    vault = SqliteVault(draft, patience=patience)
    try:
        with vault.raw() as connection:
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        yield vault
        vault.close()
        with vault.raw() as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        _take_name(draft, path)
    finally:
        vault.close()
        draft.unlink(missing_ok=True)


def _take_name(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        return
    except (NotImplementedError, OSError):
        if not path.exists():
            draft.rename(path)


def backups(path: Path) -> list[Path]:
    """Return the copies that migrations left beside a book."""
    return sorted(path.parent.glob(f"{_escaped(path.name)}.before-*"))


def _escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def back_up(vault: SqliteVault, version: str) -> Path:
    """Copy the book to `<book>.before-<version>`; the copy takes its name once it is whole."""
    target = vault.path.with_name(f"{vault.path.name}.before-{version}")
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    copy_into(vault, partial)
    return partial.rename(target)


def copy_into(vault: SqliteVault, target: Path) -> None:
    """Copy the book as it stands into a file, which is then one file without a log beside it."""
    with vault.raw() as connection:
        copy = sqlite3.connect(target)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        finally:
            copy.close()


def mark(connection: "Connection", version: str) -> None:
    """Note the schema's number where other tools look for it."""
    connection.exec_driver_sql(f"PRAGMA user_version={int(version)}")
