"""What a timetable is wanted for: much to say in all, and nobody left out."""

from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Floats, Ints
from entregent.matching.meetings.candidates import Candidates

_GIVEN_UP = 0.002
"""Which part of the greatest sum a fairness of .5 may cost."""


@dataclass(frozen=True, slots=True)
class Aim:
    """The worth of a timetable.

    It is the sum of its pairs' scores; to that is added, for each person, `favour` times their own
    sum up to `share`; and `missed` is taken off for each meeting that a person is short of what was
    `promised` them.
    """

    favour: float
    share: float
    promised: Ints
    missed: float


def aim_of(pairs: Candidates, promised: Ints, *, share: float = 0.0, favour: float = 0.0) -> Aim:
    """Return an aim; a meeting that was promised counts more than any other could."""
    best = float(pairs.score.max(initial=0.0))
    return Aim(favour, share, promised, missed=4 * best * (1 + favour))


def kept_share(fairness: float) -> float:
    """Return which part of the greatest sum must be kept, for a fairness from 0 to below 1.

    A fairness of .5 gives up two thousandths at most, of .9 less than two hundredths.
    """
    return max(0.0, 1 - _GIVEN_UP * fairness / (1 - fairness)) if fairness < 1 else 0.0


def shares(pairs: Candidates, values: Floats) -> Floats:
    """Add up the values of each person's pairs."""
    ends = np.concatenate((pairs.first, pairs.second))
    total = np.bincount(ends, weights=np.tile(values, 2), minlength=pairs.people)
    return total.astype(np.float64)
