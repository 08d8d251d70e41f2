"""First sentences for an event: tactful, in the form they are labelled, and in good French."""

import pytest

from entregent.content import Content
from entregent.domain.words import Address
from entregent.locale.address_form import AddressWords, SentenceWords
from entregent.locale.french import typography
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span
from entregent.services.checking import tact_rules
from entregent.tact.check import check
from entregent.tact.context import Context, Form, Purpose

CONTENT = Content()
TABLE = CONTENT.template("brief/openings")
KNOWN = {
    "{theirs}": "un graphiste",
    "{company:chez}": "chez Airbus",
    "{company}": "Airbus",
    "{name}": "Omar Haddad",
    "{me}": "Nadia Benali",
}


def filled(text):
    for place, value in KNOWN.items():
        text = text.replace(place, value)
    return text


def spoken():
    """Return every sentence with its voice: tu, vous or en."""
    rows = [*TABLE["opening"], *TABLE["warm"], TABLE["ask"]]
    rows += [TABLE["hello"]["day"], TABLE["hello"]["evening"]]
    rows += [{**row, "en": row["en_say"]} for row in TABLE["arriving"]]
    return [(filled(row[voice]), voice) for row in rows for voice in ("tu", "vous", "en")]


SPOKEN = spoken()


def test_nothing_unknown_stands_in_a_sentence():
    assert [text for text, _ in SPOKEN if "{" in text] == []


def test_every_sentence_is_said_in_one_breath():
    assert [text for text, _ in SPOKEN if len(text.split()) > 25] == []


def test_every_sentence_is_tactful():
    rules = tact_rules(CONTENT)
    for text, voice in SPOKEN:
        heard = None if voice == "en" else Form(voice)
        language = "en" if voice == "en" else "fr"
        found = check(text, Context(Purpose.NONE, form=heard), rules, language).findings
        assert [(text, one.code) for one in found] == []


def test_french_sentences_speak_as_they_are_labelled():
    words = AddressWords(CONTENT.template("vocabulary/address")["fr"])
    for text, voice in SPOKEN:
        if voice == "en":
            continue
        found = words_of(text)
        said = SentenceWords([word for word, _, _ in found], [Span(a, b) for _, a, b in found])
        assert words.forms(text, [said]).form in (None, Address(voice)), text


@pytest.mark.parametrize("row", TABLE["arriving"])
def test_advice_and_sentences_are_in_good_french(row):
    assert typography(row["fr"]) == row["fr"]
    for text, voice in SPOKEN:
        if voice != "en":
            assert typography(text) == text, text
