"""Our own graph, from its file: as Python sees it, as C++ does, and its twin in NumPy."""

from pathlib import Path

from timed import Found

from entregent.network import twin
from entregent.network.graph import Graph


class Ours:
    """The graph that Entregent uses: the compiled kernel where there is one."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self.graph = Graph.open(path)

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains."""
        return self.graph.chains(source, targets, hops, best)


class Inside(Ours):
    """The same, and what a question takes without Python's part in it."""

    def seconds(self, source: int, targets: list[int], hops: int, best: int) -> float:
        """Ask, and return the seconds from the question understood to the answer known."""
        from entregent.network._kernel import seconds  # type: ignore[import-not-found]

        took: float = seconds(self.graph, source, targets, hops, best)
        return took


class Twin(Ours):
    """The twin, which gives the same answers from NumPy."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self.graph = twin.Graph.open(path)
