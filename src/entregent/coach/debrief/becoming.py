"""From a line about somebody to facts: who they are, that we met, what was promised."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from entregent.coach.capture.said import By, Encountered
from entregent.domain.facts import Detail, Encounter, Fact, Position
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import company_key, fold
from entregent.domain.upkeep import Promised, Side
from entregent.domain.words import Channel, Said
from entregent.locale.deeds import Deeds, Doing

_NEXT_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Evening:
    """The day on which people were met, and where."""

    day: date
    name: str = ""


def facts_of(
    met: Encountered, person: Person, owner: PersonId, evening: Evening, deeds: Deeds
) -> list[Fact]:
    """Return what a line says of `person`, without what their portrait holds already.

    What we spoke of is the encounter's own note as well.
    """
    spoken = ", ".join(met.topics)
    where = Encounter(owner, person.id, evening.day, Channel.MET, evening.name, spoken)
    return [*_told(met, person), where, *promised(met, person.id, evening.day, deeds)]


def promised(met: Encountered, person: PersonId, on: date, deeds: Deeds) -> Iterator[Promised]:
    """Yield what was promised on a day, each with the day it is for where one is known.

    A thing to send is due the day after; what was agreed on for next is mine to see to, on its
    day. "Next week" ends on its Friday.
    """
    said = set()
    for word in met.promises:
        said.add(fold(word.what))
        due = deeds.day(word.what, on)
        if due is None and word.by is By.ME and deeds.read(word.what).doing is Doing.SEND:
            due = on + _NEXT_DAY
        yield Promised(person, on, word.what, Side(word.by), due)
    if met.next is not None and fold(met.next.what) not in said:
        due = met.next.day or deeds.day(met.next.what, on)
        kept = due if due is None or due >= on else None
        yield Promised(person, on, met.next.what, Side.ME, kept)


def _told(met: Encountered, person: Person) -> Iterator[Fact]:
    held = {company_key(one.company) for one in person.positions}
    if met.company and company_key(met.company) not in held:
        yield Position(person.id, met.company, met.role)
    elif met.role and fold(met.role) != fold(person.title):
        yield Detail(person.id, Said.TITLE, met.role)
    pairs = [
        (Said.EMAIL, (met.contact.email,), person.emails),
        (Said.PHONE, (met.contact.phone,), person.phones),
        (Said.URL, (met.contact.url,), person.urls),
        (Said.TOPIC, met.topics, person.topics),
    ]
    for said, values, known in pairs:
        before = set(map(fold, known))
        yield from (
            Detail(person.id, said, value)
            for value in values
            if value.strip() and fold(value) not in before
        )
