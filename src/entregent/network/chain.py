"""A chain as the graph finds it: people by their numbers."""

from typing import NamedTuple


class Chain(NamedTuple):
    """People from the source to a target, and the odds that an ask carries all the way."""

    people: tuple[int, ...]
    odds: float
