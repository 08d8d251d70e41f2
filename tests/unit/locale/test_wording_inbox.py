"""Every verdict and every reason on a request has its sentence, in both languages."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

import entregent
from entregent.domain.asking import Noted
from entregent.domain.ids import PersonId, RequestId
from entregent.domain.inbox import Capacity, Requested
from entregent.domain.words import Kind, Usage
from entregent.ledger.inbox.taking import Reason, Take, Why
from entregent.locale.speech import Speech
from entregent.locale.wording_inbox import (
    asked_words,
    card_lines,
    measure_words,
    take_words,
    taking_sentence,
)

TODAY = date(2026, 3, 10)
DAY = date(2026, 4, 1)
ASKED = Requested(
    PersonId("Tom"), TODAY, Kind.REFERRAL, RequestId("1"), other=PersonId("Omar"), company="Airbus"
)
DETAILS = {"company": "Airbus", "text": "deux par mois", "on": TODAY, "last": DAY, "by": TODAY}


@dataclass(frozen=True)
class Card:
    email: str = ""
    takes: tuple[Kind, ...] = tuple(Kind)
    refuses: tuple[Capacity, ...] = ()
    measures: tuple[Capacity, ...] = ()
    offers: tuple[str, ...] = ()


class Names:
    owner = PersonId("me")

    def full(self, person):
        return f"{person} Ridley"

    def short(self, person):
        return str(person)


@pytest.fixture(params=["fr", "en"])
def speech(request):
    path = Path(entregent.__file__).parent / "locale" / f"{request.param}.toml"
    return Speech(request.param, tomllib.loads(path.read_text(encoding="utf-8")), TODAY)


def said(speech, why, asked=ASKED, **details):
    facts = tuple(Noted(PersonId(name), "responded", TODAY) for name in ("Léa", "Zoé"))
    reason = Reason(why, Take.CARE, DAY, facts, details)
    return taking_sentence(speech, reason, asked, Names())


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_a_sentence_with_what_is_known_and_without(speech, why):
    bare = {"on": TODAY, "by": TODAY}
    undated = {"on": TODAY, "by": TODAY, "usage": Usage.ASK, "company": "Airbus"}
    always = {"last": DAY} if why in (Why.BUSY, Why.TARGET_BUSY) else {}
    for details in (DETAILS, bare, undated):
        sentence = said(speech, why, **details | always)
        assert sentence.endswith(".")
        assert "None" not in sentence


def test_who_filled_a_measure_is_named_and_never_counted(speech):
    sentence = said(speech, Why.AT_CAPACITY, text="two a month")
    assert "Léa Ridley" in sentence
    assert "Zoé Ridley" in sentence
    assert "two a month" in sentence


def test_a_verdict_is_said_with_its_day(speech):
    words = {take_words(speech, take, None) for take in Take}
    assert len(words) == 4
    later = {"fr": "pas avant le 1er avril", "en": "not before 1 April"}
    assert take_words(speech, Take.NOT_NOW, DAY) == later[speech.lang]
    assert take_words(speech, Take.NO, DAY) == take_words(speech, Take.NO, None)


def test_what_is_asked_names_whom_or_where():
    path = Path(entregent.__file__).parent / "locale" / "en.toml"
    english = Speech("en", tomllib.loads(path.read_text(encoding="utf-8")), TODAY)
    person = PersonId("Tom")
    told = [
        asked_words(english, ASKED, Names()),
        asked_words(
            english,
            Requested(person, TODAY, Kind.REFERRAL, RequestId("2"), company="Airbus"),
            Names(),
        ),
        asked_words(english, Requested(person, TODAY, Kind.ADVICE, RequestId("3")), Names()),
    ]
    assert told == ["referral to Omar Ridley", "referral at Airbus", "advice"]


def test_a_card_says_what_is_known(speech):
    refusals = (
        Capacity(TODAY, Kind.REFERRAL, 0),
        Capacity(TODAY, Kind.IDEAS, 0, "plus tard."),
    )
    measures = (
        Capacity(TODAY, None, 3),
        Capacity(TODAY, Kind.ADVICE, 1),
        Capacity(TODAY, Kind.REVIEW, 2, "deux par an"),
    )
    full = Card("n@exemple.fr", (Kind.INTRODUCTION,), refusals, measures, ("du café",))
    lines, short = card_lines(speech, full, languages=["x"])
    assert len(lines) == 11
    assert "plus tard." in " ".join(lines)
    assert "n@exemple.fr" in short
    only = card_lines(speech, Card("n@exemple.fr"), languages=())[0]
    spoken = card_lines(speech, Card(takes=()), languages=["x", "y"])[0]
    assert (len(only), len(spoken)) == (4, 3)
    shut = card_lines(speech, Card(takes=(), refuses=(Capacity(TODAY, None, 0),)), languages=())
    assert len(shut[0]) == 3
    assert measure_words(speech, measures[2]) == "deux par an"
