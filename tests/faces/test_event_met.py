"""`event met` through the command line: one line, read back at once."""

import pytest

from .conftest import Run

LINE = "Chloé, Dassault, escalade, déjeuner mardi, lui envoyer l'article"


def test_one_line_is_enough(run: Run) -> None:
    run("event", "new", "Alumni drinks")
    said = run("event", "met", LINE, "--lang", "fr")
    assert said.code == 0
    assert said.plain.startswith("C’est noté pour « Alumni drinks ». Voici ce que j’ai compris")
    for told in ("Chloé", "Dassault", "escalade", "déjeuner, mardi 3 mars", "envoyer l'article"):
        assert told in said.plain
    assert "--replace 1" in said.plain
    told = run("event", "met", LINE, "--json").json
    assert told["encounters"] == [
        {
            "name": "Chloé",
            "company": "Dassault",
            "role": "",
            "topics": ["escalade"],
            "promises": [{"by": "me", "what": "envoyer l'article"}],
            "next": {"what": "déjeuner", "date": "2026-03-03"},
            "contact": {},
        }
    ]
    assert (told["note"], bool(told["batch"]), bool(told["event"])) == ("", True, True)


def test_lines_are_listed_typed_again_and_taken_back(run: Run) -> None:
    assert "No line yet" in run("event", "met").plain
    run("event", "met", "Karim")
    run("event", "met", "the", "tall", "woman", "from", "Thales")
    listed = run("event", "met").plain
    assert "1. Karim" in listed
    assert "no name yet" in listed
    assert "Noted" in run("event", "met", "--replace", "2", "Ada, Thales").plain
    lines = run("event", "met", "--json").json["lines"]
    assert [(one["number"], one["text"]) for one in lines] == [(1, "Karim"), (2, "Ada, Thales")]
    assert lines[1]["encounters"][0]["name"] == "Ada"
    assert "taken back" in run("event", "met", "--drop", "1").plain
    assert len(run("event", "met", "--json").json["lines"]) == 1
    assert run("event", "met", "--drop", "1", "--json").json["encounters"] == []


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("",), "The line is empty"),
        (("--drop", "3"), "no line to put right"),
        (("--replace", "1"), "The line is empty"),
        (("Karim", "--on", "2999-01-01"), "has not come yet"),
        (("Karim", "--event", "gala"), "no event"),
        (("--replace", "x", "Karim"), "x"),
    ],
)
def test_what_cannot_be_is_said(run: Run, words: tuple[str, ...], complaint: str) -> None:
    said = run("event", "met", *words)
    assert said.code == 2
    assert complaint in said.err
