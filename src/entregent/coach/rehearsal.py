"""A rehearsal: a short scene one plays beforehand, in which what one says leads on to what comes.

There are no marks and no right answers; every path ends well, with another way it could have gone.
`docs/rehearsals.md` shows a file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from entregent.coach.plays import Text
from entregent.domain.events import Mode
from entregent.domain.words import Address


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to say aloud, or to do without a word; `to` names what it leads on to."""

    text: Text
    way: Literal["said", "done"]
    to: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What the other person says or does, and what one may answer."""

    name: str
    text: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class End:
    """How a path ends, and `otherwise`: another way it could have gone."""

    name: str
    text: Text
    otherwise: Text


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A scene of a situation, the `number`-th; it begins at its first turn.

    `address` is how the two speak to each other in French.
    """

    code: str
    situation: str
    number: int
    mode: Mode
    address: Address
    title: Text
    setting: Text
    turns: tuple[Turn, ...]
    ends: tuple[End, ...]
    since: str
    sources: tuple[str, ...]

    @property
    def steps(self) -> tuple[Turn | End, ...]:
        """The turns, then the ends."""
        return (*self.turns, *self.ends)

    def at(self, name: str) -> Turn | End:
        """Return the turn or the end of that name; raises KeyError where there is none."""
        return {step.name: step for step in self.steps}[name]


Passed: TypeAlias = tuple[Turn, Choice]
"""A turn one went through, and what one chose in it."""


@dataclass(frozen=True, slots=True)
class Walk:
    """How far one went: the turns passed, and where one stands now."""

    passed: tuple[Passed, ...]
    at: Turn | End


class NoSuchChoice(ValueError):  # noqa: N818 - named for what was asked for
    """The `turn`-th choice, `pick`, is none of the `among` choices there; 0 after the end."""

    def __init__(self, turn: int, pick: int, among: int) -> None:
        """Keep which choice it was."""
        super().__init__(f"choice {turn}: {pick} of {among}")
        self.turn = turn
        self.pick = pick
        self.among = among


def walk(rehearsal: Rehearsal, picks: Sequence[int]) -> Walk:
    """Follow the choices `picks`, each numbered from 1; raises NoSuchChoice."""
    here: Turn | End = rehearsal.turns[0]
    passed: list[Passed] = []
    for number, pick in enumerate(picks, 1):
        choices = here.choices if isinstance(here, Turn) else ()
        if not isinstance(here, Turn) or not 1 <= pick <= len(choices):
            raise NoSuchChoice(number, pick, len(choices))
        passed.append((here, choices[pick - 1]))
        here = rehearsal.at(choices[pick - 1].to)
    return Walk(tuple(passed), here)


def ways_through(rehearsal: Rehearsal) -> Iterator[tuple[int, ...]]:
    """Yield the choices of every path from the beginning to an end, for a scene without loops."""
    waiting: list[tuple[int, ...]] = [()]
    while waiting:
        picks = waiting.pop()
        here = walk(rehearsal, picks).at
        if isinstance(here, End):
            yield picks
        else:
            waiting += [(*picks, number) for number in range(len(here.choices), 0, -1)]
