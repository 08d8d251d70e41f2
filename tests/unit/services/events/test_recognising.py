"""Whom a line means: known by the rules of identity, asked about, or somebody new."""

import pytest

from entregent.coach.capture.said import Contact, Encountered
from entregent.services.events.recognising import recognise, same_house


def recognised(story, *mets):
    return [
        one.person.name if one.person else [person.name for person in one.perhaps]
        for one in recognise(story.desk, mets)
    ]


def test_the_same_name_and_company_are_the_person_known(story):
    """
    person "Karim Haddad" company:EDF
    """
    assert recognised(story, Encountered("Karim Haddad", "EDF")) == ["Karim Haddad"]


def test_the_same_address_is_the_person_known(story):
    """
    person "Karim Haddad" company:EDF email:karim@exemple.fr
    """
    met = Encountered("Karim", contact=Contact("karim@exemple.fr"))
    assert recognised(story, met) == ["Karim Haddad"]


def test_the_same_name_alone_is_asked_about(story):
    """
    person "Karim Haddad" company:EDF
    """
    assert recognised(story, Encountered("Karim Haddad")) == [["Karim Haddad"]]
    assert recognised(story, Encountered("Karim Haddad", "Airbus")) in ([[]], [["Karim Haddad"]])


def test_a_given_name_at_the_same_house_is_asked_about(story):
    """
    person "Chloé Petit" company:"Dassault Systèmes"
    person "Chloé Roux" company:EDF
    """
    assert recognised(story, Encountered("Chloé", "Dassault")) == [["Chloé Petit"]]
    assert recognised(story, Encountered("Chloé")) == [["Chloé Petit", "Chloé Roux"]]
    assert recognised(story, Encountered("Chloé", "Thales")) == [[]]


def test_nobody_named_is_nobody_known(story):
    """
    person "Chloé Petit" company:Thales
    """
    assert recognised(story, Encountered("", "Thales")) == [[]]
    assert recognised(story, Encountered("", "Thales"), Encountered("Zoé")) == [[], []]


def test_my_own_name_is_nobody_met(story):
    """
    me "Camille Roux" email:camille@exemple.fr
    """
    met = Encountered("Camille", contact=Contact("camille@exemple.fr"))
    assert recognised(story, met) == [[]]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Dassault", "Dassault Systèmes", True),
        ("EDF SA", "edf", True),
        ("EDF", "Airbus", False),
        ("", "Airbus", False),
    ],
)
def test_a_house_is_known_by_how_its_name_begins(one, other, same):
    assert same_house(one, other) is same


def test_half_a_name_at_one_house_is_nobody_to_ask_about(story):
    """
    person "Karim Haddad" company:EDF
    """
    assert recognised(story, Encountered("Karim Bosema", "EDF")) == [[]]


@pytest.mark.parametrize(
    ("met", "whom"),
    [
        (
            Encountered("Kate Reed", "BBC", contact=Contact(phone="06 39 98 00 01")),
            "Katherine Reed",
        ),
        (Encountered("Katherine Jane Reed"), ["Katherine Reed"]),
        (Encountered("Zoé Blanc", contact=Contact("kate@exemple.fr")), ["Katherine Reed"]),
    ],
)
def test_another_form_of_a_name_or_an_address_of_somebody_else_is_asked_about(story, met, whom):
    """
    person "Katherine Reed" company:BBC email:kate@exemple.fr
    """
    assert recognised(story, met) == [whom]
