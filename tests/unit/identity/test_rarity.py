"""A likeness alone is a question only where nobody else bears the name; order is no accident."""

import os
import subprocess
import sys

import pytest

from entregent.domain.reading import Job
from entregent.domain.words import Origin
from entregent.identity.likeness import Like, like
from entregent.identity.names import parse
from entregent.identity.signs import Sign

_TOLD = """
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.words import Origin
from entregent.identity.resolve import Known, Listing, resolve
names = "Léa Kervella/L. Kervella/Hugo Marchetti/Hugo Marcheti/Sam Okafor/Samuel Okafor".split("/")
lists = [Listing(Origin.TABLE, f"{n}.csv", (Card(PersonId(n), "row=1", (n,)),)) for n in names]
ids = iter("abcdef")
print(resolve(lists, Known((Person(PersonId("me"), ""),), PersonId("me")), lambda: next(ids)))
"""


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Sam Okafor", "Samuel Okafor"),
        ("Manu Wadsac", "Emmanuelle Wadsac"),
        ("Manu Wadsac", "Emmanuel Wadsac"),
    ],
)
def test_a_short_form_is_known_of_names_that_are_also_written_with_an_umlaut(short, long):
    assert like(parse(short), parse(long)) is Like.NICKNAME


def test_an_initial_is_a_question_where_nobody_else_bears_the_family_name(book, card, listing):
    lists = (
        listing(card("Léa Kervella"), origin=Origin.TABLE),
        listing(card("L. Kervella"), origin=Origin.TABLE, path="other.csv"),
    )
    assert book().pairs(*lists) == [{"new1", "new2"}]


def test_an_initial_that_several_may_have_is_no_question(book, card, listing):
    lists = (
        listing(card("Léa Kervella"), origin=Origin.TABLE),
        listing(card("L. Kervella"), origin=Origin.TABLE, path="other.csv"),
        listing(card("Lucie Kervella"), origin=Origin.TABLE, path="third.csv"),
    )
    assert book().pairs(*lists) == []


def test_an_address_at_ones_employer_is_not_held_against_one_as_another_employer(
    book, card, listing
):
    lists = (
        listing(card("L. Kervella", emails=("l.kervella@aerolis.example",))),
        listing(card("Léa Kervella", jobs=(Job("Aerolis SA"),)), path="other.csv"),
    )
    (pair,) = book().all(*lists).suggestions
    assert Sign.HOUSE in pair.because
    assert Sign.EMPLOYERS not in pair.against


def test_who_is_who_does_not_depend_on_the_seed_of_hashes():
    def told(seed: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", _TOLD],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert told("1") == told("2")


def test_a_family_names_first_letter_is_a_question_where_one_person_fits(book, card, listing):
    def told(name, path):
        return listing(card(name), origin=Origin.TABLE, path=path)

    short, long = told("Léa A.", "a.csv"), told("Léa Ardent", "b.csv")
    assert book().pairs(short, long) == [{"new1", "new2"}]
    assert book().pairs(short, long, told("Hugo Ardent", "c.csv")) == [{"new1", "new2"}]
    assert book().pairs(short, long, told("Léa Aubin", "c.csv")) == []
    assert book().pairs(told("Léa B.", "a.csv"), long) == []


def test_a_slip_in_a_family_name_that_nobody_else_bears_is_a_question(book, card, listing):
    def told(name, path):
        return listing(card(name), origin=Origin.TABLE, path=path)

    right, slipped = told("Rebecca Lambourg", "a.csv"), told("Rebecca Lamboug", "b.csv")
    assert book().pairs(right, slipped) == [{"new1", "new2"}]
    assert book().pairs(right, slipped, told("Hugo Lambourg", "c.csv")) == []


def test_an_address_that_spells_a_name_before_figures_is_a_question(book, card, listing):
    named = listing(card("Guillaume Ferreira"), origin=Origin.TABLE, path="a.csv")
    bare = card(emails=("guillaume.ferreira345@orange.fr",))
    mail = listing(bare, origin=Origin.MAIL, path="mail.mbox")
    assert len(book().groups(named, mail)) == 2
    assert book().pairs(named, mail) == [{"new1", "new2"}]
