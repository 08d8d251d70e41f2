"""The timetable of meetings: ideal, laid, polished; with the bound that proves how good it is."""

from dataclasses import dataclass, replace

import numpy as np

from entregent.matching.arrays import Floats, Ints
from entregent.matching.meetings.aim import Aim, aim_of, kept_share, shares
from entregent.matching.meetings.candidates import Candidates, candidates, joined
from entregent.matching.meetings.ideal import Ideal, Prices, bound, even, ideal
from entregent.matching.meetings.polish import polish, worth
from entregent.matching.meetings.setting import Meeting, Setting
from entregent.matching.meetings.timetable import lay

_BEST = 40
"""How many of each person's best pairs are looked at; beyond, slots in few places gain nothing."""

_ROUNDS, _MANY = 3, 2000
"""How often missing pairs are added, up to how many people; beyond, none ever mattered."""
_BOTH = 400
"""Up to how many people a fair timetable is also sought from the one of the greatest sum."""
_HARDLY = 1e-6
"""What a linear programme may miss a whole number by."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A timetable; `value` is the sum of its scores, `shares` that of each person's.

    `prices` prove a bound: see `proven`.
    """

    meetings: tuple[Meeting, ...]
    value: float
    shares: Floats
    prices: Prices

    def proven(self, setting: Setting) -> float:
        """Return a value that no timetable of this setting exceeds."""
        return max(self.value, bound(setting, setting.scores, self.prices))


def solve(setting: Setting, *, fairness: float = 0.5, fewest: int = 1) -> Solved:
    """Return a timetable of meetings.

    `fairness` runs from 0, the greatest sum of scores, to 1, the most even; `fewest` is how many
    meetings everybody is to have where that can be.
    """
    pairs = candidates(setting.scores, max(_BEST, 2 * setting.slots))
    promised: Ints = np.minimum(fewest, setting.free)
    pairs, best = _widened(setting, pairs)
    wanted, aim = best, aim_of(pairs, promised)
    if (shares(pairs, best.wanted) < promised - _HARDLY).any():
        wanted = ideal(setting, pairs, aim)
    if fairness and len(pairs.first):
        wanted, aim = _evened(setting, pairs, aim, wanted, fairness)
    starts = (wanted, best) if setting.people <= _BOTH and wanted is not best else (wanted,)
    plans = [polish(setting, pairs, aim, lay(setting, pairs, one), one.prices) for one in starts]
    slot = max(plans, key=lambda plan: worth(setting, pairs, aim, plan))
    laid = slot >= 0
    return Solved(
        meetings=_meetings(pairs, slot),
        value=float(pairs.score[laid].sum()),
        shares=shares(pairs, np.where(laid, pairs.score, 0.0)),
        prices=best.prices,
    )


def _widened(setting: Setting, pairs: Candidates) -> tuple[Candidates, Ideal]:
    """Return the ideal, with the pairs added that its prices show to be missing."""
    nothing = np.zeros(setting.people, np.int64)
    best = ideal(setting, pairs, aim_of(pairs, nothing))
    for _ in range(_ROUNDS if setting.people <= _MANY else 0):
        prices = best.prices
        wider = joined(setting.scores, pairs, prices.person, prices.table, _BEST)
        if len(wider.first) == len(pairs.first):
            break
        pairs = wider
        best = ideal(setting, pairs, aim_of(pairs, nothing))
    return pairs, best


def _evened(
    setting: Setting, pairs: Candidates, aim: Aim, wanted: Ideal, fairness: float
) -> tuple[Ideal, Aim]:
    """Serve the worst served better, up to half of what the middle person has."""
    share = float(np.median(shares(pairs, wanted.wanted * pairs.score))) / 2
    kept = kept_share(fairness) * float(wanted.wanted @ pairs.score)
    fairer, favour = even(setting, pairs, replace(aim, share=share), kept)
    return fairer, aim_of(pairs, aim.promised, share=share, favour=favour)


def _meetings(pairs: Candidates, slot: Ints) -> tuple[Meeting, ...]:
    laid = np.flatnonzero(slot >= 0)
    rows = zip(
        slot[laid].tolist(), pairs.first[laid].tolist(), pairs.second[laid].tolist(), strict=True
    )
    return tuple(Meeting(*row) for row in sorted(rows))
