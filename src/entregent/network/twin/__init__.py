"""The graph in NumPy, for where no compiler was at hand; it answers as the kernel does."""

from entregent.network.twin.graph import Graph

__all__ = ["Graph"]
