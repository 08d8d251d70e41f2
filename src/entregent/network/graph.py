"""The graph of ties: the best chains from somebody to a set of people, exactly.

`Graph` is the compiled kernel where a compiler was there at installation, and otherwise its twin,
which gives the same answers from NumPy. `docs/introductions.md` tells how they search.
"""

from typing import TYPE_CHECKING

from entregent.network.chain import Chain

if TYPE_CHECKING:
    from entregent.network.twin import Graph
else:
    try:
        from entregent.network._kernel import Graph
    except ImportError:
        from entregent.network.twin import Graph

__all__ = ["Chain", "Graph"]
