"""Timetables of meetings: gap to the bound, CPU time and fairness, beside simpler ways.

`python bench/matching.py [PEOPLExSLOTS …] [--seeds N]`, 50x12 and 200x12 unless told. Invented
profiles, 10 % of places in time unavailable, 1 % of pairs blocked, tables for 45 % of people.
rustworkx' blossom, slot by slot, where it is installed.
"""

import sys
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time

import numpy as np

from entregent.matching.meetings.ideal import bound
from entregent.matching.meetings.setting import Setting
from entregent.matching.meetings.solve import solve
from entregent.matching.scores import Relevance, Without

SUBJECTS = 60
UNAVAILABLE = 0.1
Laid = list[tuple[int, int, int]]


def drawn(people: int, slots: int, seed: int) -> Setting:
    """Return an invented occasion."""
    dice = np.random.default_rng(seed)
    weight = 1 / np.arange(1, SUBJECTS + 1) ** 0.7
    words = [
        [
            {f"s{n}" for n in dice.choice(SUBJECTS, dice.integers(2, 6), p=weight / weight.sum())}
            for _ in range(people)
        ]
        for _ in range(2)
    ]
    blocked = dice.integers(0, people, (people * (people - 1) // 200, 2))
    pairs = [(int(a), int(b)) for a, b in blocked if a != b]
    scores = Without(Relevance(*words), pairs)
    there = dice.random((people, slots)) >= UNAVAILABLE
    return Setting(scores, there, int(people * 0.45), np.full(people, slots))


def greedy(setting: Setting, order: Callable[[np.ndarray], np.ndarray]) -> Laid:
    """Take pairs in an order, each in the first slot that is free."""
    block = setting.scores.block(0, setting.people)
    first, second = np.nonzero(np.triu(block, 1))
    free, seats, laid = setting.available.copy(), setting.seats.copy(), []
    for n in order(block[first, second]).tolist():
        a, b = int(first[n]), int(second[n])
        slot = int(np.argmax(free[a] & free[b] & (seats > 0)))
        if free[a, slot] and free[b, slot] and seats[slot] > 0:
            free[[a, b], slot] = False
            seats[slot] -= 1
            laid.append((slot, a, b))
    return laid


def blossom(setting: Setting) -> Laid:
    """Take the heaviest matching of each slot in turn."""
    import rustworkx

    block = setting.scores.block(0, setting.people).copy()
    laid: Laid = []
    for slot in range(setting.slots):
        there = setting.available[:, slot]
        first, second = np.nonzero(np.triu(block, 1) * there[:, None] * there)
        graph = rustworkx.PyGraph()
        graph.add_nodes_from(range(setting.people))
        edges = zip(first.tolist(), second.tolist(), block[first, second].tolist(), strict=True)
        graph.add_edges_from(list(edges))
        pairs = rustworkx.max_weight_matching(graph, weight_fn=lambda w: int(w * 1e6))
        best = sorted(pairs, key=lambda pair: -block[pair])[: int(setting.seats[slot])]
        for a, b in best:
            block[a, b] = block[b, a] = 0
            laid.append((slot, a, b))
    return laid


def ways(seed: int) -> Iterator[tuple[str, Callable[[Setting], Laid]]]:
    """Yield every way of planning, with its name."""
    dice = np.random.default_rng(seed)
    for fairness in (0.0, 0.5):
        yield (
            f"ours, fairness {fairness:g}",
            lambda s, f=fairness: [(m.slot, m.a, m.b) for m in solve(s, fairness=f).meetings],
        )
    yield "greedy", lambda s: greedy(s, lambda scores: np.argsort(-scores, kind="stable"))
    yield "random", lambda s: greedy(s, lambda scores: dice.permutation(len(scores)))
    try:
        import rustworkx  # noqa: F401
    except ImportError:
        return
    yield "blossom, slot by slot", blossom


def main(words: list[str]) -> None:
    """Print a table."""
    seeds = int(words[words.index("--seeds") + 1]) if "--seeds" in words else 1
    sizes = [word for word in words if "x" in word] or ["50x12", "200x12"]
    for size in sizes:
        people, slots = map(int, size.split("x"))
        told: dict[str, list[tuple[float, float, int, float]]] = {}
        for seed in range(seeds):
            setting = drawn(people, slots, seed)
            most = bound(setting, setting.scores, solve(setting, fairness=0).prices)
            block = setting.scores.block(0, people)
            for name, way in ways(seed):
                begun = process_time()
                laid = way(setting)
                took, share, met = process_time() - begun, np.zeros(people), np.zeros(people)
                for _, a, b in laid:
                    share[[a, b]] += block[a, b]
                    met[[a, b]] += 1
                gap = 100 * (1 - share.sum() / 2 / most)
                told.setdefault(name, []).append((gap, took, int(met.min()), float(share.min())))
        print(f"\n{size}: gap %, CPU s, fewest meetings, worst-served (medians)")
        for name, rows in told.items():
            gap, took, fewest, worst = (median(column) for column in zip(*rows, strict=True))
            print(f"  {name:24} {gap:7.2f} {took:7.2f} {fewest:4g} {worst:7.3f}")


if __name__ == "__main__":
    main(sys.argv[1:])
