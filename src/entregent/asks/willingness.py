"""Willingness: how likely somebody is to say yes to me just now (formula: docs/strength.md).

The number only orders chains and is never shown: people are not scored. What sways it is told in
words, each with its dated facts.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entregent.asks.case import note_ask, note_help
from entregent.domain.asking import Noted
from entregent.domain.facts import Gave, Received
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
    ease = _STRANGER
    if tie is not None and tie.closeness in _CLOSENESS:
        ease += _CLOSENESS[tie.closeness][1]
    if history is not None:
        counted = tie is None or not tie.close_friend
        ease += math.fsum(_past(history, settings, counted=counted).values())
    return 1 / (1 + math.exp(-max(-_BOUND, min(_BOUND, ease))))


def explain(history: History | None, tie: Tie | None, settings: Settings) -> tuple[Swayed, ...]:
    """Return what sways somebody's willingness noticeably, the weightiest first."""
    found: list[Swayed] = []
    if tie is not None and tie.closeness in _CLOSENESS:
        found.append(Swayed(*_CLOSENESS[tie.closeness]))
    if history is not None:
        counted = tie is None or not tie.close_friend
        found += [
            Swayed(sway, amount, _facts(history, sway))
            for sway, amount in _past(history, settings, counted=counted).items()
            if abs(amount) >= _TELLING
        ]
    return tuple(sorted(found, key=lambda one: (-abs(one.amount), one.sway)))


def _past(history: History, settings: Settings, *, counted: bool) -> dict[Sway, float]:
    """Return how much each thing that happened sways; help counts only where it is `counted`."""
    found: dict[Sway, float] = defaultdict(float)
    for past in history.asks:
        asked = past.asked
        fresh = _faded(history.age(asked.on), settings.fatigue_days)
        found[Sway.ASKED] -= _ASK * _WEIGHT[asked.kind] * fresh
    for answer in history.answers:
        sway, step = _REPLY[answer.reply]
        found[sway] += step * _faded(history.age(answer.on), settings.half_life_days)
    if history.unthanked is not None:
        found[Sway.THANKS_OWED] = -_UNTHANKED
    if counted:
        gave, received = (
            _help(history, some, settings) for some in (history.gave, history.received)
        )
        found[Sway.GAVE] = min(_GIVEN * gave, _MOST_GIVEN)
        found[Sway.RECEIVED] = -_RECEIVED * received
    return found


def _help(
    history: History, deeds: Iterable[Gave] | Iterable[Received], settings: Settings
) -> float:
    """Add up help; a favour of weight 4 counts as two of weight 1."""
    life = settings.half_life_days
    return math.fsum(math.sqrt(deed.weight) * _faded(history.age(deed.on), life) for deed in deeds)


def _faded(age: int, half_life: float) -> float:
    """Return what a day so long ago counts: half as much after every half-life."""
    return math.exp2(-age / half_life)


def _facts(history: History, sway: Sway) -> tuple[Noted, ...]:
    """Return what a sway rests on, oldest first."""
    match sway:
        case Sway.ASKED:
            return tuple(note_ask(past.asked) for past in history.asks)
        case Sway.THANKS_OWED | Sway.RECEIVED:
            owed = history.unthanked if sway is Sway.THANKS_OWED else None
            return tuple(map(note_help, (owed,) if owed else history.received))
        case Sway.GAVE:
            return tuple(Noted(one.person, "gave", one.on, one.text) for one in history.gave)
        case _:
            return tuple(
                Noted(history.person, "answered", one.on, one.reply.value)
                for one in history.answers
                if _REPLY[one.reply][0] is sway
            )
