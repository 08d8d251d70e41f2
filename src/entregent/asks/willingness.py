"""Willingness: how likely somebody is to say yes to me just now; reasons in docs/strength.md.

It only orders chains, and is never shown: people are not scored.
"""

import math
from collections.abc import Iterable
from datetime import date
from typing import Final

from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Reply
from entregent.ledger.history import History
from entregent.settings import Settings

_STRANGER = 0.4
_CLOSENESS: Final = {Closeness.CLOSE: 1.4, Closeness.GOOD: 0.6, Closeness.SLIGHT: 0.0}
_REPLY: Final = {Reply.YES: 0.3, Reply.LATER: -0.2, Reply.NO: -0.6, Reply.UNCOMFORTABLE: -1.2}
_ASK = 0.8
_GIVEN = 0.4
_RECEIVED = 0.2
_UNTHANKED = 0.5
_BOUND = 6.0


def willingness(history: History | None, tie: Tie | None, settings: Settings) -> float:
    """Return a number in (0, 1); one more ask never raises it, one more gift never lowers it."""
    ease = _STRANGER
    if tie is not None and tie.closeness is not None:
        ease += _CLOSENESS[tie.closeness]
    if history is not None:
        ease += _past(history, counted=tie is None or not tie.close_friend, settings=settings)
    return 1 / (1 + math.exp(-max(-_BOUND, min(_BOUND, ease))))


def _past(history: History, *, counted: bool, settings: Settings) -> float:
    asks = _faded(history, (past.asked.on for past in history.asks), settings.fatigue_days)
    ease = -_ASK * asks
    for answer in history.answers:
        ease += _REPLY[answer.reply] * _faded(history, [answer.on], settings.half_life_days)
    if history.unthanked is not None:
        ease -= _UNTHANKED
    if counted:
        life = settings.half_life_days
        ease += _GIVEN * _faded(history, (deed.on for deed in history.gave), life)
        ease -= _RECEIVED * _faded(history, (deed.on for deed in history.received), life)
    return ease


def _faded(history: History, days: Iterable[date], half_life: float) -> float:
    """Add up past days, each worth half as much after every half-life."""
    return math.fsum(2.0 ** (-history.age(day) / half_life) for day in days)
