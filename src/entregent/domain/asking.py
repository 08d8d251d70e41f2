"""Goals, verdicts, reasons: the question and the answer of the main job."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind


@dataclass(frozen=True, slots=True)
class ToPerson:
    """The person to reach."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class ToCompany:
    """Somebody who works there now."""

    name: str


@dataclass(frozen=True, slots=True)
class ToSector:
    """Somebody whose sector, or whose employer's, this is."""

    name: str


@dataclass(frozen=True, slots=True)
class ToTopic:
    """Somebody whose title, offers or projects speak of it."""

    words: str


@dataclass(frozen=True, slots=True)
class ToFriends:
    """My close friends: the target of an ask for ideas that names nobody."""


Target: TypeAlias = ToPerson | ToCompany | ToSector | ToTopic | ToFriends


@dataclass(frozen=True, slots=True)
class Goal:
    """What I want, of whom, what for and by when; `continues` an earlier ask's matter."""

    id: AskId
    kind: Kind
    target: Target
    purpose: str = ""
    by: date | None = None
    continues: AskId | None = None
    created: date | None = None
    done: date | None = None


class Verdict(StrEnum):
    """What may be done about asking somebody, strongest first."""

    NEVER = "never"
    WAIT = "wait"
    CARE = "care"
    GO = "go"


class Code(StrEnum):
    """Why: the stable codes of "How an ask is judged"."""

    BOUNDARY = "boundary"
    LEFT_OUT = "left-out"
    NO_COMMON_WORK = "no-common-work"
    POLICY_FORBIDS = "policy-forbids"
    WAS_UNCOMFORTABLE = "was-uncomfortable"
    RESTING = "resting"
    ONLY_WAY = "only-way"
    THANKS_OWED = "thanks-owed"
    UNANSWERED = "unanswered"
    SAID_LATER = "said-later"
    SAID_NO = "said-no"
    CONFIRM_WORK = "confirm-work"
    POLICY_UNKNOWN = "policy-unknown"
    DORMANT = "dormant"
    ONE_WAY = "one-way"
    BUSY = "busy"
    FRIEND = "friend"
    FIRST_HAT = "first-hat"
    BLURRED = "blurred"
    KEEP_FOR = "keep-for"


@dataclass(frozen=True, slots=True)
class Noted:
    """A dated fact a reason rests on, as a person can open it: who, what, when."""

    person: PersonId
    what: str
    on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One code, the facts it rests on, until when it holds, and what wording it needs.

    `verdict` is None for a note, which lists without deciding. `until` is the first free day;
    None means that no date is known.
    """

    code: Code
    verdict: Verdict | None
    until: date | None = None
    facts: tuple[Noted, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chain:
    """People from me to the target, and the odds (0, 1] that an ask carries all the way."""

    people: tuple[PersonId, ...]
    odds: float

    @property
    def direct(self) -> bool:
        """Whether the person written to is the one to reach."""
        return len(self.people) <= 2  # noqa: PLR2004 - me and the target


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody one may write to, or not, with the reasons that set it and those to mind."""

    person: PersonId
    kind: Kind
    """What this person would be asked: the goal's kind, or an introduction."""
    verdict: Verdict
    chain: Chain
    because: tuple[Reason, ...] = ()
    mind: tuple[Reason, ...] = ()
    until: date | None = None
    instead: tuple[PersonId, ...] = ()


class NobodyCode(StrEnum):
    """Why there is nobody to ask."""

    NO_WAY = "no-way"
    ALL_WAIT = "all-wait"
    NONE_WILLING = "none-willing"


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nobody may be asked now: why, and the first day that changes (None: no date known)."""

    code: NobodyCode
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer to a goal: the candidates best first, and `nobody` when none may be asked."""

    goal: Goal
    today: date
    candidates: tuple[Candidate, ...]
    nobody: Nobody | None = None
