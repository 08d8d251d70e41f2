"""English that is formal, slang or only casual."""

import tomllib
from importlib.resources import files

import pytest

from entregent.locale.address_form import SentenceWords
from entregent.locale.english_register import EnglishRegister, RegisterWords
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span, sentence_spans

_VOCABULARY = files("entregent.content") / "vocabulary" / "address.toml"


@pytest.fixture(scope="module")
def words() -> RegisterWords:
    table = tomllib.loads(_VOCABULARY.read_text(encoding="utf-8"))
    return RegisterWords(table["en"], table["plain"])


def read(words: RegisterWords, text: str) -> EnglishRegister:
    return words.register(_said(text, *span) for span in sentence_spans(text))


def _said(text: str, start: int, end: int) -> SentenceWords:
    found = words_of(text[start:end])
    return SentenceWords(
        [word for word, _, _ in found],
        [Span(start + begin, start + stop) for _, begin, stop in found],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Dear Sir or Madam,",
        "To whom it may concern",
        "I remain, yours faithfully, Ed",
        "I should be most obliged for a reply.",
        "Pray forgive the delay.",
        "Might I have the honour of your company?",
        "Respectfully,",
    ],
)
def test_formal_words(words, text):
    assert read(words, text).formal


@pytest.mark.parametrize("text", ["Dear Dr Ng,", "Yours sincerely,", "Dear Hiring Manager,"])
def test_polite_words(words, text):
    assert read(words, text).polite


@pytest.mark.parametrize(
    "text",
    [
        "wanna chat?",
        "gimme a shout lol",
        "thx 4 ur time",
        "could u check it",
        "no probs if not",
        "soz to bug ya",
        "Yo Dr Kim",
        "see u then",
    ],
)
def test_slang(words, text):
    assert read(words, text).slang


@pytest.mark.parametrize("text", ["Hey, are you free?", "Got a sec?", "Cheers mate", "See you. xx"])
def test_casual_words(words, text):
    assert read(words, text).casual
    assert not read(words, text).slang


@pytest.mark.parametrize(
    "text",
    [
        "I studied in the U.S. and the U.K.",
        "Our son is 5 yo.",
        "Please make a U-turn.",
        "Ms Ty will call.",
        "I respectfully disagree.",
        "Could you tell me when you are free? Thank you for your help.",
        "I remain interested in the post.",
        "What is the best way to apply? I would be grateful for a line.",
    ],
)
def test_words_that_are_neither(words, text):
    assert read(words, text) == EnglishRegister()


def test_a_joke_takes_it_back(words):
    assert read(words, "Dear Sir (only kidding, hi Dave!), thx") == EnglishRegister()
