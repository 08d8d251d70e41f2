"""From one person to everybody, in NumPy."""

import numpy as np

from entregent.network.twin.rounding import rounded
from entregent.network.twin.rows import Odds
from entregent.network.twin.search import Network


def spread(network: Network, source: int, hops: int) -> Odds:
    """Return the odds of the best chain to each person, 0 where there is none."""
    odds = np.zeros(len(network.willingness))
    reached = np.array([source])
    passed = np.ones(1)
    for _ in range(hops):
        whose, places = network.out.places(reached)
        before = odds.copy()
        np.maximum.at(odds, network.out.to[places], passed[whose] * network.out.strength[places])
        odds[source] = 0.0
        reached = np.flatnonzero(odds > before)
        passed = odds[reached] * network.willingness[reached]
    return rounded(odds)
