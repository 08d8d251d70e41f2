"""How each planned ask will be judged on its day, when all before it went well."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from entregent.asks.campaign.model import Step
from entregent.asks.case import Case
from entregent.asks.reasons import find_reasons
from entregent.asks.situation import Situation
from entregent.domain.asking import Goal, Reason, Verdict
from entregent.domain.facts import Answered, Asked, Thanked
from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Reply
from entregent.ledger.answers import PastAnswer, PastAsk
from entregent.ledger.history import History

_LAST = len(Verdict)


def judged(situation: Situation, steps: Sequence[Step], goals: dict[AskId, Goal]) -> list[Step]:
    """Return the steps by date, each with its verdict and reasons on that day.

    A planned ask is presumed answered yes, and thanked, on its day; what was owed before is
    presumed thanked too.
    """
    past = {
        person: _thanked(situation.history(person), situation.today)
        for person in {step.person for step in steps}
    }
    found = []
    for step in sorted(steps, key=lambda step: (step.on, step.need)):
        world = _on(situation, past, step.on)
        case = Case(world, goals[step.ask], step.person, step.kind, step.chain)
        reasons = sorted(find_reasons(case), key=_strength)
        verdicts = [reason.verdict for reason in reasons if reason.verdict is not None]
        found.append(replace(step, verdict=next(iter(verdicts), Verdict.GO), mind=tuple(reasons)))
        past[step.person] = _asked(past[step.person], step)
    return found


def _on(situation: Situation, past: dict[PersonId, History], day: date) -> Situation:
    return replace(situation, histories={**situation.histories, **past}).on(day)


def _thanked(history: History, today: date) -> History:
    if history.unthanked is None:
        return history
    return replace(history, thanked=(*history.thanked, Thanked(history.person, today)))


def _asked(history: History, step: Step) -> History:
    asked = Asked(step.person, step.on, step.kind, ask=step.ask)
    answer = Answered(step.person, step.on, Reply.YES)
    return replace(
        history,
        asks=(*history.asks, PastAsk(asked, answer, continues=False, matter=step.ask)),
        answers=(*history.answers, PastAnswer(step.on, Reply.YES, step.kind)),
    )


def _strength(reason: Reason) -> int:
    return _LAST if reason.verdict is None else list(Verdict).index(reason.verdict)
