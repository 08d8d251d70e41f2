"""A book that lives in memory: what tests of the verbs use, and what the contract is checked on."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.batches import Batch, BatchLine
from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.people import Person, Trace
from entregent.domain.portrait import traits
from entregent.domain.tellings import spread
from entregent.domain.text import fold
from entregent.domain.words import Channel, Origin
from entregent.services.ports import BookError, Ids
from entregent.store import redact as redacting
from entregent.store.codec import clean
from entregent.store.derive import Known, exponent, remarks, searchable, shared_with
from entregent.store.ids import Uuids, instant, salt
from entregent.store.remembering import (
    all_ids,
    all_named,
    merged,
    named,
    require,
    resolved_entry,
    roots_of,
    stored_encounter,
    stored_entry,
    without,
)
from entregent.store.snapshot import Member, Snapshot
from entregent.store.stubs import stub_batch

_Met = tuple[Encounter, Source, BatchId]


class MemoryBook:
    """Everything as one snapshot, replaced as a whole by each change; reading computes."""

    def __init__(self, ids: Ids | None = None, now: Callable[[], datetime] = instant) -> None:
        """Begin a book that holds its owner."""
        self._ids = ids or Uuids()
        self._now = now
        owner = PersonId(self._ids.new())
        self._held = Snapshot(owner, salt().hex(), people=(Member(owner),))

    @property
    def owner(self) -> PersonId:
        """The id of `me`."""
        return self._held.owner

    def close(self) -> None:
        """Do nothing."""

    # --- reading -------------------------------------------------------------------------------
    def moment(self) -> AbstractContextManager[None]:
        """Open a view of one moment: nobody else writes here."""
        return nullcontext()

    def people(self, some: Collection[PersonId] | None = None) -> list[Person]:
        """Return the portraits of everybody, or of some, in the order they came."""
        known = self._known()
        standing = self._standing()
        return [self._draw(one, known) for one in standing if some is None or one in some]

    def person(self, person: PersonId) -> Person | None:
        """Return one portrait; an id that was merged away gives the one it went into."""
        roots = self._roots()
        return self._draw(roots[person], self._known()) if person in roots else None

    def search(self, words: Sequence[str]) -> list[PersonId]:
        """Return who holds every one of the folded `words` in any field or note."""
        known = self._known()
        folded = [clean(fold(word)) for word in words]
        return [
            one
            for one in self._standing()
            for text in (searchable(self._traits(one, known), known[one].remarks),)
            if all(word in text for word in folded)
        ]

    def entries(
        self, types: Collection[type] = (), *, person: PersonId | None = None
    ) -> list[Entry]:
        """Return entries of these types, of one person or of all, in the order they came."""
        roots = self._roots()
        found = [resolved_entry(entry, roots) for entry in self._held.entries]
        return [
            entry
            for entry in found
            if (not types or type(entry.fact) in types)
            and (person is None or roots.get(person) in named(entry))
        ]

    def encounters(self, person: PersonId | None = None) -> Iterator[_Met]:
        """Yield encounters by date, of one person or of all."""
        roots = self._roots()
        for met, source, batch in sorted(self._held.encounters, key=lambda one: one[0].on):
            now = replace(met, person=roots[met.person], other=roots[met.other])
            if person is None or roots.get(person) in (now.person, now.other):
                yield now, source, batch

    def traces(self, until: date, landmark: date, half_life_days: float) -> list[Trace]:
        """Add up all encounters up to `until`, a row per direction and channel."""
        groups: dict[tuple[PersonId, PersonId, Channel], list[date]] = defaultdict(list)
        for met, _, _ in self.encounters():
            if met.on <= until and met.person != met.other:
                groups[met.person, met.other, met.channel].append(met.on)
        place = {member.id: n for n, member in enumerate(self._held.people)}
        from_day = landmark.toordinal()
        found = []
        for (one, other, channel), days in groups.items():
            powers = (exponent(day.toordinal(), from_day, half_life_days) for day in days)
            weight = sum(2.0**power for power in powers)
            trace = Trace(one, other, channel, weight, len(days), min(days), max(days))
            found.append(trace)
        return sorted(found, key=lambda one: (place[one.person], place[one.other], one.channel))

    def coming(self, start: date, end: date) -> list[Encounter]:
        """Return the encounters from `start` to `end`, by date."""
        return [met for met, _, _ in self.encounters() if start <= met.on <= end]

    def known_keys(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that an encounter in the book already bears."""
        borne = {met.key for met, _, _ in self._held.encounters} - {""}
        return {key for key in keys if clean(key) in borne}

    def goals(self) -> list[Goal]:
        """Return every ask that was planned, oldest first."""
        roots = self._roots()
        return [
            replace(goal, target=ToPerson(roots[goal.target.person]))
            if isinstance(goal.target, ToPerson)
            else goal
            for goal in self._held.goals
        ]

    def batches(self) -> list[BatchLine]:
        """Return the batches, oldest first."""
        return list(self._held.batches)

    def redirects(self) -> Mapping[PersonId, PersonId]:
        """Return each merged id with the id that stays."""
        return {gone: stays for gone, stays in self._roots().items() if gone != stays}

    def merges(self) -> list[tuple[PersonId, PersonId, BatchId]]:
        """Return each merge as it was made, oldest first: who went, into whom, by which batch."""
        made = {line.id: number for number, line in enumerate(self._held.batches)}
        found = [
            (member.id, member.into, member.merged)
            for member in self._held.people
            if member.into is not None and member.merged is not None
        ]
        return sorted(found, key=lambda merge: made[merge[2]])

    def born(self, batch: BatchId) -> frozenset[PersonId]:
        """Return the ids that a batch created, as they were before any merge."""
        return frozenset(member.id for member in self._held.people if member.batch == batch)

    def told_since(
        self, batch: BatchId, *, newcomers: Literal["with", "without"]
    ) -> frozenset[tuple[Origin, type]]:
        """Return what types of facts later batches told, each with whose word it is."""
        order = [line.id for line in self._held.batches]
        later = set(order[order.index(batch) + 1 :])
        came = {one.id for one in self._held.people if one.batch in later}
        return frozenset(
            (entry.source.origin, type(entry.fact))
            for entry in self._held.entries
            if entry.batch in later
            and (newcomers == "with" or getattr(entry.fact, "person", None) not in came)
        )

    def forgotten(self) -> tuple[bytes, frozenset[str]]:
        """Return the book's salt, and the hashes never to be imported again."""
        return bytes.fromhex(self._held.salt), frozenset(self._held.forgotten)

    def snapshot(self) -> Snapshot:
        """Return everything that is not derived, with the ids that facts were said of."""
        return self._held

    # --- writing -------------------------------------------------------------------------------
    def apply(self, batch: Batch) -> None:
        """Take in a batch; BookError: `book.moved`, `book.unknown-person`, `book.conflict`."""
        held = self._held
        last = held.batches[-1].id if held.batches else ""
        if batch.after is not None and batch.after != last:
            raise BookError("book.moved")
        people = (*held.people, *(Member(one, batch.id) for one in batch.people))
        entries = (*held.entries, *(stored_entry(entry) for entry in spread(batch.entries)))
        line = BatchLine(batch.id, batch.kind, batch.at, clean(batch.title), tuple(batch.files))
        batches = (*held.batches, line)
        for ids in (people, entries, batches):
            if len({one.id for one in ids}) < len(ids):
                raise BookError("book.conflict", batch=batch.id)
        require({*all_named(batch)}, {member.id for member in people})
        encounters = (*held.encounters, *self._fresh(batch, people))
        for gone, stays in batch.merges:
            people = merged(people, gone, stays, batch.id)
        self._held = replace(
            held, people=people, entries=entries, encounters=encounters, batches=batches
        )

    def undo(self, batch: BatchId, stubs: Mapping[PersonId, str]) -> None:
        """Take a batch out; raises BookError `book.no-batch`, `book.needed`."""
        held = self._held
        if batch not in {line.id for line in held.batches}:
            raise BookError("book.no-batch", batch=batch)
        kept = stub_batch(stubs, self._ids, self._now())
        people = tuple(
            replace(
                member,
                into=None if member.merged == batch else member.into,
                merged=None if member.merged == batch else member.merged,
                batch=kept.id if member.id in stubs else member.batch,
            )
            for member in held.people
        )
        line = BatchLine(kept.id, kept.kind, kept.at, kept.title, ())
        left = replace(
            held,
            people=tuple(member for member in people if member.batch != batch),
            entries=(*(one for one in held.entries if one.batch != batch), *spread(kept.entries)),
            encounters=tuple(one for one in held.encounters if one[2] != batch),
            batches=(
                *_without_line(held.batches, batch),
                *((line,) if stubs else ()),
            ),
        )
        if not all_ids(left) <= {member.id for member in left.people}:
            raise BookError("book.needed", batch=batch)
        self._held = left

    def keep(self, goal: Goal) -> None:
        """Keep a planned ask, or its new state."""
        if isinstance(goal.target, ToPerson):
            require({goal.target.person}, {member.id for member in self._held.people})
        goals = {one.id: one for one in self._held.goals} | {goal.id: goal}
        self._held = replace(self._held, goals=tuple(goals.values()))

    def withdraw(self, facts: Collection[FactId]) -> None:
        """Delete facts the owner takes back."""
        left = tuple(entry for entry in self._held.entries if entry.id not in facts)
        self._held = replace(self._held, entries=left)

    def drop_goal(self, goal: AskId) -> None:
        """Delete a planned ask."""
        left = tuple(one for one in self._held.goals if one.id != goal)
        self._held = replace(self._held, goals=left)

    def forget(self, person: PersonId, hashes: Iterable[str]) -> None:
        """Delete a person and all that names them; raises BookError `book.owner`."""
        root = self._roots().get(person)
        if root == self.owner:
            raise BookError("book.owner")
        if root is not None:
            known = self._known()
            others = [self._draw(one, known) for one in self._standing() if one != root]
            redact = redacting.redaction(self._draw(root, known), others)
            gone = {one for one, stays in self._roots().items() if stays == root}
            self._held = without(self._held, gone, redact)
        forgotten = {*self._held.forgotten, *hashes}
        self._held = replace(self._held, forgotten=tuple(sorted(forgotten)))

    def restore(self, snapshot: Snapshot) -> None:
        """Fill an empty book; raises BookError `book.not-empty`."""
        if self._held.batches or self._held.goals:
            raise BookError("book.not-empty")
        self._held = snapshot

    # --- computing -----------------------------------------------------------------------------
    def _roots(self) -> dict[PersonId, PersonId]:
        return roots_of(self._held.people)

    def _standing(self) -> list[PersonId]:
        return [member.id for member in self._held.people if member.into is None]

    def _draw(self, one: PersonId, known: Mapping[PersonId, Known]) -> Person:
        return Person(**self._traits(one, known))

    def _traits(self, one: PersonId, known: Mapping[PersonId, Known]) -> dict[str, Any]:
        order = {line.id: place for place, line in enumerate(self._held.batches)}
        return traits(one, known[one].entries, order=order)

    def _known(self) -> dict[PersonId, Known]:
        known: dict[PersonId, Known] = defaultdict(Known)
        for entry in self.entries():
            about = getattr(entry.fact, "person", None)
            if about is not None:
                known[about].entries.append(entry)
                known[about].remarks += remarks(entry.fact)
            beside = getattr(entry.fact, "other", None)
            if beside not in (None, self.owner, about):
                known[beside].remarks += remarks(entry.fact)
        for met, _, _ in self.encounters():
            for one in shared_with(met, self.owner):
                known[one].remarks += remarks(met)
        return known

    def _fresh(self, batch: Batch, people: Sequence[Member]) -> Iterator[_Met]:
        roots = roots_of(people)

        def identity(met: Encounter) -> tuple[str, PersonId, PersonId]:
            return met.key, roots[met.person], roots[met.other]

        there = {identity(met) for met, _, _ in self._held.encounters}
        for met, source in batch.encounters:
            kept = stored_encounter(met)
            if not kept.key or identity(kept) not in there:
                there.add(identity(kept))
                yield kept, replace(source, record=clean(source.record)), batch.id


def _without_line(lines: Sequence[BatchLine], gone: BatchId) -> Iterator[BatchLine]:
    """Yield the other lines; what came later may have been known by what goes, and is unmarked."""
    later = False
    for line in lines:
        if line.id == gone:
            later = True
        else:
            yield line.unmarked() if later else line
