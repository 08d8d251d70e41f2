"""Invented messages, labelled with what they ask: how many of them are understood."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from entregent.domain.words import Kind
from entregent.ledger.inbox.detect import detect

MESSAGES = Path(__file__).parent / "messages"


@dataclass(frozen=True)
class Measured:
    """Shares: requests among what is called one, requests found, and those of the right kind."""

    precision: float
    recall: float
    kinds: float


def labelled(name):
    return tomllib.loads((MESSAGES / f"{name}.toml").read_text(encoding="utf-8"))["message"]


def measured(messages, words):
    found = [(message["kind"], detect(message["text"], words)) for message in messages]
    asked = [(kind, one) for kind, one in found if kind != "none"]
    hits = [(kind, one) for kind, one in asked if one is not None]
    called = [one for _, one in found if one is not None]
    right = [one for kind, one in hits if one.kind == kind]
    return Measured(len(hits) / len(called), len(hits) / len(asked), len(right) / len(hits))


def test_there_are_enough_of_each():
    messages = [*labelled("tuned"), *labelled("held_out")]
    assert len(messages) >= 120
    for lang in ("fr", "en"):
        kinds = [message["kind"] for message in messages if message["lang"] == lang]
        assert set(kinds) == {*Kind, "none"}
        assert kinds.count("none") >= 20


def test_what_the_vocabulary_was_written_with_is_understood(words):
    found = measured(labelled("tuned"), words)
    assert found.precision >= 0.98
    assert found.recall >= 0.98
    assert found.kinds >= 0.97


def test_what_was_kept_apart_is_mostly_understood(words):
    found = measured(labelled("held_out"), words)
    assert found.precision >= 0.9
    assert found.recall >= 0.6
    assert found.kinds >= 0.9


def test_the_language_is_that_of_the_message(words):
    for message in labelled("tuned"):
        found = detect(message["text"], words)
        assert found is None or found.language == message["lang"]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Bonjour Léa, il pleut. Peux-tu relire ma lettre ?", "Peux-tu relire ma lettre ?"),
        (
            "I have a small favour to ask. It is about my CV and your comments on it.",
            "I have a small favour to ask. It is about my CV and your comments on it.",
        ),
        ("Conseil ? Merci !", None),
        ("", None),
        ("🙂", None),
    ],
)
def test_the_sentences_that_ask_are_told(words, text, asked):
    found = detect(text, words)
    assert (found.text if found else None) == asked


def test_a_request_in_the_words_of_either_language_is_found_where_neither_shows(words):
    assert detect("Introduce us?", words).kind is Kind.INTRODUCTION
    assert detect("Présentez-moi", words).language == "fr"
