"""The command line in-process, with its own book, settings and day."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from entregent.cli.app import entregent

NETWORK = Path(__file__).parents[2] / "examples" / "network"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a command answered: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def plain(self) -> str:
        """Stdout in one line, with ordinary spaces."""
        return " ".join(self.out.replace("\u00a0", " ").split())

    @property
    def complaint(self) -> str:
        """Stderr in one line, with ordinary spaces."""
        return " ".join(self.err.replace("\u00a0", " ").split())


Run = Callable[..., Heard]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the person's own book, settings and language out of the tests."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "ENTREGENT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ENTREGENT_BOOK", str(tmp_path / "carnet.db"))
    monkeypatch.setenv("ENTREGENT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ENTREGENT_TODAY", "2026-03-02")
    monkeypatch.setenv("ENTREGENT_LANG", "en")
    return tmp_path


@pytest.fixture
def run(environment: Path) -> Run:
    """Give the command line; `run("ask", "ideas")`."""
    del environment

    def command(*words: str, stdin: str = "") -> Heard:
        result = CliRunner().invoke(entregent, list(words), input=stdin, catch_exceptions=False)
        return Heard(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture
def journal(environment: Path, run: Run) -> Callable[[str], Heard]:
    """Give a function that imports a journal."""

    def write(text: str) -> Heard:
        path = environment / "facts.journal"
        path.write_text(text, encoding="utf-8")
        return run("import", str(path), "--json")

    return write
