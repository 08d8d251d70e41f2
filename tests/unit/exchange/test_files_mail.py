import gzip
from pathlib import Path
from zoneinfo import ZoneInfo

from entregent.domain.reading import Problem, Reading
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

LETTER = (
    b"From: lea@exemple.fr\nTo: omar@exemple.fr\nDate: Tue, 14 Jul 2026 12:00:00 +0200\n"
    b"Message-ID: <%d@exemple.fr>\n\nBonjour\n"
)


def read(*paths: Path, kind: str | None = None) -> list[Reading]:
    return list(FileReaders(ZoneInfo("Europe/Paris")).read(Opened(paths, as_kind=kind)))


def mailbox(*numbers: int) -> bytes:
    start = b"From lea@exemple.fr Tue Jul 14 12:00:00 2026\n"
    return b"\n".join(start + LETTER % number for number in numbers)


def test_a_maildir_is_read_as_one_source_and_left_as_it_was(tmp_path: Path):
    for room in ("cur", "new", "tmp"):
        (tmp_path / "Mail" / room).mkdir(parents=True)
    for number in range(3):
        (tmp_path / "Mail" / "new" / f"{number}.host").write_bytes(LETTER % number)
    before = sorted(tmp_path.rglob("*"))
    (reading,) = read(tmp_path)
    assert (reading.path, reading.read, len(reading.facts)) == (str(tmp_path / "Mail"), 3, 3)
    assert sorted(tmp_path.rglob("*")) == before


def test_saved_messages_are_one_source_and_the_same_folder_twice_is_one(tmp_path: Path):
    for number in range(3):
        (tmp_path / f"{number}.eml").write_bytes(LETTER % number)
    assert [reading.read for reading in read(tmp_path, tmp_path)] == [3]
    assert read(tmp_path, kind="vcard")[0].problems[0].what == "import.nothing-known"


def test_one_message_of_apple_mail(tmp_path: Path):
    path = tmp_path / "1.emlx"
    path.write_bytes(b"120       \n" + LETTER % 1)
    assert len(read(path)[0].facts) == 1


def test_a_profile_of_thunderbird_without_its_bins(tmp_path: Path):
    for name in ("Inbox", "Sent", "Trash", "Junk", "Drafts"):
        (tmp_path / name).write_bytes(mailbox(1))
        (tmp_path / f"{name}.msf").write_bytes(b"// <!-- <mdb:mork:z v=1.4/> -->\n")
    assert [Path(reading.path).name for reading in read(tmp_path)] == ["Inbox", "Sent"]
    assert read(tmp_path / "Trash")[0].read == 1


def test_a_packed_mailbox(tmp_path: Path):
    path = tmp_path / "2026-07.mbox.gz"
    path.write_bytes(gzip.compress(mailbox(1, 2)))
    assert [reading.read for reading in read(path)] == [2]
    path.write_bytes(gzip.compress(mailbox(1, 2))[:40])
    assert [len(reading.facts) for reading in read(path)] == [0]


def test_a_message_that_cannot_be_opened_costs_itself_only(tmp_path: Path):
    for room in ("cur", "new"):
        (tmp_path / "Mail" / room).mkdir(parents=True)
    (tmp_path / "Mail" / "new" / "1.host").symlink_to(tmp_path / "nowhere")
    (tmp_path / "Mail" / "new" / "2.host").write_bytes(LETTER % 2)
    (reading,) = read(tmp_path)
    assert reading.problems == (Problem("message=1", "mail.no-sender"),)
    assert (reading.read, len(reading.facts)) == (2, 1)
