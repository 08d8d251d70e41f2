"""The timer that ships: both languages, every room, and nothing in it one would not say."""

import re

import pytest

from entregent.coach.plays import VOICES
from entregent.coach.timer import About, Now, RoomKind, proposals, read_timer
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.services.checking import tact_rules
from entregent.tact.check import check
from entregent.tact.context import Context, Form, Purpose

TIMER = read_timer(Content().template("playbook/timer"))
CLAIMS = re.compile(
    r"ils? veu(t|lent)|elles? veu(t|lent)|s['’]ennu|they want|(is|are) bored", re.IGNORECASE
)
"""Words that would claim to know what somebody else wants."""


def test_each_code_stands_once():
    codes = [one.code for one in TIMER.suggestions]
    assert len(codes) == len(set(codes))


def test_a_range_is_a_range():
    for one in TIMER.suggestions:
        first, last = (one.last, one.first) if one.about is About.END else (one.first, one.last)
        assert 0 <= first < last, one.code


@pytest.mark.parametrize("room", RoomKind)
@pytest.mark.parametrize("company", [About.PERSON, About.GROUP])
def test_every_room_has_its_moments(room, company):
    now = Now(room=room, company=company, left=120)
    told = [one.code for one in proposals(TIMER, now, "vous")]
    assert told[-1] == "way-home"
    assert len(set(told)) >= 4


def test_friendship_is_only_cared_for():
    for one in TIMER.suggestions:
        if Mode.FRIENDSHIP in one.modes:
            assert one.about in (About.EVENING, About.END), one.code


def test_nothing_claims_to_know_what_others_want():
    for one in TIMER.suggestions:
        for text in (*one.text.values(), *one.cue.values(), *one.say.values()):
            assert not CLAIMS.search(text), text


def test_every_phrase_is_tactful_and_said_in_one_breath():
    rules = tact_rules(Content())
    for one in TIMER.suggestions:
        for voice in VOICES:
            text = one.say.get(voice, "")
            form = None if voice == "en" else Form(voice)
            said = Context(Purpose.NONE, form=form)
            found = check(text, said, rules, "en" if voice == "en" else "fr").findings
            assert [(text, each.code) for each in found] == []
            assert len(text.split()) <= 30
