"""The best pairs of one slot.

A pairing is read off an assignment in which each person is given one other, or nobody: its cycles
and paths are cut into pairs, which loses little, since most cycles are pairs already.
"""

from collections.abc import Iterator

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from entregent.matching.arrays import Floats, Ints

_TWO = 2


def pairing(people: int, first: Ints, second: Ints, weight: Floats, most: int) -> Ints:
    """Return which of the pairs to take, by their place; at most `most`, the heaviest first.

    Weights are above 0; nobody stands in two pairs that are taken.
    """
    if not len(first) or most <= 0:
        return np.zeros(0, np.int64)
    to = _assigned(people, first, second, weight)
    place = {
        (a, b): n for n, (a, b) in enumerate(zip(first.tolist(), second.tolist(), strict=True))
    }
    weights = weight.tolist()

    def of(one: int, other: int) -> int:
        return place[min(one, other), max(one, other)]

    taken: list[int] = []
    for cycle in _cycles(to):
        steps = [of(one, to[one]) for one in cycle]
        taken += steps[:1] if len(steps) == _TWO else _best_of_cycle(steps, weights)
    taken.sort(key=lambda one: (-weights[one], one))
    return np.array(taken[:most], np.int64)


def _assigned(people: int, first: Ints, second: Ints, weight: Floats) -> list[int]:
    """Give each person another, or themself for nobody, so that the weights add up to the most."""
    everybody = np.arange(people)
    most = float(weight.max()) + 1
    rows = np.concatenate((first, second, everybody))
    columns = np.concatenate((second, first, everybody))
    costs = np.concatenate((most - weight, most - weight, np.full(people, most)))
    graph = csr_array((costs, (rows, columns)), shape=(people, people))
    left, right = min_weight_full_bipartite_matching(graph)
    to = np.empty(people, np.int64)
    to[left] = right
    given: list[int] = to.tolist()
    return given


def _cycles(to: list[int]) -> Iterator[list[int]]:
    """Yield the cycles of an assignment, but for people given themselves."""
    seen = [one == start for start, one in enumerate(to)]
    for start in range(len(to)):
        if seen[start]:
            continue
        cycle = [start]
        seen[start] = True
        while (following := to[cycle[-1]]) != start:
            cycle.append(following)
            seen[following] = True
        yield cycle


def _best_of_path(steps: list[int], weights: list[float]) -> list[int]:
    """Return the heaviest steps of a path no two of which touch."""
    best: tuple[float, tuple[int, ...]] = (0.0, ())
    earlier: tuple[float, tuple[int, ...]] = (0.0, ())
    for step in steps:
        with_it = (earlier[0] + weights[step], (*earlier[1], step))
        earlier, best = best, max(best, with_it, key=lambda one: one[0])
    return list(best[1])


def _best_of_cycle(steps: list[int], weights: list[float]) -> list[int]:
    """Return the heaviest steps of a cycle no two of which touch: with or without its last."""
    without = _best_of_path(steps[:-1], weights)
    with_it = [*_best_of_path(steps[1:-2], weights), steps[-1]]
    return max(without, with_it, key=lambda some: sum(weights[one] for one in some))
