"""Lines of a table, cut into cells: quoted line ends are kept, stray quotes swallow nothing."""

import csv
from collections.abc import Iterator, Sequence

_FIELD_LIMIT = 16 * 1024 * 1024


def cells_of(line: str, delimiter: str) -> list[str]:
    """Return the cells of one line, none where its quotes cannot be read."""
    cells, _ = _parse([line], delimiter)
    return cells


def records(lines: Sequence[str], delimiter: str, width: int) -> Iterator[list[str]]:
    """Yield the cells of each row that says anything; `width` is the number of columns.

    A cell may hold line ends, but a stray quote must not swallow the rows after it: lines are
    joined while a quote is open, as long as what comes out is one row. Else the first of them
    stands alone, and its quotes are nothing but signs.
    """
    at, blank = 0, f"{delimiter} \t\r\n"
    while at < len(lines):
        if not lines[at].strip(blank):
            at += 1
            continue
        if '"' not in lines[at]:
            yield lines[at].rstrip("\r\n").split(delimiter)
            at += 1
            continue
        stray = lines[at].count('"') % 2 == 1
        end = _closing(lines, at) if stray else at + 1
        cells, used = _parse(lines[at:end], delimiter)
        whole = at + used == end and _is_one_row(lines[at + 1 : end], cells, delimiter, width)
        if stray and not whole:
            end = at + 1
            cells = lines[at].replace('"', "").split(delimiter)
        yield cells
        at = end


def _is_one_row(joined: Sequence[str], cells: Sequence[str], delimiter: str, width: int) -> bool:
    """Tell whether lines joined by a quote make one row, rather than several swallowed ones.

    A row may lack its last cells; then none of the lines joined to it may look like a row.
    """
    if len(cells) == width:
        return True
    rows = [line.count(delimiter) >= width - 1 for line in joined]
    return bool(rows) and 1 < len(cells) < width and not any(rows)


def _closing(lines: Sequence[str], at: int) -> int:
    """Return the index after the line that closes the quote opened at `at`, or after `at`."""
    for end in range(at + 1, len(lines)):
        if lines[end].count('"') % 2:
            return end + 1
    return at + 1


def _parse(lines: Sequence[str], delimiter: str) -> tuple[list[str], int]:
    """Return the cells of the row that begins these lines, and how many lines it takes."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(lines, delimiter=delimiter, strict=len(lines) > 1)
    try:
        return next(reader, []), reader.line_num
    except csv.Error:
        return [], 0
