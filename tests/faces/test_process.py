"""The command as a process: what it imports, pipes, encodings, stopping."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEAVY = ("sqlalchemy", "babel", "alembic", "numpy", "icalendar", "sqlite3", "difflib", "email")


@pytest.fixture
def world(tmp_path: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {
        "ENTREGENT_BOOK": str(tmp_path / "carnet.db"),
        "ENTREGENT_CONFIG": str(tmp_path / "config"),
        "ENTREGENT_TODAY": "2026-03-02",
    }
    return kept | own


def entregent(world: dict[str, str], *words: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-W", "error", "-m", "entregent", *words]
    return subprocess.run(command, env=world, capture_output=True, check=False, **how)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_help_imports_nothing_heavy(world: dict[str, str], lang: str) -> None:
    """`-X importtime` names every module on stderr."""
    command = [sys.executable, "-X", "importtime", "-m", "entregent", "--lang", lang, "--help"]
    heard = subprocess.run(command, env=world, capture_output=True, check=True, text=True)
    imported = {line.rpartition("|")[2].strip() for line in heard.stderr.splitlines()}
    assert "click" in imported
    assert {name for name in imported if name.partition(".")[0] in HEAVY} == set()
    assert not {name for name in imported if name.startswith("entregent.cli.commands.")}


def test_json_is_one_document_and_nothing_else(world: dict[str, str]) -> None:
    assert entregent(world, "add", "Léa Martin", "ami", "--json").returncode == 0
    heard = entregent(world, "people", "--json")
    assert json.loads(heard.stdout)["people"][0]["name"] == "Léa Martin"
    assert heard.stderr == b""


def test_a_terminal_without_the_letters_gets_stand_ins(world: dict[str, str]) -> None:
    narrow = world | {"PYTHONIOENCODING": "iso-8859-1"}
    entregent(narrow, "add", "Lea")
    heard = entregent(narrow, "today", "--lang", "fr")
    assert heard.returncode == 0
    assert b"Aujourd?hui" in heard.stdout
    document = entregent(narrow, "people", "--json")
    assert json.loads(document.stdout)


def test_a_reader_that_goes_away_is_no_trouble(world: dict[str, str]) -> None:
    network = Path(__file__).parents[2] / "examples" / "network"
    entregent(world, "import", str(network))
    command = [sys.executable, "-m", "entregent", "export"]
    process = subprocess.Popen(command, env=world, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=30)
    assert complaint == b""


def test_no_colour_reaches_a_pipe(world: dict[str, str]) -> None:
    entregent(world, "add", "Léa")
    assert b"\x1b" not in entregent(world, "show", "Léa").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of our own needs a pty")
@pytest.mark.parametrize(("bare", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_reaches_a_terminal_that_wants_it(
    world: dict[str, str], bare: dict[str, str], *, coloured: bool
) -> None:
    import pty

    entregent(world, "add", "Léa")
    reader, terminal = pty.openpty()
    command = [sys.executable, "-m", "entregent", "show", "Léa"]
    terminal_world = world | bare | {"TERM": "xterm"}
    subprocess.run(command, env=terminal_world, stdout=terminal, check=True)
    os.close(terminal)
    seen = os.read(reader, 4096)
    os.close(reader)
    assert (b"\x1b[" in seen) is coloured


def test_a_read_only_folder_is_told(world: dict[str, str], tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser writes everywhere")
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o500)
    heard = entregent(world | {"ENTREGENT_BOOK": str(shut / "a.db")}, "add", "Léa")
    assert heard.returncode == 2
    assert b"Traceback" not in heard.stderr
