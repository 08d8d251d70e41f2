"""Who is measured: ours, and others as well as we can write them, each imported only when asked."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, Protocol

from graphs import Ties
from timed import Found

TIES, FILE = "ties.npz", "ours.graph"
"""What a folder holds of one graph."""


class Searching(Protocol):
    """A graph that is loaded and can be asked."""

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains, exactly."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to find the best chains.

    `ours` reads our file; what is `by hand` is a search written on somebody's data structure;
    a `library` lists paths in one call, and only the ranking is written here.
    """

    name: str
    kind: Literal["ours", "by hand", "library"]
    module: str
    part: str
    needs: str = ""

    def is_there(self) -> bool:
        """Tell whether what it needs is installed."""
        return not self.needs or find_spec(self.needs) is not None

    def load(self, folder: Path) -> Searching:
        """Make it ready to be asked about the graph in a folder."""
        made = getattr(import_module(self.module), self.part)
        searching: Searching = made(
            folder / FILE if self.kind == "ours" else Ties.load(folder / TIES)
        )
        return searching


OURS = "Entregent"
INSIDE = "Entregent, inside C++"
TWIN = "Entregent, NumPy twin"
PEERS = {
    peer.name: peer
    for peer in (
        Peer(INSIDE, "ours", "peer_ours", "Inside", "entregent.network._kernel"),
        Peer(OURS, "ours", "peer_ours", "Ours"),
        Peer(TWIN, "ours", "peer_ours", "Twin"),
        Peer("networkx, by hand", "by hand", "peer_networkx", "NetworkxPeer", "networkx"),
        Peer("SciPy, by hand", "by hand", "peer_scipy", "ScipyPeer", "scipy"),
        Peer("SciPy, plain slices", "by hand", "peer_scipy", "PlainPeer", "scipy"),
        Peer("SQLite, by hand", "by hand", "peer_sqlite", "SqlitePeer"),
        Peer("DuckDB, by hand", "by hand", "peer_duckdb", "DuckdbPeer", "duckdb"),
        Peer("networkit", "library", "peer_paths", "NetworkitPeer", "networkit"),
        Peer("rustworkx", "library", "peer_paths", "RustworkxPeer", "rustworkx"),
        Peer("igraph", "library", "peer_paths", "IgraphPeer", "igraph"),
        Peer("networkx", "library", "peer_paths", "NetworkxPathsPeer", "networkx"),
    )
}
