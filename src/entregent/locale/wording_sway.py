"""What makes somebody glad to help just now, or weighs on them: facts with days, never a figure."""

from collections.abc import Sequence
from typing import Protocol

from entregent.domain.asking import Noted
from entregent.locale.speech import Speech

_SAID = 2
"""So many things are said on each side, and no more."""


class Swayed(Protocol):
    """One thing that eases an ask or weighs on it, and the facts it rests on, the latest last."""

    @property
    def sway(self) -> str:
        """What it is."""
        ...

    @property
    def eases(self) -> bool:
        """Whether it speaks for asking."""
        ...

    @property
    def facts(self) -> Sequence[Noted]:
        """The facts it rests on."""
        ...


def sway_sentences(speech: Speech, swayed: Sequence[Swayed]) -> list[str]:
    """Return what helps in one sentence, what weighs in another; the weightiest comes first."""
    sides = (("helps", [one for one in swayed if one.eases]),
             ("weighs", [one for one in swayed if not one.eases]))  # fmt: skip
    return [
        speech.say(f"sways.{side}", what=[sway_words(speech, one) for one in those[:_SAID]])
        for side, those in sides
        if those
    ]


def sway_words(speech: Speech, one: Swayed) -> str:
    """Return one thing in a few words, with the day of the latest fact."""
    on = one.facts[-1].on if one.facts else None
    return speech.say(f"sway.{one.sway}", on=on)
