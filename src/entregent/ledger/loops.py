"""Loops to close: whoever helped, and was not told how it ended."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from entregent.domain.asking import Goal, ToPerson
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind, Reply
from entregent.ledger.endings import Part, asks_for, endings
from entregent.ledger.gift import Gift, What
from entregent.ledger.history import History
from entregent.ledger.settling import item_of


def outcomes(
    history: History, goals: Iterable[Goal], met: Mapping[PersonId, tuple[date, date]]
) -> Iterator[Gift]:
    """Yield what somebody helped with that has ended, and that they were not told of.

    A goal ends when it is done. Before that, whoever agreed to present me to somebody is told
    once I was in touch with them; `met` gives the first and last encounter with each person.
    Thanks on or after that day count as telling.
    """
    for goal in goals:
        if goal.done is not None and goal.done <= history.today:
            if any(one.part is Part.HELPED for one in endings(goal, (history,), ())):
                yield from _untold(history, goal, goal.done, None)
        elif goal.kind is Kind.INTRODUCTION:
            yield from _presented(history, goal, met)


def _presented(
    history: History, goal: Goal, met: Mapping[PersonId, tuple[date, date]]
) -> Iterator[Gift]:
    answers = [past.answer for past in asks_for(goal, history) if past.answer is not None]
    agreed = [answer.on for answer in answers if answer.reply is Reply.YES]
    if not agreed or not isinstance(goal.target, ToPerson):
        return
    reached = goal.target.person
    days = [day for day in met.get(reached, ()) if agreed[0] < day <= history.today]
    if days and reached != history.person:
        yield from _untold(history, goal, days[0], reached)


def _untold(history: History, goal: Goal, on: date, other: PersonId | None) -> Iterator[Gift]:
    old = history.age(on) >= history.settings.thanks_days
    if old or any(thanks.on >= on for thanks in history.thanked):
        return
    asked = asks_for(goal, history)[0].asked.on
    item = item_of("outcome", goal.kind, asked, "met" if other else "done")
    yield Gift(What.OUTCOME, history.person, on, item, other, goal.purpose, goal=goal)
