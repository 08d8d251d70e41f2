"""`event bundle` on the command line, and that nothing private is in it."""

import gzip
import json

import pytest

STORY = """
person Omar company:Airbus note:"n'aime pas Tromblu"
tie Omar closeness:close context:both
2026-02-20 asked Omar advice "un avis sur Zblorg"
2026-02-21 received Omar "un mot de Krantz" weight:4
"""


GUESTS = "First Name,Last Name,Email,Company,Job Title\nOmar,,,Airbus,\nLéa,Roux,,Vlax,Acheteuse\n"


@pytest.fixture
def evening(run, journal, environment):
    """Give the command line, to a book with an event, its guests, a ledger and notes."""
    journal(STORY)
    run("me", "Zoé Lefèvre", "--email", "zoe@exemple.fr", "--phone", "0639980001")
    run("me", "--note", "je cherche chez Vlimf")
    told = ("--on", "2026-03-02", "--from", "18:30", "--goal", "parler à des acheteurs")
    run("event", "new", "Apéro des anciens", *told)
    guests = environment / "guests.csv"
    guests.write_text(GUESTS, encoding="utf-8")
    run("event", "prepare", "--list", str(guests))
    return run


def test_it_is_one_document_with_or_without_a_file(evening, tmp_path, phone):
    shown = evening("event", "bundle").json
    path = tmp_path / "soiree.json"
    heard = evening("event", "bundle", "anciens", "--out", str(path), "--lang", "fr")
    assert heard.code == 0
    assert str(path) in heard.plain
    assert json.loads(path.read_text(encoding="utf-8")) == shown
    assert (shown["format"], shown["version"]) == ("entregent-bundle", 1)
    assert shown["event"]["name"] == "Apéro des anciens"
    assert phone(shown["card"]["svg"]) == shown["card"]["text"]
    assert evening("event", "bundle", "--out", str(path), "--json").json["written"] == str(path)


def test_nothing_private_is_in_it(evening):
    assert "Krantz" in evening("event", "prepare", "--json").out
    text = evening("event", "bundle").out
    for word in ("Zblorg", "Krantz", "Tromblu", "Vlimf", "0639980001"):
        assert word not in text
    assert "0639980001" in evening("event", "bundle", "--with-phone").out


def test_whom_to_meet_is_told_in_every_voice(evening):
    brief = evening("event", "bundle").json["brief"]
    assert list(brief) == ["tu", "vous", "en"]
    for voice in brief.values():
        assert [one["name"] for one in voice["meet"]] == ["Léa Roux"]
        assert [one["person"]["name"] for one in voice["known"]] == ["Omar"]
        assert set(voice["known"][0]) == {"person", "say"}
    assert "acheteurs" in brief["tu"]["meet"][0]["because"][0]["text"]


def test_it_is_small_enough_for_a_phone(evening, tmp_path):
    path = tmp_path / "soiree.json"
    evening("event", "bundle", "--out", str(path))
    content = path.read_bytes()
    assert len(content) < 1_000_000
    assert len(gzip.compress(content)) < 200_000


def test_an_empty_book_has_one_too(run, tmp_path):
    heard = run("event", "bundle", "--out", str(tmp_path / "soiree.json"))
    assert heard.code == 0
    assert "entregent event new" in heard.plain
    assert "entregent me" in heard.plain


def test_an_unknown_event_is_refused(evening):
    heard = evening("event", "bundle", "gala", "--json")
    assert (heard.code, heard.out) == (2, "")
    assert "Apéro des anciens" in heard.complaint
