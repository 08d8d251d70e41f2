"""A dossier: everything known of one person, each fact with its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from entregent.domain.facts import Encounter, Entry, Source
from entregent.domain.ids import PersonId
from entregent.domain.pairs import Pair, pair
from entregent.domain.people import Person, Tie
from entregent.domain.text import fold
from entregent.ledger.history import History
from entregent.services.backgrounds import Background, background
from entregent.services.desk import Desk
from entregent.services.ports import BookError
from entregent.services.world import past_of, ties

LATEST = 20


@dataclass(frozen=True, slots=True)
class Dossier:
    """Who somebody is, what ties them to me, what happened, and whom they know.

    `encounters` holds the latest ones, the newest first, of `encounter_count` in all.
    """

    person: Person
    tie: Tie | None
    entries: tuple[Entry, ...]
    encounters: tuple[tuple[Encounter, Source], ...]
    encounter_count: int
    history: History | None
    known_to: tuple[tuple[Person, Tie], ...]
    background: Background


def dossier(desk: Desk, person: PersonId) -> Dossier:
    """Gather what the book knows of somebody. Raises BookError: person.unknown."""
    book = desk.book
    portrait = book.person(person)
    if portrait is None:
        raise BookError("person.unknown", name=person, near="")
    past = past_of(desk)
    known = ties(desk, past)
    met = [
        (encounter, source)
        for encounter, source, _ in book.encounters(portrait.id)
        if encounter.person != encounter.other and encounter.on <= desk.today
    ]
    return Dossier(
        portrait,
        known.get(pair(portrait.id, book.owner)),
        tuple(book.entries(person=portrait.id)),
        tuple(islice(reversed(met), LATEST)),
        len(met),
        past.get(portrait.id),
        _others(desk, portrait.id, known),
        background(desk, portrait),
    )


def _others(
    desk: Desk, person: PersonId, known: Mapping[Pair, Tie]
) -> tuple[tuple[Person, Tie], ...]:
    """Return whom else somebody is known to know, by name."""
    book = desk.book
    found = [
        (portrait, tie)
        for between, tie in known.items()
        if person in between and book.owner not in between
        for other in between
        if other != person and (portrait := book.person(other)) is not None
    ]
    return tuple(sorted(found, key=lambda both: (fold(both[0].name), both[0].id)))
