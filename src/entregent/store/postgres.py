"""A book in one schema of a PostgreSQL database; its writers take turns by an advisory lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from entregent.services.ports import BookError
from entregent.store.plain import Plain
from entregent.store.reading import plainly
from entregent.store.vault import Meaning

DEFAULT_SCHEMA = "entregent"
_DRIVER = "postgresql+psycopg"
_KEYS = {
    "53100": "book.full",
    "25006": "book.read-only",
    "42501": "book.read-only",
    "55P03": "book.busy",
    "40P01": "book.busy",
}
_TABLES = ("meta", "person", "fact", "encounter", "goal", "batch", "file", "trace")


def _parsed(location: str) -> tuple[URL, str]:
    """Return the address without its schema, and the schema."""
    try:
        url = make_url(location)
    except (ArgumentError, ValueError) as error:
        raise BookError("book.bad-address") from error
    schema = url.query.get("schema", DEFAULT_SCHEMA)
    url = url.difference_update_query(["schema"]).set(drivername=_DRIVER)
    return url, schema if isinstance(schema, str) else schema[-1]


class PostgresVault:
    """A schema that holds a book."""

    def __init__(self, location: str, *, patience: float) -> None:
        """Prepare to connect; raises BookError when the address or the driver is no good."""
        url, self.schema = _parsed(location)
        self.name = f"{url.render_as_string(hide_password=True)} ({self.schema})"
        self._patience = patience
        self.engine = self._engine(url)

    def _engine(self, url: URL) -> Engine:
        try:
            engine = create_engine(url, connect_args={"client_encoding": "utf8"})
        except ModuleNotFoundError as error:
            raise BookError("book.no-driver", path=self.name) from error
        quoted = engine.dialect.identifier_preparer.quote_identifier(self.schema)

        def settle(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
            connection.autocommit = True
            connection.execute(f"SET search_path TO {quoted}")
            connection.execute(f"SET lock_timeout TO {int(self._patience * 1000)}")
            connection.autocommit = False

        event.listen(engine, "connect", settle)
        return engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open one consistent view of the book."""
        with self._failing(), self.engine.connect() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ")

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that no other writer shares."""
        with self._failing(), self.engine.begin() as connection:
            key = func.hashtextextended(f"entregent:{self.schema}", 0)
            connection.execute(select(func.pg_advisory_xact_lock(key)))
            yield connection

    @contextmanager
    def plain(self, *, meaning: Meaning = "to read") -> Iterator[Plain]:
        """Open one consistent view of the book for plain SQL, or a transaction of its own."""
        with self.reading() if meaning == "to read" else self.writing() as connection:
            yield plainly(connection)

    def is_empty(self) -> bool:
        """Tell whether the schema holds no table at all, or is not there."""
        with self.reading() as connection:
            return self.is_bare(connection)

    def is_bare(self, connection: Connection) -> bool:
        """Tell the same from within a transaction."""
        count = text("SELECT count(*) FROM pg_tables WHERE schemaname = :schema")
        return not connection.execute(count, {"schema": self.schema}).scalar_one()

    def make_schema(self, connection: Connection) -> None:
        """Make the schema where there is none."""
        quoted = connection.dialect.identifier_preparer.quote_identifier(self.schema)
        connection.execute(text(f"CREATE SCHEMA IF NOT EXISTS {quoted}"))

    def scrub(self) -> None:
        """Write the tables anew, without the rows that were deleted."""
        with self._failing(), self.engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            for name in _TABLES:
                alone.execute(text(f'VACUUM (FULL) "{name}"'))

    def is_of(self, version: str) -> bool:
        """Tell nothing: only the tables know."""
        del version
        return False

    def troubles(self) -> list[str]:
        """Return nothing: the server looks after its storage and enforces its keys."""
        return []

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            state = getattr(error.orig, "sqlstate", None)
            if state is None and error.connection_invalidated | (error.statement is None):
                raise BookError("book.unreachable", path=self.name) from error
            key = _KEYS.get(state or "")
            if key is None:
                raise
            raise BookError(key, path=self.name) from error
