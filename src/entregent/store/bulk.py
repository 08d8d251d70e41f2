"""Many rows at once, as plain tuples: what an import writes by the hundred thousand."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Connection, Table

from entregent.store.plain import chunks

Rows: TypeAlias = Iterable[tuple[Any, ...]]

_AT_ONCE = 5000
_MARKS = {"qmark": "?"}


def add_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: Rows, *, ending: str = ""
) -> None:
    """Insert rows whose values stand in the order of `columns`; `ending` closes the statement.

    Rows are drawn from an iterator a few thousand at a time, so that they never all lie in memory.
    """
    mark = _MARKS.get(connection.dialect.paramstyle, "%s")
    marks = ", ".join([mark] * len(columns))
    named = ", ".join(columns)
    statement = f"INSERT INTO {table.name} ({named}) VALUES ({marks}) {ending}"  # noqa: S608 - ours
    for some in chunks(rows, _AT_ONCE):
        connection.exec_driver_sql(statement, some)
