"""Books of three kinds under one contract: in memory, in SQLite, in a private PostgreSQL."""

import getpass
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.facts import Detail, Encounter, Entry, Fact, Source
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.words import Channel, Origin, Said
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook
from entregent.store.opening import open_book
from entregent.store.snapshot import Kept

NOW = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
CARD = Source(Origin.VCARD, "carnet.vcf", "1")
_REQUIRED = "ENTREGENT_REQUIRE_POSTGRES"
_SECONDS = 30


@dataclass
class Pen:
    """Writes batches into a book in few words; `people` are called by short names."""

    book: Kept
    ids: Uuids = field(default_factory=Uuids)
    people: dict[str, PersonId] = field(default_factory=dict)

    def who(self, name: str) -> PersonId:
        """Return the id that goes by this short name; `me` is the owner."""
        if name == "me":
            return self.book.owner
        return self.people.setdefault(name, PersonId(self.ids.new()))

    def entry(
        self,
        batch: BatchId,
        fact: Fact,
        source: Source = CARD,
        extra: dict[str, str] | None = None,
    ) -> Entry:
        return Entry(FactId(self.ids.new()), batch, fact, source, extra or {})

    def write(
        self,
        *facts: Fact,
        new: Sequence[str] = (),
        met: Sequence[Encounter] = (),
        merges: Sequence[tuple[str, str]] = (),
        files: Sequence[FileReport] = (),
        **more: Any,
    ) -> BatchId:
        """Apply one batch; the `new` people bear their short names. Return its id."""
        batch = BatchId(self.ids.new())
        source = more.get("source", CARD)
        names = [Detail(self.who(name), Said.NAME, name) for name in new]
        self.book.apply(
            Batch(
                id=batch,
                kind=more.get("kind", BatchKind.IMPORT),
                at=NOW,
                people=[self.who(name) for name in new],
                entries=[self.entry(batch, fact, source) for fact in (*names, *facts)],
                encounters=[(one, source) for one in met],
                merges=[(self.who(gone), self.who(stays)) for gone, stays in merges],
                files=files,
                title=more.get("title", "import"),
                after=more.get("after"),
            )
        )
        return batch

    def met(self, one: str, other: str, day: str, **more: Any) -> Encounter:
        """Return an encounter; by mail unless `channel` says otherwise."""
        channel = more.pop("channel", Channel.WROTE)
        return Encounter(self.who(one), self.who(other), date.fromisoformat(day), channel, **more)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Run a private cluster that listens on a socket in a temporary folder only."""
    lacking = _lacking()
    if lacking and os.environ.get(_REQUIRED) == "1":
        pytest.fail(f"{_REQUIRED}=1, but {lacking}")
    if lacking:
        pytest.skip(lacking)
    folder = Path(tempfile.mkdtemp(prefix="entregent-pg-"))
    user = _ordinary_user()
    if os.getuid() == 0:
        shutil.chown(folder, user)
    as_user: dict[str, Any] = {"cwd": folder, "stdout": subprocess.DEVNULL}
    if os.getuid() == 0:
        as_user |= {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
    data = folder / "data"
    options = ["-U", "entregent", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    initdb = [_binary("initdb"), "-D", str(data), *options]
    subprocess.run(initdb, check=True, timeout=_SECONDS * 4, **as_user)
    server = [_binary("postgres"), "-D", str(data), "-k", str(folder), "-F"]
    server += ["-c", "listen_addresses=", "-c", "log_min_messages=fatal"]
    running = subprocess.Popen(server, stderr=subprocess.DEVNULL, **as_user)
    try:
        address = f"postgresql://entregent@/postgres?host={quote(str(folder), safe='')}"
        _await(address, running)
        yield address
    finally:
        running.send_signal(signal.SIGINT)
        try:
            running.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait(_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)


def _lacking() -> str:
    if find_spec("psycopg") is None:
        return "PostgreSQL's tests are skipped: psycopg is not installed"
    if not (_binary("initdb") and _binary("postgres")):
        return "PostgreSQL's tests are skipped: no initdb and postgres on this machine"
    return ""


def _binary(name: str) -> str:
    def version(path: Path) -> int:
        text = path.parent.parent.name
        return int(text) if text.isdecimal() else 0

    packaged = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=version)
    return str(packaged[-1]) if packaged else shutil.which(name) or ""


def _ordinary_user() -> str:
    return "nobody" if os.getuid() == 0 else getpass.getuser()


def _await(address: str, running: "subprocess.Popen[bytes]") -> None:
    import psycopg

    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            if running.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def make(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[], Kept]]:
    """Return what makes a new, empty book each time it is called."""
    made: list[Kept] = []
    schema = Uuids().new()

    def new() -> Kept:
        name = f"{schema}-{len(made)}"
        if kind == "memory":
            made.append(MemoryBook(now=lambda: NOW))
        elif kind == "sqlite":
            made.append(open_book(tmp_path / name, create=True, now=lambda: NOW))
        else:
            address = f"{request.getfixturevalue('postgres')}&schema={name}"
            made.append(open_book(address, create=True, now=lambda: NOW))
        return made[-1]

    yield new
    for book in made:
        book.close()


@pytest.fixture
def book(make: Callable[[], Kept]) -> Kept:
    return make()


@pytest.fixture
def pen(book: Kept) -> Pen:
    return Pen(book)


@pytest.fixture
def pen_for() -> Callable[[Kept], Pen]:
    return Pen
