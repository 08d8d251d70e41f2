"""Rhythms: how often I wish to hear from somebody, and of whom it has been longer."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.domain.upkeep import Rhythm
from entregent.ledger.gift import Gift, What
from entregent.ledger.settling import item_of


@dataclass(frozen=True, slots=True)
class Rhythms:
    """The rhythms that stand on a day: of people, and of circles by their folded names."""

    people: Mapping[PersonId, Rhythm]
    circles: Mapping[str, Rhythm]

    @classmethod
    def of(cls, facts: Iterable[Rhythm], today: date) -> "Rhythms":
        """Gather what was last said of each up to `today`.

        `facts` come in the order they entered the book; of one day's words the later one stands.
        """
        told = sorted((fact for fact in facts if fact.on <= today), key=attrgetter("on"))
        return cls(
            {fact.person: fact for fact in told if fact.person is not None},
            {fold(fact.circle): fact for fact in told if fact.person is None},
        )

    def for_person(self, person: Person) -> Rhythm | None:
        """Return the rhythm for somebody: their own word first, else their circles' shortest."""
        own = self.people.get(person.id)
        if own is not None:
            return own if own.days is not None else None
        circles = (self.circles.get(fold(circle)) for circle in person.circles)
        kept = [rhythm for rhythm in circles if rhythm is not None and rhythm.days is not None]
        return min(kept, key=_frequent, default=None)


def quiet(
    people: Iterable[Person], rhythms: Rhythms, last: Mapping[PersonId, date], today: date
) -> Iterator[Gift]:
    """Yield whom to send a word, by the rhythm one chose.

    It starts again at the last encounter, or on the day it was chosen where there was none.
    """
    for person in people:
        rhythm = rhythms.for_person(person)
        if rhythm is None or rhythm.days is None:
            continue
        since = last.get(person.id)
        start = since or rhythm.on
        due = start + timedelta(days=rhythm.days)
        if due <= today:
            yield Gift(What.QUIET, person.id, due, item_of("quiet", start), since=since)


def _frequent(rhythm: Rhythm) -> int:
    return rhythm.days or 0
