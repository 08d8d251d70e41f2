"""Whom and what a request names: the words after "introduce me to", "someone at"."""

import re
from collections.abc import Iterable

from entregent.domain.text import tokens
from entregent.ledger.inbox.sentences import Sentence
from entregent.ledger.inbox.words import Tongue

_NAME = re.compile(
    r"(?:\s+(?:M\.|Mme|Mr|Mrs|Ms|Dr|Monsieur|Madame))*\s+"
    r"([A-ZÀ-ÖØ-Þ][\w’'-]*(?:\s+(?:(?:de|du|des|la|le|von|van|el|al|bin|of)\s+){0,2}[A-ZÀ-ÖØ-Þ][\w’'-]*){0,3})"
)
_NO_NAMES = frozenset("i i'd i'm i'll je j'ai tu vous the monsieur madame".split())


def whom(sentence: Sentence, tongue: Tongue) -> str:
    """Return the name of whom the writer wants to meet, as it is written, or nothing."""
    return _after(sentence, tongue.whom)


def company(sentence: Sentence, tongue: Tongue) -> str:
    """Return the name of the company that the request is about, or nothing."""
    return _after(sentence, tongue.company)


def stands(name: str, said: str) -> bool:
    """Tell whether a full name, of two words at least, stands among the folded words `said`.

    These have one space around each of them, as `spaced` returns them.
    """
    words = tokens(name)
    return len(words) > 1 and spaced(words) in said


def spaced(words: Iterable[str]) -> str:
    """Return words with one space around each."""
    return f" {' '.join(words)} "


def _after(sentence: Sentence, before: re.Pattern[str]) -> str:
    for found in before.finditer(sentence.flat):
        name = _NAME.match(sentence.text, found.end())
        if name and name[1].lower() not in _NO_NAMES:
            return name[1].rstrip("'’-")
    return ""
