"""What people give: files, folders and archives, honest and otherwise."""

import gzip
import os
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange import archives, detect, survey, zips
from entregent.exchange.files import FileReaders
from entregent.services.ports import BookError, Opened

VCARD = b"BEGIN:VCARD\nVERSION:3.0\nFN:Omar Diallo\nEND:VCARD\n"
CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Léa,Martin,https://www.linkedin.com/in/lea,,Airbus,Achats,08 Feb 2026\n"
).encode()
PROFILE = b"First Name,Last Name,Headline\nNadia,Benali,Acheteuse\n"
MESSAGES = (
    "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE\n"
    "c1,Léa Martin,https://www.linkedin.com/in/lea,Nadia Benali,2026-02-09 10:00:00 UTC\n"
).encode()
FRIENDS = b'{"friends_v2": [{"name": "Zo\\u00c3\\u00a9 Roux"}]}'
JOURNAL = b'me "Nadia Benali"\nperson "Samir Haddad"\n'
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//essai//FR\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    b"DTSTAMP:20260101T000000Z\r\nDTSTART:20260101T100000Z\r\nSUMMARY:Point\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)
MAIL = (
    b"From omar@exemple.fr Mon Feb  2 10:00:00 2026\nFrom: Omar <omar@exemple.fr>\n"
    b"To: nadia@exemple.fr\nDate: Mon, 2 Feb 2026 10:00:00 +0100\nMessage-ID: <1@exemple.fr>\n"
    b"Subject: Point\n\nBonjour\n"
)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def read(*paths: Path, kind: str | None = None) -> list[Reading]:
    return list(FileReaders(ZoneInfo("Europe/Paris")).read(Opened(paths, as_kind=kind)))


def save(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def pack(path: Path, members: Iterable[tuple[str, bytes]], method: int = 8) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def problems(readings: Iterable[Reading]) -> list[tuple[str, str]]:
    return [(reading.path, problem.what) for reading in readings for problem in reading.problems]


def people(readings: Iterable[Reading]) -> list[str]:
    return [name for reading in readings for card in reading.cards for name in card.names]


@pytest.mark.parametrize(
    ("data", "origin"),
    [
        (VCARD, Origin.VCARD),
        (CONNECTIONS, Origin.LINKEDIN),
        (FRIENDS, Origin.FACEBOOK),
        (JOURNAL, Origin.JOURNAL),
        (CALENDAR, Origin.CALENDAR),
        (MAIL, Origin.MAIL),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, data: bytes, origin: Origin) -> None:
    path = save(tmp_path / "sans-nom", data)
    (reading,) = read(path)
    assert (reading.path, reading.origin) == (str(path), origin)
    assert reading.problems == ()


def test_files_that_tell_who_the_owner_is_come_first(tmp_path: Path) -> None:
    for number, data in enumerate([MAIL, CALENDAR, FRIENDS, VCARD, CONNECTIONS, JOURNAL]):
        save(tmp_path / f"{number}", data)
    assert [reading.origin for reading in read(tmp_path)] == [
        Origin.JOURNAL,
        Origin.LINKEDIN,
        Origin.VCARD,
        Origin.FACEBOOK,
        Origin.CALENDAR,
        Origin.MAIL,
    ]


def test_what_we_do_not_know_beside_what_we_know_is_left_alone(tmp_path: Path) -> None:
    save(tmp_path / "export" / "Connections.csv", CONNECTIONS)
    save(tmp_path / "export" / "Skills.csv", b"Skill\nExcel\n")
    save(tmp_path / "export" / "empty.csv", b"")
    save(tmp_path / "export" / ".hidden.vcf", VCARD)
    save(tmp_path / "export" / ".git" / "a.vcf", VCARD)
    readings = read(tmp_path / "export")
    assert [reading.path for reading in readings] == [str(tmp_path / "export/Connections.csv")]


@pytest.mark.parametrize("packed", [True, False])
def test_the_tables_of_an_export_explain_one_another(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 - a case of the test
    tables = [
        ("messages.csv", MESSAGES),
        ("Profile.csv", PROFILE),
        ("Connections.csv", CONNECTIONS),
    ]
    if packed:
        path = pack(tmp_path / "linkedin.zip", tables)
    else:
        path = tmp_path / "linkedin"
        for name, data in tables:
            save(path / name, data)
    readings = read(path)
    names = ["Profile.csv", "Connections.csv", "messages.csv"]
    assert [reading.path for reading in readings] == [f"{path}/{name}" for name in names]
    assert [len(reading.facts) for reading in readings] == [0, 1, 1]
    assert problems(readings) == []


def test_two_exports_side_by_side_are_not_mixed(tmp_path: Path) -> None:
    one = pack(tmp_path / "a.zip", [("Connections.csv", CONNECTIONS)])
    two = pack(tmp_path / "b.zip", [("Connections.csv", CONNECTIONS)])
    paths = [reading.path for reading in read(tmp_path)]
    assert paths == [f"{one}/Connections.csv", f"{two}/Connections.csv"]


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    path = save(tmp_path / "a.vcf", VCARD)
    assert len(read(path, tmp_path, path)) == 1


def test_a_big_file_is_mapped(tmp_path: Path) -> None:
    path = save(tmp_path / "a.vcf", VCARD * 30_000)
    (reading,) = read(path)
    assert reading.read == 30_000


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("vide.vcf", b"", "import.empty"),
        ("vide.csv", b"\xef\xbb\xbf \r\n", "import.empty"),
        ("photo.vcf", PNG, "import.not-what-it-says"),
        ("photo.zip", PNG, "import.not-what-it-says"),
        ("photo.png", PNG, "import.unknown-format"),
        ("table.csv", b"a,b\n1,2\n", "table.unknown-columns"),
        ("mot.csv", b"rien\n", "table.no-header"),
    ],
)
def test_a_file_given_that_cannot_be_read(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    bad, good = save(tmp_path / name, data), save(tmp_path / "bon.vcf", VCARD)
    readings = read(bad, good)
    assert problems(readings) == [(str(bad), what)]
    assert people(readings) == ["Omar Diallo"]


def test_a_name_that_promises_is_held_to_it_in_a_folder(tmp_path: Path) -> None:
    save(tmp_path / "a.vcf", VCARD)
    save(tmp_path / "b.vcf", PNG)
    save(tmp_path / "c.ics", b"")
    assert problems(read(tmp_path)) == [
        (str(tmp_path / "b.vcf"), "import.not-what-it-says"),
        (str(tmp_path / "c.ics"), "import.empty"),
    ]


def test_a_folder_with_nothing_we_know(tmp_path: Path) -> None:
    save(tmp_path / "a.png", PNG)
    assert problems(read(tmp_path)) == [(str(tmp_path), "import.nothing-known")]


def test_programs_and_pages_that_look_like_lists_are_left_alone_in_a_folder(tmp_path: Path) -> None:
    journal = b'person "L\xc3\xa9a Martin"\n2026-03-02 met "L\xc3\xa9a Martin"\n'
    page = save(tmp_path / "notes.md", journal)
    save(tmp_path / "cells.py", b"name, email\nJean, j@example.org\n")
    save(tmp_path / "people.journal", journal)
    assert [reading.path for reading in read(tmp_path)] == [str(tmp_path / "people.journal")]
    assert read(page)[0].read == 2
    assert [reading.path for reading in read(tmp_path, kind="journal")] == [
        str(page),
        str(tmp_path / "people.journal"),
    ]


def test_a_mailbox_may_be_called_like_a_program(tmp_path: Path) -> None:
    letter = b"From lea@x.fr Mon Mar  2 10:00:00 2026\nFrom: L <lea@x.fr>\nTo: o@y.fr\n\nBonjour\n"
    save(tmp_path / "Node.js", letter)
    save(tmp_path / "0001-mend.patch", letter)
    assert [reading.path for reading in read(tmp_path)] == [str(tmp_path / "Node.js")]


def test_a_small_archive_holds_no_vast_mailbox(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = b"From lea@x.fr Mon Mar  2 10:00:00 2026\nFrom: L <lea@x.fr>\nTo: o@y.fr\n\nHi\n\n"
    with zipfile.ZipFile(tmp_path / "mail.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("all.mbox", letter * 1000)
    monkeypatch.setattr(archives, "FREELY", 1000)
    assert problems(read(tmp_path)) == [(str(tmp_path / "mail.zip/all.mbox"), "import.too-big")]


def test_a_folder_with_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "MOST_FILES", 2)
    for number in range(3):
        save(tmp_path / f"{number}.vcf", VCARD)
    readings = read(tmp_path)
    assert problems(readings) == [(str(tmp_path), "import.too-many-files")]
    assert len(readings) == 3


def test_a_missing_path_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    good = save(tmp_path / "a.vcf", VCARD)
    with pytest.raises(BookError) as refusal:
        read(good, tmp_path / "absent.vcf")
    assert refusal.value.key == "import.no-such-file"
    assert refusal.value.details == {"path": str(tmp_path / "absent.vcf")}


@pytest.mark.parametrize("make", ["pipe", "long"])
def test_a_path_that_is_no_file(tmp_path: Path, make: str) -> None:
    path = tmp_path / ("tuyau" if make == "pipe" else "n" * 300)
    if make == "pipe":
        os.mkfifo(path)
    with pytest.raises(BookError) as refusal:
        read(path)
    assert refusal.value.key == "import.unreadable"


def test_a_file_that_vanishes_while_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save(tmp_path / "a.vcf", VCARD)
    for name in ("head_of", "plain"):
        with monkeypatch.context() as patch:
            if name == "head_of":
                patch.setattr(survey, "head_of", _vanished)
            else:
                patch.setattr(survey, "head_of", lambda path: (path.unlink(), VCARD)[1])
            assert problems(read(path)) == [(str(path), "import.unreadable")]
            path.touch()
    with monkeypatch.context() as patch:
        patch.setattr(survey, "head_of", _vanished)
        assert problems(read(tmp_path)) == [(str(path), "import.unreadable")]


def _vanished(path: Path) -> bytes:
    raise FileNotFoundError(path)


def test_a_format_can_be_forced(tmp_path: Path) -> None:
    path = save(tmp_path / "a.txt", b"introduction\n" + VCARD)
    assert problems(read(path)) == [(str(path), "import.unknown-format")]
    assert people(read(path, kind="vcard")) == ["Omar Diallo"]


def test_a_forced_format_keeps_its_files_of_a_folder(tmp_path: Path) -> None:
    save(tmp_path / "a", VCARD)
    save(tmp_path / "b", CONNECTIONS)
    assert people(read(tmp_path, kind="vcard")) == ["Omar Diallo"]


def test_a_format_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BookError) as refusal:
        read(save(tmp_path / "a.vcf", VCARD), kind="excel")
    assert refusal.value.key == "import.unknown-kind"
    assert refusal.value.details["kind"] == "excel"


def test_too_big_to_be_held(tmp_path: Path) -> None:
    path = save(tmp_path / "a.vcf", VCARD)
    os.truncate(path, 201 * 1024 * 1024)
    assert problems(read(path)) == [(str(path), "import.too-big")]
    table = save(tmp_path / "Connections.csv", CONNECTIONS)
    os.truncate(table, 201 * 1024 * 1024)
    assert problems(read(table)) == [(str(table), "import.too-big")]


def test_a_truncated_archive(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.vcf", VCARD)])
    path.write_bytes(path.read_bytes()[:-30])
    assert problems(read(path)) == [(str(path), "import.broken-zip")]


def test_a_member_whose_bytes_are_damaged(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.vcf", VCARD), ("b.vcf", VCARD)], method=0)
    path.write_bytes(path.read_bytes().replace(b"Omar", b"Amar", 1))
    readings = read(path)
    assert problems(readings) == [(f"{path}/a.vcf", "import.broken-zip")]
    assert people(readings) == ["Omar Diallo"]


def test_a_bomb_goes_off_within_bounds(tmp_path: Path) -> None:
    data = VCARD + b" " * (60 * 1024 * 1024)
    path = pack(tmp_path / "a.zip", [("a.vcf", data), ("b.vcf", VCARD)])
    readings = read(path)
    assert problems(readings) == [(f"{path}/a.vcf", "import.too-big")]
    assert people(readings) == ["Omar Diallo"]


def test_members_that_are_small_bombs_together_go_off_within_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "RATIO_FROM", 1024 * 1024)
    data = VCARD + b" " * 900_000
    path = pack(tmp_path / "a.zip", [(f"{number}.vcf", data) for number in range(5)])
    readings = read(path)
    assert problems(readings) == [(f"{path}/{n}.vcf", "import.too-big") for n in range(1, 5)]
    assert people(readings) == ["Omar Diallo"]


def test_members_that_share_their_bytes_are_a_bomb(tmp_path: Path) -> None:
    path = pack(tmp_path / "Connections.zip", [("Connections.csv", CONNECTIONS)])
    data = path.read_bytes()
    end = data.rfind(b"PK\x05\x06")
    size, start = struct.unpack_from("<LL", data, end + 12)
    many = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 900, 900, size * 900, start, 0)
    path.write_bytes(data[:start] + data[start : start + size] * 900 + many)
    assert problems(read(path)) == [(str(path), "import.too-big")]


@pytest.mark.parametrize("limit", ["MOST_RECORDS", "MOST_PEOPLE"])
@pytest.mark.parametrize("packed", [True, False])
def test_more_people_than_anybody_knows(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    packed: bool,  # noqa: FBT001 - a case of the test
) -> None:
    monkeypatch.setattr(detect, limit, 5)
    members = [("a.vcf", VCARD * 6), ("Connections.csv", CONNECTIONS + b"A,B,,,C,D,\n" * 6)]
    if packed:
        pack(tmp_path / "a.zip", members)
    else:
        for name, data in members:
            save(tmp_path / name, data)
    assert {what for _, what in problems(read(tmp_path))} == {"import.too-big"}
    assert not people(read(tmp_path))


def test_a_header_that_lies_about_its_size(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.vcf", VCARD * 10)])
    lie = struct.pack("<L", len(VCARD))
    path.write_bytes(path.read_bytes().replace(struct.pack("<L", 10 * len(VCARD)), lie))
    assert problems(read(path)) == [(f"{path}/a.vcf", "import.broken-zip")]


def test_an_archive_that_holds_too_much_in_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "MOST_TOTAL", 2 * len(VCARD))
    path = pack(tmp_path / "a.zip", [(f"{number}.vcf", VCARD) for number in range(3)])
    assert problems(read(path)) == [(f"{path}/2.vcf", "import.too-big")]


@pytest.mark.parametrize(("limit", "value"), [("MOST_MEMBERS", 2), ("_MOST_DIRECTORY", 100)])
def test_an_archive_with_too_many_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(zips, limit, value)
    path = pack(tmp_path / "a.zip", [(f"{number}.vcf", VCARD) for number in range(3)])
    assert problems(read(path)) == [(str(path), "import.too-big")]


def test_a_packing_that_cannot_be_bounded(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.vcf", VCARD)], method=zipfile.ZIP_LZMA)
    assert problems(read(path)) == [(f"{path}/a.vcf", "import.broken-zip")]


def test_locked_members_are_said_once(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.vcf", VCARD), ("b.vcf", VCARD), ("c.vcf", VCARD)])
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        data[at + offset] |= 1
        at = data.find(mark, at + 4)
        data[at + offset] |= 1
    path.write_bytes(data)
    readings = read(path)
    assert readings[-1].problems == (Problem("", "import.encrypted", {"n": "2"}),)
    assert people(readings) == ["Omar Diallo"]


def test_a_locked_member_stays_locked(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("a.vcf", VCARD)])
    with zips.SafeZip(path) as archive:
        ((_, info),) = archive.members()
        info.flag_bits |= 1
        with pytest.raises(zips.Unreadable):
            archive.whole(info, 1000)


def test_names_that_climb_are_harmless(tmp_path: Path) -> None:
    members = [("../../etc/a.vcf", VCARD), ("/b.vcf", VCARD), ("..\\..\\c\x07.vcf", VCARD)]
    path = pack(tmp_path / "a.zip", members)
    expected = [f"{path}/etc/a.vcf", f"{path}/b.vcf", f"{path}/c.vcf"]
    assert [reading.path for reading in read(path)] == expected
    assert list(tmp_path.iterdir()) == [path]


def test_archives_are_opened_one_level_down(tmp_path: Path) -> None:
    deepest = pack(tmp_path / "c.zip", [("a.vcf", VCARD)]).read_bytes()
    inner = pack(tmp_path / "b.zip", [("deepest.zip", deepest), ("a.vcf", VCARD)]).read_bytes()
    members = [("inner.zip", inner), ("dir/", b""), ("__MACOSX/x", VCARD)]
    path = pack(tmp_path / "outer.zip", members)
    assert [reading.path for reading in read(path)] == [f"{path}/inner.zip/a.vcf"]


def test_two_levels_down_archives_stay_closed(tmp_path: Path) -> None:
    deepest = pack(tmp_path / "c.zip", [("a.vcf", VCARD)]).read_bytes()
    inner = pack(tmp_path / "b.zip", [("deepest.zip", deepest)]).read_bytes()
    folder = tmp_path / "outer"
    folder.mkdir()
    path = pack(folder / "outer.zip", [("inner.zip", inner)])
    assert problems(read(path)) == [(str(path), "import.nothing-known")]
    assert problems(read(folder)) == [(str(folder), "import.nothing-known")]


def test_exports_in_an_archive_are_read_each_by_itself(tmp_path: Path) -> None:
    tables = [
        ("Connections.csv", CONNECTIONS),
        ("Profile.csv", PROFILE),
        ("messages.csv", MESSAGES),
    ]
    export = pack(tmp_path / "linkedin.zip", tables).read_bytes()
    path = pack(tmp_path / "all.zip", [("linkedin.zip", export), ("a.vcf", VCARD)])
    readings = read(path)
    assert {reading.path for reading in readings} == {
        f"{path}/a.vcf",
        *(f"{path}/linkedin.zip/{name}" for name, _ in tables),
    }
    assert problems(readings) == []


def test_a_document_in_an_archive_stays_closed(tmp_path: Path) -> None:
    document = pack(tmp_path / "a.docx", [("a.vcf", VCARD)]).read_bytes()
    path = pack(tmp_path / "a.zip", [("a.docx", document)])
    assert problems(read(path)) == [(str(path), "import.nothing-known")]


def test_a_damaged_archive_in_an_archive_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("b.zip", b"PK\x03\x04 no"), ("a.vcf", VCARD)])
    assert problems(read(path)) == [(f"{path}/b.zip", "import.broken-zip")]


def test_what_is_opened_inside_an_archive_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = pack(tmp_path / "b.zip", [("a.vcf", VCARD)]).read_bytes()
    monkeypatch.setattr(archives, "MOST_INSIDE", 2 * len(inner))
    path = pack(tmp_path / "a.zip", [(f"{number}.zip", inner) for number in range(3)])
    readings = read(path)
    assert [reading.path for reading in readings if reading.cards] == [
        f"{path}/0.zip/a.vcf",
        f"{path}/1.zip/a.vcf",
    ]
    assert problems(readings) == [(f"{path}/2.zip", "import.too-big")]


@pytest.mark.parametrize(
    ("name", "data"), [("a.vcf.gz", VCARD), ("a.ics.gz", CALENDAR), ("a.mbox.gz", MAIL)]
)
def test_gzip_is_undone_for_every_format_also_in_archives(
    tmp_path: Path, name: str, data: bytes
) -> None:
    path = save(tmp_path / "x" / name, gzip.compress(data))
    packed = pack(tmp_path / "a.zip", [(name, gzip.compress(data))])
    alone, inside = read(path), read(packed)
    assert problems(alone) == problems(inside) == []
    assert [reading.path for reading in alone] == [str(path)]
    assert [reading.path for reading in inside] == [f"{packed}/{name}"]
    assert alone[0].read == inside[0].read == 1


def test_a_gzip_file_that_is_not_what_it_says(tmp_path: Path) -> None:
    path = save(tmp_path / "a.ics.gz", gzip.compress(PNG))
    assert problems(read(path)) == [(str(path), "import.not-what-it-says")]


def test_an_empty_archive(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [])
    assert problems(read(path)) == [(str(path), "import.nothing-known")]


def test_an_archive_in_a_folder_is_opened(tmp_path: Path) -> None:
    path = pack(tmp_path / "a.zip", [("deep/a.vcf", VCARD)])
    assert [reading.path for reading in read(tmp_path)] == [f"{path}/deep/a.vcf"]
