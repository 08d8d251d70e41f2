"""Libraries that list all simple paths: igraph, networkit, rustworkx, networkx; ranked here.

None knows odds: every path is listed, weighed with NumPy, and the best are kept.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress

import numpy as np
from graphs import Ints, Ties
from structure import Rows
from timed import Found, ranked

_HALF_DIGITS = 1e-9
Path = Sequence[int]


class _Paths:
    """Ranks what `_paths` lists."""

    def __init__(self, ties: Ties) -> None:
        """Keep what paths are weighed with."""
        rows = Rows.of(ties)
        self._people = ties.people
        long = np.diff(rows.start)
        self._keys = np.repeat(np.arange(ties.people), long) * ties.people + rows.ends
        self._strength = rows.strength
        self._willing = ties.willingness.astype(np.float64)

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains, exactly."""
        long: dict[int, list[Path]] = {}
        for path in self._paths(source, [aim for aim in targets if aim != source], hops):
            long.setdefault(len(path), []).append(path)
        found: Found = []
        for paths in long.values():
            people = np.array(paths, dtype=np.int64)
            odds = self._odds(people)
            least = np.partition(odds, -best)[-best] if odds.size > best else 0.0
            kept = np.flatnonzero(odds >= least - _HALF_DIGITS)
            found += zip(map(tuple, people[kept].tolist()), odds[kept].tolist(), strict=True)
        return ranked(found, best)

    def _paths(self, source: int, targets: list[int], hops: int) -> Iterable[Path]:
        raise NotImplementedError

    def _odds(self, people: Ints) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        odds = np.ones(len(people))
        for place in range(people.shape[1] - 1):
            one, other = people[:, place], people[:, place + 1]
            if place:
                odds *= self._willing[one]
            odds *= self._strength[np.searchsorted(self._keys, one * self._people + other)]
        return odds


class IgraphPeer(_Paths):
    """`Graph.get_all_simple_paths`."""

    def __init__(self, ties: Ties) -> None:
        """Build the graph."""
        import igraph

        super().__init__(ties)
        self._graph = igraph.Graph(ties.people, np.column_stack([ties.a, ties.b]))

    def _paths(self, source: int, targets: list[int], hops: int) -> Iterable[Path]:
        return self._graph.get_all_simple_paths(source, targets, maxlen=hops)


class RustworkxPeer(_Paths):
    """`all_simple_paths` of a `PyGraph`; its cutoff counts ties, its least depth counts people."""

    def __init__(self, ties: Ties) -> None:
        """Build the graph."""
        import rustworkx

        super().__init__(ties)
        self._graph = rustworkx.PyGraph(multigraph=False)
        self._graph.add_nodes_from(range(ties.people))
        pairs = zip(ties.a.tolist(), ties.b.tolist(), strict=True)
        self._graph.add_edges_from_no_data(list(pairs))
        self._list = rustworkx.all_simple_paths

    def _paths(self, source: int, targets: list[int], hops: int) -> Iterable[Path]:
        return self._list(self._graph, source, targets, cutoff=hops)


class NetworkitPeer(_Paths):
    """`AllSimplePaths`, which knows directed graphs and one target at a time."""

    def __init__(self, ties: Ties) -> None:
        """Build the graph."""
        import networkit

        super().__init__(ties)
        self._search = networkit.reachability.AllSimplePaths
        both = np.concatenate([ties.a, ties.b]), np.concatenate([ties.b, ties.a])
        self._graph = networkit.GraphFromCoo(both, n=ties.people, directed=True)

    def _paths(self, source: int, targets: list[int], hops: int) -> Iterable[Path]:
        for target in targets:
            search = self._search(self._graph, source, target, hops)
            with suppress(RuntimeError):  # how it says that there is no path at all
                yield from search.run().getAllSimplePaths()


class NetworkxPathsPeer(_Paths):
    """`all_simple_paths`."""

    def __init__(self, ties: Ties) -> None:
        """Build the graph."""
        import networkx as nx

        super().__init__(ties)
        self._graph = nx.Graph()
        self._graph.add_nodes_from(range(ties.people))
        self._graph.add_edges_from(zip(ties.a.tolist(), ties.b.tolist(), strict=True))
        self._list = nx.all_simple_paths

    def _paths(self, source: int, targets: list[int], hops: int) -> Iterable[Path]:
        return self._list(self._graph, source, set(targets), cutoff=hops)
