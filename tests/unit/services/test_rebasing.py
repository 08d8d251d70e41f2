"""Rebasing: what a source says of its own references, said of the people of the book."""

from datetime import date

from entregent.domain.facts import Discreet, Encounter, House, Need, Thanked, Tied
from entregent.domain.ids import ME, PersonId
from entregent.domain.words import Channel
from entregent.services.rebasing import day_of, keyed, rebase

A, B, LEA, OMAR, OWNER = map(PersonId, ("a", "b", "lea", "omar", "owner"))
REFS = {A: LEA, B: OMAR, ME: OWNER}
DAY = date(2026, 1, 5)


def test_every_place_of_a_fact_gets_its_person():
    assert rebase(Need(A, "un logo"), REFS) == Need(LEA, "un logo")
    assert rebase(Tied(A, B, since="2012"), REFS) == Tied(LEA, OMAR, since="2012")
    met = Encounter(ME, A, DAY, Channel.MET, "salon", "note", "key")
    assert rebase(met, REFS) == Encounter(OWNER, LEA, DAY, Channel.MET, "salon", "note", "key")


def test_a_fact_about_nobody_stays_as_it_is():
    house, secret = House("Airbus"), Discreet(company="Airbus")
    assert rebase(house, REFS) is house
    assert rebase(secret, REFS) is secret


def test_a_fact_about_somebody_left_aside_is_no_fact():
    stranger = PersonId("?")
    assert rebase(Need(stranger, "un logo"), REFS) is None
    assert rebase(Tied(A, stranger), REFS) is None


def test_a_tie_with_oneself_is_no_tie():
    assert rebase(Tied(A, B), {A: LEA, B: LEA}) is None


def test_a_told_encounter_is_known_by_who_and_what_was_told():
    met = Encounter(ME, A, DAY, Channel.MET, "salon", "note")
    assert keyed(met).key == f"told|{ME}|{A}|2026-01-05|met|salon|note"
    assert keyed(met) == keyed(keyed(met))
    assert keyed(Encounter(ME, A, DAY, Channel.WROTE, key="<1@exemple.fr>")).key == "<1@exemple.fr>"


def test_only_dated_facts_have_a_day():
    assert day_of(Thanked(A, DAY)) == DAY
    assert day_of(Need(A, "un logo")) is None
