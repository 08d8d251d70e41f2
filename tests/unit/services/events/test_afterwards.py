"""The message that follows an encounter: which one, by which channel, and what it says."""

import pytest

from entregent.coach.capture.said import By, Encountered, Next, Promise
from entregent.content import Content
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.drafts.brief import Medium, Moment, Plan
from entregent.services.drafting import draft
from entregent.services.events.afterwards import (
    awaited,
    channel_of,
    following,
    following_up,
    last_word,
)
from entregent.services.events.capturing import tonight
from entregent.services.events.debriefing import keep
from entregent.services.moments import Wish


def met(*promises, **said):
    return Encountered(
        "Chloé", promises=tuple(Promise(By(by), what) for by, what in promises), **said
    )


def test_what_i_promised_comes_first_then_what_was_agreed_else_a_word(party):
    """; nobody yet"""
    desk = party.desk
    send, present = ("me", "envoyer l'article"), ("me", "présenter à Karim")
    lunch, coffee = Next("déjeuner"), Next("café")
    assert following(desk, met(present, send, next=lunch)).moment is Moment.SEND
    assert following(desk, met(present, next=lunch)).moment is Moment.PRESENT
    assert following(desk, met(next=lunch)).moment is Moment.LUNCH
    assert following(desk, met(next=coffee)).moment is Moment.MEET
    assert following(desk, met(("them", "envoyer son devis"))).moment is Moment.PLEASURE
    assert following(desk, met(send)).promise == "envoyer l'article"


def test_it_says_what_was_typed_and_no_day_gone_by(party):
    """; nobody yet"""
    send = ("me", "envoyer l'article")
    today = party.desk.today
    said = following(party.desk, met(send, topics=("escalade",), next=Next("lunch", today)))
    assert (said.parting.thing, said.parting.talked) == ("l'article", ("escalade",))
    assert (said.parting.plan, said.parting.day) == (Plan.LUNCH, today)
    past = met(next=Next("on se revoit", party.event.day))
    assert following(party.desk, past).parting.day is None
    assert following(party.desk, past).parting.plan is Plan.AGAIN


def test_health_and_family_are_never_said_again(party):
    """; nobody yet"""
    told = met(("me", "envoyer l'adresse de l'hôpital"), topics=("ses enfants", "escalade"))
    parting = following(party.desk, told).parting
    assert parting.talked == ("escalade",)
    assert parting.thing == ""


def test_their_word_is_awaited_where_nothing_else_is_for_me(party):
    """; nobody yet"""
    writes = ("them", "écrire la semaine prochaine")
    assert awaited(party.desk, met(writes))
    assert not awaited(party.desk, met(writes, ("me", "envoyer l'article")))
    assert not awaited(party.desk, met(("them", "envoyer son devis")))


@pytest.mark.parametrize(
    ("given", "medium"),
    [
        ({"emails": ("c@exemple.fr",), "phones": ("06",)}, Medium.EMAIL),
        ({"urls": ("https://www.linkedin.com/in/c",), "phones": ("06",)}, Medium.LINKEDIN),
        ({"phones": ("06",)}, Medium.SMS),
        ({}, Medium.EMAIL),
    ],
)
def test_one_writes_the_way_they_gave(given, medium):
    assert channel_of(Person(PersonId("c"), "Chloé", **given)) is medium


def test_the_last_line_that_became_somebody_is_what_was_said(party):
    """; nobody yet"""
    party.note("Chloé Martin, Dassault, escalade", "Chloé Martin, Dassault, lui envoyer le lien")
    assert last_word(party.desk, PersonId("nobody")) is None
    for number in (1, 2):
        person, _ = keep(party.desk, party.seen, number)
    assert following_up(party.desk, person.id).moment is Moment.SEND
    assert following_up(party.desk, person.id).parting.talked == ("escalade",)
    assert following_up(party.desk, PersonId("nobody")).moment is Moment.PLEASURE
    first, second = tonight(party.desk, party.event)
    party.desk.book.withdraw([second.id])
    assert following_up(party.desk, person.id).moment is Moment.PLEASURE
    party.desk.book.withdraw([first.id])
    assert last_word(party.desk, person.id) is None


def test_the_draft_names_the_event_the_day_and_the_talk(party):
    """; nobody yet"""
    party.note("Chloé Martin, Dassault, escalade, lui envoyer l'article")
    person, _ = keep(party.desk, party.seen, 1)
    wish = Wish(to=person.id, moment=Moment.SEND, lang="fr")
    text = draft(party.desk, None, wish, catalogue=Content()).draft.body
    assert "27 février (Apéro des anciens)" in text
    assert "l’article" in text
    assert "escalade" in text
