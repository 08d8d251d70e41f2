"""Whom to meet: five to eight people at most, fewer where fewer are worth it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from entregent.coach.brief.model import Aims, Attendee, Reason, Senses, Why, Worth
from entregent.coach.brief.reasons import reasons
from entregent.domain.events import Mode
from entregent.domain.text import company_key, fold

MOST = 8
_SOME = 5
_OF_ONE_HOUSE = 2
"""So many of one company are proposed before others are heard of, unless too few are left."""
_WEIGHT = {
    Why.ASKED_FOR: 9,
    Why.WANTED_COMPANY: 7,
    Why.THEY_OFFER: 6,
    Why.THEY_SEEK: 6,
    Why.SOUGHT: 6,
    Why.GOAL: 5,
    Why.WANTED_FIELD: 4,
    Why.NETWORK_GIVES: 4,
    Why.SUBJECT: 3,
    Why.CLIENT: 3,
    Why.ONCE_THERE: 2,
    Why.SAME_WORK: 2,
}
"""How much a reason counts when people are put in order; never shown."""
_ENOUGH, _TOGETHER = 3, 4
"""One reason that weighs so much is enough, or several together."""


def worth_meeting(
    attendees: Iterable[Attendee], aims: Aims, mode: Mode, senses: Senses
) -> tuple[Worth, ...]:
    """Return who is worth meeting, those first who are most so; never anybody to fill a list."""
    found = (Worth(who, reasons(who, aims, mode, senses)) for who in attendees)
    ranked = sorted(filter(_is_worth_it, found), key=_rank)
    return _spread(ranked)


def telling(because: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return those reasons each of which is enough to go and talk to somebody."""
    return tuple(reason for reason in because if _WEIGHT[reason.why] >= _ENOUGH)


def _is_worth_it(worth: Worth) -> bool:
    weights = [_WEIGHT[reason.why] for reason in worth.because]
    return bool(weights) and (max(weights) >= _ENOUGH or sum(weights) >= _TOGETHER)


def _rank(worth: Worth) -> tuple[int, int, str, str]:
    weights = [_WEIGHT[reason.why] for reason in worth.because]
    return -max(weights), -sum(weights), fold(worth.attendee.name), worth.attendee.company


def _spread(ranked: Sequence[Worth]) -> tuple[Worth, ...]:
    """Return the first of them, no company taking all places."""
    held: Counter[str] = Counter()
    chosen: list[Worth] = []
    others: list[Worth] = []
    for worth in ranked:
        house = company_key(worth.attendee.company)
        held[house] += 1
        (others if house and held[house] > _OF_ONE_HOUSE else chosen).append(worth)
    chosen = chosen[:MOST]
    return (*chosen, *others[: max(_SOME - len(chosen), 0)])
