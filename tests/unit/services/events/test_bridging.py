"""What of mine a bridge may lead to, and what it never leads to."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.coach.bridges import Manner
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.services.events.bridging import (
    bridge,
    offline_index,
    prepared,
    spoken,
    things,
    usual_mode,
)
from entregent.services.events.keeping import Told, new_event
from entregent.services.reference import Reference

CATALOGUE = Content()


@pytest.fixture
def known(story):
    """The book of the test, with the tables that come with the program."""
    return replace(story.desk, reference=Reference(CATALOGUE))


def links(desk, heard, **manner):
    return [link.thing.to for link in bridge(desk, CATALOGUE, heard, Manner(**manner)).links]


def test_everything_i_say_of_myself_may_be_touched(known):
    """
    me "Maud Le Bihan" title:fleuriste company:"Herbes Hautes" from:2020-01 topic:aquarelle
    me "Maud Le Bihan" project:"parcelle de dahlias" client:"hôtels du port"
    me "Maud Le Bihan" advice:"dire non en mai"
    position me company:"Jardins du Lez" title:"cheffe de rayon" from:2015-01 to:2019-12
    position me company:"Airbus" from:2012-01 to:2014-12
    offer me "tenir un stand"
    need me "un local"
    """
    assert [(thing.kind.value, thing.to) for thing in things(known)] == [
        ("project", "parcelle de dahlias"),
        ("client", "hôtels du port"),
        ("advice", "dire non en mai"),
        ("topic", "aquarelle"),
        ("offer", "tenir un stand"),
        ("position", "Herbes Hautes"),
        ("former", "Jardins du Lez"),
        ("former", "Airbus"),
    ]
    assert links(known, "mes dahlias ont gelé") == ["parcelle de dahlias", "Herbes Hautes"]
    assert links(known, "il est pilote de ligne, enfin dans l’aéronautique") == ["Airbus"]


def test_people_are_those_i_said_something_of(known, story):
    """
    person Omar title:apiculteur company:"Miels du Causse" topic:pollen
    tie Zoé closeness:good
    offer Zoé "prêter un fumoir"
    need Omar "un neurologue pour sa mère"
    """
    story.connections("Paul,Durand,,,Ruches & Cie,Apiculteur", "Zoé,,,,Ruchers du Sud,Directrice")
    named = {thing.to for thing in things(known)}
    assert "Omar" in named
    assert "Paul Durand" not in named
    told = {thing.about for thing in things(known) if thing.to in ("Omar", "Zoé")}
    assert "pollen" in told
    assert "prêter un fumoir" in told
    assert "un neurologue pour sa mère" not in told


def test_in_a_large_book_they_are_those_i_said_most_of(known):
    """
    person Ana title:potière
    person Bo title:potier
    tie Bo closeness:good
    person Cy title:potier topic:émail
    """
    assert {thing.to for thing in things(known, 1)} == {"Cy"}
    assert {thing.to for thing in things(known, 2)} == {"Cy", "Bo"}


def test_nobody_is_led_to_who_must_not_be(known):
    """
    person Ana title:potière
    person Bo title:potier
    person Cy title:potier company:Argiles
    person Di title:potière
    person Eve title:potière
    leave-out Ana
    discreet Bo
    discreet company:Argiles
    boundary Di no:introduction
    boundary Eve no:referral
    position me company:Argiles title:céramiste from:2019-01
    need me "un poste de céramiste"
    """
    assert links(known, "elle fait de la poterie depuis dix ans, de la céramique") == ["Eve"]


def test_a_long_line_of_the_book_is_not_said_aloud(known):
    """
    offer me "accompagner toute personne qui voudrait bien reprendre un atelier de reliure ou deux"
    """
    assert things(known) == ()


def test_nothing_heard_is_refused_and_nothing_found_is_said(known, refused):
    """; nobody yet"""
    with refused("event.bridge-silent"):
        bridge(known, CATALOGUE, " …", Manner())
    silent = bridge(known, CATALOGUE, "les poules du voisin", Manner())
    assert silent.links == ()
    assert silent.otherwise is not None
    assert silent.otherwise.turn.endswith("?")


def test_bridges_are_prepared_for_somebody_announced(known):
    """
    me "Maud Le Bihan" topic:aquarelle project:"parcelle de dahlias"
    """
    made = prepared(known, CATALOGUE, ["Pivoines de Loire", "horticultrice"], Manner())
    assert [(one.heard, one.thing.to) for one in made] == [("Pivoines", "parcelle de dahlias")]


def test_the_page_takes_the_same_index(known):
    """
    me "Maud Le Bihan" topic:aquarelle
    """
    page = offline_index(known, CATALOGUE)
    assert [thing["to"] for thing in page["things"]] == ["aquarelle"]


def test_one_answers_in_the_language_spoken_where_it_is_clear():
    assert spoken("So we sold the house and bought a boat, you know", CATALOGUE, "fr") == "en"
    assert spoken("Alors nous avons tout vendu, et puis c’est tout", CATALOGUE, "en") == "fr"
    assert spoken("sourdough", CATALOGUE, "fr") == "fr"


def test_the_mode_is_that_of_the_event_one_is_at(known):
    """; nobody yet"""
    assert usual_mode(known, "") is Mode.NETWORK
    new_event(known, Told("Bal", date(2026, 2, 28), mode=Mode.FRIENDSHIP))
    assert usual_mode(known, "") is Mode.FRIENDSHIP
    assert usual_mode(replace(known, today=date(2026, 3, 9)), "") is Mode.NETWORK
    assert usual_mode(replace(known, today=date(2026, 3, 9)), "bal") is Mode.FRIENDSHIP
