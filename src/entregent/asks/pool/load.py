"""Loads: how often members are asked, and how evenly."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from entregent.asks.pool.model import MemberId, Request, RequestId, Routed, Spread
from entregent.asks.pool.ways import Ways


def loads(routed: Iterable[Routed]) -> dict[MemberId, int]:
    """Return how often each member is asked."""
    return dict(Counter(turn.member for one in routed for turn in one.turns))


def nearest(requests: Iterable[Request], ways: Mapping[RequestId, Ways]) -> dict[MemberId, int]:
    """Return how often each is asked when everybody asks their nearest tie that leads there."""
    counts: Counter[MemberId] = Counter()
    for request in requests:
        way = ways[request.id]
        if way.direct:
            counts[way.direct[0]] += 1
        elif way.through:
            first, ends = next(iter(way.through.items()))
            counts.update((first, ends[0]))
    return dict(counts)


def spread(counts: Mapping[MemberId, int], could: Collection[MemberId]) -> Spread:
    """Return the most asked of one and the Gini index over everybody who could be asked.

    G = 2 Σ i·x_i / (n Σ x) - (n + 1)/n, with x in rising order and i from 1.
    """
    values = sorted(counts.get(who, 0) for who in could)
    total, n = sum(values), len(values)
    if not total:
        return Spread(0, 0.0)
    ranked = sum(place * value for place, value in enumerate(values, 1))
    return Spread(values[-1], round(2 * ranked / (n * total) - (n + 1) / n, 4))
