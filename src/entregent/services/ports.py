"""What the verbs need of the world: a book, ids, readers, a catalogue."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias

from entregent.domain.asking import Goal
from entregent.domain.batches import Batch, BatchLine
from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.people import Person, Trace
from entregent.domain.reading import Reading
from entregent.domain.words import Origin


class BookError(Exception):
    """The book cannot do this; `key` names the sentence that says why, worded with `details`."""

    def __init__(self, key: str, **details: str) -> None:
        """Keep the sentence's key and what fills it."""
        super().__init__(key)
        self.key = key
        self.details = details


class Ids(Protocol):
    """The only source of new ids."""

    def new(self) -> str:
        """Return a new UUIDv7, later than all before it."""
        ...

    def run(self, count: int) -> str:
        """Return the first of `count` new ids that follow one another in their last digits."""
        ...


class Book(Protocol):
    """A carnet: facts with their batches, and what is derived from them.

    Every id given back is the one that stays: merged people answer under the id they were merged
    into. Each writing method is one transaction, whole or not at all.
    """

    @property
    def owner(self) -> PersonId:
        """The id of `me`; made with the book."""
        ...

    def close(self) -> None:
        """Let go of the book."""
        ...

    # --- reading -------------------------------------------------------------------------------
    def moment(self) -> AbstractContextManager[None]:
        """Open a view in which people, entries, traces, goals and batches are of one moment.

        Nothing is written within it.
        """
        ...

    def people(self, some: Collection[PersonId] | None = None) -> list[Person]:
        """Return everybody's portrait, the owner's too, one each; or those of `some` ids."""
        ...

    def person(self, person: PersonId) -> Person | None:
        """Return one portrait; an id that was merged away gives the one it went into."""
        ...

    def search(self, words: Sequence[str]) -> list[PersonId]:
        """Return who holds every one of the folded `words` in any field or note."""
        ...

    def entries(
        self, types: Collection[type] = (), *, person: PersonId | None = None
    ) -> list[Entry]:
        """Return entries of these types (all when empty), of one person or of all, oldest first.

        Encounters are not among them. `person` matches either place of a fact.
        """
        ...

    def encounters(
        self, person: PersonId | None = None
    ) -> Iterator[tuple[Encounter, Source, BatchId]]:
        """Yield encounters by date, of one person or of all."""
        ...

    def traces(self, until: date, landmark: date, half_life_days: float) -> list[Trace]:
        """Add up all encounters up to `until`, a row per direction and channel."""
        ...

    def coming(self, start: date, end: date) -> list[Encounter]:
        """Return the encounters from `start` to `end`, both days included, by date."""
        ...

    def known_keys(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that an encounter in the book already bears."""
        ...

    def goals(self) -> list[Goal]:
        """Return every ask that was planned, oldest first."""
        ...

    def batches(self) -> list[BatchLine]:
        """Return the batches, oldest first."""
        ...

    def redirects(self) -> Mapping[PersonId, PersonId]:
        """Return each merged id with the id that stays."""
        ...

    def merges(self) -> list[tuple[PersonId, PersonId, BatchId]]:
        """Return each merge as it was made, oldest first: who went, into whom, by which batch."""
        ...

    def born(self, batch: BatchId) -> frozenset[PersonId]:
        """Return the ids that a batch created, as they were before any merge."""
        ...

    def told_since(
        self, batch: BatchId, *, newcomers: Literal["with", "without"]
    ) -> frozenset[tuple[Origin, type]]:
        """Return what types of facts later batches told, each with whose word it is.

        Without newcomers, what was told of people whom those batches made is left out. Encounters
        are never among them.
        """
        ...

    def forgotten(self) -> tuple[bytes, frozenset[str]]:
        """Return the book's salt, and the salted hashes of handles never to be imported again."""
        ...

    # --- writing -------------------------------------------------------------------------------
    def apply(self, batch: Batch) -> None:
        """Take in a batch and redraw the portraits it touches."""
        ...

    def undo(self, batch: BatchId, stubs: Mapping[PersonId, str]) -> None:
        """Take a batch out: its facts, encounters, merges, and the people left with nothing.

        `stubs` are the people of this batch who stay because of later facts, with the name each
        keeps, as if it had been given by hand.
        """
        ...

    def keep(self, goal: Goal) -> None:
        """Keep a planned ask, or its new state."""
        ...

    def withdraw(self, facts: Collection[FactId]) -> None:
        """Delete facts the owner takes back."""
        ...

    def drop_goal(self, goal: AskId) -> None:
        """Delete a planned ask."""
        ...

    def forget(self, person: PersonId, hashes: Iterable[str]) -> None:
        """Delete a person and all that names them, for good, also from free pages and backups.

        `hashes` are remembered so that the same handles are not imported again.
        """
        ...


class DateOrder(StrEnum):
    """Which number of a day written in numbers comes first, where the year does not."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


AskOrder: TypeAlias = Callable[[str, str], DateOrder | None]
"""Asks the person in which order a file writes its days: takes the file's name and an example."""

AskPassword: TypeAlias = Callable[[str], str]
"""Asks the person for the password of an account: takes the account's address."""


class Unit(StrEnum):
    """In what it is counted how far a reading is."""

    BYTES = "bytes"
    MESSAGES = "messages"


class Tell(Protocol):
    """Hears how far a reading is."""

    def __call__(self, what: str, done: int, every: int, unit: Unit = Unit.MESSAGES) -> None:
        """Hear what is being read, and how much was read before, of how much in all."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """What to read: paths given by the person, and how.

    `owner` are the owner's names and numbers, by which chats know them. `dates` says in which
    order days are written where a file leaves it open; else `ask` is called, once a file.
    `before` holds the marks, by path, of each import whose files are known by their bytes alone.
    `addresses` are of mailboxes on a server; `marks` say by path what all imports read of them,
    `password` asks for what the environment does not tell, `tell` hears how far the reading is.
    """

    paths: tuple[Path, ...]
    as_kind: str | None = None
    columns: Mapping[str, str] | None = None
    owner: tuple[str, ...] = ()
    dates: DateOrder | None = None
    ask: AskOrder | None = None
    before: Sequence[Mapping[str, str]] = ()
    addresses: tuple[str, ...] = ()
    marks: Mapping[str, Sequence[str]] = field(default_factory=dict)
    password: AskPassword | None = None
    tell: Tell | None = None


class Readers(Protocol):
    """Recognises files by content and reads them."""

    def read(self, opened: Opened) -> Iterator[Reading]:
        """Yield a reading a file, those that tell who the owner is first, live mail last.

        They are unread, and say so by `again`, when they are just the files of one import among
        `before`, and hold the very same bytes.
        Raises BookError when a path cannot be read at all, or an address not be reached.
        """
        ...


class Catalogue(Protocol):
    """The content a linguist can change."""

    def template(self, name: str) -> Mapping[str, Any]:
        """Return a data file of `content/`, parsed."""
        ...

    def rules(self) -> Mapping[str, Mapping[str, Any]]:
        """Return the rules of tact by their file's name, parsed."""
        ...
