"""Reading a play's file, and saying what is wrong with it, all at once and with the place."""

import re
from collections.abc import Mapping
from typing import Any

from entregent.coach.plays import VOICES, Avoid, Course, Move, Phrase, Play, Sign, Text, Timing
from entregent.coach.tables import Flaw, Reader
from entregent.domain.events import Mode
from entregent.locale.languages import LANGUAGES, Language
from entregent.locale.pattern_source import PhraseError, read_phrase

SLOTS = ("me",)
"""What a phrase may leave open: the owner's first name."""
_KEYS = {"code", "since", "sources", *LANGUAGES, "sign", "kind_word", "heard", *Mode}
_WHY = "_why"
_COURSE = {"move", "timing", "avoid", "next", "switch"}
_MOVES = range(3, 7)
_AVOIDED = range(2, 5)
_PHRASES = range(4)
_SIGNS = range(2, 7)
_SLOT = re.compile(r"\{([^{}|]*)\|?([^{}]*)\}")


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


class _Reader(Reader):
    """Reads a play's tables."""

    def play(self, table: Mapping[str, Any]) -> Play:
        self.keys(table, _KEYS, "")
        code = self.line(table, "code", "")
        if code and code != self.where.removesuffix(".toml"):
            self.wrong("event.play-code", "code", value=code)
        for name in LANGUAGES:
            self.keys(self.table(table, name, ""), {"title"}, f"{name}.")
        signs = [self._sign(*one) for one in self.several(table, "sign", "", _SIGNS)]
        if signs and not any(sign.weight == "telling" for sign in signs):
            self.wrong("event.play-telling", "sign")
        return Play(
            code=code,
            title=self.apart(table, "title"),
            kind_word=self._pair(table, "kind_word", ""),
            signs=tuple(signs),
            heard=self._heard(self.table(table, "heard", "")),
            courses={mode: self._course(mode, self.table(table, mode, "")) for mode in Mode},
            since=self.line(table, "since", ""),
            sources=self.sources(table),
        )

    def _course(self, mode: Mode, table: Mapping[str, Any]) -> Course:
        at = f"{mode}."
        self.keys(table, _COURSE, at)
        moves = [self._move(*one) for one in self.several(table, "move", at, _MOVES)]
        avoid = [self._avoid(*one) for one in self.several(table, "avoid", at, _AVOIDED)]
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
            self.wrong("event.play-timed", at)
            return None
        told = self.table(table, "timing", f"{mode}.")
        self.keys(told, {"from", "to", *LANGUAGES}, f"{at}.")
        first, last = told.get("from"), told.get("to")
        if not isinstance(first, int) or not isinstance(last, int) or not 0 <= first <= last:
            self.wrong("event.play-minutes", at)
            return None
        return Timing(first, last, self.both(told, f"{at}."))

    def _sign(self, table: Mapping[str, Any], at: str) -> Sign:
        self.keys(table, {"telling", *LANGUAGES}, at)
        return Sign(self.both(table, at), "telling" if table.get("telling") is True else "usual")

    def _move(self, table: Mapping[str, Any], at: str) -> Move:
        self.keys(table, {"phrase", *LANGUAGES}, at)
        phrases = self.several(table, "phrase", at, _PHRASES)
        return Move(self.both(table, at), tuple(self._phrase(*one) for one in phrases))

    def _phrase(self, table: Mapping[str, Any], at: str) -> Phrase:
        self.keys(table, set(VOICES), at)
        said: dict[Any, str] = {}
        for voice in VOICES:
            told = self.line(table, voice, at)
            said[voice] = self.said("en" if voice == "en" else "fr", told)
            self.breath(told, f"{at}{voice}")
            for slot in _SLOT.finditer(told):
                if slot[1] not in SLOTS:
                    self.wrong("event.play-slot", f"{at}{voice}", value=slot[0])
        return said

    def _avoid(self, table: Mapping[str, Any], at: str) -> Avoid:
        self.keys(table, {*LANGUAGES, *(f"{language}{_WHY}" for language in LANGUAGES)}, at)
        return Avoid(self.both(table, at), self.suffixed(table, _WHY, at))

    def _heard(self, table: Mapping[str, Any]) -> Mapping[Language, tuple[str, ...]]:
        self.keys(table, set(LANGUAGES), "heard.")
        return {language: tuple(self._patterns(table, language)) for language in LANGUAGES}

    def _patterns(self, table: Mapping[str, Any], language: Language) -> list[str]:
        told = table.get(language)
        at = f"heard.{language}"
        if not isinstance(told, list) or not told:
            self.wrong("event.play-no-heard", at)
            return []
        read = []
        for phrase in map(str, told):
            try:
                read_phrase(phrase)
                read.append(phrase)
            except PhraseError:
                self.wrong("event.play-phrase", at, text=phrase)
        return read

    def _pair(self, table: Mapping[str, Any], key: str, at: str) -> Text:
        told = self.table(table, key, at)
        self.keys(told, set(LANGUAGES), f"{at}{key}.")
        return self.both(told, f"{at}{key}.")
