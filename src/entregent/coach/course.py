"""A situation, a mode and a voice → what to look for, do, say and leave."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from entregent.coach.plays import Play, Timing, Voice
from entregent.domain.events import Mode
from entregent.locale.languages import Language

_SLOT = re.compile(r"\{(\w+)\|?([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Step:
    """A move in one's language, with its phrases as they are said."""

    text: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to avoid, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """A course in one language and one voice. `telling` is the sign that tells it apart."""

    situation: str
    mode: Mode
    voice: Voice
    title: str
    kind_word: str
    signs: tuple[str, ...]
    telling: tuple[str, ...]
    moves: tuple[Step, ...]
    avoid: tuple[Warned, ...]
    timing: Timing | None
    when: str
    next: str
    switch: str


def guide(play: Play, mode: Mode, voice: Voice, known: Mapping[str, str]) -> Guidance:
    """Return a play's course as it is told; `known` fills what its phrases leave open."""
    language: Language = "en" if voice == "en" else "fr"
    course = play.courses[mode]
    return Guidance(
        situation=play.code,
        mode=mode,
        voice=voice,
        title=play.title[language],
        kind_word=play.kind_word[language],
        signs=tuple(sign.text[language] for sign in play.signs),
        telling=tuple(sign.text[language] for sign in play.signs if sign.weight == "telling"),
        moves=tuple(
            Step(move.text[language], tuple(filled(each[voice], known) for each in move.phrases))
            for move in course.moves
        ),
        avoid=tuple(Warned(one.text[language], one.why[language]) for one in course.avoid),
        timing=course.timing,
        when=course.timing.text[language] if course.timing else "",
        next=course.next[language],
        switch=course.switch[language],
    )


def filled(phrase: str, known: Mapping[str, str]) -> str:
    """Return a phrase with what is known in the places left open, else what it says instead."""
    said = _SLOT.sub(lambda slot: known.get(slot[1]) or slot[2], phrase)
    return said.replace("….", "…")
