"""What keeps help going both ways: rhythms, promises, leads, plans; facts like all others."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind


class Side(StrEnum):
    """Which of us two."""

    ME = "me"
    THEM = "them"


class Settling(StrEnum):
    """What I said of something that was suggested to me."""

    DONE = "done"
    """I did it, or had done it already."""
    SNOOZED = "snoozed"
    """Not before a day."""
    LET_GO = "let-go"
    """It need not be done."""
    OPEN = "open"
    """It stands again."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often I wish to hear from `person`, or from everybody of a circle, in days.

    The latest word on or before a day stands; None for `days`: no rhythm any more.
    """

    on: date
    days: int | None
    person: PersonId | None = None
    circle: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What I said of one suggestion; the latest word on or before a day stands.

    `item` names the suggestion beside the people it speaks of, `person` and `other`, whose ids it
    never holds. `until` is the first day on which it may come back.
    """

    on: date
    item: str
    settling: Settling
    person: PersonId | None = None
    other: PersonId | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Promised:
    """One of us promised something to the other, for a day where one was named."""

    person: PersonId
    on: date
    text: str
    by: Side = Side.ME
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise between `person` and me was kept: that of these words; without, the oldest open."""

    person: PersonId
    on: date
    text: str = ""
    by: Side = Side.ME


@dataclass(frozen=True, slots=True)
class Lead:
    """An idea that `person` gave me: somebody to meet (`other`), a company, a sector, or words."""

    person: PersonId
    on: date
    text: str = ""
    other: PersonId | None = None
    company: str = ""
    sector: str = ""
    ask: AskId | None = None
    """The ask for ideas it answers."""


@dataclass(frozen=True, slots=True)
class LeadEnded:
    """How a lead of `person` ended, and on which day they heard of it from me.

    `other` and `lead` (its company, sector or words) tell which of their leads it is.
    """

    person: PersonId
    on: date
    lead: str = ""
    other: PersonId | None = None
    text: str = ""
    told: date | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A step of the road map made on a day: to ask `person` on the day `due`, for a kept goal.

    `other` is whom the goal is to reach through them, None when it is themself.
    """

    person: PersonId
    on: date
    need: str
    ask: AskId
    kind: Kind
    due: date
    other: PersonId | None = None
