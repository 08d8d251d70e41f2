"""My own measure: how many requests I want to take in a month, in words I chose.

With close friends nothing is counted: what they ask neither fills a measure nor is turned away by
one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from entregent.domain.ids import PersonId
from entregent.domain.inbox import Capacity, Responded, Response
from entregent.domain.words import Kind
from entregent.ledger.inbox.requests import Closed, Request

_TAKEN = (Response.YES, Response.FORWARD)
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Full:
    """A measure that this month's answers have filled, and those answers; `until` it is free."""

    capacity: Capacity
    answers: tuple[Responded, ...]
    until: date


def standing(said: Iterable[Capacity], today: date) -> tuple[Capacity, ...]:
    """Return the measures that stand on `today`, that for all kinds first.

    Of each kind the latest said; of one day's, that given last. Those without a number set none.
    """
    latest: dict[Kind | None, Capacity] = {}
    for capacity in sorted((one for one in said if one.on <= today), key=lambda one: one.on):
        latest[capacity.kind] = capacity
    measures = [one for one in latest.values() if one.most is not None]
    return tuple(sorted(measures, key=lambda one: (one.kind is not None, one.kind or "")))


def refused(measures: Iterable[Capacity], kind: Kind) -> Capacity | None:
    """Return the measure by which I take none of this kind, where there is one."""
    own = [one for one in measures if one.kind in (kind, None) and one.most == 0]
    return max(own, key=lambda one: one.kind is not None, default=None)


def full(
    measures: Iterable[Capacity],
    kind: Kind,
    past: Iterable[Request],
    close: Collection[PersonId],
    today: date,
) -> Full | None:
    """Return the first measure for this kind that what I took this month fills.

    Taken is what I said yes to, or asked lines for. `close` are my close friends.
    """
    answered = [one for one in past if isinstance(one, Closed) and one.answer.response in _TAKEN]
    month = [
        one
        for one in answered
        if (one.answer.on.year, one.answer.on.month) == (today.year, today.month)
        and one.asked.person not in close
    ]
    for measure in measures:
        taken = [one.answer for one in month if measure.kind in (None, one.asked.kind)]
        if measure.kind in (None, kind) and measure.most and len(taken) >= measure.most:
            return Full(measure, tuple(taken), (today.replace(day=1) + _MONTH).replace(day=1))
    return None
