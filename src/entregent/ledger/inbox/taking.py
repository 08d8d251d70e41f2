"""Whether to take a request, with reasons: the rules of an ask, seen from the one who is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from entregent.domain.asking import Noted
from entregent.domain.facts import Boundary, Busy, House, Worked
from entregent.domain.ids import PersonId
from entregent.domain.inbox import Capacity, Requested
from entregent.domain.people import Tie
from entregent.domain.words import Kind, Usage
from entregent.ledger.history import History
from entregent.ledger.inbox.capacity import Full
from entregent.ledger.inbox.requests import Later, Open

_DAY = timedelta(days=1)


class Take(StrEnum):
    """What may be answered to a request, the strongest first."""

    NO = "no"
    NOT_NOW = "not-now"
    CARE = "care"
    TAKE = "take"


class Why(StrEnum):
    """Why: stable codes."""

    NOT_MINE = "not-mine"
    """I said that I take none of this kind."""
    NO_COMMON_WORK = "no-common-work"
    POLICY_FORBIDS = "policy-forbids"
    BOUNDARY = "boundary"
    """Whom they want to meet asked not to be introduced."""
    LEFT_OUT = "left-out"
    WAS_UNCOMFORTABLE = "was-uncomfortable"
    TARGET_UNKNOWN = "target-unknown"
    SAID_LATER = "said-later"
    BUSY = "busy"
    AT_CAPACITY = "at-capacity"
    CONFIRM_WORK = "confirm-work"
    POLICY_UNKNOWN = "policy-unknown"
    NOT_INSIDE = "not-inside"
    """A referral at a company that is not mine."""
    TARGET_UNCLEAR = "target-unclear"
    TARGET_RESTING = "target-resting"
    TARGET_BUSY = "target-busy"
    STRANGER = "stranger"
    TOO_LATE = "too-late"
    COME_BACK = "come-back"
    """I said "later", and it is the day."""
    FRIEND = "friend"


@dataclass(frozen=True, slots=True)
class Reason:
    """One code, what it decides (None: it only lists), until when, and what it rests on."""

    why: Why
    take: Take | None
    until: date | None = None
    facts: tuple[Noted, ...] = ()
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Target:
    """Whom they want to meet, as far as I know them."""

    person: PersonId
    tie: Tie | None = None
    history: History | None = None
    limits: tuple[Boundary, ...] = ()
    """Those of today that cover introductions."""
    busy: Busy | None = None
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One request, and all that its reasons rest on, as of `today`.

    `worked` confirms common work with who asks, `together` is where dates only show it. `house` is
    the company whose usage a referral follows; `inside` tells whether I work there, None when
    nothing tells where I work. `within` tells whether I know anybody at the company asked for.
    """

    request: Open | Later
    today: date
    owner: PersonId
    tie: Tie | None = None
    worked: Worked | None = None
    together: str = ""
    house: House | None = None
    inside: bool | None = None
    target: Target | None = None
    within: bool = False
    busy: Busy | None = None
    refused: Capacity | None = None
    full: Full | None = None

    @property
    def asked(self) -> Requested:
        """The request itself."""
        return self.request.asked

    @property
    def close_friend(self) -> bool:
        """Whether a close friend asks."""
        return self.tie is not None and self.tie.close_friend


@dataclass(frozen=True, slots=True)
class Weighed:
    """The verdict on a request: what sets it, what to mind, and from when it may change."""

    take: Take
    because: tuple[Reason, ...] = ()
    mind: tuple[Reason, ...] = ()
    until: date | None = None


def weigh(case: Case) -> Weighed:
    """Tell whether to take a request. The strongest reason decides; the others are to be minded."""
    reasons = [reason for rule in RULES if (reason := rule(case)) is not None]
    take = next((one for one in Take if any(r.take is one for r in reasons)), Take.TAKE)
    because = tuple(reason for reason in reasons if reason.take is take)
    days = [reason.until for reason in because if reason.until is not None]
    until = max(days) if days and len(days) == len(because) else None
    mind = tuple(reason for reason in reasons if reason not in because)
    return Weighed(take, because, mind, until)


def _not_mine(case: Case) -> Reason | None:
    if case.refused is None:
        return None
    own = Noted(case.owner, "capacity", case.refused.on, case.refused.text)
    details = {"text": case.refused.text, "kind": case.refused.kind}
    return Reason(Why.NOT_MINE, Take.NO, facts=(own,), details=details)


def _common_work(case: Case) -> Reason | None:
    """Attest only what I saw: dates in one company ask to confirm, they do not prove."""
    if case.asked.kind not in (Kind.REFERENCE, Kind.RECOMMENDATION) or case.worked is not None:
        return None
    if not case.together:
        return Reason(Why.NO_COMMON_WORK, Take.NO)
    return Reason(Why.CONFIRM_WORK, Take.CARE, details={"company": case.together})


def _policy(case: Case) -> Reason | None:
    house = case.house
    if house is None:
        return None
    details = {"company": house.company, "usage": house.referrals}
    if case.inside is False:
        return Reason(Why.NOT_INSIDE, Take.CARE, details=details)
    fact = Noted(case.owner, "house", text=house.company)
    if house.referrals is Usage.NO:
        return Reason(Why.POLICY_FORBIDS, Take.NO, facts=(fact,), details=details)
    if house.referrals is Usage.YES:
        return None
    return Reason(Why.POLICY_UNKNOWN, Take.CARE, details=details)


def _boundary(case: Case) -> Reason | None:
    limits = case.target.limits if case.target else ()
    if not limits:
        return None
    days = [limit.until for limit in limits if limit.until is not None]
    until = max(days) + _DAY if len(days) == len(limits) else None
    facts = tuple(Noted(one.person, "boundary", one.until, one.because) for one in limits)
    details = {"last": until - _DAY if until else None}
    return Reason(Why.BOUNDARY, Take.NO, until, facts, details)


def _left_out(case: Case) -> Reason | None:
    if case.target is None or not case.target.left_out:
        return None
    return Reason(Why.LEFT_OUT, Take.NO, facts=(Noted(case.target.person, "left-out"),))


def _uneasy(case: Case) -> Reason | None:
    past = case.target.history if case.target else None
    answer = past.discomfort(Kind.INTRODUCTION) if past else None
    if answer is None or past is None:
        return None
    fact = Noted(past.person, "answered", answer.on, answer.reply.value)
    return Reason(Why.WAS_UNCOMFORTABLE, Take.NO, facts=(fact,), details={"on": answer.on})


def _target(case: Case) -> Reason | None:
    """Know whom they want to meet before saying yes."""
    if case.asked.kind is not Kind.INTRODUCTION:
        return None
    if case.target is not None:
        return None if case.target.tie else Reason(Why.TARGET_UNKNOWN, Take.NO)
    if case.asked.company and not case.within:
        return Reason(Why.TARGET_UNKNOWN, Take.NO, details={"company": case.asked.company})
    return None if case.asked.company else Reason(Why.TARGET_UNCLEAR, Take.CARE)


def _said_later(case: Case) -> Reason | None:
    match case.request:
        case Later(answer=answer, until=until):
            fact = Noted(case.owner, "responded", answer.on, answer.response.value)
            details = {"on": answer.on}
            return Reason(Why.SAID_LATER, Take.NOT_NOW, until, (fact,), details)
        case Open(again=again) if again is not None:
            fact = Noted(case.owner, "responded", again.on, again.response.value)
            return Reason(Why.COME_BACK, None, facts=(fact,), details={"on": again.on})
        case _:
            return None


def _busy(case: Case) -> Reason | None:
    if case.busy is None:
        return None
    fact = Noted(case.owner, "busy", case.busy.end, case.busy.because)
    return Reason(Why.BUSY, Take.NOT_NOW, case.busy.end + _DAY, (fact,), {"last": case.busy.end})


def _at_capacity(case: Case) -> Reason | None:
    """Keep to my measure; a close friend is not turned away by it."""
    if case.full is None or case.close_friend:
        return None
    facts = tuple(
        Noted(one.person, "responded", one.on, one.response.value) for one in case.full.answers
    )
    details = {"text": case.full.capacity.text, "kind": case.full.capacity.kind}
    return Reason(Why.AT_CAPACITY, Take.NOT_NOW, case.full.until, facts, details)


def _resting(case: Case) -> Reason | None:
    past = case.target.history if case.target else None
    rest = past.rest if past else None
    if rest is None:
        return None
    fact = Noted(rest.asked.person, "asked", rest.asked.on, rest.asked.text)
    details = {"on": rest.asked.on}
    return Reason(Why.TARGET_RESTING, Take.CARE, rest.until, (fact,), details)


def _target_busy(case: Case) -> Reason | None:
    busy = case.target.busy if case.target else None
    if busy is None:
        return None
    fact = Noted(busy.person, "busy", busy.end, busy.because)
    return Reason(Why.TARGET_BUSY, Take.CARE, busy.end + _DAY, (fact,), {"last": busy.end})


def _stranger(case: Case) -> Reason | None:
    return None if case.tie is not None else Reason(Why.STRANGER, Take.CARE)


def _too_late(case: Case) -> Reason | None:
    by = case.asked.by
    if by is None or by >= case.today:
        return None
    return Reason(Why.TOO_LATE, Take.CARE, details={"by": by})


def _friend(case: Case) -> Reason | None:
    return Reason(Why.FRIEND, None) if case.close_friend else None


RULES: tuple[Callable[[Case], Reason | None], ...] = (
    *(_not_mine, _common_work, _policy, _boundary, _left_out, _uneasy, _target),
    *(_said_later, _busy, _at_capacity),
    *(_resting, _target_busy, _stranger, _too_late, _friend),
)
"""The rules, in the order in which their reasons are told."""
