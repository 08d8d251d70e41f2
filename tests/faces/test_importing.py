"""Import, undo, imports: files in, a report, and out again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

NETWORK = Path(__file__).parents[2] / "examples" / "network"


def test_a_report_per_file_and_the_places_of_problems(
    run: Any, journal: Callable[[str], Any]
) -> None:
    heard = journal("person Léa\n2026-03-40 met Léa\nnonsense here\n")
    assert heard.code == 1
    (file,) = heard.json["files"]
    assert set(file) >= {"path", "kind", "read", "new", "changed", "same", "problems"}
    assert file["kind"] == "journal"
    assert file["read"] == file["new"] + file["changed"] + file["same"] + len(file["problems"])
    assert [one["where"] for one in file["problems"]] == ["line=2", "line=3"]
    assert heard.json["batch"]
    assert "not a word of the journal" in file["problems"][1]["what"]
    del run


def test_five_problems_then_how_many_more(run: Any, environment: Path) -> None:
    path = environment / "bad.journal"
    path.write_text("person Léa\n" + "nonsense here\n" * 8, encoding="utf-8")
    heard = run("import", str(path), "--lang", "fr")
    assert heard.code == 1
    assert heard.plain.count("n’est pas un mot du journal") == 5
    assert "et 3 autres" in heard.plain
    assert "ligne 2 :" in heard.plain


def test_a_dry_run_keeps_nothing(run: Any, environment: Path) -> None:
    path = environment / "a.journal"
    path.write_text("person Léa\n", encoding="utf-8")
    heard = run("import", str(path), "--dry-run", "--json")
    assert heard.code == 0
    assert heard.json["batch"] is None
    assert heard.json["files"][0]["new"] == 1
    assert not (environment / "carnet.db").exists()
    assert "Nothing was kept" in run("import", str(path), "--dry-run").plain


@pytest.mark.parametrize(
    "place", ["exchange.files.check_records", "store.writing.redraw"], ids=["reading", "writing"]
)
def test_a_stopped_import_takes_nothing_in_and_says_so(
    run: Any, journal: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    journal("person Léa\n")
    before = run("imports", "--json").json

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(f"entregent.{place}", stop)
        heard = journal('person "Omar Haddad"\nperson Léa tag:vélo\n')
    assert heard.code == 130
    assert heard.out == ""
    assert heard.complaint == (
        "Stopped. An import goes in whole or not at all; entregent imports shows what is in."
    )
    assert run("imports", "--json").json == before
    assert run("people", "omar", "--json").json == {"people": []}
    assert run("people", "vélo", "--json").json == {"people": []}


def test_what_was_imported_can_be_undone(run: Any, journal: Callable[[str], Any]) -> None:
    batch = journal('person "Léa Martin" email:lea@exemple.fr\n').json["batch"]
    listed = run("imports", "--json").json["batches"]
    assert [one["batch"] for one in listed] == [batch]
    assert batch[-6:] in run("imports").out
    undone = run("undo", batch[-6:], "--json")
    assert undone.json["batch"] == batch
    assert undone.json["people_gone"] == 1
    assert run("people", "--json").json == {"people": []}
    assert run("imports", "--lang", "fr").plain == "Aucun lot dans ce carnet."


def test_who_was_spoken_of_since_stays_by_name(run: Any, journal: Callable[[str], Any]) -> None:
    journal('person "Léa Martin" email:lea@exemple.fr\n')
    run("record", "met", "Léa")
    told = run("undo", "--lang", "fr").plain
    assert "Restent par leur nom, parce que vous en avez parlé depuis : Léa Martin." in told


def test_the_demo_shows_the_main_job(run: Any, environment: Path) -> None:
    document = run("demo", "--json").json
    assert document["today"] == "2026-03-02"
    assert document["candidates"][0]["verdict"] in ("go", "care")
    told = run("demo", "--lang", "fr").plain
    for words in ("Omar Haddad", "→", "En attendant", "✕", "Objet", "L’entraide", "serve"):
        assert words in told
    assert not (environment / "carnet.db").exists()


def test_the_invented_network_comes_in_whole(run: Any) -> None:
    heard = run("import", str(NETWORK), "--json")
    assert {one["kind"] for one in heard.json["files"]} == {
        *("journal", "linkedin", "vcard", "calendar", "facebook", "mail"),
    }
    aloud = run("import", str(NETWORK), "--lang", "fr")
    assert all(len(line) <= 80 for line in aloud.out.splitlines())
    assert "Rien de nouveau" in aloud.plain


def test_the_files_of_a_folder_are_told_by_their_names_below_it(run: Any) -> None:
    told = run("import", str(NETWORK), "--lang", "en").plain
    assert "network/linkedin.zip/Connections.csv" in told
    assert str(NETWORK.parent) not in told.split("To take")[0]


def test_what_changes_about_the_owner_bears_the_owners_name(run: Any, environment: Path) -> None:
    folder = environment / "export"
    folder.mkdir()
    run("me", "Nadia Benali")
    (folder / "Profile.csv").write_text("First Name,Last Name,Headline\nNadia,Benali,Buyer\n")
    run("import", str(folder))
    header = "Email Address,Confirmed,Primary,Updated On\n"
    (folder / "Email Addresses.csv").write_text(f"{header}nadia@example.org,Yes,Yes,1/2/26\n")
    assert (
        "Nadia Benali, e-mail : nadia@example.org"
        in run("import", str(folder), "--lang", "fr").plain
    )


def test_a_letter_to_another_address_of_ones_own_is_no_encounter(
    run: Any, environment: Path
) -> None:
    card, box = environment / "nadia.vcf", environment / "box.mbox"
    card.write_text(
        "BEGIN:VCARD\nFN:Nadia Benali\nEMAIL:nadia@exemple.fr\nEMAIL:n.benali@travail.example\n"
        "END:VCARD\n",
        encoding="utf-8",
    )
    box.write_text(
        "From x Mon Mar  2 10:00:00 2026\nFrom: Nadia Benali <nadia@exemple.fr>\n"
        "To: n.benali@travail.example, omar@exemple.fr\n"
        "Date: Mon, 2 Mar 2026 10:00:00 +0100\nMessage-ID: <1@exemple.fr>\n\nx\n",
        encoding="utf-8",
    )
    heard = run("import", str(card), str(box), "--json")
    assert heard.code == 0
    assert [one["read"] for one in heard.json["files"]] == [1, 1]
    shown = run("show", "nadia@exemple.fr").plain
    assert "n.benali@travail.example" in shown
    omar, nadia = (run("people", name, "--json").json["people"] for name in ("omar", "nadia"))
    assert (len(omar), len(nadia)) == (1, 1)
