"""Reasons never to ask this of somebody."""

from datetime import date

from entregent.asks.avoid import avoided
from entregent.asks.case import Case, note_limit
from entregent.asks.common_work import attests_work, confirmed, overlaps
from entregent.asks.usage import policy
from entregent.domain.asking import Code, Noted, Reason, Verdict
from entregent.domain.facts import Boundary
from entregent.domain.following import day_after
from entregent.domain.words import Kind, Usage


def boundary(case: Case) -> Reason | None:
    """Respect that they asked not to be asked this, or that the target did."""
    own = case.situation.limits(case.person, case.kind)
    theirs: tuple[Boundary, ...] = ()
    if case.target != case.person:
        theirs = case.situation.limits(case.target, Kind.INTRODUCTION, case.goal.kind)
    limits = own + theirs
    if not limits:
        return None
    by = limits[0]
    return Reason(
        Code.BOUNDARY,
        Verdict.NEVER,
        _first_free(limits),
        tuple(map(note_limit, limits)),
        {"by": by.person, "kinds": by.kinds, "last": by.until, "because": by.because},
    )


def _first_free(limits: tuple[Boundary, ...]) -> date | None:
    days = [limit.until for limit in limits if limit.until is not None]
    return day_after(max(days)) if len(days) == len(limits) else None


def left_out(case: Case) -> Reason | None:
    """Leave out whom I never want suggested, and who must not know of my search."""
    why = avoided(case.situation, case.person)
    if why is None:
        return None
    return Reason(
        Code.LEFT_OUT,
        Verdict.NEVER,
        facts=(Noted(case.person, why.value),),
        details={"how": why.value},
    )


def no_common_work(case: Case) -> Reason | None:
    """Require that we worked together, for the kinds that attest it."""
    if not attests_work(case) or confirmed(case):
        return None
    if overlaps(case):
        return None
    return Reason(Code.NO_COMMON_WORK, Verdict.NEVER)


def policy_forbids(case: Case) -> Reason | None:
    """Say so when the company does not take referrals."""
    house = policy(case)
    if house is None or house.referrals is not Usage.NO:
        return None
    return Reason(
        Code.POLICY_FORBIDS,
        Verdict.NEVER,
        facts=(Noted(case.person, "house", text=house.company),),
        details={"company": house.company},
    )


def was_uncomfortable(case: Case) -> Reason | None:
    """Remember that an ask of this kind made them uncomfortable."""
    answer = case.history.discomfort(case.kind)
    if answer is None:
        return None
    return Reason(
        Code.WAS_UNCOMFORTABLE,
        Verdict.NEVER,
        facts=(Noted(case.person, "answered", answer.on, answer.reply.value),),
        details={"answered": answer.on, "kind": case.kind},
    )
