"""The book in a database: the port `Book`, one transaction a method.

What few commands do is imported only then, so that the others start fast.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from entregent.domain.asking import Goal
from entregent.domain.batches import Batch, BatchLine
from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.people import Person, Trace
from entregent.domain.words import Origin
from entregent.services.ports import Ids
from entregent.store import goals, plain
from entregent.store.vault import Vault

if TYPE_CHECKING:
    from entregent.store.health import Health
    from entregent.store.snapshot import Snapshot


class SqlBook:
    """A book in a vault."""

    def __init__(self, vault: Vault, ids: Ids, now: Callable[[], datetime]) -> None:
        """Open the vault; `ids` and `now` serve what the book itself must add."""
        self.vault = vault
        self._ids = ids
        self._now = now
        self._at_once: plain.Plain | None = None
        self._owner = self._read_owner()

    @property
    def owner(self) -> PersonId:
        """The id of `me`."""
        return self._owner

    def close(self) -> None:
        """Let go of the book."""
        self.vault.close()

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let people, entries, traces, goals and batches be read as they are at one moment."""
        if self._at_once is not None:
            yield
            return
        with self.vault.plain() as ask:
            self._at_once = ask
            try:
                yield
            finally:
                self._at_once = None

    def _reading(self) -> AbstractContextManager[plain.Plain]:
        return self.vault.plain() if self._at_once is None else nullcontext(self._at_once)

    def people(self, some: Collection[PersonId] | None = None) -> list[Person]:
        """Return the portraits of everybody, or of some, in the order they came."""
        with self._reading() as ask:
            return plain.portraits(ask, some)

    def person(self, person: PersonId) -> Person | None:
        """Return one portrait; an id that was merged away gives the one it went into."""
        with self._reading() as ask:
            return plain.portrait_of(ask, person)

    def search(self, words: Sequence[str]) -> list[PersonId]:
        """Return who holds every one of the folded `words` in any field or note."""
        with self._reading() as ask:
            return plain.found(ask, words)

    def entries(
        self, types: Collection[type] = (), *, person: PersonId | None = None
    ) -> list[Entry]:
        """Return entries of these types, of one person or of all, in the order they came."""
        with self._reading() as ask:
            return plain.entries(ask, types, person)

    def encounters(
        self, person: PersonId | None = None
    ) -> Iterator[tuple[Encounter, Source, BatchId]]:
        """Yield encounters by date, of one person or of all."""
        from entregent.store.encounters import encounters

        with self.vault.plain() as ask:
            who = None if person is None else plain.all_keys(ask, person)
        with self.vault.reading() as connection:
            yield from encounters(connection, who)

    def traces(self, until: date, landmark: date, half_life_days: float) -> list[Trace]:
        """Add up all encounters up to `until`, a row per direction and channel."""
        with self._reading() as ask:
            return plain.traces(ask, until, landmark, half_life_days)

    def coming(self, start: date, end: date) -> list[Encounter]:
        """Return the encounters from `start` to `end`, by date."""
        with self._reading() as ask:
            return plain.coming(ask, start, end)

    def known_keys(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that an encounter in the book already bears."""
        from entregent.store.encounters import known_keys

        with self.vault.reading() as connection:
            return known_keys(connection, keys)

    def goals(self) -> list[Goal]:
        """Return every ask that was planned, oldest first."""
        with self._reading() as ask:
            return goals.goals(ask)

    def batches(self) -> list[BatchLine]:
        """Return the batches, oldest first."""
        from entregent.store.lines import batch_lines

        with self._reading() as ask:
            return batch_lines(ask)

    def redirects(self) -> Mapping[PersonId, PersonId]:
        """Return each merged id with the id that stays."""
        from entregent.store import batches

        with self.vault.reading() as connection:
            return batches.redirects(connection)

    def merges(self) -> list[tuple[PersonId, PersonId, BatchId]]:
        """Return each merge as it was made, oldest first: who went, into whom, by which batch."""
        from entregent.store import batches

        with self.vault.reading() as connection:
            return batches.merges(connection)

    def born(self, batch: BatchId) -> frozenset[PersonId]:
        """Return the ids that a batch created, as they were before any merge."""
        from entregent.store import batches

        with self.vault.reading() as connection:
            return batches.born(connection, batch)

    def told_since(
        self, batch: BatchId, *, newcomers: Literal["with", "without"]
    ) -> frozenset[tuple[Origin, type]]:
        """Return what types of facts later batches told, each with whose word it is."""
        from entregent.store import batches

        with self.vault.reading() as connection:
            return batches.told_since(connection, batch, newcomers=newcomers)

    def forgotten(self) -> tuple[bytes, frozenset[str]]:
        """Return the book's salt, and the hashes never to be imported again."""
        with self.vault.plain() as ask:
            hashes = frozenset(row[0] for row in ask("SELECT hash FROM forgotten", {}))
            return bytes.fromhex(plain.meta(ask, "salt")), hashes

    def apply(self, batch: Batch) -> None:
        """Take in a batch and redraw the portraits it touches.

        Raises BookError: `book.moved` (another batch came since it was made up),
        `book.unknown-person`, `book.conflict` (an id that is already there).
        """
        from entregent.store import writing

        with self.vault.writing() as connection:
            writing.apply(connection, batch)

    def undo(self, batch: BatchId, stubs: Mapping[PersonId, str]) -> None:
        """Take a batch out; `stubs` stay, with the names they keep by hand.

        Raises BookError: `book.no-batch`; `book.needed` when something later names a person of
        this batch who is not among the stubs.
        """
        from entregent.store import writing
        from entregent.store.stubs import stub_batch

        kept = stub_batch(stubs, self._ids, self._now())
        with self.vault.writing() as connection:
            writing.undo(connection, batch, kept)

    def keep(self, goal: Goal) -> None:
        """Keep a planned ask, or its new state."""
        with self.vault.plain(meaning="to write") as ask:
            goals.keep(ask, goal)

    def withdraw(self, facts: Collection[FactId]) -> None:
        """Delete facts the owner takes back."""
        from entregent.store import writing

        with self.vault.writing() as connection:
            writing.withdraw(connection, facts)

    def drop_goal(self, goal: AskId) -> None:
        """Delete a planned ask."""
        with self.vault.plain(meaning="to write") as ask:
            goals.drop_goal(ask, goal)

    def forget(self, person: PersonId, hashes: Iterable[str]) -> None:
        """Delete a person and all that names them, for good, also from free pages and backups.

        Raises BookError: `book.owner`; `book.busy` when another reader keeps deleted bytes from
        being overwritten (the person is gone; forgetting them again overwrites).
        """
        from entregent.store import forgetting

        with self.vault.writing() as connection:
            forgetting.forget(connection, person, hashes)
        self.vault.scrub()

    def snapshot(self) -> "Snapshot":
        """Return everything that is not derived, with the ids that facts were said of."""
        from entregent.store import shelving

        with self.vault.reading() as connection:
            return shelving.snapshot(connection)

    def restore(self, snapshot: "Snapshot") -> None:
        """Fill an empty book; raises BookError `book.not-empty`."""
        from entregent.store import shelving

        with self.vault.writing() as connection:
            shelving.restore(connection, snapshot)
        self._owner = self._read_owner()

    def check(self) -> "Health":
        """Return what is wrong with the book, and how much it holds."""
        from entregent.store import health

        troubles = self.vault.troubles()
        with self.vault.reading() as connection:
            return health.check(connection, troubles)

    def rebuild(self) -> None:
        """Derive anew all that is derived."""
        from entregent.store import health

        with self.vault.writing() as connection:
            health.rebuild(connection)

    def _read_owner(self) -> PersonId:
        with self.vault.plain() as ask:
            return PersonId(plain.meta(ask, "owner"))
