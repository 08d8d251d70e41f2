"""What the book already says, so that a second import of the same changes nothing."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import fields, replace
from typing import TypeAlias

from entregent.domain.facts import Connected, Detail, Entry, Fact, House, Position, Seen, Tied
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.pairs import pair
from entregent.domain.text import company_key
from entregent.domain.words import ALONE, Origin

Slot: TypeAlias = tuple[Hashable, ...]
"""What a fact replaces when it is said anew: the same slot of the same source's kind."""

_EVERYBODY = "everybody"
_PEOPLE = ("person", "other")


class Sayings:
    """Facts by whose word they are.

    Most stand beside their like. Some replace it (a name, an employer without dates): then only
    the last batch's stand. Ties and companies are said word by word: each word stands until the
    same source's kind says another.

    The book is only looked at once a question needs it: what is said of newcomers does not.
    """

    def __init__(self, entries: Callable[[], Iterable[Entry]]) -> None:
        """Keep what gives the book's entries, oldest first."""
        self._facts: set[tuple[str, Fact]] = set()
        self._standing: dict[Slot, tuple[BatchId, set[Fact]]] = {}
        self._words: dict[Slot, dict[str, tuple[BatchId, object]]] = {}
        self._entries: Callable[[], Iterable[Entry]] | None = entries
        self._introduced: dict[PersonId, tuple[list[Fact], Origin, BatchId]] = {}

    def introduce(
        self, person: PersonId, facts: list[Fact], origin: Origin, batch: BatchId
    ) -> None:
        """Remember the first words about a newcomer, of whom nothing else is known."""
        self._introduced[person] = (facts, origin, batch)

    def learn(self, fact: Fact, origin: Origin, batch: BatchId) -> None:
        """Remember a fact; what replaces its like makes the older one unsaid."""
        told = self._told(fact, origin)
        if told is not None:
            told.append(fact)
            return
        self._open(fact)
        self._learn(fact, origin, batch)

    def _told(self, fact: Fact, origin: Origin) -> list[Fact] | None:
        """Return the words about a newcomer, where they alone tell whether a fact is said.

        So it is with the day of a connection, which follows the card of every one of them.
        """
        if not isinstance(fact, Connected):
            return None
        facts, said_by, _ = self._introduced.get(fact.person, ([], None, ""))
        return facts if said_by is origin else None

    def _open(self, fact: Fact) -> None:
        """Look up what was put off, where it may bear on this fact."""
        for person in _people(fact):
            if person in self._introduced:
                facts, origin, batch = self._introduced.pop(person)
                for told in facts:
                    self._learn(told, origin, batch)
        entries, self._entries = self._entries, None
        if entries is not None:
            for entry in entries():
                self._learn(entry.fact, entry.source.origin, entry.batch)

    def _learn(self, fact: Fact, origin: Origin, batch: BatchId) -> None:
        if isinstance(fact, Tied | House):
            words = self._words.setdefault((origin, *_subject(fact)), {})
            words.update({name: (batch, word) for name, word in _said(fact).items()})
        elif (slot := slot_of(fact)) is None:
            self._facts.add((_voice(fact, origin), fact))
        else:
            key = (origin, *slot)
            held, facts = self._standing.get(key, (batch, set()))
            self._standing[key] = (batch, facts | {fact} if held == batch else {fact})

    def holds(self, fact: Fact, origin: Origin) -> bool:
        """Tell whether this source's kind says this already, or the owner by hand.

        A word by hand does not keep another kind of source from adding its own, except a journal,
        which may be the owner's own words come back.
        """
        told = self._told(fact, origin)
        if told is not None:
            return fact in told
        self._open(fact)
        origins = (origin, Origin.HAND) if origin is Origin.JOURNAL else (origin,)
        return any(self._held(fact, one) for one in origins)

    def replaced(self, fact: Fact, origin: Origin) -> tuple[Fact, ...]:
        """Return what this source's kind last said in the place of a fact, in any order."""
        self._open(fact)
        slot = slot_of(fact)
        _, facts = self._standing.get((origin, *slot), ("", ())) if slot else ("", ())
        return tuple(facts)

    def join(self, double: PersonId, person: PersonId) -> None:
        """Take all that is said of `double` as said of `person`; the later word stands."""
        for one in (double, person):
            self._open(Seen(one))
        for voice, fact in [said for said in self._facts if double in _people(said[1])]:
            self._facts.add((voice, _moved(fact, double, person)))
        for key in [key for key in self._standing if key[1] == double]:
            batch, facts = self._standing.pop(key)
            moved = {_moved(fact, double, person) for fact in facts}
            held = self._standing.setdefault((key[0], person, *key[2:]), (batch, moved))
            if held[0] == batch:
                held[1].update(moved)
            elif held[0] < batch:
                self._standing[key[0], person, *key[2:]] = (batch, moved)

    def _held(self, fact: Fact, origin: Origin) -> bool:
        if isinstance(fact, Tied | House):
            words = self._words.get((origin, *_subject(fact)))
            return words is not None and all(
                name in words and words[name][1] == word for name, word in _said(fact).items()
            )
        slot = slot_of(fact)
        if slot is None:
            return (_voice(fact, origin), fact) in self._facts
        standing = self._standing.get((origin, *slot))
        return standing is not None and fact in standing[1]


def slot_of(fact: Fact) -> Slot | None:
    """Name what a fact replaces when it is said anew: None when it stands beside its like."""
    match fact:
        case Detail(person=person, said=said) if said in ALONE:
            return (person, said)
        case Position(person=person, start=None, end=None):
            return (person, "position")
        case Position(person=person, company=company, start=start):
            return (person, "position", company_key(company), start)
        case _:
            return None


def _voice(fact: Fact, origin: Origin) -> str:
    """Tell whose word a fact is: a profile is its source's, a dated fact nobody's own."""
    return origin if isinstance(fact, Detail | Position | Seen | Connected) else _EVERYBODY


def _subject(fact: Tied | House) -> Slot:
    if isinstance(fact, Tied):
        return ("tie", *pair(fact.person, fact.other))
    return ("house", company_key(fact.company))


def _said(fact: Tied | House) -> dict[str, object]:
    """Return the words of a fact that are said at all."""
    plain = {field.name: getattr(fact, field.name) for field in fields(fact)}
    return {
        name: word
        for name, word in plain.items()
        if name not in (*_PEOPLE, "company") and word not in (None, "")
    }


def _people(fact: Fact) -> tuple[PersonId | None, ...]:
    return getattr(fact, "person", None), getattr(fact, "other", None)


def _moved(fact: Fact, double: PersonId, person: PersonId) -> Fact:
    changes = {name: person for name in _PEOPLE if getattr(fact, name, None) == double}
    return replace(fact, **changes)  # type: ignore[arg-type]  # by name
