"""The network as the verbs see it: people's own ids in and out, the graph's integers inside."""

from collections.abc import Collection, Mapping
from itertools import chain
from typing import Self

from entregent.domain.asking import Chain
from entregent.domain.ids import PersonId
from entregent.network.graph import Graph
from entregent.network.ties import Ties
from entregent.settings import Settings


class Network:
    """Everybody who is tied, seen from one of them; made by `of`."""

    def __init__(self, source: PersonId, ids: list[PersonId], graph: Graph) -> None:
        """Keep the ids in their order, which is the graph's."""
        self._source = source
        self._ids = ids
        self._index = {person: index for index, person in enumerate(ids)}
        self._graph = graph

    @classmethod
    def of(
        cls,
        source: PersonId,
        ties: Ties,
        willingness: Mapping[PersonId, float],
        settings: Settings,
    ) -> Self:
        """Make the network of these ties; `willingness` must hold everybody but `source`."""
        ids = sorted({source, *chain.from_iterable(ties)})
        index = {person: number for number, person in enumerate(ids)}
        a, b, strengths, strengths_back = [], [], [], []
        for one, other, there, back in ties.strengths(settings):
            a.append(index[one])
            b.append(index[other])
            strengths.append(there)
            strengths_back.append(back)
        ready = [1.0 if person == source else willingness[person] for person in ids]
        graph = Graph.build(len(ids), a, b, strengths, ready, strengths_back)
        return cls(source, ids, graph)

    def chains(
        self,
        targets: Collection[PersonId],
        hops: int = 3,
        best: int | None = 10,
        per_connector: int | None = None,
        *,
        avoid: Collection[PersonId] = (),
        closed: Collection[PersonId] = (),
    ) -> list[Chain]:
        """Return the best chains to `targets` as `Graph.chains` does; strangers are no error."""
        aims = self._numbers(targets)
        if not aims:
            return []
        found = self._graph.chains(
            self._index[self._source],
            aims,
            hops,
            best,
            per_connector,
            avoid=self._numbers(avoid),
            closed=self._numbers(closed),
        )
        return [
            Chain(tuple(self._ids[number] for number in people), odds) for people, odds in found
        ]

    def best_to_all(self, hops: int = 3) -> dict[PersonId, float]:
        """Return the odds of the best chain to everybody who can be reached."""
        odds = self._graph.best_to_all(self._index[self._source], hops)
        return {self._ids[number]: value for number, value in enumerate(odds) if value}

    def _numbers(self, people: Collection[PersonId]) -> list[int]:
        return [self._index[person] for person in people if person in self._index]
