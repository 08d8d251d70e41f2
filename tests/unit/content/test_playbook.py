"""Every play that ships: both languages, both modes, and nothing in it one would not say."""

import pytest

from entregent.coach.play_reader import proof
from entregent.coach.plays import VOICES
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.domain.words import Address
from entregent.locale.address_form import AddressWords, SentenceWords
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span
from entregent.services.checking import tact_rules
from entregent.tact.check import check
from entregent.tact.context import Context, Form, Purpose
from entregent.tact.finding import Level

CONTENT = Content()
CODES = CONTENT.template("playbook/index")["plays"]
TABLES = {code: CONTENT.template(f"playbook/{code}") for code in CODES}


@pytest.fixture(scope="module")
def rules():
    return tact_rules(CONTENT)


@pytest.fixture(scope="module")
def address_words():
    return AddressWords(CONTENT.template("vocabulary/address")["fr"])


def play(code):
    return proof(f"{code}.toml", TABLES[code])[0]


def spoken(code):
    return [
        (phrase[voice], voice)
        for course in play(code).courses.values()
        for move in course.moves
        for phrase in move.phrases
        for voice in VOICES
    ]


def form(address_words, text):
    found = words_of(text)
    said = SentenceWords([word for word, _, _ in found], [Span(a, b) for _, a, b in found])
    return address_words.forms(text, [said]).form


@pytest.mark.parametrize("code", CODES)
def test_a_play_is_written_as_plays_are(code):
    assert proof(f"{code}.toml", TABLES[code])[1] == ()


@pytest.mark.parametrize("code", CODES)
def test_something_may_be_said_in_either_mode(code):
    for mode in Mode:
        assert any(move.phrases for move in play(code).courses[mode].moves), mode


@pytest.mark.parametrize("code", CODES)
def test_every_phrase_is_tactful(code, rules):
    for text, voice in spoken(code):
        heard = None if voice == "en" else Form(voice)
        language = "en" if voice == "en" else "fr"
        said = Context(Purpose.NONE, form=heard)
        assert [(text, one.code) for one in check(text, said, rules, language).findings] == []
        unknown = check(text, Context(form=heard), rules, language).findings
        assert [(text, one.code) for one in unknown if one.level is Level.ERROR] == []


@pytest.mark.parametrize("code", CODES)
def test_every_french_phrase_speaks_as_it_is_labelled(code, address_words):
    for text, voice in spoken(code):
        if voice != "en":
            assert form(address_words, text) in (None, Address(voice)), text


@pytest.mark.parametrize("code", CODES)
def test_nobody_is_pretended_to_or_guessed_at(code):
    """No « (e) », no exclamation of enthusiasm, no counting of people."""
    for text, _ in spoken(code):
        assert "(e)" not in text
        assert text.count("!") <= 1
