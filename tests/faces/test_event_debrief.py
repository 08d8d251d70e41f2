"""`event debrief` through the command line: people, promises, messages; nothing graded."""

from typing import Any

import pytest

from entregent.cli.events import remembering

from .conftest import Run

STORY = """
me "Camille Roux"
person "Karim Haddad" company:EDF
person "Chloé Petit" company:Dassault
"""


@pytest.fixture
def evening(run: Run, journal: Any) -> None:
    """Four lines of yesterday evening: sure, unsure, without a name, whose word is awaited."""
    journal(STORY)
    run("event", "new", "Alumni drinks", "--on", "2026-03-01", "--today", "2026-03-01")
    for line in (
        "Mary Reed, BBC, climbing, lunch on Friday, send her the article, mary@example.org",
        "Chloé, Dassault, climbing",
        "the tall man from Thales",
        "Karim Haddad, EDF, he'll write next week",
    ):
        run("event", "met", line, "--today", "2026-03-01")


@pytest.mark.usefixtures("evening")
def test_lines_are_shown_as_understood_with_whom_they_mean(run: Run) -> None:
    said = run("event", "debrief").plain
    assert "1 Mary Reed · BBC You talked about climbing." in said
    assert "From you, for Monday 2 March: send the article." in said
    assert "Next, on Friday 6 March: lunch." in said
    assert "Somebody in your book, perhaps: Chloé Petit?" in said
    assert "a name is missing · Thales" in said
    assert "That’s Karim Haddad, from your book." in said


@pytest.mark.usefixtures("evening")
def test_all_that_is_sure_is_kept_and_the_rest_waits(run: Run) -> None:
    said = run("event", "debrief", "--keep", "all", "--json").json
    fates = [one["fate"] for one in said["encounters"]]
    assert fates == ["kept", "open", "open", "kept"]
    assert [one["number"] for one in said["encounters"]] == [1, 2, 3, 4]
    assert said["encounters"][0]["draft"] == "send"
    assert said["encounters"][3]["awaited"]
    assert said["encounters"][3]["draft"] is None
    assert len(said["batches"]) == 2
    assert run("undo", said["batches"][0]).code == 0
    again = run("event", "debrief", "--json").json
    assert [one["fate"] for one in again["encounters"]] == ["open", "open", "open", "kept"]


@pytest.mark.usefixtures("evening")
def test_promises_come_back_in_today_on_their_day(run: Run) -> None:
    run("event", "debrief", "--keep", "1", "--keep", "4")
    today = run("today").plain
    assert "Promised to Mary Reed for Monday 2 March: “send the article”." in today
    assert "Promised to Mary Reed for Friday 6 March: “lunch”." in today
    assert "Karim" not in today
    assert "Karim Haddad" in run("today", "--today", "2026-03-13").plain


@pytest.mark.usefixtures("evening")
def test_the_message_keeps_what_was_promised(run: Run) -> None:
    run("event", "debrief", "--keep", "1")
    letter = run("event", "debrief", "--draft", "1")
    assert "Mary Reed <mary@example.org>" in letter.plain
    assert "the article" in letter.plain
    assert "1 March (Alumni drinks)" in letter.plain
    assert 'entregent record kept "Mary Reed" "send the article"' in letter.plain
    same = run("draft", "--met", "Mary", "--json").json
    assert same["moment"] == "send"
    assert run("event", "debrief", "--draft", "1", "--json").json["body"] == same["body"]
    assert run("draft", "--met", "Mary", "--moment", "pleasure", "--json").json["moment"] == (
        "pleasure"
    )


@pytest.mark.usefixtures("evening")
def test_a_promise_kept_is_told_in_words(run: Run) -> None:
    run("event", "debrief", "--keep", "1")
    run("record", "kept", "Mary Reed", "send the article")
    said = run("event", "debrief")
    assert "Kept: send the article (Mary Reed)." in said.plain
    assert run("event", "debrief", "--json").json["kept_promises"] == [
        {"what": "send the article", "to": "Mary Reed"}
    ]


@pytest.mark.usefixtures("evening")
def test_a_lunch_that_hides_an_ask_is_announced(run: Run) -> None:
    run("event", "met", "Karim Haddad, EDF, lunch on Friday", "--today", "2026-03-01")
    run("event", "debrief", "--keep", "5")
    run("ask", "advice", "--person", "Karim Haddad")
    assert "So that this meeting hides nothing" in run("event", "debrief", "--draft", "5").plain


@pytest.mark.usefixtures("evening")
def test_a_name_a_friend_a_good_moment_and_a_note(run: Run) -> None:
    run("event", "debrief", "--keep", "3", "--as", "Paul Roux", "--address", "tu", "--friend", "3")
    run("event", "debrief", "--skip", "2")
    said = run("event", "debrief", "--well", "laughing with Paul", "--note", "come early").plain
    assert "Paul Roux · Thales" in said
    assert "What went well laughing with Paul A word to yourself come early" in said
    assert "personal and professional tie, you say tu" in run("show", "Paul Roux").plain


@pytest.mark.usefixtures("evening")
def test_the_list_goes_when_it_has_done_its_work(run: Run) -> None:
    assert run("event", "debrief", "--json").json["list"] == "unlisted"
    assert run("event", "debrief", "--drop-list").code == 0


@pytest.mark.usefixtures("evening")
@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--keep", "9"), "No line has the number “9”"),
        (("--keep", "one"), "No line has the number “one”"),
        (("--keep", "2"), "is “Chloé” somebody in your book (Chloé Petit)?"),
        (("--keep", "3"), "Line 3 has no name."),
        (("--draft", "1"), "isn’t a person in your book yet"),
        (("--friend", "1"), "isn’t a person in your book yet"),
        (("--keep", "1", "--keep", "4", "--as", "Zoé"), "a single --keep"),
        (("gala",), "gala"),
    ],
)
def test_what_cannot_be_is_said(run: Run, words: tuple[str, ...], complaint: str) -> None:
    said = run("event", "debrief", *words)
    assert said.code == 2
    assert complaint in said.complaint


def test_an_evening_without_a_line_is_enough_in_itself(run: Run) -> None:
    assert run("event", "debrief").code == 2
    run("event", "new", "Alumni drinks")
    assert "an evening can be enough in itself" in run("event", "debrief").plain


def test_lines_typed_at_no_event_are_taken_up_too(run: Run) -> None:
    run("event", "met", "Mary Reed, BBC")
    said = run("event", "debrief", "--keep", "all")
    assert said.plain.startswith("Monday 2 March In your book 1 Mary Reed · BBC")


def test_evenings_that_are_all_alike_are_spoken_of_once(run: Run) -> None:
    for number, name in enumerate(("Mary Reed", "Paul Roux", "Zoe Blanc"), start=1):
        day = f"2026-02-0{number}"
        run("event", "new", f"Drinks {number}", "--on", day, "--today", day)
        run("event", "met", f"{name}, BBC", "--today", day)
        said = run("event", "debrief", "--keep", "all", "--today", day).plain
        assert ("went wholly to work" in said) is (number == 3)
    assert "went wholly to work" not in run("event", "debrief", "--well", "a laugh").plain
    assert "went wholly to work" in run("event", "debrief", "--all").plain
    assert run("event", "debrief", "--all", "--json").json["leaning"] == "working"


def test_nothing_in_common_is_fine(run: Run) -> None:
    assert "a bit of everything" in run("event", "debrief", "--all").plain


@pytest.mark.usefixtures("evening")
def test_a_pact_stands_beside_the_people(run: Run) -> None:
    for name, mine in (("Tom", "a job"), ("Ali", "")):
        run("event", "pact", name, "--they-seek", "a welder", "--i-seek", mine)
    run("event", "pact", "--kept", "Ali")
    said = run("event", "debrief")
    assert "Your pact with Tom: you’re looking out for “a welder”, they for “a job”." in said.plain
    assert "Your pact with Ali is kept: “a welder”." in said.plain
    assert run("event", "debrief", "--json").json["pacts"][0]["settled"] in (None, "done")


@pytest.mark.usefixtures("evening")
def test_at_a_terminal_each_line_is_one_question(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "can_ask", lambda _face: True)
    answers = ["", "1", "Paul Roux", "n", "1", "laughing", ""]
    said = run("event", "debrief", stdin="\n".join(answers) + "\n").plain
    for question in ("Keep Mary Reed?", "Who was it?", "Does the name come back?"):
        assert question in said
    seen = run("event", "debrief", "--json").json
    names = [one["person"] and one["person"]["name"] for one in seen["encounters"]]
    assert names == ["Mary Reed", "Chloé Petit", "Paul Roux", None]
    assert seen["well"] == "laughing"


@pytest.mark.usefixtures("evening")
def test_at_a_terminal_what_is_unsure_may_wait(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "can_ask", lambda _face: True)
    run("event", "debrief", stdin="n\n\n\nnobody@\n")
    seen = run("event", "debrief", "--json").json
    assert [one["fate"] for one in seen["encounters"]][:3] == ["left", "open", "open"]
