"""Reasons to take care when asking somebody."""

from entregent.asks.case import Case
from entregent.asks.common_work import attests_work, confirmed, overlaps
from entregent.asks.usage import policy
from entregent.domain.asking import Code, Noted, Reason, Verdict
from entregent.domain.following import day_after
from entregent.domain.words import Usage


def confirm_work(case: Case) -> Reason | None:
    """Ask whether we worked together, when only our dates in one organisation say so."""
    if not attests_work(case) or confirmed(case):
        return None
    shared = overlaps(case)
    if not shared:
        return None
    last = shared[-1]
    return Reason(
        Code.CONFIRM_WORK,
        Verdict.CARE,
        facts=tuple(
            Noted(case.person, "position", text=f"{time.company} {time.start} {time.end}")
            for time in shared
        ),
        details={"company": last.company, "start": last.start, "end": last.end},
    )


def policy_unknown(case: Case) -> Reason | None:
    """Mind that nobody knows whether the company takes referrals, or that it depends."""
    house = policy(case)
    if house is None or house.referrals in (Usage.YES, Usage.NO):
        return None
    return Reason(
        Code.POLICY_UNKNOWN,
        Verdict.CARE,
        facts=(Noted(case.person, "house", text=house.company),),
        details={"company": house.company, "usage": house.referrals},
    )


def dormant(case: Case) -> Reason | None:
    """Name a silence: no encounter for a year, or none at all and no closeness declared."""
    tie = case.tie
    last = tie.last if tie is not None else None
    if last is None:
        silent = tie is None or tie.closeness is None
    else:
        silent = (case.situation.today - last).days >= case.situation.settings.dormant_days
    if not silent:
        return None
    facts = () if last is None else (Noted(case.person, "encounter", last),)
    return Reason(Code.DORMANT, Verdict.CARE, facts=facts, details={"last": last})


def one_way(case: Case) -> Reason | None:
    """Acknowledge that they gave markedly more than I did; not between close friends."""
    history, settings = case.history, case.situation.settings
    received, gave = history.received_lately, history.gave_lately
    if case.close_friend or received - gave < settings.one_way_gap:
        return None
    facts = tuple(
        Noted(case.person, what, deed.on, deed.text)
        for what, deeds in (("received", history.received), ("gave", history.gave))
        for deed in deeds
        if history.age(deed.on) < settings.one_way_days
    )
    return Reason(
        Code.ONE_WAY,
        Verdict.CARE,
        facts=facts,
        details={"received": received, "gave": gave},
    )


def busy(case: Case) -> Reason | None:
    """Mind a busy period they told me of, when it covers today."""
    today = case.situation.today
    told = case.situation.rules.busy.get(case.person, ())
    covering = [period for period in told if period.start <= today <= period.end]
    if not covering:
        return None
    longest = max(covering, key=lambda period: (period.end, period.because))
    return Reason(
        Code.BUSY,
        Verdict.CARE,
        day_after(longest.end),
        tuple(Noted(case.person, "busy", period.end, period.because) for period in covering),
        {"start": longest.start, "last": longest.end, "because": longest.because},
    )
