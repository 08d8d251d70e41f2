"""Two things to know of a way to somebody, kept apart: will it carry, and what does it open.

New jobs came more often through weak ties (Granovetter 1973), and most through moderately weak
ones (Rajkumar et al. 2022): what carries best seldom opens most. Both are said in words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import prod
from typing import Final

from entregent.domain.ids import PersonId
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Tie
from entregent.domain.words import Sort
from entregent.network.strength import strength, strength_back
from entregent.settings import Settings

_SOUND: Final = 0.45  # from here a tie carries an ask well: hardly more than *slight*
_ALIVE: Final = 0.25  # some letters and their answers within the half-life
_LOST: Final = 0.1
_FEW: Final = 3  # where I am in touch with so many, I frequent the place

_TELLING: Final = (Sort.SECTOR, Sort.CIRCLE, Sort.COMPANY)


class Carries(StrEnum):
    """How an ask is carried by the ties of a chain."""

    WELL = "well"
    FAIRLY = "fairly"
    BARELY = "barely"


_LEVELS: Final = ((Carries.WELL, _SOUND), (Carries.FAIRLY, _ALIVE))


@dataclass(frozen=True, slots=True)
class Carry:
    """How a chain of so many `ties` carries, and where it is thinnest.

    `thin` are the two people of its weakest tie, as they stand on the chain; None where each tie
    would carry well by itself.
    """

    level: Carries
    ties: int
    thin: tuple[PersonId, PersonId] | None = None


class Opens(StrEnum):
    """How much is new to me where a chain leads."""

    MUCH = "much"
    SOME = "some"
    LITTLE = "little"


@dataclass(frozen=True, slots=True)
class Ground:
    """A place where a chain leads, and how many there I am in touch with otherwise.

    `mine` tells whether I belong there.
    """

    sort: Sort
    name: str
    known: int
    mine: bool = False

    @property
    def new(self) -> bool:
        """Whether I neither belong there nor am in touch with anybody there."""
        return not (self.mine or self.known)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a chain opens, the ground that tells it, and whether my own tie is `moderate`.

    A moderate tie is neither close nor lost: those know what close friends do not.
    """

    level: Opens
    ground: Ground
    moderate: bool = False


def along(
    people: Sequence[PersonId], ties: Mapping[Pair, Tie], settings: Settings
) -> tuple[float, ...]:
    """Return the strength of each tie of a chain, the way it runs.

    Raises KeyError where two neighbours are not tied.
    """
    found = ((one, ties[pair(one, other)]) for one, other in pairwise(people))
    return tuple(
        strength(tie, settings) if tie.a == one else strength_back(tie, settings)
        for one, tie in found
    )


def in_touch(mine: float) -> bool:
    """Tell whether I am in touch with somebody, to whom my tie is so strong."""
    return mine >= _ALIVE


def carry(people: Sequence[PersonId], strengths: Sequence[float]) -> Carry:
    """Return how a chain carries, from the strengths `along` it; nobody's willingness counts."""
    product = prod(strengths)
    level = next((one for one, least in _LEVELS if product >= least), Carries.BARELY)
    weakest = min(range(len(strengths)), key=strengths.__getitem__)
    thin = None if strengths[weakest] >= _SOUND else (people[weakest], people[weakest + 1])
    return Carry(level, len(strengths), thin)


def opening(grounds: Sequence[Ground], mine: float) -> Opening | None:
    """Return what a chain opens that leads to these grounds and begins with a tie so strong.

    The newest place of the most telling sort decides; a new company where the sector is not new
    opens some, and where I belong myself nothing is new. Without grounds nothing can be told.
    """
    if not grounds:
        return None
    told = min(grounds, key=lambda one: (_TELLING.index(one.sort), one.mine, one.known))
    if told.sort is not Sort.COMPANY and told.new:
        return Opening(Opens.MUCH, told, moderate=_LOST <= mine < _SOUND)
    if told.sort is not Sort.COMPANY and not told.mine and told.known < _FEW:
        return Opening(Opens.SOME, told)
    company = next((one for one in grounds if one.sort is Sort.COMPANY and one.new), None)
    return Opening(Opens.SOME, company) if company else Opening(Opens.LITTLE, told)
