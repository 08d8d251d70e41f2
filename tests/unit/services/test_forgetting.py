"""Forgetting: somebody leaves the book for good, and stays away if that was wished."""

from dataclasses import replace

import pytest

from entregent.content import Content
from entregent.domain.facts import Need
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.services.events.capturing import capture, captured
from entregent.services.events.debriefing import debrief, keep
from entregent.services.events.keeping import Told, new_event
from entregent.services.forgetting import forget
from entregent.services.never_again import Refusal
from entregent.services.recording import record
from entregent.services.reference import Reference

LEA = "FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:06 12 34 56 78\nURL:https://exemple.fr/in/lea"


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


def test_nothing_of_the_person_is_left(story):
    """
    person "Léa Martin" email:lea@exemple.fr
    tie "Léa Martin" closeness:close
    2026-01-05 met "Léa Martin" at:salon
    2026-01-06 asked "Léa Martin" advice "pour Omar"
    person Omar note:"présenté par Léa Martin"
    """
    story.plan("advice", person="Léa Martin")
    forgotten = forget(story.desk, story.id("Léa"), never_again=False)
    assert forgotten.name == "Léa Martin"
    assert story.names() == ["Omar"]
    assert story.book.goals() == []
    assert "Léa" not in str(story.dump())
    assert "lea@" not in str(story.dump())


def test_words_that_may_still_mean_them_are_shown(story):
    """
    person Léa
    person "Léa Roux"
    need "Léa Roux" "un cadeau pour Léa"
    need "Léa Roux" "un logo"
    """
    forgotten = forget(story.desk, story.id("Léa"), never_again=False)
    assert forgotten.mentions == ("un cadeau pour Léa",)


def test_somebody_without_a_name_is_mentioned_nowhere(carnet):
    carnet.cards("TEL:01 02 03 04 05")
    nobody = carnet.id("0102030405")
    record(carnet.desk, [Need(carnet.book.owner, "du temps")], "need")
    forgotten = forget(carnet.desk, nobody, never_again=True)
    assert (forgotten.name, forgotten.mentions) == ("01 02 03 04 05", ())


def test_the_owner_and_strangers_cannot_be_forgotten(carnet, refused):
    with refused("forget.owner"):
        forget(carnet.desk, carnet.book.owner, never_again=True)
    with refused("person.unknown", name="nobody", near=""):
        forget(carnet.desk, PersonId("nobody"), never_again=True)


def test_without_that_wish_they_may_come_back(carnet, counts):
    carnet.cards(LEA)
    forget(carnet.desk, carnet.id("Léa"), never_again=False)
    assert counts(carnet.cards(LEA)) == [(1, 1, 0, 0, 0)]


@pytest.mark.parametrize(
    "card",
    [
        LEA,
        "FN:Martine\nEMAIL:LEA@exemple.fr",
        "FN:L.\nTEL:+33 6 12 34 56 78",
        "FN:Martin Léa",
        "FN:L.\nURL:http://www.exemple.fr/in/lea/",
    ],
)
def test_handles_that_were_forgotten_for_good_do_not_come_back(carnet, counts, card):
    carnet.cards(LEA)
    forget(carnet.desk, carnet.id("Léa"), never_again=True)
    before = carnet.dump()
    assert counts(carnet.cards(card)) == [(1, 0, 0, 1, 0)]
    assert carnet.dump() == before


def test_others_still_come_in_and_facts_about_the_forgotten_do_not(carnet, counts):
    carnet.cards(LEA)
    forget(carnet.desk, carnet.id("Léa"), never_again=True)
    report = carnet.tell(
        """
        person "Léa Martin" email:lea@exemple.fr
        person Omar
        tie "Léa Martin" -- Omar closeness:good
        2026-01-05 met "Léa Martin"
        """
    )
    assert counts(report) == [(4, 1, 0, 3, 0)]
    assert carnet.names() == ["Omar"]
    assert list(carnet.book.encounters()) == []


def test_a_book_keeps_only_salted_hashes(carnet):
    carnet.cards(LEA)
    forget(carnet.desk, carnet.id("Léa"), never_again=True)
    salt, hashes = carnet.book.forgotten()
    assert len(hashes) == 4
    assert all(len(one) == 64 for one in hashes)
    assert (
        Refusal(b"other" + salt, hashes).covers(
            Card(PersonId("c"), "1", ("Léa Martin",), emails=("lea@exemple.fr",))
        )
        is False
    )


def test_half_a_name_alone_is_no_handle():
    refusal = Refusal(b"salt", frozenset())
    lea = Person(PersonId("l"), "Léa", names=("Léa",), emails=("pas-une-adresse",), phones=("12",))
    assert refusal.hashes(lea) == []
    assert refusal.covers(Card(PersonId("c"), "1", ("Léa",))) is False


def test_the_line_typed_about_them_alone_goes_with_them(story):
    """; nobody yet"""
    desk = replace(story.desk, reference=Reference(Content()))
    event, _ = new_event(desk, Told("Salon"))
    capture(desk, ["Léa Roux, Airbus, escalade", "Rose et Omar, tous les deux chez Total"], event)
    people = [keep(desk, debrief(desk, event), number)[0] for number in (1, 2)]
    for person in people:
        forget(desk, person.id, never_again=False)
    left = [line.captured.text for line in captured(desk, event.event)]
    assert left == ["… et Omar, tous les deux chez Total"]


def test_a_line_about_two_who_are_both_kept_goes_with_the_first_forgotten(story):
    """; nobody yet"""
    desk = replace(story.desk, reference=Reference(Content()))
    event, _ = new_event(desk, Told("Salon"))
    capture(desk, ["Rose et Omar, tous les deux chez Total, envoyer la photo à Rose"], event)
    rose, omar = (keep(desk, debrief(desk, event), number)[0] for number in (1, 2))
    forget(desk, rose.id, never_again=False)
    assert captured(desk, event.event) == ()
    assert desk.book.person(omar.id) is not None
