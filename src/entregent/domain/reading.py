"""What a reader gives: people as a source describes them, facts, and problems as values.

Readers know neither the book nor its people. They call each human by a local reference (`ref`),
and use it wherever a fact holds a person's id; `ME` stands for the owner.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from entregent.domain.facts import Fact
from entregent.domain.ids import PersonId
from entregent.domain.words import Origin, Said


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


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact in a source, with the record it stands in and unknown words that came with it."""

    record: str
    fact: Fact
    extra: Mapping[str, str] = field(default_factory=dict)


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

    `facts` may be made anew each time they are gone through, as a large mailbox's are.
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
