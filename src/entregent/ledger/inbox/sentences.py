"""Sentences of a message, and its language; of French and English only."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from entregent.ledger.inbox.words import Language, RequestWords
from entregent.locale.phrases import flat
from entregent.locale.sentences import sentence_spans, unwrapped

_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2


class Sentence(NamedTuple):
    """A sentence as it stands in a message, and flat, one character for one."""

    text: str
    flat: str


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; a line that a sentence runs over is joined to the next."""
    joined = unwrapped(text)
    for start, end in sentence_spans(joined):
        yield Sentence(joined[start:end], flat(joined[start:end]))


def language_of(text: str, words: RequestWords) -> Language | None:
    """Tell the language of a text by its small words; None where they do not say."""
    said = [flat(word) for word in _WORD.findall(text)]
    found = {
        language: sum(word in tongue.small for word in said)
        for language, tongue in words.tongues.items()
    }
    if found["fr"] == found["en"] or max(found.values()) < min(_LEAST, len(said)):
        return None
    return "fr" if found["fr"] > found["en"] else "en"
