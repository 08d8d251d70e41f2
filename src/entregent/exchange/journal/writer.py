"""Writes a book as a journal: exact for the facts that the journal's grammar names."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from entregent.domain.facts import (
    Apart,
    Boundary,
    Busy,
    Connected,
    Discreet,
    Encounter,
    Entry,
    Fact,
    House,
    LeftOut,
    Need,
    Offer,
    SavedSearch,
    Tied,
    Worked,
)
from entregent.domain.ids import ME, PersonId
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.domain.words import Channel
from entregent.exchange.journal import sentences
from entregent.exchange.journal.file import within_a_day
from entregent.exchange.journal.grammar import quote
from entregent.exchange.journal.people import name_key
from entregent.exchange.journal.sentences import Say
from entregent.services.saved import standing

_Kept: TypeAlias = Sequence[tuple[Fact, Mapping[str, str]]]

_SECTIONS: tuple[type, ...] = (
    Tied,
    Apart,
    Worked,
    House,
    Boundary,
    Busy,
    Need,
    Offer,
    LeftOut,
    Discreet,
    SavedSearch,
)
_BARE_NAME = re.compile(r"[^\W\d_][\w’'.-]*")


def write(
    people: Iterable[Person],
    entries: Iterable[Entry],
    encounters: Iterable[Encounter],
    owner: PersonId,
) -> str:
    """Return the journal: me, people, what lasts, then what is dated, day by day.

    Facts stay in the order given within each of these, so that a later word still wins.
    Portraits stand for the facts they are drawn from. A connection on a network, or in an address
    book, of two whom nothing else ties is a tie without more words. What the grammar has no word
    for (the day of a connection, crossings on a list) is left to the lossless export.
    """
    portraits = sorted(people, key=lambda one: (one.id != owner, fold(one.name), one.id))
    say = _namer(portraits, owner)
    kept = _tied(_said(list(entries)))
    dated = [*kept, *((fact, {}) for fact in encounters if fact.channel is not Channel.CROSSED)]
    lines = [*_portraits(portraits, say), *_lasting(kept, say), *_dated(dated, say)]
    return "".join(f"{line}\n" for line in lines)


def _said(entries: Sequence[Entry]) -> _Kept:
    """Return what stands: searches not changed since, pairs set apart and not joined since."""
    said = [
        (entry.fact, entry.extra)
        for entry in entries
        if not isinstance(fact := entry.fact, SavedSearch)
        and not (isinstance(fact, Apart) and fact.person == fact.other)
    ]
    return [*said, *((search, {}) for search in standing(entries))]


def _tied(kept: Sequence[tuple[Fact, Mapping[str, str]]]) -> _Kept:
    """Say a connection as a bare tie, where no tie is said."""
    said = {pair(fact.person, fact.other) for fact, _ in kept if isinstance(fact, Tied)}
    bare: dict[Pair, Tied] = {}
    for fact, _ in kept:
        if isinstance(fact, Connected) and pair(fact.person, fact.other) not in said:
            bare.setdefault(pair(fact.person, fact.other), Tied(fact.person, fact.other))
    return [*kept, *((fact, {}) for fact in bare.values())]


def _namer(people: Sequence[Person], owner: PersonId) -> Say:
    """Call people by name, and those who share one by id."""
    bearers = Counter(name_key(person.name) for person in people)
    called: dict[PersonId, str] = {ME: ME, owner: ME}
    for person in people:
        alone = person.name.strip() and bearers[name_key(person.name)] == 1
        called.setdefault(person.id, _name(person.name) if alone else f"@{person.id}")
    return lambda person: called.get(person, f"@{person}")


def _name(name: str) -> str:
    return name if _BARE_NAME.fullmatch(name) and name != ME else quote(name)


def _portraits(people: Iterable[Person], say: Say) -> Iterator[str]:
    for person in people:
        verb = ME if say(person.id) == ME else "person"
        yield sentences.portrait(person, head=f"{verb} {_name(person.name)} id:{person.id}")
        own = sentences.inline(person)
        for held in person.positions:
            if held is not own and (held.company or held.title):
                yield sentences.position(held, say)


def _lasting(facts: _Kept, say: Say) -> Iterator[str]:
    for section in _SECTIONS:
        for fact, extra in facts:
            if isinstance(fact, section):
                line = sentences.lasting(fact, say, extra)
                if line is not None:
                    yield line


def _dated(facts: _Kept, say: Say) -> Iterator[str]:
    lines: list[tuple[date, int, str]] = []
    for fact, extra in facts:
        written = sentences.dated(fact, say, extra)
        if written is not None:
            lines.append((written[0], within_a_day(fact), written[1]))
    return (line for _, _, line in sorted(lines, key=lambda line: line[:2]))
