"""The campaign's nouns: needs, the pace of asking, and the road map that comes of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entregent.asks.routes import RouteQuery
from entregent.domain.asking import Chain, Code, Goal, Reason, Verdict
from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind


@dataclass(frozen=True, slots=True)
class Need:
    """One thing wanted: the owner's own `id` for it, the kept plan, and its importance, 1 to 5."""

    id: str
    goal: Goal
    importance: int = 3


@dataclass(frozen=True, slots=True)
class Pace:
    """How much one asks: the plan's weeks, and the most asks in it.

    A week is any seven days on end, so that a plan made again on another day still keeps to it.
    """

    weeks: int = 12
    per_week: int = 3
    per_person: int = 2
    """Of one person over the whole plan."""
    per_circle: int = 2
    """Of the people of one circle in a week."""


@dataclass(frozen=True, slots=True)
class Roads:
    """The network as a plan asks it: the best chain through each first person, and willingness."""

    chains: Callable[[RouteQuery], Iterable[Chain]]
    willingness: Mapping[PersonId, float]


class Standing(StrEnum):
    """What became of a step since the former plan."""

    NEW = "new"
    """Its need had no step that was still to come."""
    KEPT = "kept"
    """The same person on the same day."""
    MOVED = "moved"
    """Another person, or another day."""


@dataclass(frozen=True, slots=True)
class Step:
    """One planned ask: what is asked of `person`, the first on `chain`, on the day `on`.

    `week` counts from 1, the seven days from today. `verdict` (go or care) and `mind`, the
    strongest reason first, are those of that day, if all steps before it are answered yes.
    """

    need: str
    ask: AskId
    kind: Kind
    person: PersonId
    chain: Chain
    week: int
    on: date
    verdict: Verdict
    mind: tuple[Reason, ...] = ()
    standing: Standing = Standing.NEW


class UnmetCode(StrEnum):
    """Why a need has no step."""

    NO_WAY = "no-way"
    """Nobody leads there."""
    NEVER = "never"
    """All who could are barred for good, as far as one knows."""
    WAITS = "waits"
    """Somebody is free, but only after the plan's last week."""
    DEADLINE = "deadline"
    """Its day has passed, or comes before anybody is free."""
    PACE = "pace"
    """There is somebody, but no room at this pace."""
    SAME_NEED = "same-need"
    """An earlier need asks for the very same."""
    UNKNOWN_PERSON = "unknown-person"
    """The book knows nobody, or several people, of that name."""
    BAD_NEED = "bad-need"
    """It does not say what is wanted, or not in a way that is understood."""


class Cap(StrEnum):
    """What would make room for a need, were it one more."""

    WEEKS = "weeks"
    PER_WEEK = "per-week"
    PER_CIRCLE = "per-circle"
    PER_PERSON = "per-person"


@dataclass(frozen=True, slots=True)
class Unmet:
    """A need without a step, why, and what would change it.

    `until` is the first day somebody is free, where one is known; `people` those it speaks of, the
    best ways first, at most three; `because` the codes that bar them; `more` the cap that one more
    of would make room, for `pace`; `same` the need that asks for the same.
    """

    need: str
    code: UnmetCode
    until: date | None = None
    people: tuple[PersonId, ...] = ()
    because: tuple[Code, ...] = ()
    more: Cap | None = None
    same: str = ""


@dataclass(frozen=True, slots=True)
class ThanksFirst:
    """Thanks owed for the help of a day (`on`), which come before the ask planned for `before`."""

    person: PersonId
    on: date
    before: date


class MetCode(StrEnum):
    """Why a need wants no step."""

    DONE = "done"
    """The goal is reached."""
    GRANTED = "granted"
    """Somebody who was asked said yes."""
    WAITING = "waiting"
    """Somebody was asked, and may still answer."""


@dataclass(frozen=True, slots=True)
class Met:
    """A need that wants no step: who was asked, and when (when the goal ended, for `done`)."""

    need: str
    code: MetCode
    person: PersonId | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """The road map: steps by date, what stays unmet and why, and how good it is as a whole.

    `value` adds up importance × odds of all steps; no plan is worth more than `bound`, and `gap`
    is (bound − value) / bound, 0 where the bound is 0. `greedy` is what taking the best ask first
    would be worth. `moved` names the needs whose former step, not yet sent, stands no more or
    stands elsewhere.
    """

    today: date
    pace: Pace
    steps: tuple[Step, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    thanks: tuple[ThanksFirst, ...] = ()
    met: tuple[Met, ...] = ()
    value: float = 0.0
    bound: float = 0.0
    gap: float = 0.0
    greedy: float = 0.0
    moved: tuple[str, ...] = ()
