"""Which tables are lists of people, what the owner says of columns, and tables in bad shape."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Job, Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange.csvlines import records
from entregent.exchange.detect import recognise
from entregent.exchange.files import FileReaders
from entregent.services.ports import BookError, Opened

PARIS = ZoneInfo("Europe/Paris")
UNKNOWN = "Qui;Où;Par où\nZoé Roux;Airbus;zoe@exemple.fr\n"


def read(path: Path, columns: dict[str, str] | None = None, kind: str | None = None) -> Reading:
    [reading] = FileReaders(PARIS).read(Opened((path,), kind, columns))
    return reading


def save(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "liste.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "Date;Libellé;Débit;Crédit;Solde\n01/03/2026;VIR ROUX ZOE;;100;200\n",
        "Date,Name,Gross,Fee,Net,From Email Address\n1/2/2026,Zoé Roux,10,1,9,z@exemple.fr\n",
        "Symbol,Name,Last,Change\nAIR,Airbus SE,120,1\n",
        "name,url,username,password\nbanque,https://exemple.fr,zoe@exemple.fr,s\n",
        "Name,Price,Quantity\nThing One,1,2\n",
        "Name,City,Country\nOrly,Paris,France\n",
        "Name,Status,Assignee\nFix,Done,Zoé\nDeploy,Open,Omar\n",
        "Name, email and phone are needed.\nHello, world.\n",
        "# Name, Title\nimport csv\n",
        "time,email,action\n1,a@exemple.fr,x\n2,a@exemple.fr,y\n3,a@exemple.fr,z\n",
        "Nom;Société\n",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert recognise(text.encode(), "table.csv") is None


def test_a_column_may_be_named_by_hand(tmp_path: Path) -> None:
    reading = read(save(tmp_path, UNKNOWN), {"qui": "name", "OU": "company", "Par où": "email"})
    [card] = reading.cards
    assert reading.origin is Origin.TABLE
    assert (card.names, card.emails) == (("Zoé Roux",), ("zoe@exemple.fr",))
    assert card.jobs == (Job("Airbus"),)


@pytest.mark.parametrize(
    ("text", "columns", "key"),
    [
        (UNKNOWN, {"Qui": "nom"}, "import.unknown-field"),
        (UNKNOWN, {"Qui": "secret"}, "import.unknown-field"),
        (UNKNOWN, {"Quoi": "name"}, "import.no-such-column"),
        ("BEGIN:VCARD\nFN:Zoé\nEND:VCARD\n", {"Qui": "name"}, "import.no-columns"),
    ],
)
def test_a_wrong_word_on_columns_is_refused(
    text: str, columns: dict[str, str], key: str, tmp_path: Path
) -> None:
    with pytest.raises(BookError) as refused:
        read(save(tmp_path, text), columns)
    assert refused.value.key == key


def test_the_columns_there_are_are_named(tmp_path: Path) -> None:
    with pytest.raises(BookError) as refused:
        read(save(tmp_path, UNKNOWN), {"Quoi": "name"})
    assert refused.value.details["columns"] == "Qui, Où, Par où"


def test_a_table_forced_without_a_header_says_so(tmp_path: Path) -> None:
    reading = read(save(tmp_path, "a;b\nc;d\n"), kind="table")
    assert reading.problems == (Problem("", "table.no-header"),)


def test_a_preamble_a_delimiter_line_and_a_repeated_header_are_passed_over(tmp_path: Path) -> None:
    header, row = "Nom;Prénom;E-mail", "Roux;Zoé;zoe@exemple.fr"
    text = f"sep=;\nParticipants de la soirée\n\n{header}\n{row}\n;;\n{header}\nDiallo;Omar;\n"
    reading = read(save(tmp_path, text))
    assert [card.names[0] for card in reading.cards] == ["Zoé Roux", "Omar Diallo"]
    assert [card.record for card in reading.cards] == ["row=1", "row=2"]


def test_lines_that_a_spreadsheet_wrapped_whole(tmp_path: Path) -> None:
    text = '"Nom,Prénom,""E-mail"""\n"Roux,Zoé,""zoe@exemple.fr"""\n'
    [card] = read(save(tmp_path, text)).cards
    assert (card.names, card.emails) == (("Zoé Roux",), ("zoe@exemple.fr",))


def test_rows_that_do_not_follow_the_columns_are_problems(tmp_path: Path) -> None:
    text = "Nom,Prénom,E-mail\nRoux,Zoé,zoe@exemple.fr\nDiallo, Omar,x,omar@exemple.fr\nfin\n"
    reading = read(save(tmp_path, text))
    assert [card.names[0] for card in reading.cards] == ["Zoé Roux"]
    assert reading.problems == (
        Problem("row=2", "import.bad-row"),
        Problem("row=3", "import.bad-row"),
    )


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,"b\nc",d\ne,f,g\n', [["a", "b\nc", "d"], ["e", "f", "g"]]),
        ('x,"y,z\na,b,c\nd,"e,f\n', [["x", "y", "z\n"], ["a", "b", "c"], ["d", "e", "f\n"]]),
        ('5" x,y,z\na,b,c\nq",r,s\n', [["5 x", "y", "z\n"], ["a", "b", "c"], ['q"', "r", "s"]]),
        ('a,"note\ngoes on"\n,,\nd,e,f\n', [["a", "note\ngoes on"], ["d", "e", "f"]]),
    ],
)
def test_a_stray_quote_joins_nothing(text: str, rows: list[list[str]]) -> None:
    assert list(records(text.splitlines(keepends=True), ",", 3)) == rows


def test_an_old_workbook_is_to_be_saved_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "liste.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert read(path).problems == (Problem("", "table.workbook"),)
