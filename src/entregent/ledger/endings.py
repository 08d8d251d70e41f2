"""Endings: who had a part in a goal that is reached, and which ideas it answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entregent.domain.asking import Goal, Target, ToCompany, ToPerson, ToSector
from entregent.domain.facts import Asked
from entregent.domain.ids import PersonId
from entregent.domain.text import company_key, fold
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.domain.words import Reply
from entregent.ledger.answers import PastAsk
from entregent.ledger.history import History


class Part(StrEnum):
    """What somebody had to do with a goal."""

    HELPED = "helped"
    LED = "led"
    """Nothing was asked of them; an idea of theirs led there."""
    NO = "no"
    UNCOMFORTABLE = "uncomfortable"
    LATER = "later"
    WAITING = "waiting"
    """They were asked and have not answered."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Somebody to tell that a goal is reached, and the last ask for it that they had."""

    person: PersonId
    part: Part
    asked: Asked | None = None


_REFUSALS = {
    Reply.NO: Part.NO,
    Reply.LATER: Part.LATER,
    Reply.UNCOMFORTABLE: Part.UNCOMFORTABLE,
}


def endings(goal: Goal, past: Iterable[History], answered: Iterable[Lead]) -> tuple[Ending, ...]:
    """Return who had a part in `goal`, in the order of their ids, one ending each.

    `answered` are the leads that the goal answers. Who said yes or helped since they were asked
    has helped, whatever else they said.
    """
    found = {
        history.person: Ending(history.person, _part(asks, history), asks[-1].asked)
        for history in past
        if (asks := asks_for(goal, history))
    }
    for lead in answered:
        found.setdefault(lead.person, Ending(lead.person, Part.LED))
    return tuple(found[person] for person in sorted(found))


def asks_for(goal: Goal, history: History) -> list[PastAsk]:
    """Return what somebody was asked for this goal, oldest first."""
    return [past for past in history.asks if goal.id in (past.asked.ask, past.matter)]


def _part(asks: list[PastAsk], history: History) -> Part:
    replies = [past.answer.reply for past in asks if past.answer is not None]
    helped = any(help_.on >= asks[0].asked.on for help_ in history.received)
    if helped or Reply.YES in replies:
        return Part.HELPED
    return Part.WAITING if asks[-1].answer is None else _REFUSALS[asks[-1].answer.reply]


def answered_leads(
    goal: Goal, leads: Iterable[Lead], ended: Iterable[LeadEnded], today: date
) -> tuple[Lead, ...]:
    """Return the leads still open that a goal answers, by date.

    They were given to the very ask, or point where the goal does.
    """
    ends = [end for end in ended if end.on <= today]
    found = {
        lead
        for lead in leads
        if lead.on <= today
        and (lead.ask == goal.id or _points_to(lead, goal.target))
        and not any(_ends(end, lead) for end in ends)
    }
    return tuple(sorted(found, key=lambda lead: (lead.on, lead.person, what(lead))))


def _ends(end: LeadEnded, lead: Lead) -> bool:
    same = (end.person, end.other) == (lead.person, lead.other)
    return same and lead.on <= end.on and fold(end.lead) == fold(what(lead))


def what(lead: Lead) -> str:
    """Return the words by which a lead of somebody is known."""
    return lead.company or lead.sector or lead.text


def _points_to(lead: Lead, target: Target) -> bool:
    match target:
        case ToPerson(person=person):
            return lead.other == person
        case ToCompany(name=name):
            return company_key(lead.company) == company_key(name) != ""
        case ToSector(name=name):
            return fold(lead.sector) == fold(name) != ""
        case _:
            return False
