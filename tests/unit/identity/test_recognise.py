"""Guests recognised among the people of a book, homonyms told apart."""

import pytest

from entregent.domain.facts import Position
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card, Job
from entregent.identity.recognise import Recognised, recognise


def guest(name, company="", email="", url=""):
    jobs = (Job(company),) if company else ()
    names = (name,) if name else ()
    emails, urls = ((one,) if one else () for one in (email, url))
    return Card(PersonId("guest"), "row=1", names, emails=emails, urls=urls, jobs=jobs)


def person(key, name, company="", email="", url=""):
    who = PersonId(key)
    held = (Position(who, company),) if company else ()
    emails, urls = ((one,) if one else () for one in (email, url))
    return Person(who, name, (name,), emails, urls=urls, positions=held)


ORBITAL = person("p1", "Jean Martin", "Orbital")
SEMELLE = person("p2", "Jean Martin", "Semelle")
ZOE = person("p3", "Zoé Petit", "Vélanor", "zoe.petit@velanor.example")


@pytest.mark.parametrize(
    ("card", "sure"),
    [
        (guest("Zoé Petit", email="Zoe.Petit@velanor.example"), "p3"),
        (guest("", email="zoe.petit@velanor.example"), "p3"),
        (guest("Zoe PETTIT", email="zoe.petit@velanor.example"), "p3"),
        (guest("PETIT Zoe", "Vélanor SAS"), "p3"),
        (guest("Jean Martin", "Orbital"), "p1"),
        (guest("Jean Martin", "SEMELLE"), "p2"),
        (guest("Martin Jean", email="jean.martin@orbital.example"), "p1"),
    ],
)
def test_an_address_or_a_name_with_an_employer_tells_who_it_is(card, sure):
    assert recognise([card], [ORBITAL, SEMELLE, ZOE]) == (Recognised(PersonId(sure)),)


@pytest.mark.parametrize(
    ("card", "perhaps"),
    [
        (guest("Zoé Petit"), ["p3"]),
        (guest("Zoé Petit", "Renard & fils"), ["p3"]),
        (guest("Jean Martin"), ["p1", "p2"]),
        (guest("Jean Martin", "Vélanor"), ["p1", "p2"]),
    ],
)
def test_a_name_alone_says_perhaps(card, perhaps):
    assert recognise([card], [ORBITAL, SEMELLE, ZOE]) == (Recognised(None, tuple(perhaps)),)


@pytest.mark.parametrize(
    "card",
    [
        guest("Omar Haddad", email="zoe.petit@velanor.example"),
        guest("Omar Haddad", "Orbital"),
        guest("Jeanne Martin", "Orbital"),
        guest("Zoé Petit", email="zoe.petit2@velanor.example"),
        guest("Zoé", "Vélanor"),
    ],
)
def test_somebody_else_stays_somebody_else(card):
    assert recognise([card], [ORBITAL, SEMELLE, ZOE]) == (Recognised(),)


def test_two_of_one_name_in_one_house_are_not_told_apart():
    twice = person("p4", "Jean Martin", "Orbital")
    found = recognise([guest("Jean Martin", "Orbital")], [ORBITAL, twice, SEMELLE])
    assert found == (Recognised(None, (PersonId("p1"), PersonId("p4"))),)


def test_a_name_that_many_bear_says_nothing():
    many = [person(f"q{number}", "Jean Martin") for number in range(9)]
    assert recognise([guest("Jean Martin")], many) == (Recognised(),)


def test_another_page_or_the_owners_word_sets_two_apart():
    page = person("p5", "Ida Lund", url="https://www.linkedin.com/in/ida-lund-1")
    card = guest("Ida Lund", url="https://www.linkedin.com/in/ida-lund-2")
    assert recognise([card], [page]) == (Recognised(),)
    apart = [frozenset({ORBITAL.id, 0})]
    assert recognise([guest("Jean Martin", "Orbital")], [ORBITAL], apart) == (Recognised(),)


def test_two_who_share_an_address_are_perhaps_either():
    both = [
        person("p6", "Ida Lund", email="lund@fjord.example"),
        person("p7", "Ida Lund", email="lund@fjord.example"),
    ]
    card = guest("Ida Lund", email="lund@fjord.example")
    assert recognise([card], both) == (Recognised(None, (PersonId("p6"), PersonId("p7"))),)
