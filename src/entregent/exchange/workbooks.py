"""Workbooks (`.xlsx`): the first sheet, as the table that a spreadsheet would save of it."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

from entregent.exchange.detect import MEGABYTE
from entregent.exchange.elements import TooManyTags, elements, local
from entregent.exchange.zips import Unreadable

MOST = 64 * MEGABYTE
"""How many bytes a sheet, or the words its cells share, may have."""
MOST_CELLS, MOST_COLUMNS = 1_000_000, 500
WORKBOOK = "xl/workbook.xml"

_LINKS, _WORDS, _STYLES = "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"
_FIRST = "xl/worksheets/sheet1.xml"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Excel's own number formats for days and hours."""
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - a cell's day has no zone
_LAST_DAY = 2_958_466
_LETTERS = re.compile(r"([A-Z]{1,3})\d")

Part = Callable[[str], bytes | None]
"""Gives the bytes of a file inside the workbook, None when there is none; may raise Unreadable."""


def table_of(part: Part) -> bytes:
    """Return the first sheet as CSV in UTF-8.

    Raises Unreadable when the workbook is damaged, or holds more than anybody's list of people.
    """
    try:
        sheet = part(_first_sheet(part)) or part(_FIRST)
        if sheet is None:
            raise Unreadable("table.workbook")
        words, dated = _shared(part(_WORDS)), _dated(part(_STYLES))
        written = io.StringIO()
        table = csv.writer(written, lineterminator="\n")
        held = 0
        for row in _rows(sheet, words, dated):
            held += len(row) + 1
            if held > MOST_CELLS or written.tell() > MOST:
                raise Unreadable("import.too-big")
            table.writerow(row)
    except TooManyTags as error:
        raise Unreadable("import.too-big") from error
    except (ET.ParseError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable("table.workbook") from error
    return written.getvalue().encode("utf-8", errors="replace")


def _first_sheet(part: Part) -> str:
    """Return the place of the sheet that stands first, which need not be the first file."""
    book, links = part(WORKBOOK), part(_LINKS)
    sheets = elements(book, ends="sheet") if book else iter(())
    first = next((sheet.get(_RELATION, "") for sheet in sheets), "")
    for link in elements(links, ends="Relationship") if links else ():
        if link.get("Id") == first:
            target = link.get("Target", "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return _FIRST


def _shared(data: bytes | None) -> Sequence[str]:
    return [_said(element) for element in elements(data, ends="si")] if data else ()


def _said(element: ET.Element) -> str:
    """Return the text of a cell or of a shared word, without how it is pronounced."""
    parts = [element] if local(element) == "t" else list(element)
    texts = (
        part.text or "" if local(part) == "t" else _said(part)
        for part in parts
        if local(part) in ("t", "r", "is")
    )
    return "".join(texts)


def _dated(data: bytes | None) -> frozenset[str]:
    """Return the numbers of the styles that show a number as a day."""
    if data is None:
        return frozenset()
    own: dict[str, str] = {}
    for form in elements(data, ends="numFmt"):
        own[form.get("numFmtId", "")] = _LITERAL.sub("", form.get("formatCode", "")).lower()
    dated = set()
    for group in elements(data, ends="cellXfs"):
        for number, style in enumerate(group):
            shown = style.get("numFmtId", "0")
            code = own.get(shown, "")
            if ("y" in code and "d" in code) or (shown not in own and int(shown) in _DATES):
                dated.add(str(number))
    return frozenset(dated)


def _rows(data: bytes, words: Sequence[str], dated: frozenset[str]) -> Iterator[list[str]]:
    for row in elements(data, ends="row"):
        cells: dict[int, str] = {}
        for place, cell in enumerate(element for element in row if local(element) == "c"):
            found = _LETTERS.match(cell.get("r", ""))
            column = _column(found[1]) if found else place
            if column < MOST_COLUMNS:
                cells[column] = _value(cell, words, dated)
        yield [cells.get(at, "") for at in range(max(cells, default=-1) + 1)]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: ET.Element, words: Sequence[str], dated: frozenset[str]) -> str:
    held: Mapping[str, ET.Element] = {local(part): part for part in cell}
    if cell.get("t") == "inlineStr":
        return _said(held["is"]) if "is" in held else ""
    text = (held["v"].text or "").strip() if "v" in held else ""
    match cell.get("t", "n"):
        case "s":
            return words[int(text)] if text else ""
        case "n" if text and cell.get("s") in dated:
            return _day(float(text))
        case "n":
            return text.removesuffix(".0")
        case "e":
            return ""
        case _:
            return text


def _day(number: float) -> str:
    """Return the day that a number counts from the end of 1899, `YYYY-MM-DD`."""
    if not 0 < number < _LAST_DAY:
        return ""
    return (_DAY_ZERO + timedelta(days=number)).date().isoformat()
