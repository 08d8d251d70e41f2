"""When to think of moving, resting or going home: proposals with a range and a cue.

Of 932 conversations about 2 % ended when both wanted, and people could not tell what the other
wished (Mastroianni et al., PNAS 2021): so nothing here claims to know. Friendship is not timed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from entregent.coach.plays import VOICES, Phrase, Text, Voice
from entregent.domain.events import Mode
from entregent.locale.french import typography
from entregent.locale.languages import LANGUAGES, Language

AHEAD = 120
"""Minutes looked ahead where nobody knows how long one stays."""


class RoomKind(StrEnum):
    """How people stand or sit."""

    MIXED = "mixed"
    SMALL = "small"
    SEATED = "seated"
    BREAKS = "breaks"


class About(StrEnum):
    """What the minutes of a suggestion count from; those of `END` count back from it."""

    PERSON = "person"
    GROUP = "group"
    EVENING = "evening"
    END = "end"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to think of within a range of minutes; it comes again after `every`, 0 never."""

    code: str
    about: About
    modes: frozenset[Mode]
    rooms: frozenset[RoomKind]
    first: int
    last: int
    every: int
    text: Text
    cue: Text
    say: Phrase


@dataclass(frozen=True, slots=True)
class Timer:
    """All suggestions, what a timer can and cannot know, and what the rooms are called."""

    word: Mapping[Mode, Text]
    rooms: Mapping[RoomKind, Text]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class Now:
    """Where one stands: minutes of talk so far, of the evening so far, and left; None unknown.

    `company` is whom one talks with: one person, or a group.
    """

    mode: Mode = Mode.NETWORK
    room: RoomKind = RoomKind.MIXED
    company: About = About.PERSON
    talked: int = 0
    evening: int = 0
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion in minutes from now; the range has begun where `first` is 0."""

    code: str
    first: int
    last: int
    text: str
    cue: str
    say: str


def read_timer(table: Mapping[str, Any]) -> Timer:
    """Return the timer of a parsed file; raises KeyError or ValueError when it is not one."""
    return Timer(
        {mode: _text(table["word"][mode]) for mode in Mode},
        {room: _text(table["rooms"][room]) for room in RoomKind},
        tuple(map(_suggestion, table["proposal"])),
    )


def proposals(timer: Timer, now: Now, voice: Voice) -> tuple[Proposal, ...]:
    """Return what to think of from now on, the nearest first.

    What would run into the way home is left out.
    """
    language: Language = "en" if voice == "en" else "fr"
    fitting = [one for one in timer.suggestions if now.mode in one.modes and now.room in one.rooms]
    homeward = min((one.last for one in fitting if one.about is About.END), default=0)
    most = AHEAD if now.left is None else now.left - homeward
    found = [
        Proposal(
            one.code, first, last, one.text[language], one.cue[language], one.say.get(voice, "")
        )
        for one in fitting
        for first, last in _ranges(one, now, most)
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.code)))


def _ranges(one: Suggestion, now: Now, most: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of a suggestion that are not over, and over in `most` minutes from now."""
    if one.about is About.END:
        if now.left is not None and now.left >= one.last:
            yield max(now.left - one.first, 0), now.left - one.last
        return
    if one.about is not About.EVENING and one.about is not now.company:
        return
    begun = now.evening if one.about is About.EVENING else now.talked
    for first, last in _repeated(one, begun + most):
        if 0 <= last - begun <= most:
            yield max(first - begun, 0), last - begun


def _repeated(one: Suggestion, until: int) -> Iterator[tuple[int, int]]:
    times = range(0, max(until - one.last, 0) + 1, one.every) if one.every else (0,)
    return ((one.first + later, one.last + later) for later in times)


def _suggestion(table: Mapping[str, Any]) -> Suggestion:
    return Suggestion(
        code=table["code"],
        about=About(table["about"]),
        modes=frozenset(map(Mode, table["modes"])),
        rooms=frozenset(map(RoomKind, table["rooms"])),
        first=table["from"],
        last=table["to"],
        every=table.get("every", 0),
        text=_text(table["text"]),
        cue=_text(table["cue"]),
        say={voice: _said(voice, table["say"][voice]) for voice in VOICES if "say" in table},
    )


def _text(table: Mapping[str, str]) -> Text:
    return {language: _said(language, table[language]) for language in LANGUAGES}


def _said(spoken: Voice | Language, text: str) -> str:
    """Return a text with its typography, however it was typed."""
    return text.replace("'", "’") if spoken == "en" else typography(text)
