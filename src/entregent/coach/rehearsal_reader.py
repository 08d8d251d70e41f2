"""Reading a rehearsal's file, and saying what is wrong with it, all at once and with the place."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from entregent.coach.rehearsal import Choice, End, Rehearsal, Turn
from entregent.coach.tables import Flaw, Reader
from entregent.domain.events import Mode
from entregent.domain.words import Address
from entregent.locale.languages import LANGUAGES

_KEYS = {"situation", "mode", "address", "since", "sources", *LANGUAGES, "turn", "end"}
_OTHERWISE = "_otherwise"
_TURNS = range(3, 13)
_CHOICES = range(2, 4)
_ENDS = range(2, 7)
_PATH = range(3, 6)
"""So many turns has every path: long enough to matter, short enough to do again."""
_CODE = re.compile(r"(?P<situation>[a-z]+(?:-[a-z]+)*)-(?P<number>[1-9]\d?)")
_Word = TypeVar("_Word", Mode, Address)


class RehearsalError(ValueError):
    """A rehearsal is not written as rehearsals are; `flaw` is the first thing wrong with it."""

    def __init__(self, flaw: Flaw) -> None:
        """Keep what is wrong."""
        super().__init__(f"{flaw.key} {dict(flaw.details)}")
        self.flaw = flaw


def read_rehearsal(where: str, table: Mapping[str, Any]) -> Rehearsal:
    """Return the rehearsal of a parsed file called `where`; raises RehearsalError."""
    rehearsal, flaws = proof(where, table)
    if rehearsal is None:
        raise RehearsalError(flaws[0])
    return rehearsal


def proof(where: str, table: Mapping[str, Any]) -> tuple[Rehearsal | None, tuple[Flaw, ...]]:
    """Return the rehearsal of a parsed file called `where`, or None, and all that is wrong."""
    reader = _Reader(where)
    rehearsal = reader.rehearsal(table)
    return (None if reader.flaws else rehearsal), tuple(reader.flaws)


class _Reader(Reader):
    """Reads a rehearsal's tables."""

    def rehearsal(self, table: Mapping[str, Any]) -> Rehearsal:
        self.keys(table, _KEYS, "")
        code = self.where.removesuffix(".toml")
        situation = self.line(table, "situation", "")
        named = _CODE.fullmatch(code)
        if named is None or named["situation"] != situation:
            self.wrong("event.rehearsal-code", "situation", value=situation)
        for name in LANGUAGES:
            self.keys(self.table(table, name, ""), {"title", "setting"}, f"{name}.")
        read = Rehearsal(
            code=code,
            situation=situation,
            number=int(named["number"]) if named else 0,
            mode=self._word(table, "mode", Mode),
            address=self._word(table, "address", Address),
            title=self.apart(table, "title"),
            setting=self.apart(table, "setting"),
            turns=tuple(self._turn(*one) for one in self.several(table, "turn", "", _TURNS)),
            ends=tuple(self._end(*one) for one in self.several(table, "end", "", _ENDS)),
            since=self.line(table, "since", ""),
            sources=self.sources(table),
        )
        if not self.flaws:
            self._names(read)
        if not self.flaws:
            self._paths(read)
        return read

    def _turn(self, table: Mapping[str, Any], at: str) -> Turn:
        self.keys(table, {"name", *LANGUAGES, "choice"}, at)
        choices = self.several(table, "choice", at, _CHOICES)
        return Turn(
            name=self.line(table, "name", at),
            text=self.both(table, at),
            choices=tuple(self._choice(*one) for one in choices),
        )

    def _choice(self, table: Mapping[str, Any], at: str) -> Choice:
        self.keys(table, {"said", *LANGUAGES, "to"}, at)
        said = table.get("said") is True
        text = self.both(table, at)
        if said:
            for language in LANGUAGES:
                self.breath(text[language], f"{at}{language}")
        return Choice(text, "said" if said else "done", self.line(table, "to", at))

    def _end(self, table: Mapping[str, Any], at: str) -> End:
        otherwise = {f"{language}{_OTHERWISE}" for language in LANGUAGES}
        self.keys(table, {"name", *LANGUAGES, *otherwise}, at)
        return End(
            name=self.line(table, "name", at),
            text=self.both(table, at),
            otherwise=self.suffixed(table, _OTHERWISE, at),
        )

    def _word(self, table: Mapping[str, Any], key: str, words: type[_Word]) -> _Word:
        told = self.line(table, key, "")
        among = {str(word): word for word in words}
        if told and told not in among:
            self.wrong("event.rehearsal-word", key, value=told, among=", ".join(among))
        return among.get(told, next(iter(words)))

    def _names(self, read: Rehearsal) -> None:
        """Mind that every name is given once, and every choice leads on to one."""
        names = [one.name for one in read.steps]
        for name in sorted({name for name in names if names.count(name) > 1}):
            self.wrong("event.rehearsal-twice", name)
        for turn in read.turns:
            for choice in turn.choices:
                if choice.to not in names:
                    self.wrong("event.rehearsal-link", turn.name, value=choice.to)

    def _paths(self, read: Rehearsal) -> None:
        """Mind that every path ends, neither too soon nor too late, and that all is reached."""
        reached: set[str] = set()
        waiting: list[tuple[str, ...]] = [(read.turns[0].name,)]
        while waiting:
            way = waiting.pop()
            here = read.at(way[-1])
            reached.add(here.name)
            if isinstance(here, Turn) and len(way) <= _PATH[-1]:
                waiting += [(*way, choice.to) for choice in here.choices]
            elif isinstance(here, Turn) or len(way) - 1 not in _PATH:
                least, most = str(_PATH[0]), str(_PATH[-1])
                told = ", ".join(way)
                self.wrong("event.rehearsal-path", way[-1], way=told, least=least, most=most)
        for one in read.steps:
            if one.name not in reached:
                self.wrong("event.rehearsal-unreached", one.name)
