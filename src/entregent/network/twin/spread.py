"""From one person to everybody, in NumPy."""

from typing import Final

import numpy as np

from entregent.network.twin.rounding import rounded
from entregent.network.twin.rows import Odds, Persons
from entregent.network.twin.search import Network

NOBODY: Final = -1


def spread(network: Network, source: int, hops: int) -> tuple[Odds, Persons]:
    """Return the odds of the best chain to each person, and its first person.

    The odds are 0 and the person is -1 where there is no chain; of equally good first persons it
    is the one with the smallest number.
    """
    odds = np.zeros(len(network.willingness))
    first = np.full(len(odds), len(odds), np.int64)
    reached = np.array([source])
    passed = np.ones(1)
    for hop in range(hops):
        whose, places = network.out.places(reached)
        to = network.out.to[places].astype(np.int64)
        values = passed[whose] * network.out.strength[places]
        starts = to if hop == 0 else first[reached][whose]
        before, before_first = odds.copy(), first.copy()
        np.maximum.at(odds, to, values)
        odds[source] = 0.0
        first[odds > before] = len(odds)
        best = (values == odds[to]) & (to != source)
        np.minimum.at(first, to[best], starts[best])
        reached = np.flatnonzero((odds > before) | (first != before_first))
        passed = odds[reached] * network.willingness[reached]
    first[odds == 0] = NOBODY
    return rounded(odds), first.astype(np.int32)
