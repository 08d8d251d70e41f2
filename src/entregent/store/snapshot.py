"""The whole book as one value: what export writes, restore reads, and tests compare."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from entregent.domain.asking import Goal
from entregent.domain.batches import BatchLine
from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import BatchId, PersonId
from entregent.services.ports import Book, BookError
from entregent.store.codec import CodecError, Plain, coder

_FORMAT = {"format": "entregent.book", "version": 1}


@dataclass(frozen=True, slots=True)
class Member:
    """A person's id, the batch that made it (None for the owner), and the merge it went away by.

    Unlike what a book answers, the ids in a snapshot are those that each fact was said of.
    """

    id: PersonId
    batch: BatchId | None = None
    into: PersonId | None = None
    merged: BatchId | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything that is not derived, each list in the order it entered the book."""

    owner: PersonId
    salt: str
    """In hexadecimal."""
    batches: tuple[BatchLine, ...] = ()
    people: tuple[Member, ...] = ()
    entries: tuple[Entry, ...] = ()
    encounters: tuple[tuple[Encounter, Source, BatchId], ...] = ()
    goals: tuple[Goal, ...] = ()
    forgotten: tuple[str, ...] = ()


class Kept(Book, Protocol):
    """A book that can be taken out and put back whole."""

    def snapshot(self) -> Snapshot:
        """Return everything, in one consistent reading."""
        ...

    def restore(self, snapshot: Snapshot) -> None:
        """Fill an empty book; raises BookError `book.not-empty`."""
        ...


def dump(book: Kept) -> dict[str, Plain]:
    """Return the book as plain JSON-able data; `load` gives back exactly the same book."""
    plain: Mapping[str, Plain] = coder(Snapshot).encode(book.snapshot())
    return {**_FORMAT, **plain}


def load(book: Kept, dumped: Mapping[str, Plain]) -> None:
    """Put a dump into an empty book, whole or not at all.

    Raises BookError: `book.not-a-dump` when the data is not one, `book.not-empty`.
    """
    book.restore(decoded(dumped))


def decoded(dumped: Mapping[str, Plain]) -> Snapshot:
    """Return the book that a dump holds; raises BookError `book.not-a-dump` when it is none."""
    plain = dict(dumped)
    if {key: plain.pop(key, None) for key in _FORMAT} != _FORMAT:
        raise BookError("book.not-a-dump")
    try:
        snapshot: Snapshot = coder(Snapshot).decode(plain)
    except CodecError as error:
        raise BookError("book.not-a-dump") from error
    return snapshot
