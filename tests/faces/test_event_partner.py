"""`event partner` through the command line: what leaves, what comes, the plan of two books."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from entregent.cli.events import partner as partner_command

from .conftest import Heard, Run

SAMIR = ("--name", "Samir Benali", "--seek", "a resin supplier")


@pytest.fixture
def evening(run: Run, journal: Any) -> None:
    journal('me "Camille Roux"\nperson Omar company:Airbus note:"secret"\n')
    run("event", "new", "Alumni drinks", "--on", "2026-03-12", "--goal", "a placement")


@pytest.fixture
def theirs(run: Run, environment: Path) -> Callable[..., Path]:
    """Give what writes the file of somebody who has a book of their own."""

    def write(*words: str, name: str = "samir.json", event: str = "Alumni drinks") -> Path:
        book, path = environment / f"{name}.db", environment / name
        run("event", "new", event, "--on", "2026-03-12", "--book", str(book))
        told = ("event", "partner", "share", "--out", str(path), "--yes", "--book", str(book))
        assert run(*told, *(words or SAMIR)).code == 0
        return path

    return write


def share(run: Run, *words: str) -> Heard:
    return run("event", "partner", "share", *words)


@pytest.mark.usefixtures("evening")
def test_what_leaves_is_shown_and_written_once_i_say_yes(run: Run, environment: Path) -> None:
    path = environment / "mine.json"
    told = ("--out", str(path), "--meet", "Léa Morin, Dassault", "--know", "Omar")
    shown = share(run, *told)
    assert shown.code == 1
    assert "you’re looking for a placement you’d like to meet Léa Morin (Dassault)" in shown.plain
    assert shown.plain.endswith("Nothing is written. To write it: --yes")
    assert not path.exists()
    assert share(run, *told, "--yes").code == 0
    written = json.loads(path.read_text(encoding="utf-8"))
    assert set(written) == {
        *("format", "version", "id", "written", "event", "name", "seeks", "meets", "knows"),
        "presents",
    }
    assert written["meets"] == [{"name": "Léa Morin", "company": "Dassault"}]
    assert "secret" not in path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("evening")
def test_at_a_terminal_one_key_says_yes(
    run: Run, environment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partner_command, "can_ask", lambda _face: True)
    path = environment / "mine.json"
    monkeypatch.setattr(partner_command, "ask_key", lambda _question, _keys: "")
    assert share(run, "--out", str(path)).code == 1
    assert not path.exists()
    monkeypatch.setattr(partner_command, "ask_key", lambda _question, _keys: "y")
    assert share(run, "--out", str(path), "--word", "bleu").plain.endswith("it isn’t in the file.")
    assert path.exists()


@pytest.mark.usefixtures("evening")
def test_a_code_holds_the_same_when_it_is_short(run: Run, environment: Path) -> None:
    path = environment / "mine.svg"
    assert share(run, "--qr", str(path), "--yes").code == 0
    assert path.read_text(encoding="utf-8").startswith("<svg")
    many = [word for n in range(40) for word in ("--meet", f"Guest number {n}, Company {n}")]
    said = share(run, "--qr", str(path), "--yes", *many)
    assert said.code == 2
    assert "name fewer guests" in said.complaint
    assert share(run, "--qr", "mine.txt", "--yes").code == 2
    assert "--out team.json" in share(run, "--yes").complaint


@pytest.mark.usefixtures("evening")
def test_a_camera_reads_what_the_file_says(
    run: Run, environment: Path, theirs: Callable[..., Path], phone: Callable[[bytes], str]
) -> None:
    picture = environment / "samir.png"
    theirs(*SAMIR, "--know", "Tom Vidal, SNCF", "--word", "bleu", "--qr", str(picture))
    seen = phone(picture.read_bytes())
    told = run("event", "partner", "read", "-", "--word", "Bleu", "--json", stdin=seen).json
    assert (told["read"][0]["name"], told["read"][0]["sealed"]) == ("Samir Benali", True)
    assert told["read"][0]["knows"] == [{"name": "Tom Vidal", "company": "SNCF"}]


@pytest.mark.usefixtures("evening")
def test_two_books_show_the_same_plan(
    run: Run, environment: Path, theirs: Callable[..., Path]
) -> None:
    mine, word = environment / "mine.json", ("--word", "Éléphant bleu")
    guests = ("--meet", "Tom Vidal, SNCF", "--present", "Nora Petit, Résines du Rhône")
    share(run, "--out", str(mine), "--yes", *guests, *word)
    samir = theirs(*SAMIR, "--know", "Tom Vidal", "--meet", "Nora Petit", *word)
    book = ("--book", str(environment / "samir.json.db"))
    assert run("event", "partner", "read", str(samir), "--word", "elephant bleu").code == 0
    assert run("event", "partner", "read", str(mine), "--word", "elephant bleu", *book).code == 0
    ours, his = (
        run("event", "partner", "--json").json,
        run("event", "partner", *book, "--json").json,
    )
    told = ("guest", "by", "code", "for")
    assert [{k: one[k] for k in told} for one in ours["plan"]] == [
        {k: one[k] for k in told} for one in his["plan"]
    ]
    assert [(one["guest"]["name"], one["by"], one["mine"]) for one in ours["plan"]] == [
        ("Nora Petit", "Camille Roux", True),
        ("Tom Vidal", "Samir Benali", False),
    ]
    assert [one["for"] for one in ours["introductions"]] == ["Samir Benali", "Camille Roux"]
    assert ours["unsealed"] == []
    sheet = run("event", "partner", "--lang", "fr", "--address", "tu").plain
    assert "Avec Tom Vidal (SNCF), Samir Benali pensera à vous." in sheet
    assert "« Samir, tu commences par Tom Vidal ? »" in sheet


@pytest.mark.usefixtures("evening")
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    run: Run, environment: Path, theirs: Callable[..., Path]
) -> None:
    forged, gone, empty = (environment / name for name in ("forged.json", "gone.json", "e.json"))
    good, sealed = theirs(), theirs(*SAMIR, "--word", "bleu", name="sealed.json")
    gala = theirs("--name", "Ana", name="gala.json", event="Gala")
    forged.write_text(good.read_text().replace("Alumni", "Alumnae"), encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    files = (forged, gone, empty, sealed, gala, environment, good)
    said = run("event", "partner", "read", *map(str, files), "--json")
    assert said.code == 1
    assert [one["name"] for one in said.json["read"]] == ["Samir Benali"]
    codes = [one["code"].rpartition(".")[2] for one in said.json["problems"]]
    assert codes == [
        *("altered", "no-such-file", "not-one", "sealed", "unreadable", "another-event")
    ]
    told = run("event", "partner", "read", str(gala), str(good), "--same-event", "--lang", "fr")
    assert "Ana" in told.plain
    assert "vous l’avez déjà lu." in told.plain
    assert "--event 2026-03-12" not in told.plain
    assert (
        "rien ne dit qui a écrit ce que vous tenez" in run("event", "partner", "--lang", "fr").plain
    )


@pytest.mark.usefixtures("evening")
def test_a_file_may_come_by_the_standard_input(run: Run, theirs: Callable[..., Path]) -> None:
    text = theirs("--name", "Samir").read_text(encoding="utf-8")
    said = run("event", "partner", "read", "-", stdin=text)
    assert (said.code, said.plain.partition(" ")[0]) == (0, "Samir")
    plan = run("event", "partner").plain
    assert "Nobody in particular to meet" in plan
    assert "You haven’t shared anything yet" in plan


@pytest.mark.usefixtures("evening")
def test_parts_left_out_are_said(run: Run, theirs: Callable[..., Path]) -> None:
    path = theirs()
    document = json.loads(path.read_text(encoding="utf-8")) | {"meets": ["x"]}
    path.write_text(json.dumps(document), encoding="utf-8")
    assert "that part is left out" in run("event", "partner", "read", str(path)).plain


@pytest.mark.usefixtures("evening")
def test_three_go_together(run: Run, theirs: Callable[..., Path]) -> None:
    files = [
        theirs("--name", name, "--meet", f"Guest {name}", *more, name=f"{name}.json")
        for name, more in (("Ana", ()), ("Léo", ("--know", "Guest Ana")))
    ]
    run("event", "partner", "read", *map(str, files))
    said = run("event", "partner", "--lang", "fr", "--address", "tu").plain
    assert "Avec Guest Ana, Léo pensera à Ana." in said
    assert "je vous l’amène" in said


def test_alone_there_is_no_plan(run: Run) -> None:
    assert "no event" in run("event", "partner").complaint
    run("event", "new", "Gala")
    said = run("event", "partner")
    assert (said.code, said.out) == (2, "")
    assert "Nobody has teamed up with you" in said.complaint


@pytest.mark.usefixtures("evening")
def test_the_document_of_a_share_says_what_leaves_and_whether_it_left(
    run: Run, environment: Path
) -> None:
    path = str(environment / "mine.json")
    shown = share(run, "--out", path, "--json")
    assert (shown.code, shown.json["written"], shown.json["batch"]) == (1, [], None)
    told = share(run, "--out", path, "--json", "--yes").json
    assert (told["name"], told["seeks"], told["written"]) == (
        "Camille Roux",
        ["a placement"],
        [path],
    )
