"""What a reader gives: people as a source describes them, facts, and problems as values.

Readers know neither the book nor its people. They call each human by a local reference (`ref`),
and use it wherever a fact holds a person's id; `ME` stands for the owner.
"""

from abc import abstractmethod
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from entregent.domain.facts import Encounter, Fact
from entregent.domain.ids import PersonId
from entregent.domain.words import Channel, Origin, Said

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Job:
    """A position as a source words it; `start` and `end` are `YYYY-MM` or empty."""

    company: str
    title: str = ""
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One human as one record describes them.

    `known` says that the record itself makes a tie with the owner (an address book, a list of
    friends), where a mail header does not. `exact` says that `ref` is an id which the author of
    the source chose, so that nobody else may be merged in by likeness.
    """

    ref: PersonId
    record: str
    names: tuple[str, ...]
    given: str = ""
    family: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    jobs: tuple[Job, ...] = ()
    details: tuple[tuple[Said, str], ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)
    known: bool = False
    exact: bool = False


class Aside(StrEnum):
    """Why somebody whom a list names is not taken from it."""

    AWAY = "away"
    """They cancelled, were refunded or turned down, or wait for a place."""
    TWICE = "twice"
    """They stand in the list already."""
    PAYER = "payer"
    """They paid for others, and have no row of their own."""
    MYSELF = "myself"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Somebody whom a list names and who is not taken from it."""

    card: Card
    why: Aside


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact in a source, with the record it stands in and unknown words that came with it."""

    record: str
    fact: Fact
    extra: Mapping[str, str] = field(default_factory=dict)


Met: TypeAlias = tuple[str, PersonId, PersonId, date, Channel, str]
"""An encounter as a bare row: its record, who turned to whom, the day, the channel, the key."""


class Encounters(Collection[Stated]):
    """Encounters by the hundred thousand: facts as others are, and quicker to have as rows."""

    __slots__ = ()

    @abstractmethod
    def rows(self) -> Iterator[Met]:
        """Yield them as bare rows."""

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self.rows())

    def __iter__(self) -> Iterator[Stated]:
        """Yield them as facts, made anew each time."""
        for record, person, other, on, channel, key in self.rows():
            yield Stated(record, Encounter(person, other, on, channel, "", "", key), _NOTHING)

    def __contains__(self, stated: object) -> bool:
        """Tell whether a fact is among these."""
        return any(one == stated for one in self)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: where, and what is wrong.

    `what` is a key of the interface's sentences, worded by the face with `details`.
    """

    where: str
    what: str
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read: `read` counts its records, each of which is accounted for.

    `facts` may be made anew each time they are gone through, as a large mailbox's are: those are
    `Encounters`.
    """

    path: str
    origin: Origin
    read: int
    cards: tuple[Card, ...] = ()
    facts: Collection[Stated] = ()
    problems: tuple[Problem, ...] = ()
    mark: str = ""
    """What of a source was read, in its reader's own words: where a mailbox stood, what a file
    held; empty where nothing tells.
    """
    of_deeds: bool = False
    """Whether its records are what people did, and not the people in them, though its origin
    gives lists of people as well; see `TRACES`.
    """
    again: bool = False
    """Whether nothing was read, for the file holds what a standing import took from it."""
    aside: tuple[SetAside, ...] = ()
    """Whom its records name without giving a card of them."""
