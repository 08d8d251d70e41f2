"""Attendee lists: what files tell of who will be at an event becomes its guests.

Guests are nobody of the book. A list is compared with those that came before: who stands in both
is told once, and a newer edition of a list takes back whom it no longer announces.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Literal

from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.events import Event, Guest, Unlisted
from entregent.domain.facts import Entry, Need, Offer, Source
from entregent.domain.ids import BatchId, EventId, FactId, PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Aside, Job, Problem, Reading, SetAside
from entregent.domain.text import fold, tokens
from entregent.domain.words import Origin, Said
from entregent.identity import handles
from entregent.identity.resolve import Known, Listing, resolve
from entregent.services.desk import Desk
from entregent.services.events.guests import Listed, card_of, is_named, listed, unlisted
from entregent.services.never_again import Refusal

_NO_LISTS = frozenset({Origin.MAIL, Origin.WHATSAPP, Origin.JOURNAL, Origin.MONICA})
"""Sources that tell of people one knows, and never of who comes to an event."""
_BEFORE = ""
"""The path under which the guests of earlier lists are compared with new ones."""
_LONGEST = 120
"""Letters of a name, a company or a title; longer ones are slips of whoever made the list."""
_QUESTION = re.compile(r"\?\s*$|(\w+\W+){4}\w+")
"""A header that is a question of a form: with its mark, or of five words."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What lists told: who is new, who is gone, what was left aside, the problems file by file.

    No batch where nothing entered the book. `earlier` says whether the event had a list already,
    `myself` that the owner stands in one. `aside` are the questions of forms whose answers were
    not kept, `left` who was not taken, by the path of the file.
    """

    batch: BatchId | None
    files: tuple[FileReport, ...]
    new: tuple[Guest, ...] = ()
    gone: tuple[Guest, ...] = ()
    myself: Literal["yes", "no"] = "no"
    aside: tuple[str, ...] = ()
    earlier: Literal["yes", "no"] = "no"
    left: tuple[tuple[str, SetAside], ...] = ()


def take_lists(desk: Desk, event: Event, readings: Iterable[Reading]) -> Taken:
    """Keep as guests of an event whom the files announce, as one batch that can be undone."""
    lists = [_admitted(desk, reading) for reading in readings]
    before = listed(desk, event.event)
    told = _Told(desk, event.event, before, lists)
    batch = BatchId(desk.ids.new())
    entries = [
        Entry(FactId(desk.ids.new()), batch, fact, source) for fact, source in told.sayings()
    ]
    files = tuple(told.report(number) for number in range(len(lists)))
    if entries:
        kept = (BatchKind.IMPORT, desk.now)
        title = f'event prepare "{event.name}"'
        desk.book.apply(Batch(batch, *kept, entries=entries, files=files, title=title))
    return Taken(
        batch if entries else None,
        files,
        tuple(told.new),
        tuple(told.gone),
        "yes" if desk.book.owner in told.humans else "no",
        _questions(lists, desk.reference.private),
        "yes" if before else "no",
        tuple(told.left()),
    )


class _Told:
    """What the lists of an event tell, human by human."""

    def __init__(
        self, desk: Desk, event: EventId, before: Sequence[Listed], lists: Sequence[Reading]
    ) -> None:
        self._before = before
        self._lists = lists
        owner = desk.book.person(desk.book.owner) or Person(desk.book.owner, "")
        ids = _who_is_who(owner, [one.guest for one in before], lists)
        self._standing: dict[PersonId, list[Listed]] = {}
        for person, one in zip(ids[0], before, strict=True):
            self._standing.setdefault(person, []).append(one)
        self._owner = owner.id
        self._in_order = ids[1:]
        self._in = [set(some) for some in ids[1:]]
        self.humans = frozenset(chain.from_iterable(self._in))
        self._told: dict[PersonId, list[tuple[Guest, Source]]] = {}
        self._first = [0] * len(lists)
        for number, (reading, some) in enumerate(zip(lists, ids[1:], strict=True)):
            for person, announced in zip(some, _announced(event, reading), strict=True):
                if person != owner.id:
                    self._first[number] += person not in self._standing.keys() | self._told.keys()
                    self._told.setdefault(person, []).append(announced)
        self.gone = self._gone()
        self.new: list[Guest] = []

    def sayings(self) -> Iterator[tuple[Guest | Unlisted, Source]]:
        """Yield the facts to keep, each with its source."""
        for gone in unlisted(self.gone):
            yield gone, Source(Origin.TABLE)
        for person, told in self._told.items():
            former = [one.guest for one in self._standing.get(person, ())]
            guest = _together([*former, *(guest for guest, _ in told)])
            if former == [guest]:
                continue
            if not former:
                self.new.append(guest)
            source = told[-1][1]
            for gone in unlisted(former):
                yield gone, source
            yield guest, source

    def left(self) -> Iterator[tuple[str, SetAside]]:
        """Yield whom each file names without announcing them, by its path."""
        for reading, some in zip(self._lists, self._in_order, strict=True):
            found = list(reading.aside)
            seen: set[PersonId] = set()
            for person, card in zip(some, reading.cards, strict=True):
                if person == self._owner:
                    found.append(SetAside(card, Aside.MYSELF))
                elif person in seen:
                    found.append(SetAside(card, Aside.TWICE))
                seen.add(person)
            yield from ((reading.path, one) for one in found)

    def report(self, number: int) -> FileReport:
        """Account for a file; a row that announces nobody more is counted as the same."""
        reading, first = self._lists[number], self._first[number]
        rest = max(reading.read - first - len(reading.problems), 0)
        told = (reading.path, reading.origin, reading.read)
        return FileReport(*told, new=first, same=rest, problems=reading.problems)

    def _gone(self) -> list[Guest]:
        """Return whom newer editions of earlier lists no longer announce."""
        former: defaultdict[str, set[PersonId]] = defaultdict(set)
        for person, some in self._standing.items():
            for one in some:
                former[one.file].add(person)
        newer = [(one.path, some) for one, some in zip(self._lists, self._in, strict=True) if some]
        gone: set[PersonId] = set()
        for file, people in former.items():
            if any(path == file or _is_edition(people, some) for path, some in newer):
                gone |= people - self.humans
        return [one.guest for who, some in self._standing.items() if who in gone for one in some]


def _who_is_who(
    owner: Person, before: Sequence[Guest], lists: Sequence[Reading]
) -> list[list[PersonId]]:
    """Return who each guest of before is, then who each card of each list is."""
    numbers = count(1)
    known = [card_of(number, guest) for number, guest in enumerate(before, start=1)]
    listings = [Listing(Origin.TABLE, _BEFORE, known)]
    for number, one in enumerate(lists, start=1):
        listings.append(Listing(Origin.TABLE, f"{number} {one.path}", one.cards))
    found = resolve(listings, Known([owner], owner.id), lambda: PersonId(f"guest-{next(numbers)}"))
    return [[match.person or owner.id for match in some] for some in found.matches]


def _announced(event: EventId, reading: Reading) -> Iterator[tuple[Guest, Source]]:
    """Yield each card as a guest, with its source."""
    wishes: defaultdict[PersonId, dict[type, list[str]]] = defaultdict(lambda: defaultdict(list))
    for stated in reading.facts:
        if isinstance(stated.fact, Offer | Need):
            wishes[stated.fact.person][type(stated.fact)].append(stated.fact.text)
    for card in reading.cards:
        job = next(iter(card.jobs), Job(""))
        told = [text for said, text in card.details if said in (Said.TOPIC, Said.SECTOR)]
        told += [text for said, text in card.details if said is Said.PROJECT]
        name = next(iter(card.names), f"{card.given} {card.family}".strip())
        guest = Guest(
            event,
            _short(name or next(iter((*card.emails, *card.phones)), "")),
            _short(job.company),
            _short(job.title),
            card.emails,
            card.phones,
            card.urls,
            tuple(told),
            tuple(wishes[card.ref][Offer]),
            tuple(wishes[card.ref][Need]),
        )
        yield guest, Source(reading.origin, reading.path, card.record)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _together(told: Sequence[Guest]) -> Guest:
    """Return all that is told of one guest; what was known first stays first."""
    first = told[0]
    return replace(
        first,
        name=next((one.name for one in told if is_named(one)), first.name),
        company=next((one.company for one in told if one.company), ""),
        title=next((one.title for one in told if one.title), ""),
        emails=_once((text for one in told for text in one.emails), handles.email),
        phones=_once((text for one in told for text in one.phones), handles.phone),
        urls=_once((text for one in told for text in one.urls), handles.url),
        topics=_once((text for one in told for text in one.topics), fold),
        offers=_once((text for one in told for text in one.offers), fold),
        needs=_once((text for one in told for text in one.needs), fold),
    )


def _once(texts: Iterable[str], spelled: Callable[[str], str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(spelled(text) or text, text)
    return tuple(found.values())


def _is_edition(earlier: Collection[PersonId], later: Collection[PersonId]) -> bool:
    """Tell whether most of an earlier list stands in a later one, and most of that was there."""
    shared = len(set(earlier) & set(later))
    return 3 * shared >= 2 * max(len(earlier), 1) and 3 * len(later) >= 2 * len(earlier)


def _admitted(desk: Desk, reading: Reading) -> Reading:
    """Return a reading without those who were forgotten for good; none of what is no list."""
    name = reading.path.replace("\\", "/").rpartition("/")[2]
    if reading.origin in _NO_LISTS:
        problem = Problem("", "table.no-guests")
        return Reading(name, reading.origin, 0, problems=(*reading.problems, problem))
    if reading.origin is Origin.UNKNOWN:
        known = [one for one in reading.problems if one.what != "import.unknown-format"]
        problems = tuple(known) or (Problem("", "table.no-guests"),)
        return replace(reading, path=name, problems=problems)
    refusal = Refusal(*desk.book.forgotten())
    cards = tuple(card for card in reading.cards if not refusal.covers(card))
    aside = tuple(one for one in reading.aside if not refusal.covers(one.card))
    return replace(reading, path=name, cards=cards, aside=aside)


def _questions(lists: Iterable[Reading], private: frozenset[str]) -> tuple[str, ...]:
    """Return the questions of forms whose answers are not kept, but for those too `private`."""
    asked = (title for one in lists for card in one.cards for title in card.extra)
    found = (title for title in asked if _QUESTION.search(title))
    return tuple(dict.fromkeys(title for title in found if private.isdisjoint(tokens(title))))
