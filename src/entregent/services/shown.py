"""A book without the people in its trash: what every answer is made of."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Literal

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.batches import Batch, BatchLine
from entregent.domain.facts import Encounter, Entry, Source, Trashed
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.people import Person, Trace
from entregent.domain.portrait import removed
from entregent.domain.words import Origin
from entregent.services.ports import Book


def trashed(book: Book) -> frozenset[PersonId]:
    """Return who lies in the trash; the later of two words stands."""
    away = {
        entry.fact.person: not removed(entry)
        for entry in book.entries((Trashed,))
        if isinstance(entry.fact, Trashed)
    }
    return frozenset(person for person, gone in away.items() if gone) - {book.owner}


def shown(book: Book) -> Book:
    """Return the book as answers see it: as it is when nobody lies in the trash."""
    hidden = trashed(book)
    return Shown(book, hidden) if hidden else book


class Shown:
    """A book that says nothing of some people; what is written goes to the whole book."""

    def __init__(self, book: Book, hidden: frozenset[PersonId]) -> None:
        """Cover `hidden` in `book`."""
        self.whole = book
        self.hidden = hidden

    @property
    def owner(self) -> PersonId:
        """The id of `me`."""
        return self.whole.owner

    def close(self) -> None:
        """Let go of the book."""
        self.whole.close()

    # --- reading -------------------------------------------------------------------------------
    def moment(self) -> AbstractContextManager[None]:
        """Open a view of one moment."""
        return self.whole.moment()

    def people(self, some: Collection[PersonId] | None = None) -> list[Person]:
        """Return the portraits of those who are shown."""
        return [person for person in self.whole.people(some) if person.id not in self.hidden]

    def person(self, person: PersonId) -> Person | None:
        """Return one portrait, None when it is not shown."""
        found = self.whole.person(person)
        return None if found is None or found.id in self.hidden else found

    def search(self, words: Sequence[str]) -> list[PersonId]:
        """Return who among those shown holds every one of the words."""
        return [person for person in self.whole.search(words) if person not in self.hidden]

    def entries(
        self, types: Collection[type] = (), *, person: PersonId | None = None
    ) -> list[Entry]:
        """Return entries that name nobody hidden."""
        return [e for e in self.whole.entries(types, person=person) if self._open(e.fact)]

    def encounters(
        self, person: PersonId | None = None
    ) -> Iterator[tuple[Encounter, Source, BatchId]]:
        """Yield encounters with nobody hidden."""
        return (met for met in self.whole.encounters(person) if self._open(met[0]))

    def traces(self, until: date, landmark: date, half_life_days: float) -> list[Trace]:
        """Add up encounters with nobody hidden."""
        found = self.whole.traces(until, landmark, half_life_days)
        return [trace for trace in found if self._open(trace)]

    def coming(self, start: date, end: date) -> list[Encounter]:
        """Return the encounters of these days with nobody hidden."""
        return [met for met in self.whole.coming(start, end) if self._open(met)]

    def known_keys(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that the whole book bears."""
        return self.whole.known_keys(keys)

    def goals(self) -> list[Goal]:
        """Return the planned asks that aim at nobody hidden."""
        return [
            goal
            for goal in self.whole.goals()
            if not (isinstance(goal.target, ToPerson) and goal.target.person in self.hidden)
        ]

    def batches(self) -> list[BatchLine]:
        """Return the batches, oldest first."""
        return self.whole.batches()

    def redirects(self) -> Mapping[PersonId, PersonId]:
        """Return each merged id with the id that stays."""
        return self.whole.redirects()

    def merges(self) -> list[tuple[PersonId, PersonId, BatchId]]:
        """Return each merge as it was made."""
        return self.whole.merges()

    def born(self, batch: BatchId) -> frozenset[PersonId]:
        """Return the ids that a batch created."""
        return self.whole.born(batch)

    def told_since(
        self, batch: BatchId, *, newcomers: Literal["with", "without"]
    ) -> frozenset[tuple[Origin, type]]:
        """Return what types of facts later batches told, each with whose word it is."""
        return self.whole.told_since(batch, newcomers=newcomers)

    def forgotten(self) -> tuple[bytes, frozenset[str]]:
        """Return the book's salt and the hashes never to be imported again."""
        return self.whole.forgotten()

    def _open(self, fact: object) -> bool:
        named = (getattr(fact, place, None) for place in ("person", "other"))
        return self.hidden.isdisjoint(one for one in named if one is not None)

    # --- writing -------------------------------------------------------------------------------
    def apply(self, batch: Batch) -> None:
        """Take in a batch."""
        self.whole.apply(batch)

    def undo(self, batch: BatchId, stubs: Mapping[PersonId, str]) -> None:
        """Take a batch out."""
        self.whole.undo(batch, stubs)

    def keep(self, goal: Goal) -> None:
        """Keep a planned ask."""
        self.whole.keep(goal)

    def withdraw(self, facts: Collection[FactId]) -> None:
        """Delete facts the owner takes back."""
        self.whole.withdraw(facts)

    def drop_goal(self, goal: AskId) -> None:
        """Delete a planned ask."""
        self.whole.drop_goal(goal)

    def forget(self, person: PersonId, hashes: Iterable[str]) -> None:
        """Delete a person for good."""
        self.whole.forget(person, hashes)
