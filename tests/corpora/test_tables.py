"""Address books in columns, with the headers of every language they are exported in."""

import csv
import io
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Reading
from entregent.domain.words import Origin
from entregent.exchange.detect import HEAD, recognise
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

SIBLING = Path(__file__).parents[3] / "shared"
IMPORTS = Path(os.environ.get("ENTREGENT_SHARED", SIBLING)) / "data" / "imports"
LOCALES = IMPORTS / "csv-zimbra" / "store-conf" / "conf" / "contacts" / "zimbra-contact-fields.xml"
SAMPLES = IMPORTS / "vcf-roundcube" / "tests" / "src" / "Csv2vcard"
ZONE = ZoneInfo("Europe/Paris")
PROGRAMS = ("thunderbird-csv", "outlook-2003-csv", "outlook-unknown-csv", "windows-live-mail-csv")
WRITTEN = {
    "firstName": "Zoé",
    "lastName": "Roux",
    "fullName": "Zoé Roux",
    "firstName,middleName,lastName": "Zoé Roux",
    "email": "zoe@exemple.fr",
    "email2": "z.roux@exemple.org",
    "mobilePhone": "06 12 34 56 78",
    "workPhone": "01 23 45 67 89",
    "homePhone": "04 11 22 33 44",
    "company": "Airbus",
    "jobTitle": "Achats",
    "notes": "Vue au salon",
}
PAGES = {
    "ru": "cp1251", "ja": "cp932", "ko": "cp949", "pl": "cp1250", "tr": "cp1254",
    "zh_CN": "gb18030", "zh_HK": "big5", "ar": "cp1256",
}  # fmt: skip

pytestmark = pytest.mark.skipif(not LOCALES.is_file(), reason="no corpus of real files here")


def layouts() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Yield program, language and columns: the field each gives, and its header."""
    if not LOCALES.is_file():
        return
    for form in ET.parse(LOCALES).getroot().iter("format"):  # noqa: S314 - a file of our own corpus
        if form.get("name") in PROGRAMS:
            columns = [
                (column.get("field") or "", column.get("name") or "")
                for column in form.iter("column")
                if column.get("type") != "multivalue"
            ]
            yield str(form.get("name")), form.get("locale") or "en", columns


def written(columns: Sequence[tuple[str, str]], delimiter: str, *, plain: bool = False) -> str:
    """Write a table with one human in it, in their own letters or (`plain`) in any alphabet."""
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter)
    writer.writerow([header for _, header in columns])
    cells = [WRITTEN.get(field, "") for field, _ in columns]
    writer.writerow([cell.replace("é", "e") if plain else cell for cell in cells])
    return table.getvalue()


def read(tmp_path: Path, data: bytes) -> Reading:
    path = tmp_path / "contacts.csv"
    path.write_bytes(data)
    [reading] = FileReaders(ZONE).read(Opened((path,)))
    return reading


@pytest.mark.parametrize(
    ("locale", "columns"),
    [pytest.param(lang, columns, id=f"{program}-{lang}") for program, lang, columns in layouts()],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "page"])
def test_every_language_of_every_program(
    locale: str,
    columns: list[tuple[str, str]],
    delimiter: str,
    encoding: str,
    tmp_path: Path,
) -> None:
    if locale == "hi" and encoding == "page":
        pytest.skip("Windows has no code page for Hindi")
    page = encoding == "page"
    text = written(columns, delimiter, plain=page and locale in PAGES)
    data = text.encode(PAGES.get(locale, "cp1252") if page else encoding, errors="replace")
    reading = read(tmp_path, data)
    assert reading.origin is Origin.OUTLOOK
    assert (reading.read, reading.problems) == (1, ())
    [card] = reading.cards
    said = {field for field, _ in columns}
    zoe = "Zoe" if page and locale in PAGES else "Zoé"
    assert card.names[0] == f"{zoe} Roux"
    assert (card.given, card.family) == (zoe, "Roux")
    assert card.emails == tuple(WRITTEN[one] for one in ("email", "email2") if one in said)
    numbers = {WRITTEN[one] for one in ("mobilePhone", "workPhone", "homePhone") if one in said}
    assert set(card.phones) == numbers
    if "company" in said:
        assert [job.company for job in card.jobs] == ["Airbus"]
    if "jobTitle" in said:
        assert [job.title for job in card.jobs] == ["Achats"]
    if "notes" in said:
        assert [value for said, value in card.details if said == "note"] == ["Vue au salon"]
    assert card.known


@pytest.mark.parametrize("name", ["all", "email", "gmail", "outlook"])
def test_a_real_sample_is_read(name: str) -> None:
    path = SAMPLES / f"{name}.csv"
    [reading] = FileReaders(ZONE).read(Opened((path,)))
    assert reading.read == len(reading.cards) > 0
    assert not reading.problems
    assert reading.origin is (Origin.GOOGLE if name == "gmail" else Origin.OUTLOOK)
    assert all(card.emails for card in reading.cards)


def test_no_other_file_of_the_corpus_is_taken_for_a_list_of_people() -> None:
    taken = set()
    for path in sorted(IMPORTS.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                form = recognise(file.read(HEAD), path.name)
            if form and form.origin in (Origin.GOOGLE, Origin.OUTLOOK, Origin.TABLE):
                taken.add(path.relative_to(IMPORTS).parts[0])
    assert taken <= {"vcf-roundcube", "er-splink", "er-febrl", "li-silkyrich", "li-labeldekho"}
