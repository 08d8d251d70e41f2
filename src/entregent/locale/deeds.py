"""What a few words say that somebody will do: send a thing, introduce, write, have lunch."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from entregent.domain.text import fold, tokens

_WORD = re.compile(r"[^\W_]+")
_EDGES = " .,;:!?-"
_FRIDAY = 4
_WEEK = 7


class Doing(StrEnum):
    """What is to be done."""

    SEND = "send"
    PRESENT = "present"
    """To introduce to somebody."""
    WRITE = "write"
    LUNCH = "lunch"
    COFFEE = "coffee"
    DRINK = "drink"
    CALL = "call"
    VISIT = "visit"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done, and with what or whom, in the words that were typed."""

    doing: Doing
    about: str = ""


class Deeds:
    """Reads deeds in the words of both languages."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take `vocabulary/deeds`: under each doing, its phrases by language."""
        self._phrases = [
            (tuple(tokens(phrase)), doing)
            for doing in Doing
            for phrase in _both(table.get(doing, {}))
        ]
        self._phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._joints = frozenset(map(fold, _both(table.get("joints", {}))))
        self._soon = [
            (tuple(tokens(phrase)), when)
            for when in ("tomorrow", "next-week")
            for phrase in _both(table.get(when, {}))
        ]

    def read(self, text: str) -> Deed:
        """Return the first thing that the words say is to be done, and what follows it."""
        words = list(_WORD.finditer(text))
        folded = [fold(word[0]) for word in words]
        for place in range(len(folded)):
            for phrase, doing in self._phrases:
                end = place + len(phrase)
                if tuple(folded[place:end]) == phrase:
                    return Deed(doing, self._rest(text, words[end:]))
        return Deed(Doing.OTHER, text.strip(_EDGES))

    def day(self, text: str, said: date) -> date | None:
        """Return the day that "tomorrow" or "next week" in a text is, seen from `said`.

        Next week ends on its Friday. None where the text says neither.
        """
        words = tokens(text)
        for phrase, when in self._soon:
            if _holds(words, phrase):
                if when == "tomorrow":
                    return said + timedelta(days=1)
                return said + timedelta(days=_WEEK - said.weekday() + _FRIDAY)
        return None

    def _rest(self, text: str, words: list[re.Match[str]]) -> str:
        """Return what follows, without the small words that lead to it."""
        while words and fold(words[0][0]) in self._joints:
            words = words[1:]
        return text[words[0].start() :].strip(_EDGES) if words else ""


def _both(spoken: Mapping[str, Iterable[str]]) -> Iterable[str]:
    return [phrase for lang in ("fr", "en") for phrase in spoken.get(lang, ())]


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words)))
