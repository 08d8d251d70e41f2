"""`event met` through the command line: one line, read back at once."""

from pathlib import Path

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


def test_several_lines_come_from_a_file(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "soirée.txt"
    lines.write_text("Karim, Airbus\n\nRose, Orange, escalade\n", encoding="utf-8")
    told = run("event", "met", "--file", str(lines), "--json").json
    assert [one["name"] for one in told["encounters"]] == ["Karim", "Rose"]
    assert "Rose, Orange, escalade" in run("event", "met").plain
    assert run("event", "met", "--file", str(tmp_path / "none.txt")).code == 2


def test_a_card_comes_as_its_text_or_as_a_vcf(run: Run, tmp_path: Path) -> None:
    text = tmp_path / "card.txt"
    text.write_text("Hélène Caron\nDirectrice\nLune SAS\nhelene@lune.example\n", encoding="utf-8")
    card = run("event", "met", "--file", str(text), "--json").json["encounters"][0]
    assert (card["name"], card["role"], card["company"]) == (
        "Hélène Caron",
        "Directrice",
        "Lune SAS",
    )
    vcf = tmp_path / "theirs.vcf"
    vcf.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Bell\nN:Bell;Ada;;;\nORG:Orange Bleue\nTITLE:Vigie\n"
        "TEL:+33612345678\nEMAIL:ada@bleue.example\nEND:VCARD\n",
        encoding="utf-8",
    )
    (ada,) = run("event", "met", "--file", str(vcf), "--json").json["encounters"]
    assert (ada["name"], ada["company"], ada["role"]) == ("Ada Bell", "Orange Bleue", "Vigie")
    assert ada["contact"] == {"email": "ada@bleue.example", "phone": "+33612345678"}
