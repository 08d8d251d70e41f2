"""What is said by hand: understood, said back, and in force at once."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def jeanne(run: Any) -> Any:
    return run("add", "Jeanne Aubry", "ancienne collègue chez Michelin, achats, on se tutoie",
               "--json")  # fmt: skip


def test_a_phrase_is_understood_and_said_back(run: Any, jeanne: Any) -> None:
    assert jeanne.code == 0
    assert set(jeanne.json) >= {"person", "understood", "batch"}
    facts = {one["fact"]: one for one in jeanne.json["understood"]}
    assert facts["tied"]["address"] == "tu"
    assert facts["worked"]["company"] == "Michelin"
    aloud = run("add", "Marc Aubry", "ami, on se tutoie", "--lang", "fr")
    assert "on se tutoie" in aloud.plain


@pytest.mark.usefixtures("jeanne")
def test_a_namesake_is_asked_for(run: Any) -> None:
    again = run("add", "Jeanne Aubry")
    assert again.code == 2
    assert "--namesake" in again.complaint
    assert run("add", "Jeanne Aubry", "--namesake").code == 0
    assert "Several people answer" in run("show", "Jeanne Aubry").complaint


@pytest.mark.usefixtures("jeanne")
def test_editing_adds_and_takes_away(run: Any) -> None:
    edited = run("edit", "Jeanne", "--email", "jeanne@exemple.fr", "--circle", "vélo", "--json")
    assert edited.json["person"]["emails"] == ["jeanne@exemple.fr"]
    taken = run("edit", "Jeanne", "--without", "jeanne@exemple.fr", "--json")
    assert taken.json["person"]["emails"] == []
    assert "Nothing to change" in run("edit", "Jeanne").complaint
    assert "is not in this entry" in run("edit", "Jeanne", "--without", "nope").complaint


def test_a_title_said_by_hand_is_the_one_shown(run: Any, environment: Path) -> None:
    path = environment / "connections.csv"
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    path.write_text(f"{header}Karim,Daoud,,karim@exemple.fr,Safran,Engineer,02 Mar 2024\n")
    run("import", str(path))
    run("edit", "Karim", "--title", "Head of research")
    path.write_text(path.read_text(encoding="utf-8").replace("Engineer", "Manager"))
    run("import", str(path))
    assert "Head of research, Safran" in run("people", "Karim").plain
    assert "Head of research, Safran" in run("show", "Karim").plain.splitlines()[0]


def test_my_own_profile(run: Any) -> None:
    run("me", "Nadia", "Benali", "--title", "Acheteuse", "--company", "Michelin", "--from", "2021")
    known = run("me", "--json").json
    assert known["person"]["name"] == "Nadia Benali"
    assert known["person"]["companies"] == ["Michelin"]
    assert run("me", "--lang", "fr").plain.startswith("Nadia Benali")


@pytest.mark.usefixtures("jeanne")
@pytest.mark.parametrize(
    ("words", "french"),
    [
        (["need", "Jeanne", "un", "graphiste"], "Noté : Jeanne Aubry cherche « un graphiste »."),
        (["need", "me", "un toit"], "Noté : vous cherchez « un toit »."),
        (["offer", "me", "relecture"], "Noté : vous pouvez apporter « relecture »."),
        (["offer", "Jeanne", "vin"], "Noté : Jeanne Aubry peut apporter « vin »."),
        (
            ["busy", "Jeanne", "--from", "2026-03-01", "--to", "2026-03-31"],
            "Noté : Jeanne Aubry est en période chargée du 1er mars au 31 mars.",
        ),
        (
            ["boundary", "Jeanne", "--no", "referral", "--no", "advice", "--until", "2026-09-01"],
            "jusqu’au 1er septembre compris. À ne pas demander à Jeanne Aubry : conseil",
        ),
        (
            ["boundary", "Jeanne", "--no", "all"],
            "Noté, et respecté. À ne pas demander à Jeanne Aubry : tout.",
        ),
        (
            ["boundary", "--company", "SNCF", "--referrals", "no"],
            "Noté : la cooptation ne se fait pas à la SNCF.",
        ),
        (
            ["leave-out", "Jeanne", "Aubry"],
            "Entendu : le carnet ne proposera plus jamais Jeanne Aubry.",
        ),
        (
            ["discreet", "--company", "Michelin"],
            "Entendu : les chemins évitent qui travaille chez Michelin.",
        ),
        (
            ["discreet", "Jeanne"],
            "Entendu : Jeanne Aubry n’apprendra rien de votre recherche par ce carnet.",
        ),
        (
            ["tie", "Jeanne", "--worked", "Michelin", "--from", "2018-02", "--to", "2020"],
            "Noté : Jeanne Aubry et vous avez travaillé ensemble chez Michelin.",
        ),
        (["tie", "Jeanne", "--closeness", "good"], "Noté : votre lien avec Jeanne Aubry."),
        (["record", "invited", "Jeanne"], "Noté : Jeanne Aubry vous a dit de revenir"),
        (["record", "gave", "Jeanne", "un", "livre"], "Noté : vous avez rendu service à Jeanne"),
        (
            ["record", "met", "Jeanne", "--where", "gare", "--by-them"],
            "Noté : un échange avec Jeanne Aubry le 2 mars.",
        ),
        (
            ["record", "lifted", "Jeanne", "advice"],
            "Noté : la gêne de Jeanne Aubry est passée, on peut reparler de conseil.",
        ),
        (
            ["record", "asked", "Jeanne", "advice", "--on", "2026-02-20"],
            "Noté : un conseil, à Jeanne Aubry, le 20 février. À laisser souffler jusqu’au 6 mars.",
        ),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_each_line_is_kept_and_said_back(run: Any, words: list[str], french: str) -> None:
    heard = run(*words, "--lang", "fr")
    assert heard.code == 0, heard.err
    assert french in heard.plain
    told = run(*words, "--json")
    assert told.json["batch"]


@pytest.mark.usefixtures("jeanne")
def test_continuing_a_matter_promises_no_rest(run: Any) -> None:
    first = run("ask", "advice", "--person", "Jeanne", "--json").json["ask"]["id"]
    run("record", "asked", "Jeanne", "advice", "--ask", first, "--on", "2026-02-20")
    more = run("ask", "review", "--person", "Jeanne", "--continues", first, "--json")
    sent = run("record", "asked", "Jeanne", "review", "--ask", more.json["ask"]["id"])
    assert sent.plain == (
        "Noted: a review, of Jeanne Aubry, on 2 March. The same matter goes on: no new rest."
    )
    assert run("ledger", "--json").json["people"][0]["resting_until"] == "2026-03-06"


def test_two_others_know_each_other(run: Any) -> None:
    run("add", "Léa")
    run("add", "Omar")
    assert run("tie", "Léa", "--with", "Omar").plain == "Noted: Léa and Omar know each other."
    assert run("tie", "Léa", "--with", "Léa").code == 2
    assert run("tie", "Léa", "--with", "Omar", "--worked", "Airbus").code == 2
    assert run("tie", "Léa", "--from", "2018").code == 2


@pytest.mark.usefixtures("jeanne")
@pytest.mark.parametrize("word", ["leave-out", "discreet", "boundary"])
def test_rules_are_about_others(run: Any, word: str) -> None:
    more = ["--no", "all"] if word == "boundary" else []
    assert "That is you" in run(word, "me", *more).complaint


@pytest.mark.usefixtures("jeanne")
def test_nothing_to_come_is_recorded(run: Any) -> None:
    assert "has not come yet" in run("record", "met", "Jeanne", "--on", "2026-03-03").complaint
    assert "No ask of Jeanne Aubry" in run("record", "answered", "Jeanne", "yes").complaint


@pytest.mark.usefixtures("jeanne")
def test_forgetting_wants_a_yes(run: Any) -> None:
    run("record", "gave", "me", "un livre de Jeanne Aubry")
    assert "add --yes" in run("forget", "Jeanne").complaint
    assert len(run("people", "--json").json["people"]) == 1
    heard = run("forget", "Jeanne", "--yes", "--never-again", "--json")
    assert heard.json["forgotten"] == "Jeanne Aubry"
    assert run("people", "--json").json == {"people": []}


def test_settings_are_kept_and_obeyed(run: Any, environment: Path) -> None:
    run("add", "Léa")
    assert run("settings", "rest-days", "21", "--json").json["settings"] == {"rest_days": 21}
    assert "rest_days = 21" in (environment / "config" / "settings.toml").read_text("utf-8")
    assert "until 23 March" in run("record", "asked", "Léa", "advice").plain
    shown = run("settings", "--json").json["settings"]
    assert shown["rest_days"] == 21
    assert "jours de répit" in run("settings", "--lang", "fr").plain
    assert run("settings", "timezone", "Europe/Paris").code == 0


def test_the_doctor_says_that_all_is_well(run: Any, environment: Path) -> None:
    assert run("doctor").plain.startswith("No book here yet")
    run("add", "Léa")
    found = run("doctor", "--json")
    assert found.code == 0
    assert found.json["well"] is True
    assert found.json["book"] == str(environment / "carnet.db")
    assert found.json["counts"]["person"] == 2
    assert "Le carnet est entier." in run("doctor", "--lang", "fr").plain


def test_the_doctor_finds_what_is_wrong(run: Any, environment: Path) -> None:
    import sqlite3

    run("add", "Léa")
    with sqlite3.connect(environment / "carnet.db") as book:
        book.execute("UPDATE person SET portrait = replace(portrait, 'Léa', 'Lia')")
    book.close()
    found = run("doctor", "--lang", "fr")
    assert found.code == 1
    assert "Une fiche ne dit pas tout à fait" in found.plain
