"""What a line about somebody met becomes: facts, and promises with their days."""

from datetime import date

import pytest

from entregent.coach.capture.said import By, Contact, Encountered, Next, Promise
from entregent.coach.debrief.becoming import Evening, facts_of, promised
from entregent.content import Content
from entregent.domain.facts import Detail, Encounter, Position
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.upkeep import Promised, Side
from entregent.domain.words import Channel, Said
from entregent.locale.deeds import Deeds

ME, CHLOE = PersonId("me"), PersonId("chloé")
MONDAY, TUESDAY = date(2026, 3, 9), date(2026, 3, 10)
EVENING = Evening(MONDAY, "Apéro des anciens")
DEEDS = Deeds(Content().template("vocabulary/deeds"))


def become(met, person=None):
    return facts_of(met, person or Person(CHLOE, "Chloé"), ME, EVENING, DEEDS)


def due(what, by=By.ME):
    met = Encountered("Chloé", promises=(Promise(by, what),))
    return [one.due for one in promised(met, CHLOE, MONDAY, DEEDS)]


def test_a_line_tells_who_they_are_and_that_we_met():
    met = Encountered(
        "Chloé", "Dassault", "ingénieure", ("escalade",), contact=Contact("c@exemple.fr", "06", "")
    )
    assert become(met) == [
        Position(CHLOE, "Dassault", "ingénieure"),
        Detail(CHLOE, Said.EMAIL, "c@exemple.fr"),
        Detail(CHLOE, Said.PHONE, "06"),
        Detail(CHLOE, Said.TOPIC, "escalade"),
        Encounter(ME, CHLOE, MONDAY, Channel.MET, "Apéro des anciens", "escalade"),
    ]


def test_what_the_portrait_holds_is_not_said_twice():
    known = Person(
        CHLOE,
        "Chloé",
        emails=("C@exemple.fr",),
        positions=(Position(CHLOE, "Dassault SA"),),
        topics=("Escalade",),
        title="Ingénieure",
    )
    met = Encountered(
        "Chloé", "dassault", "ingénieure", ("escalade",), contact=Contact("c@exemple.fr")
    )
    assert [type(fact) for fact in become(met, known)] == [Encounter]


def test_a_role_without_a_company_is_a_title():
    assert become(Encountered("Chloé", role="DRH"))[0] == Detail(CHLOE, Said.TITLE, "DRH")


@pytest.mark.parametrize(
    ("what", "by", "day"),
    [
        ("envoyer l'article", By.ME, TUESDAY),
        ("send the deck", By.ME, TUESDAY),
        ("envoyer le devis", By.THEM, None),
        ("présenter Karim", By.ME, None),
        ("écrire la semaine prochaine", By.THEM, date(2026, 3, 20)),
        ("send the deck next week", By.ME, date(2026, 3, 20)),
        ("rappeler demain", By.ME, TUESDAY),
    ],
)
def test_what_is_to_be_sent_is_due_the_day_after_and_next_week_ends_on_its_friday(what, by, day):
    assert due(what, by) == [day]


def test_what_was_agreed_on_for_next_is_mine_to_see_to_on_its_day():
    met = Encountered("Chloé", next=Next("déjeuner", date(2026, 3, 17)))
    assert list(promised(met, CHLOE, MONDAY, DEEDS)) == [
        Promised(CHLOE, MONDAY, "déjeuner", Side.ME, date(2026, 3, 17))
    ]


def test_a_day_gone_by_is_no_day_and_nothing_is_promised_twice():
    met = Encountered("Chloé", next=Next("café", date(2026, 3, 2)))
    assert [one.due for one in promised(met, CHLOE, MONDAY, DEEDS)] == [None]
    twice = Encountered("Chloé", promises=(Promise(By.ME, "Café"),), next=Next("café"))
    assert len(list(promised(twice, CHLOE, MONDAY, DEEDS))) == 1
    vague = Encountered("Chloé", next=Next("call next week"))
    assert [one.due for one in promised(vague, CHLOE, MONDAY, DEEDS)] == [date(2026, 3, 20)]
