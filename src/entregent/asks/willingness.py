"""Willingness: how likely somebody is to say yes to me just now (formula: docs/strength.md).

The number only orders chains and is never shown: people are not scored. What sways it is told in
words, each with its dated facts.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from entregent.asks.case import note_ask, note_help
from entregent.domain.asking import Noted
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Kind, Reply
from entregent.ledger.history import History
from entregent.settings import Settings


class Sway(StrEnum):
    """What sways somebody's willingness."""

    CLOSE = "close"
    GOOD = "good"
    SAID_YES = "said-yes"
    GAVE = "gave"
    ASKED = "asked"
    SAID_LATER = "said-later"
    SAID_NO = "said-no"
    UNCOMFORTABLE = "uncomfortable"
    THANKS_OWED = "thanks-owed"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class Swayed:
    """One thing that eases an ask (`amount` above nought) or weighs on it, and its facts.

    `amount` is for ordering only; the latest fact comes last.
    """

    sway: Sway
    amount: float
    facts: tuple[Noted, ...] = ()

    @property
    def eases(self) -> bool:
        """Whether it speaks for asking."""
        return self.amount > 0


_STRANGER = 0.4
_CLOSENESS: Final = {
    Closeness.CLOSE: (Sway.CLOSE, 1.4),
    Closeness.GOOD: (Sway.GOOD, 0.6),
}
_REPLY: Final = {
    Reply.YES: (Sway.SAID_YES, 0.3),
    Reply.LATER: (Sway.SAID_LATER, -0.2),
    Reply.NO: (Sway.SAID_NO, -0.6),
    Reply.UNCOMFORTABLE: (Sway.UNCOMFORTABLE, -1.2),
}
_ASK = 0.8
_WEIGHT: Final[Mapping[Kind, float]] = {
    Kind.IDEAS: 0.5,
    Kind.ADVICE: 0.75,
    Kind.REVIEW: 1.0,
    Kind.INTERVIEW: 1.0,
    Kind.INTRODUCTION: 1.0,
    Kind.REFERRAL: 1.25,
    Kind.REFERENCE: 1.5,
    Kind.RECOMMENDATION: 1.5,
}
"""How much an ask of each kind weighs on who is asked."""
_GIVEN = 0.4
_RECEIVED = 0.2
_MOST_GIVEN = 0.8
"""What I gave never counts for more than the step from a good tie to a close one."""
_UNTHANKED = 0.5
_BOUND = 6.0
_TELLING = 0.1
"""What sways less is not worth a word."""


def willingness(history: History | None, tie: Tie | None, settings: Settings) -> float:
    """Return a number in (0, 1); one more ask never raises it, one more gift never lowers it."""
    ease = _STRANGER + math.fsum(one.amount for one in _sways(history, tie, settings))
    return 1 / (1 + math.exp(-max(-_BOUND, min(_BOUND, ease))))


def explain(history: History | None, tie: Tie | None, settings: Settings) -> tuple[Swayed, ...]:
    """Return what sways somebody's willingness noticeably, the weightiest first."""
    telling = [one for one in _sways(history, tie, settings) if abs(one.amount) >= _TELLING]
    return tuple(sorted(telling, key=lambda one: (-abs(one.amount), one.sway)))


def _sways(history: History | None, tie: Tie | None, settings: Settings) -> Iterator[Swayed]:
    if tie is not None and tie.closeness in _CLOSENESS:
        yield Swayed(*_CLOSENESS[tie.closeness])
    if history is None:
        return
    yield from _of_asks(history, settings)
    if (helped := history.unthanked) is not None:
        yield Swayed(Sway.THANKS_OWED, -_UNTHANKED, (note_help(helped),))
    if tie is None or not tie.close_friend:
        yield from _of_help(history, settings)


def _of_asks(history: History, settings: Settings) -> Iterator[Swayed]:
    asks = [past.asked for past in history.asks]
    if asks:
        fresh = _faded(history, settings.fatigue_days)
        amount = math.fsum(_WEIGHT[asked.kind] * fresh(asked.on) for asked in asks)
        yield Swayed(Sway.ASKED, -_ASK * amount, tuple(map(note_ask, asks)))
    remembered = _faded(history, settings.half_life_days)
    for reply, (sway, step) in _REPLY.items():
        said = [answer.on for answer in history.answers if answer.reply is reply]
        if said:
            facts = tuple(Noted(history.person, "answered", on, reply.value) for on in said)
            yield Swayed(sway, step * _sum(remembered, said), facts)


def _of_help(history: History, settings: Settings) -> Iterator[Swayed]:
    """Yield help given and received; a favour of weight 4 counts as two of weight 1."""
    fading = _faded(history, settings.half_life_days)
    for sway, step, deeds in (
        (Sway.GAVE, _GIVEN, history.gave),
        (Sway.RECEIVED, -_RECEIVED, history.received),
    ):
        if deeds:
            amount = step * math.fsum(math.sqrt(deed.weight) * fading(deed.on) for deed in deeds)
            facts = tuple(Noted(deed.person, sway.value, deed.on, deed.text) for deed in deeds)
            yield Swayed(sway, min(amount, _MOST_GIVEN), facts)


def _sum(faded: Callable[[date], float], days: Iterable[date]) -> float:
    return math.fsum(map(faded, days))


def _faded(history: History, half_life: float) -> Callable[[date], float]:
    """Return what a day counts today: half as much after every half-life."""
    return lambda day: 2.0 ** (-history.age(day) / half_life)
