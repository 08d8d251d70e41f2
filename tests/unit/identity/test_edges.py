"""What keeps two humans apart, or joins them, where the usual signs leave it open."""

import pytest

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Job
from entregent.domain.words import Origin, Said
from entregent.identity.alike import compare
from entregent.identity.clusters import Because, Clusters
from entregent.identity.facets import Facet
from entregent.identity.likeness import Like, like
from entregent.identity.names import parse, spelled
from entregent.identity.resolve import Known, Listing, resolve
from entregent.identity.signs import Sign, contradiction, support

NOBODY_APART = frozenset()


def born(day):
    return ((Said.BIRTHDAY, day),)


def test_two_whom_the_owner_named_by_hand_are_two():
    one, other = (Facet(people=(PersonId(p),), origins=(Origin.HAND,)) for p in ("a", "b"))
    assert contradiction(one, other, NOBODY_APART) is Sign.IDS


def test_what_is_one_already_keeps_its_first_reason():
    clusters = Clusters([Facet(cards=(1,)), Facet(cards=(2,))], NOBODY_APART)
    clusters.unite(0, 1, Because.EMAIL)
    clusters.unite(1, 0, Because.PHONE)
    assert clusters.roots((0, 1)) == [0]
    assert clusters.because[0] is Because.EMAIL


@pytest.mark.parametrize("written", ["Anna Joukova", "Yulia Chevtchenko"])
def test_a_family_name_in_other_letters_needs_the_same_given_name(written):
    known = {"Anna Joukova": "Анна Жукова", "Yulia Chevtchenko": "Юлия Шевченко"}
    assert like(parse(known[written]), parse(written)) is Like.LETTERS
    assert like(parse("Ольга Жукова"), parse("Anna Joukova")) is Like.OTHER


def test_the_owners_own_profile_makes_somebody_the_owner(card):
    page = "https://www.linkedin.com/in/nadia"
    owner = Person(PersonId("owner"), "Nadia Benali", names=("Nadia Benali",), urls=(page,))
    known = Known((owner,), owner.id, NOBODY_APART)
    listing = Listing(Origin.LINKEDIN, "messages.csv", (card("N. B.", urls=(page,)),))
    ((match,),) = resolve([listing], known, lambda: PersonId("new")).matches
    assert (match.person, match.because) == ("owner", Because.OWNER)


def test_a_shared_mailbox_without_any_name_is_one_mailbox(book, card, listing):
    lists = [listing(card(emails=("info@exemple.fr",)), path=path) for path in ("a.csv", "b.csv")]
    assert len(book().groups(*lists)) == 1


def test_of_three_at_one_address_those_of_one_name_are_one(book, card, listing):
    def told(path, name, day=""):
        more = born(day) if day else ()
        return listing(card(name, emails=("roche.lea@exemple.fr",), details=more), path=path)

    lists = (
        told("a.csv", "Léa Roche", "1980-01-02"),
        told("b.csv", "Léa Roche"),
        told("c.csv", "L. Roche", "1990-05-06"),
    )
    assert book().groups(*lists) == [["a.csv row=1", "b.csv row=1"], ["c.csv row=1"]]


@pytest.mark.parametrize("middle", ["Robert Hale", "Bob Hale"])
def test_who_stands_between_two_profiles_is_neither(book, card, listing, middle):
    def told(path, name, *urls):
        one = card(name, urls=urls, details=born("1980-01-02"), jobs=(Job("Aéro"),))
        return listing(one, path=path)

    lists = (
        told("a.csv", "Bob Hale", "linkedin.com/in/bob-one"),
        told("b.csv", middle),
        told("c.csv", "Bob Hale", "linkedin.com/in/bob-two"),
    )
    assert len(book().groups(*lists)) == 3


def test_an_address_that_spells_a_name_is_told_as_such():
    named = Facet(cards=(1,), names=(parse("Jean Dupont"),))
    address = Facet(
        cards=(2,), emails=("jean.dupont@exemple.fr",), spelled=(spelled("jean.dupont@exemple.fr"),)
    )
    told = compare(0, 1, Clusters([named, address], NOBODY_APART))
    assert Sign.SPELLED in told.because


def test_an_address_elsewhere_that_abridges_a_name_asks_nothing(book, card, listing):
    named = listing(card("Jean Dupont", jobs=(Job("Aéro"),)), path="a.csv")
    mail = listing(card(emails=("jdupont@banque.example",)), origin=Origin.MAIL, path="mail.mbox")
    assert book().pairs(named, mail) == []


def test_initials_that_very_many_bear_ask_nothing(book, card, listing):
    bare = [listing(card("L. Roche"), path=f"{number}.csv") for number in range(60)]
    assert book().pairs(*bare, listing(card("Léa Roche"), path="z.csv")) == []


@pytest.mark.parametrize("name", ["Jean Dupont", "Léa"])
def test_an_address_that_spells_nothing_is_like_no_name(name):
    named = Facet(cards=(1,), names=(parse(name),))
    address = Facet(cards=(2,), emails=("wxyz@exemple.fr",))
    told = compare(0, 1, Clusters([named, address], NOBODY_APART))
    assert Sign.SPELLED not in told.because


def test_a_file_read_again_speaks_of_those_it_spoke_of():
    before = Facet(people=(PersonId("a"),), places=(("a.csv", "row=1"),))
    now = Facet(cards=(1,), lists=("a.csv",))
    other = Facet(cards=(1,), lists=("b.csv",))
    assert Sign.AGAIN in support(before, now)
    assert Sign.AGAIN not in support(before, other)
