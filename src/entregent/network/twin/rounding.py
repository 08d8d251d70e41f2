"""Odds in whole billionths, rounded as their exact value says."""

from typing import Final

import numpy as np

from entregent.network.twin.rows import Odds, Whole

BILLION: Final = 1e9
_SPLIT: Final = float(2**27 + 1)


def billionths(odds: Odds) -> Whole:
    """Round `odds`, in [0, 1], to nine digits, halves to even, as `round` does.

    The error of the product is taken in by splitting the factor in two (Dekker 1971).
    """
    scaled = odds * BILLION
    wide = odds * _SPLIT
    high = wide - (wide - odds)
    error = (high * BILLION - scaled) + (odds - high) * BILLION
    whole = np.floor(scaled)
    beyond = (scaled - whole) - 0.5 + error
    units: Whole = whole.astype(np.int64)
    units += (beyond > 0) | ((beyond == 0) & (units % 2 == 1))
    return units


def rounded(odds: Odds) -> Odds:
    """Return `odds` rounded to nine digits."""
    return billionths(odds) / BILLION


def floor(units: int) -> float:
    """Return odds below which a bound rounds to less than `units`, whatever its order."""
    return max(0.0, (units - 0.5) / BILLION * (1 - 1e-12))
