"""Strength: how likely a tie is to carry an ask, in (0, 1]; reasons in docs/strength.md."""

import math
from collections.abc import Mapping
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
_ONE_WAY = 0.05  # what an encounter without return is worth, beside one that is returned
_CROSSING = 0.02
_MOST_CROSSINGS = 25
_BARE = 0.02  # two people who at least know of each other
_LISTED = 0.08  # stated by somebody, or held by a list of contacts
_HALF = 2.0  # the evidence that makes a strength of one half


def strength(tie: Tie, settings: Settings) -> float:
    """Return how strong `tie` is, in (0, 1): it grows with every piece of evidence."""
    evidence = exchanged(tie, settings) + _hearsay(tie)
    return evidence / (evidence + _HALF)


def exchanged(tie: Tie, settings: Settings) -> float:
    """Return what was exchanged, in encounters that go both ways.

    The geometric mean of what went each way, so that only what is returned counts in full.
    """
    declared = steady(tie.closeness, settings)
    sent, received = tie.sent + declared, tie.received + declared
    return math.sqrt(sent) * math.sqrt(received) + _ONE_WAY * (sent + received)


def steady(closeness: Closeness | None, settings: Settings) -> float:
    """Return what encounters at the closeness's steady rate add up to, decayed, at any time."""
    if closeness is None:
        return 0.0
    return A_YEAR[closeness] / _YEAR * settings.half_life_days / math.log(2)


def _hearsay(tie: Tie) -> float:
    listed = _LISTED if tie.declared else 0.0
    return _BARE + listed + _CROSSING * min(tie.crossed, _MOST_CROSSINGS)
