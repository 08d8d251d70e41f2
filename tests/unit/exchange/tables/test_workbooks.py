"""Workbooks: the first sheet is a table of people like any other."""

import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Said
from entregent.exchange import workbooks
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

PARIS = ZoneInfo("Europe/Paris")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="Liste" sheetId="7" r:id="rId2"/><sheet name="Autre" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>"
)
LINKS = (
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>'
    '<Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>'
)
WORDS = (
    f'<sst xmlns="{MAIN}"><si><t>Nom</t></si><si><t>Prénom</t></si><si><t>E-mail</t></si>'
    "<si><r><t>Be</t></r><r><t>nali</t></r><rPh><t>x</t></rPh></si></sst>"
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}">'
    '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)
HEADER = (
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>'
    '<c t="inlineStr"><is><t>Date de naissance</t></is></c></row>'
)
NADIA = (
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="str"><v>Nadia</v></c>'
    '<c r="D2" s="2"><v>31092</v></c>'
    '<c r="C2" t="inlineStr"><is><t>nadia@exemple.fr</t></is></c></row>'
)


def sheet(*rows: str) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'


OF_NOBODY = {"worksheets/sheet2.xml": sheet("<row><c><v>1</v></c></row>")}


def workbook(folder: Path, **parts: str) -> Path:
    path = folder / "liste.xlsx"
    held = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": LINKS,
        "xl/sharedStrings.xml": WORDS,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet("<row><c><v>1</v></c></row>"),
        "xl/worksheets/sheet2.xml": sheet(HEADER, NADIA),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**held, **{f"xl/{name}": text for name, text in parts.items()}}.items():
            archive.writestr(name, text)
    return path


def read(path: Path) -> Reading:
    [reading] = FileReaders(PARIS).read(Opened((path,)))
    return reading


def test_the_sheet_that_stands_first_is_read(tmp_path: Path) -> None:
    reading = read(workbook(tmp_path))
    [nadia] = reading.cards
    assert (nadia.names, nadia.emails) == (("Nadia Benali",), ("nadia@exemple.fr",))
    assert (Said.BIRTHDAY, "1985-02-14") in nadia.details
    assert (nadia.record, reading.read, reading.problems) == ("row=1", 1, ())


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<worksheet><sheetData><row>", "table.workbook"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', "table.workbook"),
        (sheet('<row><c t="s"><v>99</v></c></row>'), "table.workbook"),
        (sheet(), "import.empty"),
        (sheet("<row><c><v>1</v></c><c><v>2.0</v></c></row>"), "table.no-header"),
        (f"{'<r>' * 5000}{'</r>' * 5000}", "import.too-big"),
    ],
)
def test_a_workbook_that_holds_no_list_says_so(tmp_path: Path, text: str, what: str) -> None:
    path = workbook(tmp_path, **{"worksheets/sheet2.xml": text})
    assert read(path).problems == (Problem("", what),)


def test_a_workbook_of_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_CELLS", 4)
    assert read(workbook(tmp_path)).problems == (Problem("", "import.too-big"),)


def test_a_workbook_in_an_archive_is_read(tmp_path: Path) -> None:
    path = tmp_path / "listes.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("asso/liste.xlsx", workbook(tmp_path).read_bytes())
        archive.writestr("asso/budget.xlsx", workbook(tmp_path, **OF_NOBODY).read_bytes())
    reading = read(path)
    assert reading.path == f"{path}/asso/liste.xlsx"
    assert [card.names for card in reading.cards] == [("Nadia Benali",)]


def test_a_damaged_workbook_in_an_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "listes.zip"
    damaged = workbook(tmp_path, **{"worksheets/sheet2.xml": "<worksheet"})
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("liste.xlsx", damaged.read_bytes())
    reading = read(path)
    assert (reading.path, reading.problems) == (
        f"{path}/liste.xlsx",
        (Problem("", "table.workbook"),),
    )


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("<c>" * 150 + "</c>" * 150, id="cells in cells"),
        pytest.param("<c/>" * 300_000, id="a row without end"),
    ],
)
def test_a_row_that_no_spreadsheet_writes_is_not_held_in_memory(tmp_path: Path, row: str):
    parts = {"worksheets/sheet2.xml": sheet(HEADER, f"<row>{row}</row>")}
    assert read(workbook(tmp_path, **parts)).problems == (Problem("", "import.too-big"),)


def test_many_short_rows_are_forgotten_one_by_one(tmp_path: Path):
    count = 62_000  # of five elements each
    rows = (
        f'<row><c r="B1" t="inlineStr"><is><t>Nadia {n:x}</t></is></c></row>' for n in range(count)
    )
    parts = {"worksheets/sheet2.xml": sheet(HEADER, *rows)}
    reading = read(workbook(tmp_path, **parts))
    assert (reading.read, reading.problems[:1]) == (count, ())
