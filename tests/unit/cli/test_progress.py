"""Progress: a line for the patient, nothing for anybody else."""

import io
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from entregent import bootstrap
from entregent.cli import progress
from entregent.cli.face import Face
from entregent.locale.speech import Speech
from entregent.services.ports import Unit


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def face(**options: Any) -> Face:
    sentences = {
        "import.reading": "Reading {what}…",
        "import.writing": "Writing…",
        "import.rate.bytes": "{n} kB/s",
        "import.rate.messages": "{n} messages/s",
        "import.seconds-left": "{n} s left",
        "import.minutes-left": "{n} min left",
    }
    speech = Speech("en", sentences, bootstrap.today(OPTIONS))
    return Face(bootstrap.Options(today="2026-03-02", **options), speech)


OPTIONS = bootstrap.Options(today="2026-03-02")


@pytest.fixture
def stderr(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=stream))
    monkeypatch.setattr(progress, "_PATIENCE", 0.01)
    monkeypatch.setattr(progress, "_PULSE", 0.01)
    return stream


def wait_for(stream: Terminal) -> None:
    deadline = time.monotonic() + 5
    while not stream.getvalue() and time.monotonic() < deadline:
        time.sleep(0.01)


def test_a_long_work_is_told_and_the_line_wiped(stderr: Terminal) -> None:
    with progress.Progress(face()) as line:
        line.step("x" * 200)
        wait_for(stderr)
    told = stderr.getvalue()
    assert "Reading xxx" in told
    assert "…" in told
    assert told.endswith("\r\x1b[K")
    assert max(map(len, told.split("\r"))) < 90


def test_what_is_read_and_goes_into_the_book_is_told_too(stderr: Terminal) -> None:
    with progress.Progress(face()) as line:
        line.settle()
        wait_for(stderr)
    assert "Writing…" in stderr.getvalue()


def test_a_short_work_says_nothing(stderr: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "_PATIENCE", 60)
    with progress.Progress(face()):
        pass
    assert stderr.getvalue() == ""


def test_a_document_is_never_disturbed(stderr: Terminal) -> None:
    with progress.Progress(face(as_json=True)) as line:
        line.step("mail")
        time.sleep(0.05)
    assert stderr.getvalue() == ""


@pytest.mark.parametrize(
    ("unit", "done", "told"),
    [
        (Unit.BYTES, 5_000_000, "━━━━━━━━──────── 1000 kB/s, 5 s left · Reading b.vcf…"),
        (Unit.MESSAGES, 100_000, "──────────────── 20000 messages/s, 8 min left · Reading b.vcf…"),
    ],
)
def test_a_line_fills_and_tells_rate_and_time_left(
    stderr: Terminal, monkeypatch: pytest.MonkeyPatch, unit: Unit, done: int, told: str
) -> None:
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=iter_clock(0.0, 0.0, 5.0)))
    with progress.Progress(face()) as line:
        line.reach("a.vcf", 0, 10_000_000, unit)
        line.reach("b.vcf", done, 10_000_000, unit)
        wait_for(stderr)
    assert told in stderr.getvalue()


def iter_clock(*instants: float) -> Callable[[], float]:
    held = list(instants)
    return lambda: held.pop(0) if len(held) > 1 else held[0]
