"""A batch in the making: cards find their people, and nothing is said twice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice
from types import MappingProxyType

from entregent.domain.batches import Change, FileReport
from entregent.domain.facts import (
    DEEDS,
    SIDE_BY_SIDE,
    Apart,
    Encounter,
    Entry,
    Fact,
    Seen,
    Source,
)
from entregent.domain.ids import ME, BatchId, FactId, PersonId
from entregent.domain.reading import Card, Encounters, Problem, Reading
from entregent.domain.tellings import Telling, Told
from entregent.domain.words import TRACES, Origin
from entregent.identity import names
from entregent.identity.likeness import compatible
from entregent.identity.resolve import Known, Listing, Match, resolve
from entregent.services.beside_trash import beside_trash
from entregent.services.carding import profile_of, said_by, tie_of
from entregent.services.changing import changes
from entregent.services.desk import Desk
from entregent.services.never_again import Refusal
from entregent.services.ports import Book
from entregent.services.rebasing import day_of, keyed, rebase
from entregent.services.sayings import Sayings, Slot, slot_of
from entregent.services.shown import trashed

_NOTHING: Mapping[str, str] = MappingProxyType({})
MOST_CHANGES = 1000
"""How many changes of one file are told one by one."""
_PEOPLE = ("addr=", "name=", "url=")
"""How the records of people begin where what they did are the records that count."""
_AT_ONCE = 50_000
"""How many encounters are looked up in the book at one go."""
_RANK = {"new": 2, "changed": 1, "same": 0}


class Intake:
    """Takes readings in, one after the other, into the parts of one batch.

    Who is who is decided for all of them together, so that their order decides nothing.
    """

    def __init__(self, desk: Desk, readings: Sequence[Reading]) -> None:
        """Start from what the book knows."""
        book = desk.book
        self.after = next((line.id for line in reversed(book.batches())), BatchId(""))
        self.batch = BatchId(desk.ids.new())
        self.entries: list[Told] = []
        self.encounters: list[tuple[Encounter, Source]] = []
        self.merges: list[tuple[PersonId, PersonId]] = []
        self._desk = desk
        self._owner = book.owner
        people = book.people()
        self.called = {p.id: p.name for p in people}
        self._before = {p.id: frozenset(source.origin for source in p.sources) for p in people}
        refusal = Refusal(*book.forgotten())
        self._cards = [_admitted(reading, refusal) for reading in readings]
        self._away = trashed(book)
        found = resolve(
            [
                Listing(reading.origin, reading.path, cards, _two(reading))
                for reading, cards in zip(readings, self._cards, strict=True)
            ],
            Known(people, book.owner, set_apart(book)),
            lambda: PersonId(desk.ids.new()),
        )
        who = beside_trash(found, self._away) if self._away else found
        self.people = who.people
        self._newcomers = set(who.people)
        self.suggestions = who.suggestions
        self._matches = who.matches
        self._said = Sayings(book.entries)
        self._repeated: dict[Slot, dict[Fact, Source]] = {}
        self._met: set[tuple[str, PersonId, PersonId]] = set()
        self._seen: set[tuple[PersonId, Origin, str]] = set()
        self._latest = max(desk.today, desk.now.date())
        for double, person in who.merges:
            self._join(double, person)

    def take(self, number: int, reading: Reading) -> FileReport:
        """Take one file in and account for its records; `number` is its place among all."""
        intake = _File(reading, {ME: self._owner}, {}, list(reading.problems))
        for card, match in zip(self._cards[number], self._matches[number], strict=True):
            self._take_card(intake, card, match)
        self._take_facts(intake)
        return intake.report()

    def _take_card(self, intake: "_File", card: Card, match: Match) -> None:
        reading, person = intake.reading, match.person
        if person is None:
            problem = Problem(card.record, "journal.ambiguous", {"name": card.names[0]})
            intake.problems.append(problem)
            return
        intake.refs[card.ref] = person
        if person in self._away:
            intake.mark(card.record, "same")
            return
        told = reading.origin in self._before.get(person, ())
        if person in self._newcomers:
            self._newcomers.discard(person)
            added = self._introduce(card, person, reading)
        else:
            facts = said_by(card, person, self._owner)
            if told:
                name = card.names[0] if card.names else self.called[person] or card.record
                seen = changes(person, name, facts, self._said, reading.origin)
                intake.changes += islice(seen, MOST_CHANGES - len(intake.changes))
            added = self._say_card(card, facts, person, reading, told=told)
        intake.mark(card.record, ("changed" if told else "new") if added else "same")

    def _join(self, double: PersonId, person: PersonId) -> None:
        """Fold into one the two people whom a card shows to be the same human."""
        self.merges.append((double, person))
        self._said.join(double, person)
        self._before[person] = self._before.get(person, frozenset()) | self._before.get(
            double, frozenset()
        )

    def _introduce(self, card: Card, person: PersonId, reading: Reading) -> bool:
        """Say all that a card says of somebody of whom nothing was said before."""
        self.called[person] = card.names[0] if card.names else card.record
        source = Source(reading.origin, reading.path, card.record)
        profile = (Seen(person), *profile_of(card, person))
        self._seen.add((person, reading.origin, card.record))
        first = FactId(self._desk.ids.run(len(profile)))
        self.entries.append(Telling(first, self.batch, person, profile, source, card.extra))
        facts: list[Fact] = list(profile)
        if tie := tie_of(card, person, self._owner):
            facts.append(tie)
            self.entries.append(Entry(self._new_id(), self.batch, tie, source, _NOTHING))
        self._said.introduce(person, facts, reading.origin, self.batch)
        return True

    def _new_id(self) -> FactId:
        return FactId(self._desk.ids.new())

    def _say_card(
        self, card: Card, facts: Sequence[Fact], person: PersonId, reading: Reading, *, told: bool
    ) -> bool:
        source = Source(reading.origin, reading.path, card.record)
        together = [fact for fact in facts if slot_of(fact) == (person, "position")]
        anew = any(not self._said.holds(fact, reading.origin) for fact in together)
        extra: Mapping[str, str] = card.extra
        added = False
        if not told and (person, reading.origin, card.record) not in self._seen:
            self._seen.add((person, reading.origin, card.record))
            self._enter(Seen(person), source, extra)
            added, extra = True, {}
        for fact in facts:
            if (fact in together and anew) or not self._said.holds(fact, reading.origin):
                self._enter(fact, source, extra)
                added, extra = True, {}
            elif slot := slot_of(fact):
                self._repeated.setdefault((reading.origin, *slot), {})[fact] = source
        return added

    def _take_facts(self, intake: "_File") -> None:
        reading = intake.reading
        if isinstance(reading.facts, Encounters):
            self._take_rows(intake, reading.facts)
            return
        facts = [rebase(stated.fact, intake.refs) for stated in reading.facts]
        keys = {keyed(fact).key for fact in facts if isinstance(fact, Encounter)}
        known = self._desk.book.known_keys(keys)
        for stated, fact in zip(reading.facts, facts, strict=True):
            if fact is None or self._idle(stated.fact, fact, reading.origin):
                intake.mark(stated.record, "same")
                continue
            if self._too_late(fact, reading.origin):
                intake.problems.append(Problem(stated.record, "import.future-date"))
            source = Source(reading.origin, reading.path, stated.record)
            added = self._say(fact, source, stated.extra, known)
            intake.mark(stated.record, "new" if added else "same")

    def _take_rows(self, intake: "_File", encounters: Encounters) -> None:
        """Take in encounters by the hundred thousand, without a copy of each on the way."""
        refs, owner = intake.refs, self._owner
        origin, path = intake.reading.origin, intake.reading.path
        source = Source(origin, path)
        rows = encounters.rows()
        while some := list(islice(rows, _AT_ONCE)):
            known = self._desk.book.known_keys([row[-1] for row in some])
            for record, one, two, on, channel, key in some:
                person, other = refs.get(one), refs.get(two)
                if not person or not other or person == other:
                    continue
                if key in known or _beside(key, owner, person, other):
                    continue
                if source.record != record:
                    source = Source(origin, path, record)
                met = Encounter(person, other, on, channel, "", "", key)
                if self._meet(met, source, known):
                    intake.mark(record, "new")

    def _idle(self, stated: Fact, fact: Fact, origin: Origin) -> bool:
        """Tell a meeting told by my own address as a guest, which my calendar tells as mine."""
        if origin is not Origin.CALENDAR or not isinstance(stated, Encounter):
            return False
        mine = ME in (stated.person, stated.other)
        return not mine and self._owner in _both(fact)

    def _too_late(self, fact: Fact, origin: Origin) -> bool:
        if origin is not Origin.JOURNAL or not isinstance(fact, (*DEEDS, Encounter)):
            return False
        day = day_of(fact)
        return day is not None and day > self._latest

    def _say(self, fact: Fact, source: Source, extra: Mapping[str, str], known: set[str]) -> bool:
        if isinstance(fact, Encounter):
            return self._meet(keyed(fact), source, known)
        if self._said.holds(fact, source.origin):
            return False
        self._enter(fact, source, extra)
        return True

    def _meet(self, encounter: Encounter, source: Source, known: set[str]) -> bool:
        mark = (encounter.key, encounter.person, encounter.other)
        if encounter.key in known or mark in self._met:
            return False
        self._met.add(mark)
        self.encounters.append((encounter, source))
        return True

    def _enter(self, fact: Fact, source: Source, extra: Mapping[str, str]) -> None:
        """Enter a fact, and anew what it would replace though this very batch repeats it."""
        slot = slot_of(fact)
        repeated = self._repeated.pop((source.origin, *slot), {}) if slot else {}
        for older, told in [said for said in repeated.items() if said[0] != fact]:
            self._enter(older, told, _NOTHING)
        self.entries.append(Entry(self._new_id(), self.batch, fact, source, extra))
        self._said.learn(fact, source.origin, self.batch)


class _File:
    """One reading on its way in, with what became of its records."""

    def __init__(
        self,
        reading: Reading,
        refs: dict[PersonId, PersonId],
        statuses: dict[str, str],
        problems: list[Problem],
    ) -> None:
        self.reading = reading
        self.refs = refs
        self.problems = problems
        self.changes: list[Change] = []
        self._statuses = statuses

    def mark(self, record: str, status: str) -> None:
        """Keep the weightiest of what happened to a record."""
        if _RANK[status] >= _RANK.get(self._statuses.get(record, "same"), 0):
            self._statuses[record] = status

    def report(self) -> FileReport:
        """Count the records; those that hold nothing for the book count as the same."""
        troubled = {problem.where for problem in self.problems if problem.where}
        counts = Counter(
            status
            for record, status in self._statuses.items()
            if record not in troubled and self._counts(record)
        )
        reading = self.reading
        same = reading.read - counts["new"] - counts["changed"] - len(troubled)
        return FileReport(
            reading.path,
            reading.origin,
            read=reading.read,
            new=counts["new"],
            changed=counts["changed"],
            same=max(0, same),
            problems=tuple(self.problems),
            mark=reading.mark,
            changes=tuple(self.changes),
        )

    def _counts(self, record: str) -> bool:
        """Tell whether a label is a record: messages and events are, the people in them are not."""
        of_deeds = self.reading.of_deeds or self.reading.origin in TRACES
        return not (of_deeds and record.startswith(_PEOPLE))


def set_apart(book: Book) -> frozenset[frozenset[PersonId]]:
    """Return the pairs whom the owner said to be two people."""
    facts = (entry.fact for entry in book.entries((Apart,)))
    return frozenset(frozenset((f.person, f.other)) for f in facts if isinstance(f, Apart))


def _two(reading: Reading) -> frozenset[frozenset[PersonId]]:
    """Return the references that a journal says to be of two humans."""
    if reading.origin is not Origin.JOURNAL:
        return frozenset()
    facts = (stated.fact for stated in reading.facts)
    return frozenset(frozenset((f.person, f.other)) for f in facts if isinstance(f, Apart))


def _admitted(reading: Reading, refusal: Refusal) -> list[Card]:
    """Return a reading's cards without those who were forgotten for good."""
    cards = map(_agreeing, reading.cards) if reading.origin in TRACES else iter(reading.cards)
    return [card for card in cards if not refusal.covers(card)]


def _beside(key: str, owner: PersonId, *people: PersonId) -> bool:
    """Tell a letter that names the owner beside another, whom its writer knows and they may not."""
    return key.startswith(SIDE_BY_SIDE) and owner in people


def _both(fact: Fact) -> tuple[PersonId, ...]:
    return (fact.person, fact.other) if isinstance(fact, Encounter) else ()


def _agreeing(card: Card) -> Card:
    """Keep the names that may be one human's: a household's mailbox bears several."""
    if len(card.names) <= 1:
        return card
    usual = names.parse(card.names[0])
    kept = tuple(name for name in card.names if compatible(names.parse(name), usual))
    return replace(card, names=kept)
