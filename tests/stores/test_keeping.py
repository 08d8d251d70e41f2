"""A book copied, and a book put back: in a file and in a database, through the command line."""

import json
import sqlite3

import pytest
from click.testing import CliRunner

from entregent.cli.app import entregent

JOURNAL = """\
me "Camille Roche"
person "Zoé Petit" id:zoe email:zoe@exemple.fr company:Airbus
person "Omar Diallo" id:omar note:"au salon, en mai"
2026-02-01 met @omar where:Lyon
2026-02-03 asked @zoe review
"""


@pytest.fixture(params=["sqlite", "postgres"])
def places(request, tmp_path):
    """Give where books may lie: `places("one")`."""
    if request.param == "sqlite":
        return lambda name: str(tmp_path / f"{name}.db")
    address = request.getfixturevalue("postgres")
    return lambda name: f"{address}&schema={tmp_path.name} {name}"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("ENTREGENT_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("ENTREGENT_LANG", "en")

    def command(*words):
        result = CliRunner().invoke(entregent, list(words), catch_exceptions=False)
        return result.exit_code, result.stdout, " ".join(result.stderr.split())

    return command


@pytest.fixture
def filled(places, run, tmp_path):
    """Give the place of a book that holds something of everything, and its export."""
    book = places("one")
    (tmp_path / "facts.journal").write_text(JOURNAL, encoding="utf-8")
    assert run("--book", book, "import", str(tmp_path / "facts.journal"))[0] == 0
    run("--book", book, "ask", "review", "--person", "Omar Diallo")
    run("--book", book, "merge", "Omar Diallo", "Zoé Petit")
    run("--book", book, "forget", "nobody", "--yes")
    export = tmp_path / "export.json"
    assert run("--book", book, "export", "-o", str(export))[0] == 0
    return book, export


def test_an_export_put_back_is_the_same_book(filled, places, run):
    _, export = filled
    code, said, _ = run("--book", places("two"), "restore", str(export))
    assert (code, said) == (0, "The book is back, with 1 person.\n")
    assert run("--book", places("two"), "export")[1] == export.read_text(encoding="utf-8")
    assert run("--book", places("two"), "doctor")[0] == 0


def test_a_book_that_holds_something_is_left_alone(filled, run):
    book, export = filled
    code, _, complaint = run("--book", book, "restore", str(export))
    assert (code, complaint.startswith("This book is not empty.")) == (2, True)
    assert run("--book", book, "export")[1] == export.read_text(encoding="utf-8")


def test_a_copy_holds_the_same_book(filled, places, run, tmp_path):
    book, export = filled
    copy = tmp_path / "copy"
    assert run("--book", book, "backup", str(copy), "--json")[:2] == (
        0,
        json.dumps({"written": str(copy)}, indent=2) + "\n",
    )
    if book.startswith("postgresql"):
        assert run("--book", places("three"), "restore", str(copy))[0] == 0
        copied = places("three")
    else:
        assert sqlite3.connect(copy).execute("PRAGMA journal_mode").fetchone() == ("delete",)
        copied = str(copy)
    assert run("--book", copied, "export")[1] == export.read_text(encoding="utf-8")


def test_a_copy_takes_nobody_s_place(filled, run, tmp_path):
    book, export = filled
    before = export.read_bytes()
    assert run("--book", book, "backup", str(export))[0] == 2
    assert export.read_bytes() == before
    code, _, complaint = run("--book", book, "backup", str(tmp_path / "no" / "such"))
    assert (code, "could not be written" in complaint) == (2, True)
    assert {path.name for path in tmp_path.glob(".*")} == set()


def test_what_is_not_there_is_not_copied(places, run, tmp_path):
    assert run("--book", places("none"), "backup", str(tmp_path / "copy"))[0] == 2
    assert not (tmp_path / "copy").exists()


def damaged(book, **changes):
    return json.dumps({**book, "book": {**book["book"], **changes}})


DAMAGES = [
    lambda book: json.dumps(book)[:-40],
    lambda book: json.dumps({**book, "version": 99}),
    lambda book: json.dumps(book["book"]),
    lambda book: damaged(book, people="?"),
    lambda book: damaged(book, people=[]),
    lambda book: damaged(book, people=book["book"]["people"] * 2),
    lambda book: damaged(book, batches=[]),
    lambda book: damaged(book, entries=book["book"]["entries"] * 2),
    lambda book: damaged(book, salt="sel"),
    lambda book: damaged(book, forgotten=["h", "h"]),
    lambda book: damaged(book, goals=book["book"]["goals"] * 2),
    lambda book: damaged(
        book,
        people=[
            {**one, "into": one["id"], "merged": book["book"]["batches"][0]["id"]}
            if "batch" in one
            else one
            for one in book["book"]["people"]
        ],
    ),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_export_makes_no_book(damage, filled, places, run, tmp_path):
    _, export = filled
    broken = tmp_path / "broken.json"
    broken.write_text(damage(json.loads(export.read_text(encoding="utf-8"))), encoding="utf-8")
    code, said, complaint = run("--book", places("two"), "restore", str(broken))
    assert (code, said) == (2, "")
    assert complaint
    assert "unexpected" not in complaint
    assert run("--book", places("two"), "doctor", "--json")[1].count('"there": false') == 1


def test_what_cannot_be_put_back_says_why(places, run, tmp_path, filled):
    book, _ = filled
    assert run("--book", places("two"), "restore", str(tmp_path / "none"))[0] == 2
    assert run("--book", places("two"), "restore", str(tmp_path))[0] == 2
    if not book.startswith("postgresql"):
        complaint = run("--book", places("two"), "restore", book)[2]
        assert "is a book itself" in complaint
