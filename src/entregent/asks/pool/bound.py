"""A bound: the most requests that any routing could meet."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from entregent.asks.pool.model import Member, MemberId, Pool, Request, RequestId
from entregent.asks.pool.ways import Ways

_SOURCE, _SINK = 0, 1
_WITHOUT_REST = 10**6
"""So many asks fit anywhere for somebody who needs no rest: more than there are requests."""


def bound(
    pool: Pool, requests: Sequence[Request], ways: Mapping[RequestId, Ways], last: date
) -> int:
    """Return the maximum flow from requests to those who may be asked first, up to `last`.

    A request flows to a member and a month in which it stands open; a member takes in a month what
    their capacity and rests allow, and so over all. Who is led to costs nothing here, and days
    within a month do not matter: so no routing meets more.
    """
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_flow

    edges = _Edges()
    for request in requests:
        edges.add(_SOURCE, edges.node(request.id, "request"), 1)
        for who in ways[request.id].first:
            member = pool.members[who]
            opens = max(request.opens, member.free_from or date.min)
            for month in _months(opens, min(request.by, last)):
                edges.add(edges.node(request.id, "request"), edges.node(who, month), 1)
    start = min((request.opens for request in requests), default=last)
    for who, month in edges.slots():
        member = pool.members[who]
        edges.add(edges.node(who, month), edges.node(who, "member"), _in_month(member, month, last))
        edges.add(edges.node(who, "member"), _SINK, _in_all(member, start, last))
    if not edges.capacity:
        return 0
    tails, heads = np.array(list(edges.capacity), dtype=np.int32).T
    capacities = np.array(list(edges.capacity.values()), dtype=np.int32)
    size = len(edges.nodes) + 2
    graph = csr_array((capacities, (tails, heads)), shape=(size, size))
    return int(maximum_flow(graph, _SOURCE, _SINK).flow_value)


class _Edges:
    """A network's edges and their capacities, by nodes that have names."""

    def __init__(self) -> None:
        self.nodes: dict[tuple[str, str | date], int] = {}
        self.capacity: dict[tuple[int, int], int] = {}

    def node(self, *name: str | date) -> int:
        """Return the number of a node."""
        key = (str(name[0]), name[1])
        return self.nodes.setdefault(key, len(self.nodes) + 2)

    def add(self, tail: int, head: int, capacity: int) -> None:
        """Join two nodes."""
        self.capacity[tail, head] = capacity

    def slots(self) -> list[tuple[MemberId, date]]:
        """Return each member and month that something flows to."""
        return [(MemberId(who), what) for who, what in self.nodes if isinstance(what, date)]


def _months(start: date, end: date) -> list[date]:
    """Return the first day of each month that these days touch."""
    months, month = [], start.replace(day=1)
    while start <= end and month <= end:
        months.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return months


def _in_month(member: Member, month: date, last: date) -> int:
    end = min((month + timedelta(days=31)).replace(day=1) - timedelta(days=1), last)
    rested = _between(member, max(month, member.free_from or month), end)
    return rested if member.per_month is None else min(member.per_month, rested)


def _in_all(member: Member, start: date, last: date) -> int:
    return _between(member, max(start, member.free_from or start), last)


def _between(member: Member, start: date, end: date) -> int:
    """Return how many asks fit between two days, both included, with rests between them."""
    days = (end - start).days
    return days // member.rest_days + 1 if member.rest_days > 0 else _WITHOUT_REST
