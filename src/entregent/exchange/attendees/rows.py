"""The rows of an organiser's lists: CSV with a header, columns in any order, in either language."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from entregent.domain.text import fold
from entregent.exchange.cells import plain
from entregent.exchange.csvlines import cells_of, records
from entregent.exchange.tables.columns import columns_of
from entregent.exchange.text import decode, lines_of, one_line
from entregent.services.ports import BookError

_DELIMITERS = ",;\t"
_MOST = 64 * 1024 * 1024
Row = Mapping[str, str]


class BadError(ValueError):
    """A row, or a word of it, that cannot be read; `key` names the sentence that says why."""

    def __init__(self, key: str, **details: str) -> None:
        """Keep the sentence's key and what fills it."""
        super().__init__(key)
        self.key = key
        self.details = details


def rows(path: Path, wanted: Sequence[str], needed: Sequence[str]) -> Iterator[tuple[str, Row]]:
    """Yield each row by the names of its columns, with its place.

    `wanted` are columns of words.toml; each of `needed` names some of which one must be there.
    Raises BookError: import.no-such-file, import.unreadable, match.too-big, match.columns.
    """
    lines = lines_of(decode(_bytes(path)))
    head = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    first = lines[head] if head < len(lines) else ""
    delimiter = max(_DELIMITERS, key=first.count)
    titles = cells_of(first, delimiter)
    columns = _columns(titles, wanted)
    missing = [
        names.partition("/")[0] for names in needed if not set(names.split("/")) & set(columns)
    ]
    if missing:
        raise BookError("match.columns", path=str(path), missing=", ".join(missing))
    held = records(lines[head + 1 :], delimiter, len(columns))
    for number, cells in enumerate(held, 1):
        values = [plain(one_line(cell)) for cell in cells]
        yield f"{path.name} row={number}", _row(columns, values)


def _row(columns: Sequence[str], values: Sequence[str]) -> Row:
    row: dict[str, str] = {}
    for name, value in zip(columns, values, strict=False):
        if name and value:
            row.setdefault(name, value)
    return row


def _columns(titles: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Return what each column is: by our words, else by those of any list of attendees."""
    spelled = words("columns")
    known = [column.field.value for column in columns_of(titles)]
    found = []
    for title, field in zip(titles, known, strict=True):
        said = fold(title.replace("_", " ")).strip()
        own = next((name for name in wanted if said in spelled.get(name, ())), "")
        found.append(own or (field if field in wanted else ""))
    return found


@lru_cache(maxsize=2)
def words(part: str) -> Mapping[str, frozenset[str]]:
    """Return a part of words.toml, folded."""
    said = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(map(fold, some)) for name, some in said[part].items()}


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST:
            raise BookError("match.too-big", path=str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=str(path)) from error
    except OSError as error:
        raise BookError("import.unreadable", path=str(path)) from error
