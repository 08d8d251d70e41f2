"""Lines about people just met: kept as typed, read back, typed again."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.events import Captured
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job, Reading
from entregent.domain.words import Origin
from entregent.services.events.capturing import (
    Reader,
    capture,
    captured,
    here,
    retype,
    tonight,
)
from entregent.services.events.keeping import Told, new_event
from entregent.services.reference import Reference
from entregent.services.undoing import undo

LINE = "Chloé, Dassault, escalade, déjeuner mardi, lui envoyer l'article"


@pytest.fixture
def desk(story):
    """The desk of the book of the docstring, with the program's own words."""
    return replace(story.desk, reference=Reference(Content()))


@pytest.fixture
def evening(desk):
    return new_event(desk, Told("Apéro des anciens"))[0]


def test_a_line_is_kept_as_it_was_typed_and_read_back(desk, evening):
    """; nobody yet"""
    kept, _ = capture(desk, [f"  {LINE} "], evening)
    assert [line for line, _ in Reader(desk).read_all(kept)] == list(kept)
    assert kept == (Captured(date(2026, 3, 1), LINE, evening.event),)
    ((_, line, (chloe,)),) = captured(desk, evening.event)
    assert line.text == LINE
    assert (chloe.name, chloe.company, chloe.topics) == ("Chloé", "Dassault", ("escalade",))


def test_several_lines_are_one_batch_that_can_be_undone(desk, evening):
    """; nobody yet"""
    _, batch = capture(desk, ["Karim", " ", "Rose, Orange"], evening)
    assert [line.text for _, line, _ in captured(desk)] == ["Karim", "Rose, Orange"]
    undo(desk, batch)
    assert captured(desk) == ()


def test_a_line_is_typed_again_or_taken_back_by_its_number(desk, evening):
    """; nobody yet"""
    capture(desk, ["Karim", "Rose"], evening)
    retype(desk, tonight(desk, evening), 2, "Rose, Orange")
    lines = captured(desk, evening.event)
    assert [line.text for _, line, _ in lines] == ["Karim", "Rose, Orange"]
    retype(desk, lines, 1, " ")
    assert [line.text for _, line, _ in captured(desk)] == ["Rose, Orange"]


def test_the_event_of_today_or_of_yesterday_is_meant(story, desk, evening):
    """; nobody yet"""
    assert here(desk) == evening
    assert here(story.on("2026-03-02").desk) == evening
    assert here(story.on("2026-03-03").desk) is None
    assert here(desk, "", date(2026, 2, 1)) is None
    assert here(story.on("2026-04-01").desk, "anciens") == evening


def test_lines_of_no_event_are_spoken_of_for_two_days(desk, evening):
    """; nobody yet"""
    capture(desk, ["Karim"], None, date(2026, 2, 20))
    capture(desk, ["Rose"], None, date(2026, 2, 28))
    capture(desk, ["Marc"], evening)
    assert [line.text for _, line, _ in tonight(desk, None)] == ["Rose"]


def test_what_cannot_be_is_refused(desk, evening, refused):
    """; nobody yet"""
    with refused("event.met-empty"):
        capture(desk, ["", " "], evening)
    with refused("event.met-none"):
        retype(desk, (), 1, "x")
    capture(desk, ["Karim"], evening)
    with refused("event.met-number", number="2", last="1"):
        retype(desk, tonight(desk, evening), 2, "x")
    with refused("date.future", day="2026-03-02"):
        capture(desk, ["Karim"], evening, date(2026, 3, 2))


def test_companies_of_the_book_are_known(desk):
    """person Omar company:"truc et machin" """
    capture(desk, ["rose truc et machin"], None)
    ((_, _, (rose,)),) = captured(desk)
    assert (rose.name, rose.company) == ("rose", "truc et machin")


def test_without_vocabularies_a_line_is_still_kept(story):
    """; nobody yet"""
    capture(story.desk, [LINE], None)
    ((_, line, _),) = captured(story.desk)
    assert line.text == LINE


def test_a_line_that_was_undone_stays_away_however_it_was_typed_again(desk, evening):
    """; nobody yet"""
    _, batch = capture(desk, ["Karim"], evening)
    retype(desk, captured(desk), 1, "Karim, Airbus")
    undo(desk, batch)
    assert captured(desk) == ()


def test_a_card_and_an_address_book_become_lines_of_labelled_values(desk):
    """; nobody yet"""
    reader = Reader(desk)
    text = "Hélène Caron\nDirectrice\nLune SAS\nhelene@lune.example"
    assert reader.lines_of(text, "fr") == [
        "nom: Hélène Caron; fonction: Directrice; société: Lune SAS; helene@lune.example"
    ]
    assert reader.lines_of("Karim\n\n Rose, Orange ", "fr") == ["Karim", "Rose, Orange"]
    cards = (
        Card(
            PersonId("1"),
            "card=1",
            ("Ada Bell",),
            phones=("+33612345678",),
            jobs=(Job("Arup", "Vet"),),
        ),
        Card(PersonId("2"), "card=2", ("Tom",)),
    )
    book = Reading("theirs.vcf", Origin.VCARD, 2, cards)
    assert reader.lines_of_cards([book], "en") == [
        "name: Ada Bell; role: Vet; company: Arup; +33612345678",
        "name: Tom",
    ]
