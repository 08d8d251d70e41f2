"""What goes wrong with files, books and disks is a clear sentence, and nothing is lost."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\n{}END:VCARD\r\n"
LEA = CARD.format("FN:Léa Martin\r\nEMAIL:lea@exemple.fr\r\n")
MAIL = (
    "From a@b Thu Jan 01 00:00:00 2026\nFrom: Léa <lea@exemple.fr>\nTo: Moi <moi@exemple.fr>\n"
    "Date: Thu, 01 Jan 2026 00:00:00 +0000\nMessage-ID: <1@x>\n\nx\n\n"
)


def archive(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Connections.csv", text)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("carnet.vcf", b"\x89PNG\r\n\x1a\n\0\0", "not what its name says"),
        ("carnet.zip", b"no archive at all", "not what its name says"),
        ("carnet.vcf", b"", "the file is empty"),
        ("mail.mbox", b"\xef\xbb\xbf\r\n", "the file is empty"),
        ("carnet.vcf", CARD.format("TEL:1\r\n").encode(), "card 1: a card without a name"),
        ("a.journal", b'2031-01-01 met "Omar Diallo"\n', "line 1: the date has not come yet"),
    ],
)
def test_a_file_that_is_not_right_is_listed(
    run: Any, environment: Path, name: str, content: bytes, told: str
) -> None:
    (environment / name).write_bytes(content)
    (environment / "good.vcf").write_text(LEA, encoding="utf-8", newline="")
    heard = run("import", str(environment / name), str(environment / "good.vcf"))
    assert heard.code == 1
    assert told in heard.plain
    assert "Léa Martin" in run("people").out


def test_a_truncated_archive_and_a_bomb_are_listed(run: Any, environment: Path) -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    cut, bomb = environment / "cut.zip", environment / "bomb.zip"
    archive(cut, header + "Léa,Martin,,,,,08 Feb 2026\n")
    cut.write_bytes(cut.read_bytes()[:-30])
    archive(bomb, header + "A,B,,,C,D,08 Feb 2024\n" * 3_000_000)
    heard = run("import", str(cut), str(bomb))
    assert heard.code == 1
    assert "incomplete or damaged" in heard.plain
    assert "too big to be safe" in heard.plain


def test_what_is_no_book_a_newer_one_and_a_damaged_one_are_refused(
    run: Any, environment: Path
) -> None:
    run("add", "Léa")
    book = environment / "carnet.db"
    whole = book.read_bytes()
    book.write_bytes(b"notes of mine")
    assert run("add", "Omar").code == 2
    assert book.read_bytes() == b"notes of mine"
    book.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    for words in (("people",), ("doctor",), ("add", "Omar")):
        heard = run(*words)
        assert heard.code == 2
        assert "unforeseen" not in heard.complaint
    book.write_bytes(whole)
    with closing(sqlite3.connect(book)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    assert run("people").code == 2


def entregent(*words: str) -> list[str]:
    return [sys.executable, "-m", "entregent", *words]


def test_an_import_killed_at_any_moment_leaves_a_whole_book(run: Any, environment: Path) -> None:
    cards = "".join(CARD.format(f"FN:Ana{n} Bel{n}\r\n") for n in range(1500))
    (environment / "many.vcf").write_text(cards, encoding="utf-8", newline="")
    run("add", "Léa")
    before = run("export").out
    for tenths in range(3, 15, 3):
        importing = subprocess.Popen(
            entregent("import", str(environment / "many.vcf")),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(tenths / 10)
        importing.send_signal(signal.SIGKILL)
        killed = importing.wait() == -signal.SIGKILL
        assert run("doctor").code == 0
        if run("export").out != before:
            assert len(run("people", "--json").json["people"]) == 1501
            assert run("undo").code == 0
        else:
            assert killed
        assert run("export").out == before


def test_two_imports_at_once_both_land(run: Any, environment: Path) -> None:
    files = (("a.vcf", LEA), ("b.mbox", MAIL))
    run("add", "Omar")
    for name, text in files:
        (environment / name).write_text(text, encoding="utf-8", newline="")
    importing = [subprocess.Popen(entregent("import", str(environment / n))) for n, _ in files]
    assert [one.wait() for one in importing] == [0, 0]
    assert run("doctor").code == 0
    assert run("imports").out.count("read, one new") == 2


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Give what mounts a folder; only root may."""
    if os.getuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root may mount a disk")
    made: list[Path] = []

    def mount(*options: str) -> Path:
        folder = tmp_path / "disk"
        folder.mkdir(exist_ok=True)
        command = ["mount", *options, str(folder)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("no disk may be mounted here")
        if folder not in made:
            made.append(folder)
        return folder

    yield mount
    for folder in made:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_read_only_disk_is_read_and_not_written(
    run: Any, environment: Path, mounted: Callable[..., Path]
) -> None:
    disk = mounted("-t", "tmpfs", "-o", "size=4m", "tmpfs")
    book = ("--book", str(disk / "carnet.db"))
    (environment / "a.vcf").write_text(LEA, encoding="utf-8", newline="")
    assert run(*book, "add", "Omar").code == 0
    mounted("-o", "remount,ro")
    assert "Omar" in run(*book, "people").out
    assert run(*book, "doctor").code == 0
    for words in (("import", str(environment / "a.vcf")), ("record", "met", "Omar")):
        heard = run(*book, *words)
        assert heard.code == 2
        assert "cannot be written" in heard.complaint
    assert run("--book", str(disk / "new.db"), "add", "Léa").code == 2


def test_a_full_disk_is_read_and_takes_nothing(
    run: Any, environment: Path, mounted: Callable[..., Path]
) -> None:
    disk = mounted("-t", "tmpfs", "-o", "size=1m", "tmpfs")
    book = ("--book", str(disk / "carnet.db"))
    cards = "".join(CARD.format(f"FN:Ana{n} Bel{n}\r\n") for n in range(1500))
    (environment / "many.vcf").write_text(cards, encoding="utf-8", newline="")
    assert run(*book, "add", "Omar").code == 0
    before = run(*book, "export").out
    heard = run(*book, "import", str(environment / "many.vcf"))
    assert (heard.code, "disk is full" in heard.complaint) == (2, True)
    (disk / "rest").write_bytes(b"x" * shutil.disk_usage(disk).free)
    heard = run(*book, "record", "met", "Omar")
    assert (heard.code, "disk is full" in heard.complaint) == (2, True)
    assert run(*book, "export").out == before
    assert run(*book, "doctor").code == 0
