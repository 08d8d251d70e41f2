"""Progress: a line for the patient, nothing for anybody else."""

import io
import time
from types import SimpleNamespace
from typing import Any

import pytest

from entregent import bootstrap
from entregent.cli import progress
from entregent.cli.face import Face
from entregent.locale.speech import Speech


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def face(**options: Any) -> Face:
    sentences = {"import.reading": "Reading {what}…", "import.writing": "Writing…"}
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
