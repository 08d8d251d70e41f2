"""Introductions by the command line, from what Léa asked to the thanks, in both languages."""

import email
import email.policy
from pathlib import Path
from typing import Any

import pytest

FACTS = """
me "Nadia Benali" email:nadia@exemple.fr lang:fr
person "Léa Martin" email:lea@exemple.fr company:Michelin title:Acheteuse lang:fr
person "Omar Haddad" email:omar@airbus.example company:Airbus lang:fr
person "Tom Reed" lang:en
person "Hélène Fabre"
tie "Léa Martin" context:both address:tu
tie "Omar Haddad" context:professional address:vous
boundary "Hélène Fabre" no:introduction
"""
LINES = "Je voudrais comprendre comment on choisit un fournisseur."
OMAR = ("omar", "haddad", "airbus")


@pytest.fixture
def say(run: Any, journal: Any) -> Any:
    """Give `introduce …`, in a book that knows these people."""
    assert journal(FACTS).code == 0

    def command(*words: str) -> Any:
        return run("introduce", *words)

    return command


def done(say: Any, *steps: str) -> None:
    for words in steps:
        heard = say(*words.split("|"))
        assert heard.code == 0, heard.err


def test_the_whole_way_as_json(say: Any) -> None:
    begun = say("new", "Léa", "Omar", LINES, "--json").json["introduction"]
    assert begun["number"] == 1
    assert (begun["person"]["name"], begun["other"]["name"]) == ("Léa Martin", "Omar Haddad")
    assert (begun["began"], begun["state"], begun["lines"]) == ("asked", "asked", LINES)
    assert [move["step"] for move in begun["next"]] == ["lines", "sought", "let-go"]
    assert [(due["what"], due["person"]["name"]) for due in begun["due"]] == [
        ("seek", "Omar Haddad")
    ]
    asks = say("draft", "1", "--json").json
    assert (asks["letter"], [to["name"] for to in asks["to"]]) == ("seek", ["Omar Haddad"])
    assert LINES in asks["body"]
    words = ("sought|1", "agreed|1|un appel jeudi", "made|1", "outcome|1|bien", "thanked|1")
    taken = [say(*step.split("|"), "--json").json["introduction"] for step in words]
    states = [one["state"] for one in taken]
    assert states == ["sought", "agreed", "made", "outcome", "thanked"]
    (ended,) = say("--json").json["introductions"]
    assert (ended["next"], ended["due"], ended["barred"], ended["problems"]) == ([], [], None, [])
    assert ended["wishes"] == {"other": "un appel jeudi"}


def test_what_is_made_for_the_asker_names_nobody_before_the_yes(say: Any, tmp_path: Path) -> None:
    done(say, f"new|Léa|Omar|{LINES} Omar saura.")
    for step in ("", "sought|1", "followed-up|1", "declined|1"):
        if step:
            done(say, step)
        for lang in ("fr", "en"):
            out = tmp_path / f"{lang}.eml"
            args = ("draft", "1", "--to", "Léa", "--lang", lang)
            told = say(*args, "--json").out + say(*args, "--out", str(out)).out
            mail = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
            told += str(mail) + mail.get_content()
            assert not any(name in told.casefold() for name in OMAR), (step, told)
    assert say("draft", "1", "--to", "Léa", "--json").json["letter"] == "regret"


def test_the_introduction_is_one_mail_to_both(say: Any, tmp_path: Path) -> None:
    done(say, f"new|Léa|Omar|{LINES}", "sought|1", "agreed|1")
    out = tmp_path / "both.eml"
    assert say("draft", "1", "--out", str(out)).code == 0
    mail = email.message_from_bytes(out.read_bytes(), policy=email.policy.default)
    to = "Léa Martin <lea@exemple.fr>, Omar Haddad <omar@airbus.example>"
    assert mail["To"] == to
    assert mail["Subject"].replace("\u00a0", " ") == "Mise en relation : Léa Martin et Omar Haddad"


def test_the_list_says_what_is_next_in_english(say: Any, run: Any) -> None:
    assert "No introduction under way" in say().plain
    done(say, f"new|Léa|Omar|{LINES}", "sought|1", "new|Tom|Léa", "let-go|2", "told|2")
    heard = say().plain
    assert "1 Léa Martin → Omar Haddad agreement sought Nothing to do before 12 March." in heard
    assert "Tom Reed" not in heard
    assert "2 Tom Reed → Léa Martin let go Let go on 2 March." in say("list").plain
    late = run("introduce", "--today", "2026-03-20").plain
    assert "No word from Omar: simplest is to let it go; otherwise, one kind follow-up" in late
    assert "To note what happens: entregent introduce followed-up|agreed|declined|let-go 1" in late


def test_the_way_of_my_own_idea_in_french(say: Any) -> None:
    fr = ("--lang", "fr")
    begun = say("offer", "Tom", "Omar", "Omar cherche une plume", *fr).plain
    assert "Tom Reed → Omar Haddad accord des deux à demander" in begun
    assert "Demandez d’abord son accord à Tom" in begun
    heard = say("draft", "1", "--to", "Tom", *fr).plain
    assert "Vos propres mots diraient qui est de l’autre côté" in heard
    assert "Omar" not in heard
    assert 'entregent introduce sought 1 --side "Tom Reed"' in heard
    refused = say("sought", "1", *fr)
    assert refused.code == 2
    assert 'ajoutez --side "Tom Reed" ou --side "Omar Haddad"' in refused.complaint
    done(say, "sought|1|--side|Tom", "agreed|1", "sought|1", "followed-up|1")
    late = say("--today", "2026-03-20", *fr).plain
    assert "Toujours pas de réponse d’Omar : laissez tomber." in late
    done(say, "agreed|1", "declined|1|--side|Tom")
    assert "Omar attend un mot de vous" in say(*fr).plain
    done(say, "told|1")
    assert say("draft", "1", "--to", "Tom", *fr).code == 0


def test_what_came_of_it_is_shown(say: Any) -> None:
    done(say, "new|Léa|Omar", "lines|1|Trois|lignes", "sought|1", "agreed|1", "made|1")
    assert "Ask Léa how it went, once." in say("--today", "2026-04-01").plain
    done(say, "checked|1", "outcome|1|un|bon|échange")
    assert "How it went: un bon échange Thank Omar." in say().plain
    assert "Merci d’avoir accepté que je vous présente Léa Martin." in say("draft", "1").plain


def test_a_boundary_is_an_answer(say: Any, run: Any) -> None:
    heard = say("new", "Léa", "Hélène")
    assert heard.code == 1
    assert "Hélène Fabre would rather not be asked for introductions" in heard.complaint
    done(say, "new|Léa|Omar")
    assert run("boundary", "Omar", "--no", "introduction", "--until", "2026-04-01").code == 0
    assert "Omar Haddad would rather not" in say().plain
    barred = say("--json").json["introductions"][0]["barred"]
    assert (barred["code"], barred["until"]) == ("boundary", "2026-04-02")
    assert say("draft", "1").code == 1
    assert say("sought", "1").code == 1
    assert say("let-go", "1").code == 0


def test_a_busy_period_is_noted(say: Any, run: Any) -> None:
    assert run("busy", "Omar", "--from", "2026-03-01", "--to", "2026-03-09").code == 0
    heard = say("new", "Léa", "Omar")
    assert "Omar told you of a busy period: not before 10 March." in heard.plain
    busy = say("--json").json["introductions"][0]["busy"]
    assert [(one["person"]["name"], one["until"]) for one in busy] == [
        ("Omar Haddad", "2026-03-10")
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sought", "7"), "No introduction answers to “7”"),
        (("draft", ""), "No introduction answers to “”"),
        (("made", "1"), "Omar Haddad hasn’t said yes yet"),
        (("agreed", "1"), "What can come next: lines, sought, let-go"),
        (("sought", "1", "--side", "Tom"), "Tom Reed is on neither side"),
        (("draft", "1", "--to", "Tom"), "Tom Reed is on neither side"),
        (("sought", "1", "--on", "2026-03-03"), "2026-03-03|3 March|future"),
        (("new", "Léa", "Omar"), "under way already, as number 1"),
        (("new", "Léa", "Léa"), "one and the same person"),
        (("new", "Léa", "me"), "between two others"),
        (("new", "Léa", "Nobody"), "Nobody"),
        (("new", "Léa"), "PERSON"),
        (("outcome", "1"), "TEXT"),
        (("new", "Tom", "Omar", "--request", "zz"), "No open request"),
        (("marry", "1"), "marry"),
    ],
)
def test_bad_input_is_a_sentence_and_costs_nothing(
    say: Any, words: tuple[str, ...], said: str
) -> None:
    done(say, "new|Léa|Omar")
    before = say("--json").out
    heard = say(*words)
    assert heard.code == 2
    assert any(one in heard.complaint for one in said.split("|")), heard.err
    assert say("--json").out == before


def test_a_step_is_undone_and_a_side_forgotten_without_a_trace(say: Any, run: Any) -> None:
    done(say, "new|Léa|Omar", "sought|1")
    batch = say("agreed", "1", "--json").json["batch"]
    assert run("undo", batch).code == 0
    assert say("--json").json["introductions"][0]["state"] == "sought"
    assert run("forget", "Omar Haddad", "--yes").code == 0
    assert say("--json").json == {"today": "2026-03-02", "introductions": [], "problems": []}
    assert not any(name in run("export").out.casefold() for name in OMAR)


def test_facts_that_cannot_follow_are_listed_and_a_restored_book_says_the_same(
    say: Any, run: Any, environment: Path
) -> None:
    done(say, "new|Léa|Omar", "sought|1", "agreed|1")
    path = environment / "book.json"
    text = run("export").out
    assert text.count('"sought"') == 1
    path.write_text(text.replace('"sought"', '"made"'), encoding="utf-8")
    book = str(environment / "other.db")
    assert run("restore", str(path), "--book", book).code == 0
    heard = run("introduce", "--book", book)
    assert "Set aside: “made” on 2 March, which can’t follow what came before." in heard.plain
    (one,) = run("introduce", "--book", book, "--json").json["introductions"]
    assert one["state"] == "asked"
    assert {odd["why"] for odd in one["problems"]} == {"out-of-turn"}
