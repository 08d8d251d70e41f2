"""Things to mind when asking somebody, which decide nothing."""

from entregent.asks.case import Case
from entregent.domain.asking import Code, Noted, Reason
from entregent.domain.text import company_key
from entregent.domain.words import Kind


def friend(case: Case) -> Reason | None:
    """Mind that this is a friend, perhaps one I also work with."""
    tie = case.friend
    if tie is None:
        return None
    facts = (Noted(case.person, "tie", text=str(tie.context)),)
    return Reason(Code.FRIEND, None, facts=facts, details={"context": tie.context})


def first_hat(case: Case) -> Reason | None:
    """Mind the first professional ask of a friend."""
    if case.friend is None or case.history.asks:
        return None
    return Reason(Code.FIRST_HAT, None)


def blurred(case: Case) -> Reason | None:
    """Name the two hats when the ask concerns a friend's employer or their other friends."""
    if case.friend is None:
        return None
    house = _their_house(case)
    if house is not None:
        facts = (Noted(case.person, "position", text=house),)
        return Reason(Code.BLURRED, None, facts=facts, details={"company": house})
    if case.chain.direct:
        return None
    following = case.chain.people[2]
    tie = case.situation.tie(case.person, following)
    if tie is None or not tie.friendly:
        return None
    facts = (Noted(following, "tie", text=str(tie.context)),)
    return Reason(Code.BLURRED, None, facts=facts, details={"friend": following})


def _their_house(case: Case) -> str | None:
    """Return the employer of theirs that the ask concerns, if any is known."""
    names = case.situation.people[case.person].companies(case.situation.today)
    if case.kind is Kind.REFERRAL and not case.company:
        return next(iter(names), None)
    concerned = {case.company}
    if case.target != case.person:
        concerned.update(case.situation.employers(case.target))
    return next((name for name in names if company_key(name) in concerned), None)


def keep_for(case: Case) -> Reason | None:
    """Mind that they are the best or only way to another open goal of mine."""
    goals = case.situation.kept.get(case.person, ())
    if not goals:
        return None
    facts = tuple(Noted(case.person, "goal", goal.by, goal.purpose) for goal in goals)
    return Reason(Code.KEEP_FOR, None, facts=facts, details={"goals": goals})
