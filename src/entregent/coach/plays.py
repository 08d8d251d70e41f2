"""A play: what one can do in a situation, as a linguist writes it, both languages side by side.

`docs/plays.md` shows a file and says what each part is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from entregent.domain.events import Mode
from entregent.locale.languages import Language

Voice: TypeAlias = Literal["tu", "vous", "en"]
"""How a phrase is said: French to somebody called *tu* or *vous*, or English."""
VOICES: tuple[Voice, ...] = ("tu", "vous", "en")
Text: TypeAlias = Mapping[Language, str]
"""The same thing said in both languages."""
Phrase: TypeAlias = Mapping[Voice, str]
"""One thing to say, in every voice; `{me|…}` in it is the owner's first name, "…" if unknown."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something one sees or hears oneself. A `telling` one parts a situation from its neighbour."""

    text: Text
    weight: Literal["telling", "usual"] = "usual"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing to do, with what may be said."""

    text: Text
    phrases: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Avoid:
    """Something better left, and why."""

    text: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Timing:
    """When to move, in minutes from the first words, with a cue from the talk in its text."""

    first: int
    last: int
    text: Text


@dataclass(frozen=True, slots=True)
class Course:
    """What one does in one mode. Friendship is not timed."""

    moves: tuple[Move, ...]
    avoid: tuple[Avoid, ...]
    next: Text
    switch: Text
    timing: Timing | None = None


@dataclass(frozen=True, slots=True)
class Play:
    """A situation: how it is known, and a course a mode.

    `heard` are phrases by which one says oneself that one is in it.
    """

    code: str
    title: Text
    kind_word: Text
    signs: tuple[Sign, ...]
    heard: Mapping[Language, tuple[str, ...]]
    courses: Mapping[Mode, Course]
    since: str
    sources: tuple[str, ...]
