"""What only a file can suffer: not being a book, a full or read-only disk, a killed process."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from entregent.domain.asking import Goal, ToTopic
from entregent.domain.batches import FileReport
from entregent.domain.facts import Detail, Need, SavedSearch, Source, Thanked
from entregent.domain.ids import AskId
from entregent.domain.words import Kind, Origin, Said
from entregent.services.ports import BookError
from entregent.store import sqlite
from entregent.store.opening import open_book
from entregent.store.schema import HEAD
from entregent.store.snapshot import dump

DAY = date(2026, 3, 1)
SCRIPT = """
import os, sys, time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Detail, Encounter, Entry, Source
from entregent.domain.words import Channel, Origin, Said
from entregent.services.ports import BookError
from entregent.store.ids import Uuids
from entregent.store.opening import open_book

ids, path = Uuids(), Path(sys.argv[1])

def batch(book, many):
    person, source = ids.new(), Source(Origin.HAND)
    made = ids.new()
    name = Entry(ids.new(), made, Detail(person, Said.NAME, "Léa Martin"), source)
    met = [
        (Encounter(person, book.owner, date(2026, 1, 1), Channel.WROTE, key=f"{made}-{n}"), source)
        for n in range(many)
    ]
    return Batch(made, BatchKind.IMPORT, datetime(2026, 1, 1, tzinfo=UTC), [person], [name], met)

"""


def running(body: str, *arguments: object, **options: object) -> "subprocess.Popen[str]":
    """Start a process that writes into a book; it speaks on its standard output."""
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT + textwrap.dedent(body), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
        **options,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a closed book that holds Léa Martin."""
    path = tmp_path / "carnet.db"
    open_book(path, create=True).close()
    done = running("book = open_book(path); book.apply(batch(book, 10)); book.close()", path)
    done.communicate(timeout=60)
    assert done.returncode == 0
    return path


def refused(key, action, *arguments, **options):
    with pytest.raises(BookError) as caught:
        action(*arguments, **options)
    assert caught.value.key == key, caught.value
    return caught.value.details


def test_a_book_is_made_only_when_wanted(tmp_path):
    path = tmp_path / "new folder" / "carnet #1?.db"
    assert refused("book.missing", open_book, path) == {"path": str(path)}
    assert not path.parent.exists()
    book = open_book(path, create=True)
    owner = book.owner
    book.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    again = open_book(path, create=True)
    assert again.owner == owner
    again.close()
    assert path.stat().st_mode & 0o077 == 0


def test_a_book_is_recognised_and_well_kept(path):
    with closing(sqlite3.connect(path)) as file:
        pragmas = {
            name: file.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        }
    assert pragmas == {
        "application_id": sqlite.APPLICATION_ID,
        "user_version": int(HEAD),
        "journal_mode": "wal",
    }
    book = open_book(path)
    with book.vault.raw() as connection:
        kept = [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("foreign_keys", "secure_delete", "busy_timeout")
        ]
    assert kept == [1, 1, 5000]
    book.close()


@pytest.mark.parametrize("content", [b"", b"BEGIN:VCARD\n", b"SQLite format 3\x00short", "other"])
def test_a_file_that_is_not_a_book_is_left_alone(tmp_path, content):
    path = tmp_path / "carnet.db"
    if content == "other":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE meta (key TEXT, value TEXT)")
            other.commit()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    for create in (True, False):
        details = refused("book.not-a-book", open_book, path, create=create)
        assert details == {"path": str(path)}
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_a_book(tmp_path):
    refused("book.not-a-book", open_book, tmp_path)


def test_a_file_with_our_mark_but_no_tables_is_not_a_book(tmp_path):
    path = tmp_path / "carnet.db"
    with closing(sqlite3.connect(path)) as file:
        file.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        file.execute("CREATE TABLE alembic_version (version_num TEXT)")
        file.commit()
    refused("book.not-a-book", open_book, path)
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE meta (key TEXT, value TEXT)")
        file.commit()
    refused("book.not-a-book", open_book, path)


def test_a_damaged_book_says_so(path):
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    refused("book.damaged", open_book, path)


def test_a_header_of_another_format_is_damage(path):
    whole = bytearray(path.read_bytes())
    whole[47] = 9
    path.write_bytes(whole)
    refused("book.damaged", open_book, path)


def test_a_book_that_lost_a_table_is_damaged(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("DROP TABLE encounter")
        file.commit()
    book = open_book(path)
    refused("book.damaged", lambda: list(book.encounters()))
    book.close()


def test_a_newer_book_is_refused_and_left_alone(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    before = path.read_bytes()
    details = refused("book.newer", open_book, path)
    assert details == {"path": str(path), "version": "9999", "known": HEAD}
    assert path.read_bytes() == before


def test_doctor_finds_what_is_wrong_and_rebuilding_mends_it(path):
    book = open_book(path)
    health = book.check()
    assert health.well
    assert health.counts == {"person": 2, "fact": 1, "encounter": 10, "batch": 1, "goal": 0}
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE person SET search = 'x' WHERE portrait LIKE '%Martin%'")
        file.commit()
    [stale] = book.check().stale
    assert book.person(stale).name == "Léa Martin"
    book.rebuild()
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE trace SET times = times + 1")
        file.commit()
    assert book.check().stale
    book.rebuild()
    assert book.check().well
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE fact SET data = '{}', batch = 77")
        file.execute("UPDATE encounter SET channel = 'sang'")
        file.commit()
    health = book.check()
    assert health.unreadable == ("encounter",)
    assert health.troubles
    book.close()


# --- forget --------------------------------------------------------------------------------------
def test_nothing_of_a_forgotten_person_is_left_in_any_file(path, pen_for):
    book = open_book(path)
    pen = pen_for(book)
    pen.write(
        Detail(pen.who("Zoé Petit"), Said.EMAIL, "zoe.petit@exemple.fr"),
        Detail(pen.who("Zoé Petit"), Said.PHONE, "+33 6 11 22 33 44"),
        new=["Zoé Petit", "Omar"],
        met=[pen.met("Zoé Petit", "me", "2026-02-01", note=f"Zoé Petit {n}") for n in range(500)],
        title='add "Zoé Petit"',
    )
    pen.write(
        SavedSearch("zoe", 'name:"zoe petit" -tag:vélo'),
        Need(pen.who("Omar"), "comme Petit Zoé"),
        title="save @zoe",
        files=[FileReport("Discussion avec Zoé Petit.txt", Origin.WHATSAPP, 1, 1, 0, 0)],
        source=Source(Origin.WHATSAPP, "Discussion avec Zoé Petit.txt", "name=Zoé Petit"),
    )
    book.keep(Goal(AskId("1"), Kind.ADVICE, ToTopic("Zoé Petit"), "voir zoe petit"))
    sqlite.back_up(book.vault, "0002")
    with closing(sqlite3.connect(path)) as reader:
        reader.execute("SELECT count(*) FROM person").fetchall()
        book.withdraw([book.entries([Detail], person=pen.who("Zoé Petit"))[-1].id])
    traces = [
        words.encode()
        for words in ("Zoé Petit", "zoe petit", "Petit Zoé", "@zoe", "zoe.petit@", "22 33 44")
    ]
    found = _bytes_beside(path)
    assert all(trace in found for trace in traces)
    book.forget(pen.who("Zoé Petit"), ["hash"])
    found = _bytes_beside(path)
    assert not [trace for trace in traces if trace in found]
    assert book.check().well
    book.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def _bytes_beside(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in sorted(path.parent.iterdir()))


def test_what_keeps_a_book_from_being_scrubbed_is_said(path, pen_for):
    book = open_book(path, patience=0.1)
    pen = pen_for(book)
    pen.write(new=["Zoé Petit"])
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchall()
        refused("book.busy", book.forget, pen.who("Zoé Petit"), [])
    assert book.person(pen.who("Zoé Petit")) is None
    book.forget(pen.who("Zoé Petit"), [])
    assert "Zoé Petit".encode() not in _bytes_beside(path)
    book.close()


# --- writers -------------------------------------------------------------------------------------
def test_a_killed_import_leaves_no_trace_of_its_batch(path):
    book = open_book(path)
    before = dump(book)
    writer = running(
        """
        from sqlalchemy import event
        book = open_book(path)

        @event.listens_for(book.vault.engine, "before_cursor_execute")
        def tell(_connection, _cursor, statement, *_):
            if statement.startswith("UPDATE person"):
                print("written", flush=True)
                time.sleep(60)

        book.apply(batch(book, 20_000))
        """,
        path,
    )
    assert writer.stdout.readline() == "written\n"
    writer.send_signal(signal.SIGKILL)
    writer.communicate(timeout=60)
    assert dump(book) == before
    book.close()
    again = open_book(path)
    assert dump(again) == before
    assert again.check().well
    again.close()


def test_two_processes_that_write_at_once_both_land(path):
    body = """
        book = open_book(path)
        print("ready", flush=True)
        sys.stdin.readline()
        for _ in range(10):
            book.apply(batch(book, 300))
        book.close()
    """
    writers = [running(body, path) for _ in range(2)]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    book = open_book(path)
    assert book.check().counts["encounter"] == 10 + 2 * 10 * 300
    assert len(book.batches()) == 21
    assert book.check().well
    book.close()


def test_two_processes_that_make_the_same_book_share_it(tmp_path):
    path = tmp_path / "carnet.db"
    body = """
        print("ready", flush=True)
        sys.stdin.readline()
        book = open_book(path, create=True)
        book.apply(batch(book, 1))
        print(book.owner)
        book.close()
    """
    makers = [running(body, path) for _ in range(3)]
    for maker in makers:
        assert maker.stdout.readline() == "ready\n"
    owners = {maker.communicate("go\n", timeout=60)[0] for maker in makers}
    assert len(owners) == 1
    book = open_book(path)
    assert len(book.batches()) == 3
    book.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_writer_waits_only_so_long(path, pen_for):
    book = open_book(path, patience=0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        refused("book.busy", pen_for(book).write)
        assert time.monotonic() - began < 5
        assert len(book.people()) == 2
    pen_for(book).write()
    book.close()


def test_a_book_deleted_while_it_is_open_takes_nothing_unsaid(path, pen_for):
    book = open_book(path)
    path.unlink()
    refused("book.missing", pen_for(book).write)
    book.close()
    open_book(path, create=True).close()
    again = open_book(path)
    path.replace(path.with_name("aside.db"))
    open_book(path, create=True).close()
    refused("book.missing", pen_for(again).write)
    again.close()


def test_a_log_left_behind_is_read_and_that_of_another_book_is_not(path, pen_for, tmp_path):
    book = open_book(path)
    pen_for(book).write(new=["Omar"])
    left = tmp_path / "left.db"
    shutil.copy(path, left)
    shutil.copy(f"{path}-wal", f"{left}-wal")
    book.close()
    again = open_book(left)
    assert "Omar" in {one.name for one in again.people()}
    assert again.check().well
    again.close()
    Path(f"{left}-wal").write_bytes(os.urandom(50_000))
    kept = open_book(left)
    assert "Omar" in {one.name for one in kept.people()}
    assert kept.check().well
    kept.close()


# --- disks ---------------------------------------------------------------------------------------
def test_a_full_book_takes_nothing_of_a_batch(path, pen_for):
    book = open_book(path)
    before = dump(book)

    def bound(connection, _record):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + 1}")

    book.vault.close()
    event.listen(book.vault.engine, "connect", bound)
    pen = pen_for(book)
    met = [pen.met("A", "me", "2026-02-01", note="x" * 100) for _ in range(2000)]
    details = refused("book.full", pen.write, new=["A"], met=met)
    assert details == {"path": str(path)}
    assert dump(book) == before
    book.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of one megabyte; only root may."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.getuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root may mount a small disk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_takes_nothing_of_a_batch(small_disk, pen_for):
    book = open_book(small_disk / "carnet.db", create=True)
    pen = pen_for(book)
    pen.write(new=["Léa"])
    before = dump(book)
    met = [pen.met("Léa", "me", "2026-02-01", note="x" * 100) for _ in range(10_000)]
    refused("book.full", pen.write, met=met)
    assert dump(book) == before
    book.close()
    again = open_book(small_disk / "carnet.db")
    assert dump(again) == before
    again.close()
    (small_disk / "rest").write_bytes(b"x" * shutil.disk_usage(small_disk).free)
    refused("book.full", open_book, small_disk / "other.db", create=True)
    assert sorted(one.name for one in small_disk.iterdir()) == ["carnet.db", "rest"]
    read = open_book(small_disk / "carnet.db")
    assert dump(read) == before
    assert read.check().well
    refused("book.full", pen_for(read).write, new=["Omar"])
    read.close()


READ_ONLY = """
    import json
    os.chdir("/")
    if os.getuid() == 0:
        from entregent.store import forgetting, health, migrating
        from sqlalchemy.dialects import sqlite
        open_book(path).close()
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    def tried(what):
        try:
            what()
        except BookError as error:
            return error.key
    found = {"create": tried(lambda: open_book(path.with_name("new.db"), create=True))}
    book = open_book(path)
    found["people"] = [person.name for person in book.people()]
    found["search"] = len(book.search(["martin"]))
    found["apply"] = tried(lambda: book.apply(batch(book, 1)))
    found["forget"] = tried(lambda: book.forget(book.people()[1].id, []))
    book.close()
    print(json.dumps(found))
"""


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_a_read_only_book_can_be_read(path, what):
    """As root, another user looks at a book that is not theirs to write."""
    before = path.read_bytes()
    for folder in path.parent.parents:
        mode = folder.stat().st_mode
        if folder.stat().st_uid == os.getuid() and not mode & 0o001:
            folder.chmod(mode | 0o011)
    path.chmod(0o444 if what in ("file", "both") else 0o666)
    path.parent.chmod(0o555 if what in ("folder", "both") else 0o777)
    try:
        reader = running(READ_ONLY, path)
        told, _ = reader.communicate(timeout=60)
    finally:
        path.parent.chmod(0o755)
    assert json.loads(told) == {
        "create": None if what == "file" else "book.read-only",
        "people": ["?", "Léa Martin"],
        "search": 1,
        "apply": "book.read-only",
        "forget": "book.read-only",
    }
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_disk_takes_is_refused(tmp_path, name):
    with pytest.raises(BookError):
        open_book(tmp_path / name, create=True)


def test_an_unreadable_book_says_so(path):
    path.chmod(0)
    path.parent.chmod(0o755)
    if os.getuid() == 0:
        pytest.skip("root reads everything")
    refused("book.unreadable", open_book, path)


def test_facts_survive_without_closing(path, pen_for):
    """A process that ends without a word has still written what it said it wrote."""
    book = open_book(path)
    pen = pen_for(book)
    pen.write(Need(pen.who("A"), "x"), Thanked(pen.who("A"), DAY), new=["A"])
    other = open_book(path)
    assert dump(other) == dump(book)
    other.close()
    book.close()
