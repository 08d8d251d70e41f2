"""Giving on the command line, in both languages: see it, write, clear it, put it off."""

import pytest

BOOK = """
me "Nadia Benali" email:nadia@exemple.fr
person "Léa Martin" circle:fac birthday:1984-03-05 email:lea@exemple.fr
tie "Léa Martin" context:personal address:tu closeness:good
person "Omar Haddad"
tie "Omar Haddad"
need "Léa Martin" "un graphiste"
offer "Omar Haddad" "graphic design"
2026-02-20 received "Omar Haddad" "m'a conseillée"
"""


@pytest.fixture
def book(journal):
    assert journal(BOOK).code == 0


@pytest.mark.usefixtures("book")
def test_give_is_one_document_with_the_letters(run):
    heard = run("give", "--json")

    assert heard.code == 0
    assert heard.json["today"] == "2026-03-02"
    assert [one["what"] for one in heard.json["items"]] == ["thanks", "introduction", "birthday"]
    thanks, introduction, birthday = heard.json["items"]
    assert thanks["person"]["name"] == "Omar Haddad"
    assert thanks["other"] is None
    assert introduction["other"]["name"] == "Omar Haddad"
    assert "Omar" not in introduction["draft"]["body"]
    assert birthday["date"] == "2026-03-05"
    assert len({one["key"] for one in heard.json["items"]}) == 3


@pytest.mark.usefixtures("book")
def test_give_is_said_in_both_languages(run):
    assert "Have you said thank you?" in run("give").plain
    assert "Lui avez-vous dit merci ?" in run("give", "--lang", "fr").plain
    assert "1984" not in run("give").plain + run("give", "--lang", "fr").plain


@pytest.mark.usefixtures("book")
def test_one_person_keeps_the_numbers_of_the_list(run):
    heard = run("--lang", "fr", "give", "Léa")

    assert "2. Léa Martin cherche" in heard.plain
    assert "3. L’anniversaire de Léa Martin tombe le jeudi 5 mars." in heard.plain
    assert "1. " not in heard.plain
    assert "draft 2" in heard.plain


@pytest.mark.usefixtures("book")
def test_done_snooze_and_no(run):
    assert run("give", "done", "1").code == 0
    assert run("give", "snooze", "2", "--until", "2026-03-04").code == 0
    assert run("give", "let-go", "1", "--json").json["recorded"][0]["settling"] == "let-go"
    run("give", "done", "1")
    assert "Nothing in particular" in run("give").plain
    assert "birthday" in run("give", "--today", "2026-03-04").plain


@pytest.mark.usefixtures("book")
def test_done_is_taken_back_by_undo(run):
    batch = run("give", "done", "1", "--json").json["batch"]
    assert run("undo", batch).code == 0
    assert run("give", "--json").json["items"][0]["what"] == "thanks"


@pytest.mark.usefixtures("book")
def test_a_letter_is_shown_given_or_written(run, tmp_path):
    shown = run("give", "draft", "3", "--lang", "fr")
    assert "Bon anniversaire" in shown.plain
    assert run("give", "draft", "3", "--channel", "sms", "--json").json["subject"] == ""
    path = tmp_path / "letter.eml"
    assert run("give", "draft", "3", "--out", str(path)).code == 0
    assert b"lea@exemple.fr" in path.read_bytes()


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize(
    "words",
    [
        ("give", "done", "9"),
        ("give", "draft", "zzz"),
        ("give", "snooze", "1", "--until", "2026-03-02"),
        ("give", "Nobody"),
        ("give", "done"),
        ("rhythm", "Léa"),
        ("rhythm", "Léa", "often"),
        ("rhythm", "--circle", "nowhere", "weekly"),
        ("rhythm", "--circle", "fac"),
        ("lead", "Léa"),
        ("lead", "Léa", "x", "--company", "A", "--sector", "B"),
        ("lead", "ended", "1", "x"),
        ("lead", "ended", "1"),
        ("lead", "Léa", "x", "--ask", "none"),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_bad_input_is_a_sentence_and_changes_nothing(run, words, lang):
    before = run("export").out
    heard = run(*words, "--lang", lang)

    assert heard.code == 2
    assert heard.complaint
    assert "Traceback" not in heard.err
    assert run("export").out == before


@pytest.mark.usefixtures("book")
def test_a_rhythm_is_chosen_shown_and_taken_back(run):
    assert "every 7 days" in run("rhythm", "Léa", "Martin", "weekly").plain
    assert run("rhythm", "--circle", "FAC", "30").code == 0
    heard = run("rhythm", "--json").json["rhythms"]
    assert [one["days"] for one in heard] == [30, 7]
    assert "cercle « fac »" in run("rhythm", "--circle", "fac", "none", "--lang", "fr").plain
    assert "Cercle" not in run("rhythm", "--lang", "fr").plain
    assert "7 jours" in run("rhythm", "--lang", "fr").plain
    assert run("rhythm", "Léa", "none").code == 0
    assert "No rhythm chosen" in run("rhythm").plain


@pytest.mark.usefixtures("book")
def test_an_idea_is_noted_followed_up_ended_and_told(run):
    assert "No ideas noted" in run("lead").plain
    run("lead", "Léa", "try the fair")
    noted = run("lead", "Léa", "ask there", "--company", "Safran Group").plain
    assert 'entregent ask introduction --company "Safran Group"' in noted
    run("lead", "Léa", "--person", "Omar")
    run("lead", "Léa", "--sector", "aerospace")
    leads = run("lead", "--json").json["leads"]
    assert {one["next"] for one in leads} == {
        "",
        'entregent ask introduction --company "Safran Group"',
        'entregent ask interview --person "Omar Haddad"',
        'entregent ask interview --sector "aerospace"',
    }
    fair = next(one["key"] for one in leads if one["text"] == "try the fair")
    assert run("lead", "ended", fair, "met", "Samir").code == 0
    assert "met Samir" in run("give", "Léa").plain
    assert "→ met Samir" in run("lead", "--lang", "fr").plain
    told = run("lead", "--json").json["leads"][-1]
    assert (told["ended"]["text"], told["told"]) == ("met Samir", None)
    item = next(one for one in run("give", "--json").json["items"] if one["what"] == "lead")
    run("give", "done", item["key"])
    assert run("lead", "--json").json["leads"][-1]["told"] == "2026-03-02"


@pytest.mark.usefixtures("book")
def test_rhythms_and_ideas_stand_in_what_is_known_of_somebody(run):
    run("rhythm", "Léa", "weekly")
    run("rhythm", "Léa", "none")
    run("lead", "Léa", "ask there", "--company", "Safran")
    run("lead", "ended", "1", "met Samir")
    shown = run("show", "Léa").plain

    assert "a word every 7 days" in shown
    assert "no rhythm any more" in shown
    assert "an idea (“ask there · Safran”)" in shown
    assert "what became of the idea (“met Samir”)" in shown


def test_an_ask_for_ideas_may_be_named(run, journal):
    journal(BOOK + 'tie "Léa Martin" closeness:close\n')
    ask = run("ask", "ideas", "--json").json["ask"]["id"]
    assert run("lead", "Léa", "the fair", "--ask", ask).code == 0
    assert run("lead", "--json").json["leads"][0]["ask"] == ask


def test_a_long_list_is_calm_until_asked(run, journal):
    journal("\n".join(f'person "P{n}" birthday:--03-04\ntie "P{n}"' for n in range(14)))

    assert "give --all" in run("give").plain
    assert "14. " not in run("give").plain
    assert "14. " in run("give", "--all").plain
    assert len(run("give", "--json").json["items"]) == 14
