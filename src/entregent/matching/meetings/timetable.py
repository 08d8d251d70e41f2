"""The ideal pairs laid into slots, one slot after the other.

Somebody whose meetings fill all the slots they have left is urgent: were they not placed now, one
of their meetings would be lost. So each slot first takes the wanted pairs of urgent people, then
other wanted pairs, then what else is worth its price.
"""

import numpy as np

from entregent.matching.arrays import Bools, Floats, Ints
from entregent.matching.meetings.candidates import Candidates
from entregent.matching.meetings.ideal import Ideal
from entregent.matching.meetings.pairing import pairing
from entregent.matching.meetings.setting import Setting

_WANTED = 0.5
"""From which share on a pair of the ideal counts as wanted."""
_EASY = 0.6
"""Up to which share of their free slots somebody's meetings press nobody."""
_AT_ONCE = 2000
"""Up to how many people all pairs of a slot are weighed at once, which takes five times as long."""
_PRESSED = 4.0
"""How much more than a wanted pair the full pressure of one of its two weighs."""


def lay(setting: Setting, pairs: Candidates, best: Ideal) -> Ints:
    """Return the slot of each pair, or -1: the ideal's pairs, completed by others."""
    laid = np.full(len(pairs.first), -1)
    wanted: Bools = best.wanted > _WANTED
    spare = pairs.score - 0.5 * (best.prices.person[pairs.first] + best.prices.person[pairs.second])
    held = np.zeros(pairs.people, np.int64)
    for slot in range(setting.slots):
        here = setting.available[:, slot] & (held < setting.most)
        open_pairs = (laid < 0) & here[pairs.first] & here[pairs.second]
        left = np.minimum(setting.available[:, slot:].sum(axis=1), setting.most - held)
        pressure = _pressure(pairs, wanted & (laid < 0), left)
        both = pressure[pairs.first] + pressure[pairs.second]
        weight = np.where(wanted, 1 + pairs.score + _PRESSED * both, spare)
        chosen = _choose(pairs, open_pairs, wanted, weight, int(setting.seats[slot]))
        laid[chosen] = slot
        held += _meetings(pairs, chosen)
    return laid


def _choose(pairs: Candidates, allowed: Bools, wanted: Bools, weight: Floats, seats: int) -> Ints:
    """Choose among wanted pairs and others at once, or where they are many one after the other."""
    if pairs.people <= _AT_ONCE:
        return _pair(pairs, allowed & (weight > 0), weight, seats)
    chosen = _pair(pairs, allowed & wanted, weight, seats)
    idle = _meetings(pairs, chosen) == 0
    others = allowed & ~wanted & (weight > 0) & idle[pairs.first] & idle[pairs.second]
    return np.concatenate((chosen, _pair(pairs, others, weight, seats - len(chosen))))


def _pair(pairs: Candidates, allowed: Bools, weight: Floats, seats: int) -> Ints:
    places = np.flatnonzero(allowed)
    first, second = pairs.first[places], pairs.second[places]
    chosen: Ints = places[pairing(pairs.people, first, second, weight[places], seats)]
    return chosen


def _pressure(pairs: Candidates, waiting: Bools, left: Ints) -> Floats:
    """Return how much each person's waiting pairs fill the meetings they can still have."""
    due = _meetings(pairs, np.flatnonzero(waiting))
    full = due / np.maximum(left, 1)
    pressed: Floats = np.clip((full - _EASY) / (1 - _EASY), 0, 1.5)
    return pressed


def _meetings(pairs: Candidates, some: Ints) -> Ints:
    both = np.concatenate((pairs.first[some], pairs.second[some]))
    return np.bincount(both, minlength=pairs.people)
