"""The main job by the command line, from an empty book to the goal reached."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FACTS = """
me "Nadia Benali" email:nadia@exemple.fr lang:fr title:Acheteuse company:Michelin from:2021-09
person "Léa Martin" email:lea@exemple.fr company:Airbus circle:fac
person "Samir Kaci" company:Latécoère circle:fac
person "Omar Haddad" company:Airbus
person "Hélène Fabre" company:Airbus
tie "Léa Martin" context:both address:tu closeness:close
tie "Samir Kaci" context:professional address:tu closeness:good
tie "Hélène Fabre" context:professional address:vous closeness:good
tie "Léa Martin" -- "Omar Haddad" closeness:good
tie "Samir Kaci" -- "Omar Haddad" closeness:slight
tie "Hélène Fabre" -- "Omar Haddad" closeness:good
boundary "Hélène Fabre" no:introduction
2026-02-28 asked "Léa Martin" review "ma lettre"
2026-03-01 answered "Léa Martin" yes
2026-02-20 met "Samir Kaci"
2026-02-20 met "Léa Martin"
"""


@pytest.fixture
def book(journal: Callable[[str], Any]) -> None:
    heard = journal(FACTS)
    assert heard.code == 0, heard.out + heard.err


def ask(run: Any, *more: str) -> Any:
    return run("ask", "introduction", "--person", "Omar Haddad", *more)


@pytest.mark.usefixtures("book")
def test_ask_answers_in_the_stable_json(run: Any) -> None:
    heard = ask(run, "--json", "--for", "parler achats", "--by", "2026-04-01")
    assert heard.code == 0
    document = heard.json
    assert set(document) >= {"ask", "today", "candidates", "nobody"}
    assert set(document["ask"]) >= {"id", "kind", "target", "for", "by"}
    assert document["ask"]["by"] == "2026-04-01"
    assert document["ask"]["target"]["person"]["name"] == "Omar Haddad"
    assert document["today"] == "2026-03-02"
    assert document["nobody"] is None
    verdicts = {one["person"]["name"]: one["verdict"] for one in document["candidates"]}
    assert verdicts == {"Samir Kaci": "go", "Léa Martin": "wait", "Hélène Fabre": "never"}
    best, lea, helene = document["candidates"]
    assert [one["name"] for one in best["chain"]] == ["Nadia Benali", "Samir Kaci", "Omar Haddad"]
    assert 0 < best["odds"] <= 1
    assert best["because"] == []
    assert best["until"] is None
    assert [tie["text"] for tie in best["ties"]]
    assert best["carries"] == {
        "level": "fairly",
        "text": "The ask may carry; the thinnest tie is the one between Samir and Omar.",
    }
    assert best["opens"]["level"] == "some"
    assert lea["until"] == "2026-03-14"
    assert [one["name"] for one in lea["instead"]] == ["Samir Kaci"]
    resting = lea["because"][0]
    assert resting["code"] == "resting"
    assert resting["text"] == (
        "You asked Léa for a review on 28 February; give them until 14 March."
    )
    fact = resting["facts"][0]
    assert (fact["date"], fact["what"], fact["text"]) == ("2026-02-28", "asked", "ma lettre")
    assert fact["person"]["name"] == "Léa Martin"
    assert {one["code"] for one in lea["mind"]} >= {"friend"}
    assert [one["code"] for one in helene["because"]] == ["boundary"]


@pytest.mark.usefixtures("book")
def test_a_direct_ask_has_no_odds(run: Any) -> None:
    heard = run("ask", "advice", "--person", "Samir", "--json")
    (samir,) = heard.json["candidates"]
    assert "odds" not in samir
    assert len(samir["chain"]) == 2


@pytest.mark.usefixtures("book")
def test_the_answer_comes_first_then_the_others(run: Any) -> None:
    told = ask(run, "--lang", "fr").plain
    places = [
        told.index(words)
        for words in (
            "Une mise en relation avec Omar Haddad",
            "● Samir Kaci allez-y",
            "vous → Samir Kaci → Omar Haddad",
            "○ Léa Martin plus tard, dès le 14 mars",
            "En attendant : Samir Kaci.",
            "✕ Hélène Fabre",
            "entregent draft",
        )
    ]
    assert places == sorted(places)
    assert all(len(line) <= 80 for line in ask(run).out.splitlines())


@pytest.mark.usefixtures("book")
def test_why_opens_all_reasons(run: Any) -> None:
    short, whole = ask(run).plain, ask(run, "--why").plain
    assert "A friendship" not in short
    assert "A friendship" in whole
    assert "The ask may carry" not in short
    assert "The ask may carry" in whole
    assert "--why" in short
    assert "--why" not in whole


@pytest.mark.usefixtures("book")
def test_day_thirteen_waits_and_day_fourteen_is_free(run: Any) -> None:
    def lea(day: str) -> str:
        candidates = ask(run, "--json", "--today", day).json["candidates"]
        return next(c["verdict"] for c in candidates if c["person"]["name"] == "Léa Martin")

    assert lea("2026-03-13") == "wait"
    assert lea("2026-03-14") == "go"


@pytest.mark.usefixtures("book")
def test_nobody_is_said_in_words_with_exit_code_one(run: Any) -> None:
    heard = run("ask", "reference", "--person", "Omar Haddad", "--lang", "fr", "--json")
    assert heard.code == 1
    nobody = heard.json["nobody"]
    assert nobody["code"] == "no-way"
    assert "En attendant" in nobody["text"]
    assert nobody["until"] is None
    aloud = run("ask", "reference", "--person", "Omar Haddad", "--lang", "fr")
    assert aloud.code == 1
    assert "Aucun chemin connu" in aloud.plain


@pytest.mark.usefixtures("book")
def test_from_the_draft_to_the_goal(run: Any, environment: Path) -> None:
    handle = ask(run, "--json").json["ask"]["id"][-6:]
    letter = run("draft", handle, "--json", "--lang", "fr")
    assert letter.code == 0
    assert set(letter.json) >= {
        *("subject", "body", "forward", "questions", "kit"),
        *("language", "address", "channel"),
    }
    assert letter.json["channel"] == "email"
    file = environment / "lettre.eml"
    aloud = run("draft", handle, "--out", str(file), "--lang", "fr")
    assert b"X-Unsent: 1" in file.read_bytes()
    assert f'record asked "Samir Kaci" introduction --ask {handle}' in aloud.plain
    refused = run("draft", handle, "--to", "Hélène Fabre")
    assert (refused.code, refused.out) == (1, "")
    sent = run("record", "asked", "Samir", "introduction", "Omar", "--ask", handle, "--json")
    assert sent.json["recorded"]["date"] == "2026-03-02"
    assert ask(run, "--json").json["candidates"][0]["verdict"] != "go"
    told = run("record", "answered", "Samir", "yes", "--lang", "fr")
    assert told.plain == "Noté : Samir Kaci a dit oui le 2 mars."
    run("record", "received", "Samir", "m’a présentée à Omar")
    line = next(
        one
        for one in run("ledger", "--json").json["people"]
        if one["person"]["name"] == "Samir Kaci"
    )
    assert [one["kind"] for one in line["asked"]] == ["introduction"]
    assert [one["reply"] for one in line["answered"]] == ["yes"]
    assert line["thanks_owed"] is True
    assert line["resting_until"] == "2026-03-16"
    assert line["turn"] == "mine"
    assert "thanks" in [one["what"] for one in run("today", "--json").json["items"]]
    run("record", "thanked", "Samir")
    done = run("done", handle, "--json")
    assert [one["person"]["name"] for one in done.json["told"]] == ["Samir Kaci"]
    assert done.json["ask"]["done"] == "2026-03-02"
    assert run("done", handle).code == 2


@pytest.mark.usefixtures("book")
def test_nothing_is_counted_among_close_friends(run: Any) -> None:
    run("record", "received", "Léa", "un déjeuner")
    (line,) = run("ledger", "Léa", "--json").json["people"]
    assert line["turn"] is None
    assert "tour" not in run("ledger", "Léa", "--lang", "fr").plain


@pytest.mark.usefixtures("book")
def test_people_are_found_by_their_fields(run: Any) -> None:
    found = run("people", "company:airbus", "circle:fac", "--json").json["people"]
    assert [one["name"] for one in found] == ["Léa Martin"]
    (lea,) = found
    assert set(lea) >= {"id", "name", "names", "emails", "phones", "companies", "sources"}
    assert lea["companies"] == ["Airbus"]
    assert {one["record"] for one in lea["sources"]} >= {"line=3"}
    assert "Samir Kaci" in run("people", "latecoere").out


@pytest.mark.usefixtures("book")
def test_everything_known_comes_with_its_source(run: Any) -> None:
    known = run("show", "Léa", "Martin", "--json").json
    assert known["tie"]["closeness"] == "close"
    assert all(fact["source"]["record"].startswith("line=") for fact in known["facts"])
    assert known["encounter_count"] == 1
    assert [one["person"]["name"] for one in known["knows"]] == ["Omar Haddad"]
    told = run("show", "Léa", "--lang", "fr").plain
    assert "facts.journal ligne 3" in told
    assert "Lien personnel et professionnel, on se tutoie, proche" in told
    assert "Connaît aussi : Omar Haddad." in told


@pytest.mark.usefixtures("book")
def test_export_is_json_or_a_journal(run: Any, environment: Path) -> None:
    assert '2026-02-28 asked "Léa Martin" review' in run("export", "--journal").out
    assert run("export").json
    target = environment / "export.json"
    assert run("export", "-o", str(target), "--json").json == {"written": str(target)}
    assert target.read_text(encoding="utf-8") == run("export").out


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize(("form", "starts"), [("vcard3", "BEGIN:VCARD"), ("vcard4", "BEGIN:VCARD")])
def test_cards_leave_and_come_back_as_the_same_people(
    run: Any, environment: Path, form: str, starts: str
) -> None:
    out = environment / "people.vcf"
    assert run("export", "--format", form, "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8").startswith(starts)
    (file,) = run("import", str(out), "--json").json["files"]
    assert file["problems"] == []
    assert run("export", "--format", form, "--json").json["vcard"].startswith(starts)


@pytest.mark.usefixtures("book")
def test_people_leave_as_a_table_or_one_by_one(run: Any) -> None:
    assert run("export", "--format", "csv").out.startswith("Name,")
    card = run("export", "--format", "vcard3", "--person", "Léa Martin").out
    assert card.count("BEGIN:VCARD") == 1
    assert "FN:Léa Martin" in card
    assert "whole book" in run("export", "--person", "Léa Martin").complaint
    assert run("export", "--format", "csv", "--journal").code == 2
