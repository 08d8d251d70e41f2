"""`today` through the command line: a quarter, day by day; both languages; what goes wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from .conftest import Heard, Run

QUARTER = """
me "Nadia Benali"
tie "Léa Martin" context:both
tie "Omar Haddad" context:professional
tie "Hélène Roux" context:professional
tie "Paul Durand"
leave-out "Paul Durand"
2026-01-05 asked "Omar Haddad" advice "my CV"
2026-01-20 asked "Léa Martin" review "my letter"
2026-01-22 answered "Léa Martin" yes
2026-02-02 received "Hélène Roux" "an afternoon of advice"
2026-02-10 promised "Léa Martin" "lend her the book" due:2026-02-20
2026-02-15 received "Paul Durand" "a lift"
"""


@pytest.fixture
def quarter(journal: Callable[[str], Heard]) -> None:
    assert journal(QUARTER).code == 0


def items(run: Run, day: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run("today", "--today", day, "--json").json["items"]
    return found


def whats(run: Run, day: str) -> list[str]:
    return [f"{one['what']} {(one['person'] or {'name': '-'})['name']}" for one in items(run, day)]


def key(run: Run, day: str, what: str) -> str:
    return next(one["key"] for one in items(run, day) if one["what"] == what)


@pytest.mark.usefixtures("quarter")
def test_a_quarter_day_by_day(run: Run) -> None:
    omar, lea, helene = "Omar Haddad", "Léa Martin", "Hélène Roux"
    assert whats(run, "2026-01-11") == []
    assert whats(run, "2026-01-12") == [f"rest-ends {omar}"]
    assert whats(run, "2026-01-15") == [f"follow-up {omar}", f"rest-ends {omar}"]
    assert whats(run, "2026-01-19") == [f"follow-up {omar}"]
    assert whats(run, "2026-01-27") == [f"follow-up {omar}", f"rest-ends {lea}"]
    assert whats(run, "2026-02-03") == [f"thanks {helene}", f"follow-up {omar}"]
    assert whats(run, "2026-02-04") == [f"thanks {helene}", f"let-go {omar}"]
    soon = [f"thanks {helene}", f"let-go {omar}", f"promise {lea}"]
    assert whats(run, "2026-02-13") == soon
    due = [f"promise {lea}", f"thanks {helene}", f"let-go {omar}"]
    assert whats(run, "2026-02-20") == due
    assert whats(run, "2026-03-31") == due
    assert whats(run, "2026-04-05") == due[:2]


@pytest.mark.usefixtures("quarter")
def test_done_is_noted_for_what_it_is_and_can_be_undone(run: Run) -> None:
    day = ("--today", "2026-02-21")
    kept = run("today", "done", key(run, day[1], "promise"), "--on", "2026-02-19", *day)
    assert kept.plain.startswith(
        "Noted: “lend her the book”, promised to Léa Martin: you did it on 19 February. "
        "To take it back: entregent undo "
    )
    thanked = run("today", "done", key(run, day[1], "thanks"), *day, "--json").json
    assert [one["fact"] for one in thanked["recorded"]] == ["thanked"]
    assert whats(run, day[1]) == ["let-go Omar Haddad"]
    assert run("ledger", "Hélène", "--json", *day).json["people"][0]["thanks_owed"] is False
    run("undo", thanked["batch"])
    assert whats(run, day[1]) == ["thanks Hélène Roux", "let-go Omar Haddad"]


@pytest.mark.usefixtures("quarter")
def test_one_kind_word_is_suggested_once(run: Run) -> None:
    this = key(run, "2026-01-20", "follow-up")
    said = run("today", "done", this, "--today", "2026-01-20")
    assert said.plain.startswith(
        "Noted: you wrote once more. Nobody will suggest it again. "
        "Omar Haddad hasn’t answered your ask of 5 January"
    )
    assert whats(run, "2026-01-29") == ["rest-ends Léa Martin"]
    assert whats(run, "2026-01-30") == ["let-go Omar Haddad", "rest-ends Léa Martin"]
    assert key(run, "2026-01-30", "let-go") == this
    run("today", "let-go", this, "--today", "2026-01-30")
    assert whats(run, "2026-01-30") == ["rest-ends Léa Martin"]


@pytest.mark.usefixtures("quarter")
def test_not_now_comes_back(run: Run) -> None:
    this = key(run, "2026-02-04", "thanks")
    said = run("today", "snooze", this, "--until", "2026-02-09", "--today", "2026-02-04")
    assert said.plain.startswith("Noted: it comes back on Monday 9 February. Hélène Roux")
    assert "thanks Hélène Roux" not in whats(run, "2026-02-08")
    assert "thanks Hélène Roux" in whats(run, "2026-02-09")
    said = run("today", "snooze", this, "--until", "3", "--today", "2026-02-09", "--lang", "fr")
    assert said.plain.startswith("Noté : on en reparle le jeudi 12 février.")
    assert "thanks Hélène Roux" not in whats(run, "2026-02-11")
    said = run("today", "snooze", this, "--today", "2026-02-12")
    assert said.plain.startswith("Noted: it comes back on Thursday 19 February. Hélène Roux")


@pytest.mark.usefixtures("quarter")
def test_the_sheet_tells_few_things_and_folds_the_rest(
    run: Run, journal: Callable[[str], Heard]
) -> None:
    day = ("--today", "2026-02-21")
    sheet = run("today", *day).plain
    assert sheet.startswith("Today, Saturday 21 February For today")
    assert "Whenever suits you" in sheet
    assert "--all" not in sheet
    friends = ("Ana Costa", "Inès Roy", "Marc Petit", "Noé Blanc", "Zoé Faure", "Yves Morel")
    added = [f'2026-02-20 received "{name}" "un mot"' for name in friends]
    assert journal("\n".join([QUARTER, *added])).code == 0
    assert run("today", *day).plain.endswith(
        "The rest can wait; to see all of it: entregent today --all "
        f"Did it entregent today done {key(run, day[1], 'promise')} "
        f"Later entregent today snooze {key(run, day[1], 'promise')} "
        f"Never mind entregent today let-go {key(run, day[1], 'promise')}"
    )
    assert "Yves Morel" not in run("today", *day).plain
    whole = run("today", "--all", *day).plain
    assert "Yves Morel" in whole
    assert "The rest can wait" not in whole
    french = run("today", *day, "--lang", "fr").plain
    assert french.startswith("Aujourd’hui, samedi 21 février Pour aujourd’hui")
    assert "Le reste peut attendre" in french


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.usefixtures("quarter")
def test_a_calendar_is_written_and_written_again(run: Run, tmp_path: Path, lang: str) -> None:
    def read(day: str) -> dict[str, Any]:
        assert run("today", "--ics", str(path), "--today", day, "--lang", lang).code == 0
        events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert {str(event["CLASS"]) for event in events} == {"PRIVATE"}
        return {str(event["UID"]): event for event in events}

    path = tmp_path / "today.ics"
    first, later = read("2026-01-28"), read("2026-02-11")
    rest = [uid for uid, event in first.items() if event.decoded("DTSTART").day == 3]
    assert len(rest) == 1  # Léa's rest ends on 3 February
    assert len(set(first) & set(later)) == 1  # what Omar did not answer
    days = {event.decoded("DTSTART").isoformat() for event in later.values()}
    assert days == {"2026-02-11", "2026-02-20"}
    assert not any("Paul" in event.to_ical().decode() for event in later.values())
    ids = {one["person"]["id"] for one in items(run, "2026-02-11")}
    assert not any(uid.count(person) for uid in later for person in ids)


BETWEEN = """
me "Nadia Benali"
tie "Samir Kaci"
tie "Élodie Garnier" context:professional
person "Inès Roy" birthday:1990-03-04
tie "Inès Roy"
"""


@pytest.mark.parametrize(("lang", "said"), [("en", "A word about an intro"), ("fr", "Un mot au")])
def test_a_calendar_names_neither_side_of_an_introduction(
    run: Run, journal: Callable[[str], Heard], tmp_path: Path, lang: str, said: str
) -> None:
    journal(BETWEEN)
    run("introduce", "new", "Samir", "Élodie", "Samir is after an internship")
    steps = ((), ("sought", "1"), ("declined", "1"))
    for step in steps:
        if step:
            assert run("introduce", *step).code == 0
        path = tmp_path / "today.ics"
        run("today", "--ics", str(path), "--lang", lang)
        text = path.read_text(encoding="utf-8").replace("\r\n ", "")
        assert f"SUMMARY:{said}" in text
        assert "Samir" not in text
        assert "Élodie" not in text
        assert "internship" not in text


def test_an_introduction_and_a_birthday_are_taken_further_from_here(
    run: Run, journal: Callable[[str], Heard]
) -> None:
    journal(BETWEEN)
    run("introduce", "new", "Samir", "Élodie", "Samir is after an internship")
    day = "2026-03-02"
    assert whats(run, day) == ["introduction Élodie Garnier", "gift Inès Roy"]
    run("today", "done", key(run, day, "introduction"), "--today", day)
    state = run("introduce", "list", "--json").json["introductions"][0]["state"]
    assert state == "sought"
    run("today", "done", key(run, day, "gift"), "--today", day)
    assert whats(run, day) == whats(run, "2026-03-11") == []
    assert whats(run, "2026-03-12") == ["introduction Élodie Garnier"]
    run("today", "let-go", key(run, "2026-03-12", "introduction"), "--today", "2026-03-12")
    waiting = {one["person"]["name"]: one["key"] for one in items(run, "2026-03-12")}
    assert set(waiting) == {"Samir Kaci", "Élodie Garnier"}  # both wait for a word
    run("today", "done", waiting["Samir Kaci"], "--today", "2026-03-12")
    assert whats(run, "2026-03-12") == ["introduction Élodie Garnier"]


def test_a_request_waits_for_one_of_the_four_answers(
    run: Run, journal: Callable[[str], Heard]
) -> None:
    journal(BETWEEN)
    assert run("inbox", "add", "Samir", "advice", "read my CV", "--on", "2026-02-27").code == 0
    [waiting, _] = items(run, "2026-03-02")
    assert waiting["text"] == (
        "On 27 February Samir Kaci asked you for advice (“read my CV”), and waits for your answer."
    )
    refused = run("today", "done", waiting["key"])
    assert refused.code == 2
    words = refused.complaint.partition("entregent ")[2].split()
    assert words[:2] == ["inbox", "answer"]
    assert run(*words[:3], "later", "--until", "2026-03-20").code == 0
    assert whats(run, "2026-03-06") == []
    assert whats(run, "2026-03-20") == ["request-again Samir Kaci"]


NEEDS = """
[[need]]
id = "advice"
kind = "advice"
person = "Paul Morel"
importance = 3
for = "my CV"
"""


def test_a_step_of_the_road_map_from_the_plan_to_the_ask(
    run: Run, journal: Callable[[str], Heard], tmp_path: Path
) -> None:
    journal('tie "Paul Morel"')
    needs, plan, today = (tmp_path / name for name in ("needs.toml", "plan.ics", "today.ics"))
    needs.write_text(NEEDS, encoding="utf-8")
    assert run("plan", str(needs), "--ics", str(plan)).code == 0
    [step] = items(run, "2026-03-02")
    assert (step["what"], step["person"]["name"]) == ("step", "Paul Morel")
    assert step["text"] == "Planned for Monday 2 March: write to Paul Morel, for advice."
    run("today", "--ics", str(today))
    uids = [
        {str(event["UID"]) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
        for path in (plan, today)
    ]
    assert uids[0] == uids[1]
    said = run("today", "done", step["key"], "--json").json["recorded"]
    assert [(one["fact"], one["ask"], one["text"]) for one in said] == [
        ("asked", step["ask"], "my CV")
    ]
    assert whats(run, "2026-03-09") == ["rest-ends Paul Morel"]


BAD: list[tuple[tuple[str, ...], str, str]] = [
    (("done", "zzzzz"), "Nothing to do goes by “zzzzz”", "Rien à faire ne porte la clé « zzzzz »"),
    (("done",), "KEY", "CLÉ"),
    (("snooze", "KEY", "--until", "soon"), "neither a day nor a number", "ni un jour ni un nombre"),
    (("snooze", "KEY", "--until", "0"), "neither a day nor a number", "ni un jour ni un nombre"),
    (("snooze", "KEY", "--until", "-3"), "neither a day nor a number", "ni un jour ni un nombre"),
    (
        ("snooze", "KEY", "--until", "2026-02-04"),
        "is not a day to come",
        "n’est pas un jour à venir",
    ),
    (
        ("snooze", "KEY", "--until", "2026-01-04"),
        "is not a day to come",
        "n’est pas un jour à venir",
    ),
    (("done", "KEY", "--on", "2026-02-05"), "has not come yet", "n’est pas encore arrivé"),
    (("done", "KEY", "--on", "2026-02-01"), "only came about on 2 February", "que le 2 février"),
    (("finish",), "is not a command", "n’est pas une commande"),
    (("--ics", "/nowhere/at/all.ics"), "/nowhere/at/all.ics", "/nowhere/at/all.ics"),
]


@pytest.mark.parametrize(("words", "english", "french"), BAD)
@pytest.mark.usefixtures("quarter")
def test_what_cannot_be_costs_nothing(
    run: Run, words: tuple[str, ...], english: str, french: str
) -> None:
    day = "2026-02-04"
    this = key(run, day, "thanks")
    before = items(run, day)
    for lang, said in (("en", english), ("fr", french)):
        given = [this if word == "KEY" else word for word in words]
        heard = run("today", *given, "--today", day, "--lang", lang)
        assert heard.code == 2
        assert heard.out == ""
        assert said in heard.complaint
    assert items(run, day) == before


def test_an_empty_book_has_nothing_that_presses(run: Run) -> None:
    assert run("today").plain == "Today, Monday 2 March Nothing is pressing."
    assert run("today", "--json").json == {"today": "2026-03-02", "items": []}
