"""My visiting card, of what the book knows of me."""

from dataclasses import replace

import pytest

from entregent.domain.visiting import Line, VisitingCard
from entregent.services.people import About, edit
from entregent.services.visiting import Choice, visiting_card
from entregent.settings import Settings


@pytest.fixture
def mine(story):
    """Give a function that tells of me, then returns my card."""

    def card(choice=None, **about):
        if about:
            edit(story.desk, story.book.owner, About(**about))
        return visiting_card(story.desk, choice or Choice())

    return card


def test_it_says_who_i_am_and_how_to_reach_me_but_not_my_number(mine):
    """; nobody yet"""
    said = mine(
        name="Zoé Lefèvre",
        title="Acheteuse",
        company="Airbus",
        emails=("zoe@exemple.fr",),
        phones=("+33 6 39 98 00 01",),
        urls=("https://zoe.exemple.fr",),
    )
    assert said.card.lines == (
        (Line.NAME, "Zoé Lefèvre"),
        (Line.TITLE, "Acheteuse"),
        (Line.COMPANY, "Airbus"),
        (Line.EMAIL, "zoe@exemple.fr"),
        (Line.URL, "https://zoe.exemple.fr"),
    )
    assert said.whole.phone == "+33 6 39 98 00 01"


def test_it_says_what_i_choose_and_always_my_name(mine):
    """; nobody yet"""
    said = mine(Choice((Line.PHONE,)), name="Zoé", emails=("z@exemple.fr",), phones=("0639980001",))
    assert said.card == VisitingCard("Zoé", phone="0639980001")
    assert said.other_emails == ()


def test_the_settings_say_what_usually_stands_on_it(story):
    """; nobody yet"""
    me = About(name="Zoé", title="Acheteuse", phones=("0639980001",), emails=("z@exemple.fr",))
    edit(story.desk, story.book.owner, me)
    desk = replace(story.desk, settings=Settings(card="name,phone"))
    assert visiting_card(desk, Choice()).card == VisitingCard("Zoé", phone="0639980001")
    more = visiting_card(desk, Choice(more=(Line.EMAIL,))).card
    assert (more.phone, more.email, more.title) == ("0639980001", "z@exemple.fr", "")


def test_the_shortest_says_one_way_to_reach_me(mine):
    """; nobody yet"""
    short = Choice(())
    assert mine(short, name="Zoé", title="Acheteuse").card == VisitingCard("Zoé")
    assert mine(short, phones=("0639980001",)).card == VisitingCard("Zoé", phone="0639980001")
    page = "https://zoe.exemple.fr"
    assert mine(short, urls=(page,)).card == VisitingCard("Zoé", url=page)
    assert mine(short, emails=("z@ex.fr",)).card == VisitingCard("Zoé", email="z@ex.fr")


def test_a_name_is_taken_apart_only_as_the_book_knows_it(story):
    """; nobody yet"""
    from entregent.domain.facts import Detail
    from entregent.domain.words import Said
    from entregent.services.recording import record

    me = story.book.owner
    parts = ((Said.NAME, "Ana de la Cruz"), (Said.GIVEN, "Ana"), (Said.FAMILY, "de la Cruz"))
    record(story.desk, [Detail(me, *part) for part in parts], "me")
    card = visiting_card(story.desk, Choice()).card
    assert (card.given, card.family) == ("Ana", "de la Cruz")
    edit(story.desk, me, About(name="Ana Cruz"))
    card = visiting_card(story.desk, Choice()).card
    assert (card.name, card.given, card.family) == ("Ana Cruz", "", "")


def test_one_address_of_several_stands_on_it(mine, refused):
    """; nobody yet"""
    emails = ("zoe@exemple.fr", "zl@travail.example")
    said = mine(name="Zoé", emails=emails)
    first = said.card.email
    (other,) = said.other_emails
    assert {first, other} == set(emails)
    assert mine(Choice(email="TRAVAIL")).card.email == "zl@travail.example"
    with refused("event.card-email", word="gmail", among=f"{first}, {other}"):
        mine(Choice(email="gmail"))


def test_a_page_among_professionals_comes_first_as_a_phone_opens_it(mine):
    """; nobody yet"""
    pages = ("https://zoe.exemple.fr", "linkedin.com/in/zoe")
    assert mine(name="Zoé", urls=pages).card.url == "https://linkedin.com/in/zoe"


def test_a_card_needs_a_name(mine, refused):
    """; nobody yet"""
    with refused("event.card-nameless"):
        mine(emails=("z@exemple.fr",))
