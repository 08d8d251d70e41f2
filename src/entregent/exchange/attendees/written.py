"""The tables that an organiser takes away, written and read back for the check."""

import csv
import io
from collections.abc import Iterable, Sequence

from entregent.exchange.cells import defused, plain

MEETINGS = ("slot", "table", "a", "b")
TABLES = ("round", "table", "person")


def write(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV; no cell is one that a spreadsheet would run."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(header)
    for row in rows:
        lines.writerow([defused(str(cell)) for cell in row])
    return written.getvalue().encode("utf-8")


def read(data: bytes) -> list[tuple[str, ...]]:
    """Return the rows of a table that was written so, without its header."""
    lines = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    next(lines)
    return [tuple(map(plain, row)) for row in lines]
