"""Time a search question by question, by two clocks, within a budget."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from structure import Query

Found = list[tuple[tuple[int, ...], float]]
"""Chains, best first: the people, and the odds to nine digits."""
Search = Callable[[int, list[int], int, int], Found]
"""Of a source, targets, the most ties a chain may have, and how many chains are wanted."""

Seconds = Callable[[int, list[int], int, int], float]
"""Asks the same, and returns how long that took."""

MICRO = 1e-3  # of nanoseconds
_REPEATS = 9
_EMPTY = 2000


@dataclass(slots=True)
class Timing:
    """What each question took, in microseconds, and what was answered; no `cpu` if not known."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    answers: list[Found] = field(default_factory=list)


def cold(search: Search, asked: Sequence[Query], hops: int, best: int, budget: float) -> Timing:
    """Ask each question once, in turn, until the budget of CPU seconds is spent (one at least).

    CPU is that of all threads of the process, less what reading that clock costs.
    """
    timing = Timing()
    own = _clock_cost()
    end = time.process_time() + budget
    for source, targets in asked:
        cpu = time.process_time_ns()
        wall = time.perf_counter_ns()
        answer = search(source, targets, hops, best)
        took = time.perf_counter_ns() - wall
        timing.cpu.append(max(0, time.process_time_ns() - cpu - own) * MICRO)
        timing.wall.append(took * MICRO)
        timing.answers.append(answer)
        if time.process_time() > end:
            break
    return timing


def warm(
    search: Search, asked: Sequence[Query], hops: int, best: int, budget: float
) -> list[float]:
    """Return what each question takes when it was just asked: CPU, the median of some, in µs."""
    own = _clock_cost()
    end = time.process_time() + budget
    took = []
    for source, targets in asked:
        search(source, targets, hops, best)
        again = []
        for _ in range(_REPEATS):
            cpu = time.process_time_ns()
            search(source, targets, hops, best)
            again.append(max(0, time.process_time_ns() - cpu - own) * MICRO)
            if time.process_time() > end:
                break
        took.append(median(again))
        if time.process_time() > end:
            break
    return took


def inside(seconds: Seconds, asked: Sequence[Query], hops: int, best: int) -> Timing:
    """Ask each question once of a search that times itself, by the wall's clock."""
    return Timing(wall=[seconds(*query, hops, best) * 1e6 for query in asked])


def inside_warm(seconds: Seconds, asked: Sequence[Query], hops: int, best: int) -> list[float]:
    """Return what each question takes such a search when it was just asked, in µs."""
    return [
        median([seconds(*query, hops, best) * 1e6 for _ in range(_REPEATS + 1)][1:])
        for query in asked
    ]


def ranked(found: Iterable[tuple[tuple[int, ...], float]], best: int) -> Found:
    """Round odds, and return the best chains in their order."""
    told = [(people, round(odds, 9)) for people, odds in found]
    return sorted(told, key=lambda chain: (-chain[1], chain[0]))[:best]


def ranked_rows(source: int, rows: Iterable[Sequence[Any]], best: int) -> Found:
    """Return the best of rows of a database: the odds, and the people, None where there is none."""
    return ranked(
        (((source, *(who for who in people if who is not None)), odds) for odds, *people in rows),
        best,
    )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which such a share lies, the nearest one that occurred."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(share * (len(ranked) - 1)))]


def _clock_cost() -> int:
    """Return the CPU nanoseconds that two readings of the clocks show of nothing."""
    costs = []
    for _ in range(_EMPTY):
        cpu = time.process_time_ns()
        wall = time.perf_counter_ns()
        time.perf_counter_ns() - wall
        costs.append(time.process_time_ns() - cpu)
    return round(median(costs))
