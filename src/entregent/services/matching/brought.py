"""What the organiser's lists say."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from entregent.domain.reading import Problem
from entregent.matching.people import Attendee

_What = TypeVar("_What")


@dataclass(frozen=True, slots=True)
class People:
    """Who comes, and what could not be read of their list."""

    attendees: tuple[Attendee, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought(Generic[_What]):
    """What was read of another list, and what could not be."""

    found: tuple[_What, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """How much two people have to say to each other, in the organiser's own measure."""

    a: str
    b: str
    score: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """A meeting that two people agreed to; `slots` from 1 are those it may be held in."""

    a: str
    b: str
    record: str = ""
    slots: frozenset[int] | None = None
