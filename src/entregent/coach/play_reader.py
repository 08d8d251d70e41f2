"""Reading a play's file, and saying what is wrong with it, all at once and with the place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from entregent.coach.plays import VOICES, Avoid, Course, Move, Phrase, Play, Sign, Text, Timing
from entregent.domain.events import Mode
from entregent.locale.french import typography
from entregent.locale.languages import LANGUAGES, Language
from entregent.locale.pattern_source import PhraseError, read_phrase

SLOTS = ("me",)
"""What a phrase may leave open: the owner's first name."""
MOST_WORDS = 30
"""So many words are said in one breath."""
_KEYS = {"code", "since", "sources", *LANGUAGES, "sign", "kind_word", "heard", *Mode}
_COURSE = {"move", "timing", "avoid", "next", "switch"}
_MOVES = range(3, 7)
_AVOIDED = range(2, 5)
_PHRASES = range(4)
_SIGNS = range(2, 7)
_SLOT = re.compile(r"\{([^{}|]*)\|?([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong with a play; `key` names the sentence that says it, filled with `details`."""

    key: str
    details: Mapping[str, str]


class PlayError(ValueError):
    """A play is not written as plays are; `flaw` is the first thing wrong with it."""

    def __init__(self, flaw: Flaw) -> None:
        """Keep what is wrong."""
        super().__init__(f"{flaw.key} {dict(flaw.details)}")
        self.flaw = flaw


def read_play(where: str, table: Mapping[str, Any]) -> Play:
    """Return the play of a parsed file called `where`; raises PlayError."""
    play, flaws = proof(where, table)
    if flaws:
        raise PlayError(flaws[0])
    return play


def proof(where: str, table: Mapping[str, Any]) -> tuple[Play, tuple[Flaw, ...]]:
    """Return the play of a parsed file, as far as it can be read, and all that is wrong with it."""
    reader = _Reader(where)
    play = reader.play(table)
    return play, tuple(reader.flaws)


@dataclass
class _Reader:
    """Reads tables, and keeps what is wrong with its place."""

    where: str
    flaws: list[Flaw] = field(default_factory=list)

    def play(self, table: Mapping[str, Any]) -> Play:
        self._keys(table, _KEYS, "")
        code = self._line(table, "code", "")
        if code and code != self.where.removesuffix(".toml"):
            self._wrong("event.play-code", "code", value=code)
        titles = {name: self._table(table, name, "") for name in LANGUAGES}
        for name, told in titles.items():
            self._keys(told, {"title"}, f"{name}.")
        signs = [self._sign(*one) for one in self._several(table, "sign", "", _SIGNS)]
        if signs and not any(sign.weight == "telling" for sign in signs):
            self._wrong("event.play-telling", "sign")
        sources = table.get("sources")
        if not isinstance(sources, list) or not sources:
            self._wrong("event.play-sources", "sources")
            sources = []
        return Play(
            code=code,
            title={
                language: self._said(language, self._line(told, "title", f"{language}."))
                for language, told in titles.items()
            },
            kind_word=self._pair(table, "kind_word", ""),
            signs=tuple(signs),
            heard=self._heard(self._table(table, "heard", "")),
            courses={mode: self._course(mode, self._table(table, mode, "")) for mode in Mode},
            since=self._line(table, "since", ""),
            sources=tuple(map(str, sources)),
        )

    def _course(self, mode: Mode, table: Mapping[str, Any]) -> Course:
        at = f"{mode}."
        self._keys(table, _COURSE, at)
        moves = [self._move(*one) for one in self._several(table, "move", at, _MOVES)]
        avoid = [self._avoid(*one) for one in self._several(table, "avoid", at, _AVOIDED)]
        return Course(
            moves=tuple(moves),
            avoid=tuple(avoid),
            next=self._pair(table, "next", at),
            switch=self._pair(table, "switch", at),
            timing=self._timing(mode, table),
        )

    def _timing(self, mode: Mode, table: Mapping[str, Any]) -> Timing | None:
        at = f"{mode}.timing"
        if "timing" not in table:
            return None
        if mode is Mode.FRIENDSHIP:
            self._wrong("event.play-timed", at)
            return None
        told = self._table(table, "timing", f"{mode}.")
        self._keys(told, {"from", "to", *LANGUAGES}, f"{at}.")
        first, last = told.get("from"), told.get("to")
        if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first <= last:
            self._wrong("event.play-minutes", at)
            return None
        return Timing(first, last, self._both(told, f"{at}."))

    def _sign(self, table: Mapping[str, Any], at: str) -> Sign:
        self._keys(table, {"telling", *LANGUAGES}, at)
        return Sign(self._both(table, at), "telling" if table.get("telling") is True else "usual")

    def _move(self, table: Mapping[str, Any], at: str) -> Move:
        self._keys(table, {"phrase", *LANGUAGES}, at)
        phrases = self._several(table, "phrase", at, _PHRASES)
        return Move(self._both(table, at), tuple(self._phrase(*one) for one in phrases))

    def _phrase(self, table: Mapping[str, Any], at: str) -> Phrase:
        self._keys(table, set(VOICES), at)
        said: dict[Any, str] = {}
        for voice in VOICES:
            told = self._line(table, voice, at)
            said[voice] = self._said("en" if voice == "en" else "fr", told)
            if len(told.split()) > MOST_WORDS:
                self._wrong("event.play-long", f"{at}{voice}", text=told, most=str(MOST_WORDS))
            for slot in _SLOT.finditer(told):
                if slot[1] not in SLOTS:
                    self._wrong("event.play-slot", f"{at}{voice}", value=slot[0])
        return said

    def _avoid(self, table: Mapping[str, Any], at: str) -> Avoid:
        whys = {language: f"{language}_why" for language in LANGUAGES}
        self._keys(table, {*LANGUAGES, *whys.values()}, at)
        why = {
            language: self._said(language, self._line(table, key, at))
            for language, key in whys.items()
        }
        return Avoid(self._both(table, at), why)

    def _heard(self, table: Mapping[str, Any]) -> Mapping[Language, tuple[str, ...]]:
        self._keys(table, set(LANGUAGES), "heard.")
        return {language: tuple(self._patterns(table, language)) for language in LANGUAGES}

    def _patterns(self, table: Mapping[str, Any], language: Language) -> list[str]:
        told = table.get(language)
        at = f"heard.{language}"
        if not isinstance(told, list) or not told:
            self._wrong("event.play-no-heard", at)
            return []
        read = []
        for phrase in map(str, told):
            try:
                read_phrase(phrase)
                read.append(phrase)
            except PhraseError:
                self._wrong("event.play-phrase", at, text=phrase)
        return read

    def _pair(self, table: Mapping[str, Any], key: str, at: str) -> Text:
        told = self._table(table, key, at)
        self._keys(told, set(LANGUAGES), f"{at}{key}.")
        return self._both(told, f"{at}{key}.")

    def _both(self, table: Mapping[str, Any], at: str) -> Text:
        return {
            language: self._said(language, self._line(table, language, at))
            for language in LANGUAGES
        }

    def _said(self, language: Language, text: str) -> str:
        """Return a text as people read it: with its typography, however it was typed."""
        return typography(text) if language == "fr" else text.replace("'", "’")

    def _line(self, table: Mapping[str, Any], key: str, at: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            self._wrong("event.play-no-text", f"{at}{key}")
            return ""
        return value

    def _table(self, table: Mapping[str, Any], key: str, at: str) -> Mapping[str, Any]:
        told = table.get(key, {})
        if not isinstance(told, Mapping):
            self._wrong("event.play-table", f"{at}{key}")
            return {}
        return told

    def _several(
        self, table: Mapping[str, Any], key: str, at: str, many: range
    ) -> Sequence[tuple[Mapping[str, Any], str]]:
        """Return the tables of a list with the place of each, numbered from 1."""
        told = table.get(key, [])
        if not isinstance(told, list) or not all(isinstance(one, Mapping) for one in told):
            self._wrong("event.play-several", f"{at}{key}")
            return []
        if len(told) not in many:
            few, most = str(many[0]), str(many[-1])
            self._wrong("event.play-count", f"{at}{key}", least=few, most=most)
        return [(one, f"{at}{key} {number}.") for number, one in enumerate(told, 1)]

    def _keys(self, table: Mapping[str, Any], known: set[str], at: str) -> None:
        for key in table:
            if key not in known:
                among = ", ".join(sorted(known))
                self._wrong("event.play-unknown-key", f"{at}{key}", among=among)

    def _wrong(self, key: str, name: str, **details: str) -> None:
        self.flaws.append(Flaw(key, {"where": self.where, "name": name.rstrip("."), **details}))
