from pathlib import Path

import pytest

from entregent.exchange.mail.folders import letter_boxes
from entregent.exchange.mail.mbox import spans

LETTER = (
    "Return-Path: <lea@exemple.fr>\nFrom: Léa <lea@exemple.fr>\nTo: Omar <omar@exemple.fr>,\n"
    " Nadia <nadia@exemple.fr>\nDate: Tue, 14 Jul 2026 12:00:00 +0200\nMessage-ID: <{n}@x>\n\n"
    "Bonjour\n\nFrom here on 2026\nTo: nobody\n"
)


def maildir(folder: Path, *letters: int) -> None:
    for room in ("cur", "new", "tmp"):
        (folder / room).mkdir(parents=True)
    for number in letters:
        room = "new" if number % 2 else "cur"
        (folder / room / f"17000{number}.M1.host:2,S").write_text(
            LETTER.format(n=number), encoding="utf-8"
        )
    (folder / "tmp" / "half").write_text("From: x", encoding="utf-8")


def test_a_maildir_is_one_source_with_its_sub_folders(tmp_path: Path):
    maildir(tmp_path / "Maildir", 1, 2)
    maildir(tmp_path / "Maildir" / ".Archive.2025", 3)
    maildir(tmp_path / "Maildir" / "Projets", 4)
    (box,) = letter_boxes(tmp_path)
    assert box.folder == tmp_path / "Maildir"
    assert len(box.letters) == 4
    headers = box.headers()
    assert len(list(spans(headers))) == 4
    assert b"to: Omar <omar@exemple.fr>,\n  Nadia <nadia@exemple.fr>\n" in headers
    assert b"Bonjour" not in headers


@pytest.mark.parametrize(
    "name", [".Trash", ".INBOX.Drafts", ".&AOk-l&AOk-ments supprim&AOk-s", "Spam"]
)
def test_what_is_put_aside_stays_aside(tmp_path: Path, name: str):
    maildir(tmp_path / "Maildir", 1)
    maildir(tmp_path / "Maildir" / name, 2)
    (box,) = letter_boxes(tmp_path)
    assert len(box.letters) == 1


def test_an_odd_folder_name_is_just_a_name(tmp_path: Path):
    maildir(tmp_path / "Maildir", 1)
    maildir(tmp_path / "Maildir" / ".R&-D.&2D3-x", 2)
    (box,) = letter_boxes(tmp_path)
    assert len(box.letters) == 2


def test_a_bin_given_as_such_is_no_source(tmp_path: Path):
    maildir(tmp_path / "Corbeille", 1)
    assert not list(letter_boxes(tmp_path))


def test_messages_saved_one_by_one_are_one_source(tmp_path: Path):
    for number in range(3):
        (tmp_path / f"{number}.eml").write_text(LETTER.format(n=number), encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "alone.eml").write_text(LETTER.format(n=9), encoding="utf-8")
    (box,) = letter_boxes(tmp_path)
    assert len(box.letters) == 3


def test_apple_mail_writes_a_size_first(tmp_path: Path):
    for number in range(2):
        (tmp_path / f"{number}.emlx").write_text(
            f"{len(LETTER)}    \n{LETTER.format(n=number)}<?xml?>", encoding="utf-8"
        )
    (box,) = letter_boxes(tmp_path)
    assert box.headers().count(b"from: ") == 2


def test_headers_of_any_length_and_line_end(tmp_path: Path):
    long = "Received: by x\r\n" * 3000 + LETTER.format(n=1).replace("\n", "\r\n")
    (tmp_path / "a.eml").write_bytes(long.encode())
    (tmp_path / "b.eml").write_bytes(b"")
    (box,) = letter_boxes(tmp_path)
    headers = box.headers()
    assert b"message-id: <1@x>" in headers
    assert len(list(spans(headers))) == 2
