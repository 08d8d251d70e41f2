"""Finding people, companies and what was put away, from the command line."""

from typing import Any

import pytest

STORY = """\
person "Léa Martin" company:Airbus email:lea@airbus.com tag:vélo
person "Omar Haddad" email:omar@airbus.com note:"vu à Lyon"
person "Zoé Petit" company:Orme from:2018-01 to:2020-12
person "Paul Roux" company:Orme from:2019-01 to:2019-12
tie "Léa Martin" closeness:close
tie "Léa Martin" -- "Omar Haddad"
2026-02-20 met "Léa Martin" at:salon
2026-02-21 received "Léa Martin" "une idée"
"""


@pytest.fixture(autouse=True)
def story(journal: Any) -> None:
    assert journal(STORY).code == 0


def names(heard: Any) -> list[str]:
    return [one["name"] for one in heard.json["people"]]


# --- people ----------------------------------------------------------------------------------


def test_fields_phrases_and_exclusions(run: Any) -> None:
    assert names(run("people", "company:airbus", "--json")) == ["Léa Martin", "Omar Haddad"]
    assert names(run("people", "société:airbus", "-tag:vélo", "--json")) == ["Omar Haddad"]
    assert names(run("people", "-orme", "--json")) == ["Léa Martin", "Omar Haddad"]
    assert names(run("people", "note:vu à lyon", "--json")) == ["Omar Haddad"]
    assert names(run("people", "sector:aéronautique", "--json")) == ["Léa Martin", "Omar Haddad"]
    assert names(run("people", "sector:aerospace", "--json")) == ["Léa Martin", "Omar Haddad"]
    assert "There is no option" in run("people", "lea", "--jsn").complaint


def test_a_long_list_is_shown_by_its_beginning(run: Any) -> None:
    assert names(run("people", "--limit", "2", "--json")) == ["Léa Martin", "Omar Haddad"]
    sheet = run("people", "--limit", "1").plain
    assert "4 people The first 1 of 4; --limit 0 shows them all." in sheet
    assert "Zoé Petit" in run("people", "--limit", "0").plain
    assert "is not a number" in run("people", "--limit", "some").complaint


def test_nobody_comes_with_what_is_near(run: Any) -> None:
    heard = run("people", "martim")
    assert heard.code == 0
    assert heard.plain == "Nobody matches martim. Perhaps you meant Léa Martin."
    assert run("people", "zzzz").plain == "Nobody matches zzzz."
    assert run("people", "martim", "--json").json == {"people": [], "near": ["Léa Martin"]}


def test_an_empty_book_says_how_to_begin(run: Any, tmp_path: Any) -> None:
    heard = run("people", "--book", str(tmp_path / "new.db"))
    assert "To begin: entregent add" in heard.plain


def test_searches_are_kept_listed_asked_and_dropped(run: Any) -> None:
    assert "No saved search yet" in run("people", "--saved").plain
    kept = run("people", "company:airbus", "-tag:vélo", "--save", "air")
    assert "entregent people @air" in kept.plain
    assert names(run("people", "@air", "--json")) == ["Omar Haddad"]
    assert names(run("people", "--saved", "air", "--json")) == ["Omar Haddad"]
    assert run("people", "--saved").plain == "@air company:airbus -tag:vélo"
    listed = run("people", "--saved", "--json").json
    assert listed == {"saved": [{"name": "air", "query": "company:airbus -tag:vélo"}]}
    assert "is gone" in run("people", "--unsave", "air").plain
    assert "No search is saved as “air”" in run("people", "--unsave", "air").complaint
    both = run("people", "x", "--save", "a", "--unsave", "b")
    assert (both.code, both.complaint) == (
        2, "Save, look at, or drop a search: one of them at a time."
    )  # fmt: skip


# --- the trash -------------------------------------------------------------------------------

ANSWERS = [
    ("people",), ("people", "martin"), ("today",), ("ledger",), ("company",),
    ("company", "airbus"), ("show", "Omar Haddad"), ("merge",), ("export", "--journal"),
    ("ask", "ideas"), ("ask", "introduction", "--company", "Airbus"),
    ("ask", "introduction", "--person", "Omar Haddad"), ("imports",),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_somebody_in_the_trash_is_in_no_answer(run: Any, lang: str, as_json: Any) -> None:
    lea = run("people", "martin", "--json").json["people"][0]["id"]
    assert run("trash", "Léa").code == 0
    for words in ANSWERS:
        heard = run(*words, *as_json, "--lang", lang)
        said = heard.out + heard.err
        assert not {"Léa Martin", lea, "lea@airbus.com"} & {
            one for one in ("Léa Martin", lea, "lea@airbus.com") if one in said
        }, (words, said)
    assert "is called" in run("show", "Léa Martin").complaint
    assert lea in run("export").out, "the lossless export keeps everybody"


def test_the_trash_is_looked_into_and_emptied_one_by_one(run: Any) -> None:
    assert run("trash").plain == "The trash is empty."
    put = run("trash", "Léa", "Martin")
    assert "in no answer any more" in put.plain
    assert "In the trash: · Léa Martin" in run("trash").plain
    assert [one["name"] for one in run("trash", "--json").json["trash"]] == ["Léa Martin"]
    assert "is back, with everything" in run("trash", "Léa", "--back").plain
    assert "Léa Martin" in run("people").plain
    assert "Say who is to come back" in run("trash", "--back").complaint
    run("trash", "Léa")
    assert run("forget", "Léa", "--yes").code == 0
    assert run("trash").plain == "The trash is empty."


# --- companies -------------------------------------------------------------------------------


def test_companies_are_listed_and_shown(run: Any) -> None:
    listed = run("company", "--json").json["companies"]
    assert [(one["name"], one["people"], one["were"]) for one in listed] == [
        ("Airbus", 2, 0), ("Orme", 0, 2)
    ]  # fmt: skip
    assert "2 people · aerospace" in run("company").plain
    assert "in the past" in run("company").plain
    assert "The first 1 of 2" in run("company", "--limit", "1").plain
    airbus = run("company", "airbus", "--json").json["company"]
    assert (airbus["sector"], airbus["sector_from"], airbus["referrals"]) == (
        "aerospace", "table", None
    )  # fmt: skip
    assert airbus["domains"] == ["airbus.com"]
    assert [one["address"] for one in airbus["by_address"]] == ["omar@airbus.com"]
    sheet = run("company", "Airbus", "--lang", "fr").plain
    assert "aéronautique (d’après la table des secteurs)" in sheet
    assert "Omar Haddad, d’après l’adresse omar@airbus.com" in sheet
    assert "There before · Paul Roux · Zoé Petit" in run("company", "orme").plain


def test_what_i_say_of_a_company_wins(run: Any) -> None:
    assert run("company", "Airbus", "--sector", "avions").plain == "Noted: Airbus is in avions."
    run("boundary", "--company", "Airbus", "--referrals", "no")
    airbus = run("company", "airbus", "--json").json["company"]
    assert (airbus["sector"], airbus["sector_from"], airbus["referrals"]) == (
        "avions", "said", "no"
    )  # fmt: skip
    assert names(run("people", "sector:avions", "--json")) == ["Léa Martin", "Omar Haddad"]
    assert "Name the company" in run("company", "--sector", "avions").complaint


def test_a_company_that_is_not_there(run: Any, tmp_path: Any) -> None:
    assert "Perhaps: Airbus." in run("company", "airbuss").complaint
    assert run("company", "zzzz").complaint == "Nobody in the book is or was at “zzzz”."
    assert run("company", "--book", str(tmp_path / "new.db")).plain == "No company yet."


# --- show ------------------------------------------------------------------------------------


def test_show_tells_what_companies_tell(run: Any) -> None:
    omar = run("show", "Omar", "--json").json
    assert omar["by_address"] == [{"company": "Airbus", "address": "omar@airbus.com"}]
    assert omar["by_company"][0]["sector"] == "aerospace"
    sheet = run("show", "Omar").plain
    assert "from the address omar@airbus.com" in sheet
    assert "from Airbus, in the table of sectors" in sheet
    zoe = run("show", "Zoé").plain
    assert "Paul Roux, both were at Orme in 2019" in zoe
    assert run("show", "Zoé", "--json").json["colleagues"] == [
        {
            "person": {"id": run("people", "paul", "--json").json["people"][0]["id"],
                       "name": "Paul Roux"},
            "company": "Orme", "start": "2019-01", "end": "2019-12",
        }
    ]  # fmt: skip
