"""Events: where one goes to meet people, who is announced there, and what one brings home.

What is said of an event is said by its id; the latest word about it stands.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entregent.domain.ids import EventId, FactId, PersonId
from entregent.domain.time_of_day import TimeOfDay


class Mode(StrEnum):
    """What one came for; both are legitimate, and one may switch at any moment."""

    NETWORK = "network"
    """To build professional ties."""
    FRIENDSHIP = "friendship"
    """To make friends."""


@dataclass(frozen=True, slots=True)
class Event:
    """An occasion on the owner's `day`; `begins` and `ends` are local, None is unknown.

    An event that ends before it begins goes on past midnight. `goals` are the owner's words.
    """

    event: EventId
    name: str
    day: date
    place: str = ""
    begins: TimeOfDay | None = None
    ends: TimeOfDay | None = None
    goals: tuple[str, ...] = ()
    mode: Mode = Mode.NETWORK

    @property
    def minutes(self) -> int | None:
        """How long it lasts; None where one of the two times is unknown, or both are the same."""
        if self.begins is None or self.ends is None:
            return None
        return self.begins.until(self.ends) or None


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody whom a list announces at an event. Nobody of the book until they were met."""

    event: EventId
    name: str
    company: str = ""
    title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A later list says otherwise of a guest, or no longer announces them.

    It takes back the `Guest` of just this name, company and addresses.
    """

    event: EventId
    name: str
    company: str = ""
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Captured:
    """One line typed about somebody just met, as it was typed, on the day `on`.

    What it says is read anew each time, until a debrief makes people of it.
    """

    on: date
    text: str
    event: EventId | None = None


@dataclass(frozen=True, slots=True)
class Retyped:
    """The captured line of the fact `line` reads `text` instead; empty, it is taken back."""

    on: date
    line: FactId
    text: str


@dataclass(frozen=True, slots=True)
class Pact:
    """Two people who have just met look out for each other: `mine` and `theirs` are whom for.

    `name` is what the other calls themself; nothing else of either is told.
    """

    on: date
    name: str
    mine: str
    theirs: str
    event: EventId | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What became of one encounter of a captured line: `person`, nobody where it was left aside.

    `line` is the captured fact's id, `place` which of its encounters, from 0.
    """

    on: date
    line: FactId
    place: int
    person: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Debriefed:
    """The owner looked back at an event: what went well, a note to oneself, both in words."""

    event: EventId
    on: date
    well: str = ""
    note: str = ""
