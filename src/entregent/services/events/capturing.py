"""Capture: one line about somebody just met is kept as typed, and read back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from entregent.coach.capture.card import is_card, read_card
from entregent.coach.capture.labels import Label, Value
from entregent.coach.capture.reading import understand
from entregent.coach.capture.said import Contact, Encountered, Understood
from entregent.coach.capture.vocabulary import Vocabulary
from entregent.domain.events import Captured, Event, Remembered, Retyped
from entregent.domain.facts import Fact
from entregent.domain.ids import BatchId, EventId, FactId
from entregent.domain.reading import Card, Reading
from entregent.services.desk import Desk
from entregent.services.events.keeping import events, which_event
from entregent.services.ports import BookError
from entregent.services.recording import record

_TABLES = ("capture", "capture-names", "capture-known")


class Line(NamedTuple):
    """A line that was kept: its fact, the line as last typed, and whom it tells of."""

    id: FactId
    captured: Captured
    encounters: tuple[Encountered, ...]


class Reader:
    """Understands lines with the words of the program and the companies of the book."""

    def __init__(self, desk: Desk) -> None:
        """Read the vocabularies."""
        table, names, known = map(desk.reference.table, _TABLES)
        sectors = desk.reference.sectors
        self._words = Vocabulary.of(table, names, known, sectors, _companies(desk))

    def read(self, captured: Captured) -> Understood:
        """Return what a line says, typed on its day."""
        return understand(captured.text, captured.on, self._words)

    def lines_of(self, text: str, lang: str) -> list[str]:
        """Return the lines of a file, or the one line that says what a visiting card says."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return [self._spelled(read_card(lines, self._words), lang)] if is_card(lines) else lines

    def lines_of_cards(self, readings: Iterable[Reading], lang: str) -> list[str]:
        """Return a line for each card of address books."""
        cards = [card for reading in readings for card in reading.cards]
        return [self._spelled(_carded(card), lang) for card in cards]

    def _spelled(self, one: Encountered, lang: str) -> str:
        values = (
            Value(Label.NAME, one.name),
            Value(Label.ROLE, one.role),
            Value(Label.COMPANY, one.company),
        )
        reach = (one.contact.email, one.contact.phone, one.contact.url)
        return self._words.labels.spell(values, reach, lang)

    def read_all(self, lines: Sequence[Captured]) -> list[tuple[Captured, Understood]]:
        """Return lines with what each says."""
        return [(line, self.read(line)) for line in lines]


def captured(desk: Desk, event: EventId | None = None) -> tuple[Line, ...]:
    """Return the lines of an event, or all, as last typed, in the order in which they were kept.

    Lines that were taken back are not among them.
    """
    found = [one for one in _kept(desk) if event is None or one[1].event == event]
    if not found:
        return ()
    reader = Reader(desk)
    return tuple(Line(id_, fact, reader.read(fact).encounters) for id_, fact in found)


def tonight(desk: Desk, event: Event | None) -> tuple[Line, ...]:
    """Return the lines that one may speak of by number: of the event, else of today and yesterday.

    Without an event these are the lines that belong to none.
    """
    if event is not None:
        return captured(desk, event.event)
    since = desk.today - timedelta(days=1)
    return tuple(
        one
        for one in captured(desk)
        if one.captured.event is None and since <= one.captured.on <= desk.today
    )


def here(desk: Desk, words: str = "", on: date | None = None) -> Event | None:
    """Return the event named, else that of a day or the day before; None where there is none."""
    if words.strip():
        return which_event(desk, words)
    day = on or desk.today
    held = [one for one in events(desk) if 0 <= (day - one.day).days <= 1]
    return held[-1] if held else None


def capture(
    desk: Desk, texts: Sequence[str], event: Event | None, on: date | None = None
) -> tuple[tuple[Captured, ...], BatchId]:
    """Keep lines typed on a day, today where none is given.

    Raises BookError: event.met-empty, date.future.
    """
    lines = [" ".join(text.split()) for text in texts]
    lines = [line for line in lines if line]
    if not lines:
        raise BookError("event.met-empty")
    id_ = event.event if event else None
    facts = tuple(Captured(on or desk.today, line, id_) for line in lines)
    return facts, record(desk, facts, f'met "{lines[0]}"')


def retype(desk: Desk, lines: Sequence[Line], number: int, text: str) -> tuple[Captured, BatchId]:
    """Let a line, told by its number from 1, read otherwise; an empty text takes it back.

    What a debrief settled stays as it was read then: messages rest on it. Raises BookError:
    event.met-number, event.met-none, event.line-done.
    """
    if not lines:
        raise BookError("event.met-none")
    if not 1 <= number <= len(lines):
        raise BookError("event.met-number", number=str(number), last=str(len(lines)))
    said = " ".join(text.split())
    line = lines[number - 1]
    if any(_speaks_of(entry.fact, line.id) for entry in desk.book.entries((Remembered,))):
        raise BookError("event.line-done", number=str(number))
    title = f'met "{said or line.captured.text}"'
    batch = record(desk, [Retyped(desk.today, line.id, said)], title)
    return replace(line.captured, text=said), batch


def _speaks_of(fact: Fact, line: FactId) -> bool:
    return isinstance(fact, Remembered) and fact.line == line


def _kept(desk: Desk) -> Iterator[tuple[FactId, Captured]]:
    """Yield the lines as they were last typed."""
    kept: dict[FactId, Captured] = {}
    for entry in desk.book.entries((Captured, Retyped)):
        match entry.fact:
            case Captured():
                kept[entry.id] = entry.fact
            case Retyped(line=line, text=text) if line in kept:
                kept[line] = replace(kept[line], text=text)
            case _:
                pass
    yield from ((id_, fact) for id_, fact in kept.items() if fact.text)


def _carded(card: Card) -> Encountered:
    """Return whom a card of an address book is of."""
    job = card.jobs[0] if card.jobs else None
    return Encountered(
        next(iter(card.names), ""),
        job.company if job else "",
        job.title if job else "",
        contact=Contact(
            next(iter(card.emails), ""), next(iter(card.phones), ""), next(iter(card.urls), "")
        ),
    )


def _companies(desk: Desk) -> set[str]:
    """Return the companies where the people of the book work or worked."""
    people = desk.book.people()
    return {held.company for one in people for held in one.positions if held.company}
