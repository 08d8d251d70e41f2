"""The header of a table of people: found below preambles, and told from that of other tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from entregent.domain.text import fold
from entregent.domain.words import Origin
from entregent.exchange.csvlines import cells_of, records
from entregent.exchange.tables.columns import Column, columns_of
from entregent.exchange.tables.words import Field, key, vocabulary
from entregent.exchange.text import clean, lines_of

_PREAMBLE = 40
_MOST_COLUMNS = 1000
_LONGEST_HEADER = 64 * 1024
_SAMPLE = 50
_DELIMITERS = ",;\t|"
_FEW, _MANY = 2, 3
_LONGEST_NAME = 100

_COMPANIONS = frozenset(
    {Field.PHONE, Field.COMPANY, Field.TITLE, Field.BIRTHDAY, Field.DEPARTMENT, Field.STATUS}
    | {Field.OFFERS, Field.NEEDS, Field.SECTOR, Field.NICKNAME}
)
"""What, beside a name, makes a table one of people."""
_TELLING = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY, Field.EMAIL})
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of people: where it comes from, its columns, its lines below the header."""

    origin: Origin
    columns: Sequence[Column]
    delimiter: str
    header: Sequence[str]
    lines: Sequence[str]

    def rows(self) -> Iterator[list[str]]:
        """Yield the cells of each row, cleaned; blank rows and repeated headers are left out."""
        width = len(self.columns)
        heads = self._heads()
        for cells in records(self.lines, self.delimiter, width):
            row = [_plain(cell) for cell in cells[:width]]
            surplus = [cell for cell in map(clean, cells[width:]) if cell]
            if (any(row) or surplus) and not _repeats(row, heads):
                yield [*row, *surplus]

    def _heads(self) -> Sequence[tuple[int, str]]:
        """Return the place and text of the headers which a row cannot repeat and be somebody."""
        titles = list(enumerate(self.header))
        telling = [one for one in titles if self.columns[one[0]].field in _TELLING]
        return telling or titles


def find_table(text: str, mapped: Mapping[str, str] | None = None) -> Table | None:
    """Find the first header of a table of people, with what lies below it."""
    lines = _unwrapped(lines_of(text))
    for number, line in enumerate(lines[:_PREAMBLE]):
        if len(line) > _LONGEST_HEADER or not line.strip():
            continue
        for delimiter in _by_count(line):
            header = [_plain(cell) for cell in cells_of(line, delimiter)]
            if not 0 < len(header) <= _MOST_COLUMNS:
                continue
            columns = columns_of(header, mapped)
            table = Table(origin_of(columns), columns, delimiter, header, lines[number + 1 :])
            if _mentions(columns, mapped) or (is_of_people(columns) and _plausible(table)):
                return table
    return None


def first_headers(text: str) -> list[str]:
    """Return the cells of the first line that has several, whatever they mean."""
    for line in lines_of(text)[:_PREAMBLE]:
        for delimiter in _by_count(line[:_LONGEST_HEADER]):
            cells = [_plain(cell) for cell in cells_of(line[:_LONGEST_HEADER], delimiter)]
            if len(cells) > 1:
                return [cell for cell in cells if cell]
    return []


def is_of_people(columns: Sequence[Column]) -> bool:
    """Tell whether columns describe people: by an address, a whole name, or a name and more."""
    fields = {column.field for column in columns}
    named = {Field.GIVEN, Field.FAMILY} <= fields
    foreign = any(key(column.title) in vocabulary().elsewhere for column in columns)
    if foreign and not (named and Field.EMAIL in fields):
        return False
    if named or Field.EMAIL in fields or any(column.google for column in columns):
        return True
    single = fields & {Field.NAME, Field.GIVEN, Field.FAMILY}
    attendees = any(column.meaning.attendee for column in columns)
    return bool(single) and (attendees or bool(fields & _COMPANIONS))


def origin_of(columns: Sequence[Column]) -> Origin:
    """Tell whose table this is by the columns only such a table has."""
    keys = {key(column.title) for column in columns}
    if any(column.google for column in columns) or "groupmembership" in keys:
        return Origin.GOOGLE
    if {"labels", "phoneticfirstname"} <= keys or {"labels", "fileas"} <= keys:
        return Origin.GOOGLE
    if any(column.meaning.attendee for column in columns):
        return Origin.TABLE
    several = [c for c in columns if c.field is Field.EMAIL and c.numbered]
    marks = sum(column.meaning.book for column in columns) + len(several)
    return Origin.OUTLOOK if marks >= _FEW or "primaryemail" in keys else Origin.TABLE


def day_first(table: Table) -> bool | None:
    """Tell in which order this table's language writes days and months; None for English."""
    langs = [column.meaning.lang for column in table.columns if column.meaning.lang]
    foreign = sum(lang != "en" for lang in langs)
    return True if table.delimiter == ";" or foreign * 2 > len(langs) else None


def _repeats(row: Sequence[str], heads: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a row repeats headers; a section further down may have others beside them."""
    return all(place < len(row) and row[place] == title for place, title in heads)


def _mentions(columns: Sequence[Column], mapped: Mapping[str, str] | None) -> bool:
    titles = {fold(column.title) for column in columns}
    return bool(mapped) and any(fold(title) in titles for title in mapped or ())


def _plausible(table: Table) -> bool:
    """Tell whether the rows hold what the header announces."""
    fields = [column.field for column in table.columns]
    whole = (row for row in table.rows() if len(row) > 1 or len(fields) == 1)
    rows = list(islice(whole, _SAMPLE))
    known = [field for field in fields if field not in (Field.OTHER, Field.SECRET, Field.NOTHING)]
    if not rows:
        return len(known) >= _MANY or table.origin is not Origin.TABLE
    addresses = _under(rows, fields, {Field.EMAIL})
    names = _under(rows, fields, {Field.NAME, Field.GIVEN, Field.FAMILY})
    if addresses:
        mostly = _share("@" in cell for cell in addresses)
        return mostly and (bool(names) or len(set(addresses)) * 2 > len(addresses))
    if Field.FAMILY in fields and Field.GIVEN in fields:
        return _share(_is_nameable(cell) for cell in names)
    if table.origin is not Origin.TABLE or Field.PHONE in fields:
        return _share(_is_nameable(cell) for cell in names)
    return _share(_is_nameable(cell) and " " in cell for cell in names)


def _under(rows: Sequence[Sequence[str]], fields: Sequence[Field], wanted: set[Field]) -> list[str]:
    """Return the cells that say something below the columns which give one of these fields."""
    pairs = (zip(fields, row, strict=False) for row in rows)
    return [cell for row in pairs for field, cell in row if cell and field in wanted]


def _share(found: Iterator[bool]) -> bool:
    held = list(found)
    return sum(held) * 2 >= len(held)


def _is_nameable(cell: str) -> bool:
    return len(cell) <= _LONGEST_NAME and _LETTERS.search(cell) is not None


def _by_count(line: str) -> list[str]:
    """Return the delimiters a line may use, the most frequent first; one column uses none."""
    held = [sign for sign in _DELIMITERS if sign in line]
    return sorted(held, key=line.count, reverse=True) or [","]


def _plain(cell: str) -> str:
    """Return a cell cleaned, without what spreadsheets put around text to keep it as it is."""
    text = clean(cell)
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1].strip()
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@") else text


def _unwrapped(lines: list[str]) -> list[str]:
    """Undo what a spreadsheet does that takes each line for one quoted cell."""
    filled = [line for line in lines[:_PREAMBLE] if line.strip()]
    whole = [line.strip() for line in filled if len(line) <= _LONGEST_HEADER]
    wrapped = [line for line in whole if line[:1] == line[-1:] == '"' and '""' in line]
    if len(wrapped) <= 1 or len(wrapped) < len(filled):
        return lines
    opened = (cells_of(line, ",") for line in lines)
    return [cells[0] + "\n" if len(cells) == 1 else "\n" for cells in opened]
