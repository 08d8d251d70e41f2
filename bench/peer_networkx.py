"""Chains over networkx's own dictionaries, written by hand."""

from collections.abc import Iterator
from heapq import heappush, heappushpop
from itertools import takewhile

import networkx as nx
from graphs import Ties
from timed import Found, ranked

_HALF_DIGITS = 1e-9
_MARGIN = 1 + 1e-12  # a bound multiplies in another order than a chain does
_Step = tuple[float, tuple[int, ...]]
"""The odds that a last person passes the ask on, and the people so far."""
_Near = dict[int, list[tuple[int, float]]]
"""Who is tied to a target: to which, and how strongly."""


class NetworkxPeer:
    """A networkx graph, read through its dictionaries; the best beginnings are followed first."""

    def __init__(self, ties: Ties) -> None:
        """Build the graph."""
        graph = nx.Graph()
        graph.add_nodes_from(range(ties.people))
        columns = ties.a.tolist(), ties.b.tolist(), ties.strength.tolist()
        graph.add_weighted_edges_from(zip(*columns, strict=True))
        self._ties = graph._adj  # noqa: SLF001 - the dictionaries themselves
        self._willing = ties.willingness.tolist()

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains, exactly."""
        near: _Near = {}
        for aim in set(targets) - {source}:
            for person, tie in self._ties[aim].items():
                near.setdefault(person, []).append((aim, tie["weight"]))
        kept = _Kept(best)
        for aim, tie in near.pop(source, ()):
            kept.add(tie, (source, aim))
        closing = (self._willing[who] * tie for who, row in near.items() for _, tie in row)
        hope = _MARGIN * max(closing, default=0.0)
        steps: list[_Step] = [(1.0, (source,))]
        for ties in range(hops - 1 if hope else 0):
            if ties:
                least = kept.least / hope
                steps = [longer for step in steps for longer in self._longer(step, least)]
                steps.sort(reverse=True)
            for step in takewhile(lambda step: step[0] * hope >= kept.least, steps):
                self._close(step, near, kept)
        return kept.best()

    def _longer(self, step: _Step, least: float) -> Iterator[_Step]:
        odds, people = step
        for who, tie in self._ties[people[-1]].items():
            passed = odds * tie["weight"] * self._willing[who]
            if passed >= least and who not in people:
                yield passed, (*people, who)

    def _close(self, step: _Step, near: _Near, kept: "_Kept") -> None:
        """Add the chains that need two more ties; the smaller of two dictionaries is walked."""
        odds, people = step
        row = self._ties[people[-1]]
        for who in row.keys() & near.keys():
            if who not in people:
                passed = odds * row[who]["weight"] * self._willing[who]
                for aim, tie in near[who]:
                    if aim not in people:
                        kept.add(passed * tie, (*people, who, aim))


class _Kept:
    """The best chains so far, and `least`: what a chain must reach to be one of them."""

    def __init__(self, best: int) -> None:
        self._many = best
        self._heap: list[float] = []
        self._found: list[_Step] = []
        self.least = 0.0

    def add(self, odds: float, people: tuple[int, ...]) -> None:
        if odds < self.least:
            return
        self._found.append((odds, people))
        if len(self._heap) < self._many:
            heappush(self._heap, odds)
        else:
            heappushpop(self._heap, odds)
        if len(self._heap) == self._many:
            self.least = self._heap[0] - _HALF_DIGITS

    def best(self) -> Found:
        return ranked(
            ((people, odds) for odds, people in self._found if odds >= self.least), self._many
        )
