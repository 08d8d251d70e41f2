"""What a note says somebody spoke of: "parlé du tri des palettes", "mentioned her new site"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from entregent.domain.text import fold, tokens
from entregent.locale import french

_END = re.compile(r"\s*(?:[.,;:!?()\[\]…\n]|\s[–—-]\s|\s(?:mais|but|donc|so|car|because)\s)")
_MOST = 9
_AHEAD = 4 * _MOST
"""Words and spaces looked at after a word that leads to something: more than may be said."""
_SAYING_YOU = {
    "tu": {"son": "ton", "sa": "ta", "ses": "tes"},
    "vous": {"son": "votre", "sa": "votre", "ses": "vos"},
    "you": {"his": "your", "her": "your", "their": "your"},
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Something somebody spoke of, and the language it is noted in."""

    text: str
    language: Literal["fr", "en"]


@dataclass(frozen=True)
class Mentions:
    """How notes tell what was spoken of.

    By language: `about` are folded words after which "de" or "about" leads to it, `naming` those
    that it follows at once, `people` words that would make it say who, `private` the beginnings
    of words about health and family, and `kin` whole ones.
    """

    words: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Mentions":
        """Read the vocabulary's table."""
        return cls(
            {
                language: {name: tuple(map(fold, words)) for name, words in lists.items()}
                for language, lists in table.items()
            }
        )

    def read(self, note: str) -> Mention | None:
        """Return what a note says was spoken of; nothing private, and nothing about who."""
        for language in ("fr", "en"):
            lists = self.words.get(language)
            text = _after(note, lists, language) if lists else ""
            if lists and text and _sayable(text, lists) and not _private(text, lists):
                return Mention(text, language)
        return None

    def private(self, text: str) -> bool:
        """Tell whether a text holds a word about health or family, in either language."""
        return any(_private(text, lists) for lists in self.words.values())


def said_to(text: str, form: Literal["tu", "vous", "you"]) -> str:
    """Return what somebody spoke of as it is said to them: "de son projet", "de ton projet"."""
    forms = _SAYING_YOU[form]
    return re.sub(r"\w+", lambda word: forms.get(word[0], word[0]), text)


def _after(note: str, lists: Mapping[str, tuple[str, ...]], language: str) -> str:
    """Return the words after the first that tell of speaking, up to the end of their clause."""
    words = re.split(r"(\s+)", note)
    for place in range(0, len(words), 2):
        folded = fold(words[place])
        rest = "".join(words[place + 1 : place + 1 + _AHEAD]).strip()
        if folded in lists["naming"]:
            clause = _clause(rest)
            return french.join("de", clause) if language == "fr" and clause else clause
        if folded in lists["about"] and (clause := _led(_clause(rest), language)):
            return clause
    return ""


def _clause(text: str) -> str:
    found = _END.search(text)
    return " ".join((text[: found.start()] if found else text).split())


def _led(clause: str, language: str) -> str:
    """Return a clause that its preposition leads: kept in French, where it contracts."""
    if language == "fr":
        return clause if re.match(r"(?:de|du|des)\s|d['’]", clause, re.IGNORECASE) else ""
    found = re.match(r"(?:to |with )?(?:me |us )?(?:about|of)\s+", clause, re.IGNORECASE)
    return clause[found.end() :] if found else ""


def _sayable(text: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    words = tokens(text)
    return len(words) <= _MOST and not any(word in lists["people"] for word in words)


def _private(text: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    words = tokens(text)
    return any(word in lists["kin"] or word.startswith(lists["private"]) for word in words)
