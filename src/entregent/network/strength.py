"""Strength: how likely a tie is to carry an ask, in (0, 1]; reasons in docs/strength.md.

An ask goes one way: what came back from the other side says more than what was sent there.
"""

import math
from collections.abc import Mapping
from datetime import date
from typing import Final

from entregent.domain.people import Tie
from entregent.domain.words import Channel, Closeness
from entregent.settings import Settings

WEIGHTS: Final[Mapping[Channel, float]] = {
    Channel.MET: 2.0,
    Channel.CALLED: 1.0,
    Channel.WROTE: 1.0,
    Channel.MESSAGED: 0.5,
}
"""What one encounter is worth; a crossing is none."""

MUTUAL: Final = frozenset({Channel.MET, Channel.CALLED})
"""Channels that go both ways by nature, whoever took the first step."""

A_YEAR: Final[Mapping[Closeness, int]] = {
    Closeness.CLOSE: 12,
    Closeness.GOOD: 6,
    Closeness.SLIGHT: 2,
}
"""The encounters a year that a declared closeness counts as."""

_YEAR = 365
_UNRETURNED = 0.05  # what one received is worth, beside one that goes both ways
_UNANSWERED = 0.05  # what all that was sent without an answer adds up to at most
_CROSSING = 0.02
_MOST_CROSSINGS = 25
_BARE = 0.02  # two people who at least know of each other
_LISTED = 0.08  # stated by somebody, or held by a list of contacts
_HALF = 2.0  # the evidence that makes a strength of one half


def strength(tie: Tie, settings: Settings) -> float:
    """Return how likely an ask of `a` carries to `b`, in (0, 1]: no evidence ever lowers it."""
    return _strength(tie, tie.sent, tie.received, settings)


def strength_back(tie: Tie, settings: Settings) -> float:
    """Return how likely an ask of `b` carries to `a`, in (0, 1]."""
    return _strength(tie, tie.received, tie.sent, settings)


def _strength(tie: Tie, sent: float, received: float, settings: Settings) -> float:
    declared = steady(tie.closeness, settings) + tie.worked
    evidence = exchanged(sent + declared, received + declared) + _hearsay(tie)
    return evidence / (evidence + _HALF)


def exchanged(sent: float, received: float) -> float:
    """Return what decayed sums of encounters are worth, in encounters that go both ways.

    The geometric mean of what came back and of what both did, so that what goes one way hardly
    counts, and least of all where there was no answer.
    """
    root = math.sqrt(received)
    returned = math.sqrt(math.sqrt(sent)) * math.sqrt(root) * root
    return returned + _UNRETURNED * received + _UNANSWERED * sent / (1 + sent)


def steady(closeness: Closeness | None, settings: Settings) -> float:
    """Return what encounters at the closeness's steady rate add up to, decayed, at any time."""
    if closeness is None:
        return 0.0
    return A_YEAR[closeness] / _YEAR * settings.half_life_days / math.log(2)


def together(start: date, end: date, today: date, settings: Settings) -> float:
    """Return what common work from `start` to `end` adds up to as of `today`, decayed since."""
    half_life = settings.half_life_days
    faded = math.exp2(-max((today - end).days, 0) / half_life)
    whole = 1 - math.exp2(-max((min(end, today) - start).days, 0) / half_life)
    return steady(Closeness.GOOD, settings) * whole * faded


def _hearsay(tie: Tie) -> float:
    listed = _LISTED if tie.declared else 0.0
    return _BARE + listed + _CROSSING * min(tie.crossed, _MOST_CROSSINGS)
