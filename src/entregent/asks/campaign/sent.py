"""What was sent already: which needs it settles, and what it leaves of the pace."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from entregent.asks.campaign.diary import Limits
from entregent.asks.campaign.horizon import WEEK
from entregent.asks.campaign.model import Met, MetCode, Need, Pace
from entregent.asks.situation import Situation
from entregent.domain.facts import Asked
from entregent.domain.ids import AskId, PersonId
from entregent.domain.text import fold
from entregent.domain.upkeep import Planned
from entregent.domain.words import Reply
from entregent.ledger.answers import PastAsk


@dataclass(frozen=True, slots=True)
class Sent:
    """An ask that was sent, with its answer, and the goal it was sent for, where one is known."""

    past: PastAsk
    goal: AskId | None

    @property
    def asked(self) -> Asked:
        """The ask itself."""
        return self.past.asked


def sent_asks(situation: Situation, planned: Sequence[Planned]) -> list[Sent]:
    """Return every ask that was sent, by day, except those that continue a matter.

    An ask that names no plan belongs to the step it carries out: one of the same person and kind,
    planned by then, whose day is less than a week off; to the nearest, where there are several.
    """
    everything = sorted(
        (past for history in situation.histories.values() for past in history.asks),
        key=lambda past: (past.asked.on, past.asked.person, past.asked.text),
    )
    carried: set[AskId] = {past.matter for past in everything if past.matter is not None}
    found = []
    for past in everything:
        goal = past.matter or _carried_out(past.asked, planned, carried)
        if goal is not None:
            carried.add(goal)
        if not past.continues:
            found.append(Sent(past, goal))
    return found


def _carried_out(asked: Asked, planned: Iterable[Planned], carried: set[AskId]) -> AskId | None:
    near = [
        (abs(asked.on - step.due), step.ask)
        for step in planned
        if (step.person, step.kind) == (asked.person, asked.kind)
        and step.on <= asked.on
        and step.ask not in carried
    ]
    apart, goal = min(near, default=(timedelta(days=WEEK), None))
    return goal if apart < timedelta(days=WEEK) else None


def settled(situation: Situation, needs: Iterable[Need], sent: Iterable[Sent]) -> Iterator[Met]:
    """Yield the needs that want no step: the goal reached, somebody said yes, or may answer."""
    by_goal: dict[AskId | None, list[Sent]] = {}
    for ask in sent:
        by_goal.setdefault(ask.goal, []).append(ask)
    for need in needs:
        done = need.goal.done
        if done is not None and done <= situation.today:
            yield Met(need.id, MetCode.DONE, on=done)
            continue
        for ask in reversed(by_goal.get(need.goal.id, [])):
            code = _settles(situation, ask.past)
            if code is not None:
                yield Met(need.id, code, ask.asked.person, ask.asked.on)
                break


def _settles(situation: Situation, past: PastAsk) -> MetCode | None:
    if past.answer is not None:
        return MetCode.GRANTED if past.answer.reply is Reply.YES else None
    waited = (situation.today - past.asked.on).days
    return MetCode.WAITING if waited < situation.settings.unanswered_days else None


def limits_left(
    situation: Situation, pace: Pace, needs: Iterable[Need], sent: Iterable[Sent]
) -> Limits:
    """Return what limits the asks to come: the pace, less what was sent already."""
    today = situation.today
    goals = {need.goal.id for need in needs}
    since = today - timedelta(weeks=pace.weeks)
    lately = [
        ((ask.asked.on - today).days, ask.asked.person)
        for ask in sent
        if (today - ask.asked.on).days < WEEK
    ]
    circles = {
        who: tuple(dict.fromkeys(map(fold, person.circles)))
        for who, person in situation.people.items()
        if person.circles
    }
    asked = _asked(sent, goals, since)
    return Limits(
        pace, situation.settings.rest_days, pace.weeks * WEEK, asked, tuple(lately), circles
    )


def _asked(sent: Iterable[Sent], goals: set[AskId], since: date) -> dict[PersonId, int]:
    """Return how often each person was asked for these goals from a day on."""
    asked: dict[PersonId, int] = {}
    for ask in sent:
        if ask.goal in goals and ask.asked.on >= since:
            asked[ask.asked.person] = asked.get(ask.asked.person, 0) + 1
    return asked
