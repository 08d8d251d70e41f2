"""Reads a journal: a book in plain text, one fact a line."""

import mmap
import re
from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from entregent.domain.facts import Answered, Asked, Fact, Received, Thanked
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Origin
from entregent.exchange.journal import grammar
from entregent.exchange.journal.grammar import Line, Unreadable, Word
from entregent.exchange.journal.people import Names
from entregent.exchange.journal.portraits import portray
from entregent.exchange.journal.verbs import DATED, LASTING, Find
from entregent.exchange.text import as_utf8

ORIGIN = Origin.JOURNAL

_WITHIN_A_DAY: tuple[type, ...] = (Received, Thanked, Asked, Answered)
_LOOKS_RIGHT = re.compile(
    rf"\s*(?:(?:{'|'.join((ME, 'person', *LASTING))})\s+\S"
    rf"|\d{{4}}-\d\d-\d\d\s+(?:{'|'.join(DATED)})\s+\S)"
)
_SAMPLE = 40


def recognises(head: bytes, name: str) -> bool:
    """Tell a journal by its lines; the name decides where they leave it open."""
    text = as_utf8(head).decode(errors="replace")
    lines = [line for line in text.splitlines() if line.strip() and line.lstrip()[0] != ";"]
    sample = lines[:_SAMPLE]
    fitting = sum(_LOOKS_RIGHT.match(line) is not None for line in sample)
    if 2 * fitting > len(sample):
        return True
    named = name.lower().endswith(".journal") and bool(text.strip())
    return named and "\0" not in text and (fitting > 0 or not lines)


def read(data: bytes | mmap.mmap, path: str, zone: ZoneInfo) -> Reading:  # noqa: ARG001 - as every reader
    """Read every line; those that cannot be are problems, each with its number."""
    return _Journal().read(bytes(data), path)


class _Journal:
    """A journal being read: first who is declared, then what the lines say."""

    def __init__(self) -> None:
        self._names = Names()
        self._cards: list[Card] = []
        self._carded: set[PersonId] = {ME}
        self._facts: list[Stated] = []
        self._problems: dict[int, Problem] = {}

    def read(self, data: bytes, path: str) -> Reading:
        lines = dict(self._scanned(data))
        count = len(lines) + len(self._problems)
        declared = dict(self._declared(lines))
        for number, (name, ref) in declared.items():
            self._portray(number, lines[number], name, ref)
        for number, line in lines.items():
            if number not in declared and number not in self._problems:
                (self._amend if _says(line, "person") else self._state)(number, line)
        return Reading(
            path,
            ORIGIN,
            count,
            tuple(self._cards),
            tuple(sorted(self._facts, key=_in_order)),
            tuple(problem for _, problem in sorted(self._problems.items())),
        )

    def _scanned(self, data: bytes) -> Iterator[tuple[int, Line]]:
        """Yield the lines that are neither blank nor comments, with their numbers."""
        for number, raw in enumerate(_split(data), start=1):
            try:
                words, pairs = grammar.scan(raw.decode())
            except UnicodeDecodeError:
                self._report(number, Unreadable("not-text"))
            except Unreadable as trouble:
                self._report(number, trouble)
            else:
                if words or pairs:
                    yield number, Line(words, pairs)

    def _declared(self, lines: dict[int, Line]) -> Iterator[tuple[int, tuple[str, PersonId]]]:
        """Take verb and name off the lines that portray somebody, making them known by both."""
        for number, line in lines.items():
            if _says(line, ME) or (_says(line, "person") and not _refers(line)):
                try:
                    yield number, self._declare(line)
                except Unreadable as trouble:
                    self._report(number, trouble)

    def _declare(self, line: Line) -> tuple[str, PersonId]:
        verb, identifier = line.word("verb"), line.one("id")
        if verb.text == ME:
            name = line.text()
            return name, self._names.declare_owner(name, identifier)
        word = line.word("name")
        if word.says(ME):
            raise Unreadable("not-me")
        return word.text, self._names.declare(word.text, identifier)

    def _portray(self, number: int, line: Line, name: str, ref: PersonId) -> None:
        try:
            card = portray(line, ref, f"line={number}", name, exact=self._names.exact(ref))
        except Unreadable as trouble:
            self._report(number, trouble)
        else:
            self._cards.append(card)
            self._carded.add(ref)

    def _amend(self, number: int, line: Line) -> None:
        """Read `person @id …`, which adds to a person declared elsewhere."""
        line.word("verb")
        try:
            word = line.word("name")
            ref = self._names.find(word)
        except Unreadable as trouble:
            self._report(number, trouble)
        else:
            self._portray(number, line, self._names.name(ref, word), ref)

    def _state(self, number: int, line: Line) -> None:
        """Read what a line states, and make cards of the people it is the first to name."""
        mentions: dict[PersonId, Word] = {}

        def find(word: Word) -> PersonId:
            person = self._names.find(word)
            mentions[person] = word
            return person

        try:
            facts = _facts(line, find)
            extra = line.rest()
        except Unreadable as trouble:
            self._report(number, trouble)
            return
        record = f"line={number}"
        self._facts.extend(Stated(record, fact, extra) for fact in facts)
        for person, word in mentions.items():
            if person not in self._carded:
                name, exact = self._names.name(person, word), self._names.exact(person)
                self._cards.append(Card(person, record, (name,) if name else (), exact=exact))
                self._carded.add(person)

    def _report(self, number: int, trouble: Unreadable) -> None:
        self._problems[number] = Problem(f"line={number}", trouble.key, trouble.details)


def _split(data: bytes) -> list[bytes]:
    return re.split(rb"\r\n|\n|\r", as_utf8(data))


def _says(line: Line, verb: str) -> bool:
    return bool(line.words) and line.words[0].says(verb)


def _refers(line: Line) -> bool:
    """Tell whether the second word is the `@id` of somebody whom another line declares."""
    return any(word.text.startswith("@") and not word.quoted for word in line.words[1:2])


def _facts(line: Line, find: Find) -> tuple[Fact, ...]:
    verb = line.word("verb")
    if verb.quoted:
        raise Unreadable("unknown-verb", word=verb.text)
    if verb.text in LASTING:
        return LASTING[verb.text](line, find)
    if verb.text in DATED:
        raise Unreadable("missing-date", word=verb.text)
    if not verb.text[:1].isdigit():
        raise Unreadable("unknown-verb", word=verb.text)
    on, deed = grammar.day(verb.text), line.word("verb")
    if deed.quoted or deed.text not in DATED:
        raise Unreadable("unknown-verb", word=deed.text)
    return (DATED[deed.text](line, find, on),)


def _in_order(stated: Stated) -> tuple[date, int]:
    """Order by day, what bears no date first, then as things follow within a day."""
    return getattr(stated.fact, "on", None) or date.min, within_a_day(stated.fact)


def within_a_day(fact: Fact) -> int:
    """Rank what happens on one day: received, thanked, asked, answered, then the rest."""
    kind = type(fact)
    return _WITHIN_A_DAY.index(kind) if kind in _WITHIN_A_DAY else len(_WITHIN_A_DAY)
