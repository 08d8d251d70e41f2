"""Sentences of a message, and its language; of French and English only."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from entregent.ledger.inbox.words import Language, RequestWords
from entregent.locale.phrases import flat

_END = re.compile(
    r"(?:(?<!\bM)(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMme)(?<!\bréf)(?<!\bMrs)[.!?…]+[\"”»)]*(?=\s)|\n)+"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2


class Sentence(NamedTuple):
    """A sentence as it stands in a message, and flat, one character for one."""

    text: str
    flat: str


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; a line that a sentence runs over is joined to the next."""
    at = 0
    joined = unwrapped(text)
    for end in (*(found.end() for found in _END.finditer(joined)), len(joined)):
        said = joined[at:end].strip()
        at = end
        if said:
            yield Sentence(said, flat(said))


def unwrapped(text: str) -> str:
    """Join the lines that a mail program broke: the next goes on in small letters."""
    return re.sub(r"(?<=[^\n.!?:;])\n(?=[^\W\d_A-ZÀ-ÖØ-Þ\n])", " ", text)


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
