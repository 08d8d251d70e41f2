"""Requests: what was asked of me, and where each stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from entregent.domain.ids import RequestId
from entregent.domain.inbox import Requested, Responded, Response
from entregent.settings import Settings


@dataclass(frozen=True, slots=True)
class Open:
    """It waits for my answer; `again` is a "later" whose day has come."""

    asked: Requested
    again: Responded | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """I said "not now"; `until` is the day I named, or that the settings give."""

    asked: Requested
    answer: Responded
    until: date


@dataclass(frozen=True, slots=True)
class Closed:
    """I said yes, no, or asked for lines to pass on."""

    asked: Requested
    answer: Responded


Request: TypeAlias = Open | Later | Closed


def requests(
    facts: Iterable[Requested | Responded], today: date, settings: Settings
) -> tuple[Request, ...]:
    """Return each request up to `today`, oldest first; the order of the facts makes no difference.

    The latest answer stands; of one day's the last in the order of `_WITHIN_A_DAY`. An answer to
    no known request is passed over.
    """
    asked: dict[RequestId, Requested] = {}
    answers: dict[RequestId, Responded] = {}
    for fact in sorted((one for one in facts if one.on <= today), key=_order):
        if isinstance(fact, Requested):
            asked.setdefault(fact.request, fact)
        else:
            answers[fact.request] = fact
    return tuple(_stands(one, answers.get(one.request), today, settings) for one in asked.values())


def _stands(asked: Requested, answer: Responded | None, today: date, settings: Settings) -> Request:
    if answer is None:
        return Open(asked)
    if answer.response is not Response.LATER:
        return Closed(asked, answer)
    until = answer.until or answer.on + timedelta(days=settings.later_days)
    return Later(asked, answer, until) if today < until else Open(asked, answer)


_WITHIN_A_DAY = (Response.LATER, Response.FORWARD, Response.NO, Response.YES)


def _order(fact: Requested | Responded) -> tuple[date, int, str]:
    if isinstance(fact, Requested):
        return (fact.on, -1, fact.request)
    return (fact.on, _WITHIN_A_DAY.index(fact.response), repr(fact))
