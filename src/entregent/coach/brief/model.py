"""What a brief is made of: who will be there, what I am after, and why two should meet."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from entregent.domain.ids import PersonId

Senses: TypeAlias = Callable[[str], frozenset[str]]
"""Tells what a text is about, in words that two texts may share."""


class Why(StrEnum):
    """Why somebody is worth meeting, the strongest first."""

    ASKED_FOR = "asked-for"
    """An open ask of mine is to reach them."""
    WANTED_COMPANY = "wanted-company"
    """An open ask, or a goal of the evening, names their company."""
    THEY_OFFER = "they-offer"
    """They offer what I look for."""
    THEY_SEEK = "they-seek"
    """They look for what I can give."""
    SOUGHT = "sought"
    """They look for somebody who does what I do."""
    GOAL = "goal"
    """What they do or speak of touches what I hope for."""
    WANTED_FIELD = "wanted-field"
    """The same for the sector or the subject of an open ask."""
    NETWORK_GIVES = "network-gives"
    """They look for what somebody I know can give."""
    SUBJECT = "subject"
    """A subject that is mine too."""
    CLIENT = "client"
    """They work at a client of mine."""
    ONCE_THERE = "once-there"
    """They work where I once did."""
    SAME_WORK = "same-work"
    """They do the work I do."""


_SPOKEN_OF = frozenset(
    {
        Why.THEY_OFFER,
        Why.THEY_SEEK,
        Why.SOUGHT,
        Why.GOAL,
        Why.WANTED_FIELD,
        Why.NETWORK_GIVES,
        Why.SUBJECT,
    }
)
_TALK = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: my words and theirs that meet; `person` gives what they look for."""

    why: Why
    mine: str = ""
    theirs: str = ""
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody announced: what the list tells, with what the book does where it knows them.

    `person` is who they are in the book, for sure; `perhaps` are those they may be.
    """

    name: str
    company: str = ""
    title: str = ""
    topics: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    person: PersonId | None = None
    perhaps: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class Aims:
    """What I am after and what I can give, in my own words.

    `people`, `companies` and `fields` are what open asks aim at; `subjects` what I like to speak
    of; `places` where I once worked; `around` who of those I know can give, in which words, what a
    guest looks for in those words.
    """

    goals: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    work: str = ""
    people: tuple[PersonId, ...] = ()
    companies: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    around: tuple[tuple[PersonId, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Worth:
    """Somebody worth meeting, with the reasons, the strongest first."""

    attendee: Attendee
    because: tuple[Reason, ...]

    @property
    def talk(self) -> tuple[str, ...]:
        """What to speak of with them, in their words: what we share first."""
        shared = (one.theirs for one in self.because if one.why in _SPOKEN_OF)
        told = dict.fromkeys((*shared, *self.attendee.topics))
        return tuple(text for text in told if text != self.attendee.title)[:_TALK]

    @property
    def gifts(self) -> tuple[Reason, ...]:
        """What I, or somebody I know, can give them."""
        giving = (Why.THEY_SEEK, Why.NETWORK_GIVES)
        return tuple(one for one in self.because if one.why in giving)
