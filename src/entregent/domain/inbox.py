"""What others ask of me, and the introductions I make; facts like all others (see `facts`)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entregent.domain.ids import IntroductionId, PersonId, RequestId
from entregent.domain.words import Kind


class Response(StrEnum):
    """The four answers to what somebody asks of me."""

    YES = "yes"
    LATER = "later"
    NO = "no"
    FORWARD = "forward"
    """Send me five lines that I can pass on."""


class Step(StrEnum):
    """What happened in an introduction of two people; steps of one day come in this order."""

    ASKED = "asked"
    """The first of them asked me for it."""
    OFFERED = "offered"
    """It was my own idea: both are asked first."""
    LINES = "lines"
    """The asker wrote lines that I may pass on."""
    SOUGHT = "sought"
    """I asked one side whether they agree."""
    FOLLOWED_UP = "followed-up"
    """I asked that side a second time, the last."""
    AGREED = "agreed"
    DECLINED = "declined"
    LET_GO = "let-go"
    TOLD = "told"
    """I told the side that waited for it that it is not to be."""
    MADE = "made"
    CHECKED = "checked"
    """I asked how it went."""
    OUTCOME = "outcome"
    """I learned how it went."""
    THANKED = "thanked"
    """I thanked the other side for it."""


class Party(StrEnum):
    """A side of an introduction."""

    PERSON = "person"
    """Who asked for it, or to whom it is offered first."""
    OTHER = "other"
    """Whom they are to meet."""


@dataclass(frozen=True, slots=True)
class Requested:
    """`person` asked me for something; `other` is whom they want to meet, where they named one.

    `company` is the one it is about, for a referral. `by` is the day they want it by.
    """

    person: PersonId
    on: date
    kind: Kind
    request: RequestId
    text: str = ""
    other: PersonId | None = None
    company: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Responded:
    """I answered a request of `person`; `until` says when to come back, for a later one."""

    person: PersonId
    on: date
    request: RequestId
    response: Response
    until: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many requests of a kind (or of all kinds: None) I want to take in a month, in my words.

    The latest on or before a day stands; `most` is None where I take as many as come.
    """

    on: date
    kind: Kind | None = None
    most: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Brokered:
    """An introduction of `person`, who asked for it or to whom I offer it, to `other` moves on.

    `party` is the side that a step speaks of, None where only one can be meant. `text` holds the
    lines to pass on (asked, offered, lines), what they said on agreeing, or how it went.
    """

    person: PersonId
    other: PersonId
    on: date
    introduction: IntroductionId
    step: Step
    text: str = ""
    party: Party | None = None
    request: RequestId | None = None
