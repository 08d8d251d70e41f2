"""The structure of a graph: rows, how it is shaped, and questions that have an answer."""

from dataclasses import dataclass
from typing import NamedTuple, Self

import numpy as np
from graphs import Floats, Ints, Keys, Ties

_QUANTILES = (0.1, 0.5, 0.9, 0.99, 1.0)
_TRIES = 1000


class Query(NamedTuple):
    """Who asks, and whom they would like to reach."""

    source: int
    targets: list[int]


@dataclass(frozen=True, slots=True)
class Rows:
    """Each person's ties, by the id they lead to: `ends` and `strength` from `start[p]` on."""

    start: Keys
    ends: Ints
    strength: Floats

    @classmethod
    def of(cls, ties: Ties) -> Self:
        """Sort ties into rows, each tie in the rows of both."""
        a, b = np.concatenate([ties.a, ties.b]), np.concatenate([ties.b, ties.a])
        order = np.argsort(a.astype(np.int64) * ties.people + b)
        start = np.concatenate([[0], np.cumsum(np.bincount(a, minlength=ties.people))])
        return cls(start, b[order], np.concatenate([ties.strength, ties.strength])[order])

    def places(self, people: Ints) -> tuple[Keys, Keys]:
        """Return where the rows of `people` lie, one after another, and how long each is."""
        first = self.start[people]
        long = self.start[people + 1] - first
        shift = first - np.cumsum(long) + long
        return np.repeat(shift, long) + np.arange(long.sum()), long

    def ball(self, people: Ints, hops: int) -> Ints:
        """Return who can be reached from `people` by at most `hops` ties, themselves included."""
        known = edge = np.unique(people)
        for _ in range(hops):
            edge = np.unique(self.ends[self.places(edge)[0]])
            known = np.union1d(known, edge)
        return known


def queries(rows: Rows, many: int, targets: int, hops: int, seed: int) -> list[Query]:
    """Draw so many different questions, each with at least one chain of at most `hops` ties.

    Two balls that meet tell that there is one; no search for chains has a say in the choice.
    Raises ValueError when such questions are too rare.
    """
    dice = np.random.default_rng((seed, targets, hops))
    people = rows.start.size - 1
    near = np.zeros(people, dtype=np.bool_)
    found: dict[tuple[int, ...], Query] = {}
    for _ in range(_TRIES * many):
        source, *aims = dice.choice(people, targets + 1, replace=False).tolist()
        ball = rows.ball(np.array([source], dtype=np.int32), hops - hops // 2)
        near[ball] = True
        ends = np.array(aims, dtype=np.int32)
        if any(near[rows.ball(ends, far)].any() for far in range(hops // 2 + 1)):
            found[source, *aims] = Query(source, aims)
        near[ball] = False
        if len(found) == many:
            return list(found.values())
    raise ValueError(f"found {len(found)} of {many} questions that have an answer")


def known(rows: Rows, many: int, seed: int) -> list[int]:
    """Draw so many people who have a tie."""
    dice = np.random.default_rng((seed, many))
    return dice.choice(np.flatnonzero(np.diff(rows.start)), many).tolist()


def within(rows: Rows, hops: int, seed: int, pairs: int = 2000) -> float:
    """Return the share of random pairs that are at most `hops` ties apart, estimated."""
    dice = np.random.default_rng((seed, hops))
    people = rows.start.size - 1
    met = 0
    for _ in range(pairs):
        one, other = dice.choice(people, (2, 1), replace=False).astype(np.int32)
        balls = rows.ball(one, hops - hops // 2), rows.ball(other, hops // 2)
        met += bool(np.intersect1d(*balls, assume_unique=True).size)
    return met / pairs


def clustering(rows: Rows, seed: int, people: int = 100_000) -> float:
    """Return the mean local clustering coefficient, estimated.

    A random person with at least two ties, two of these at random: how often are they tied?
    """
    dice = np.random.default_rng(seed)
    degree = np.diff(rows.start)
    chosen = dice.choice(np.flatnonzero(degree > 1), people)
    one = (dice.random(people) * degree[chosen]).astype(np.int64)
    other = (one + 1 + (dice.random(people) * (degree[chosen] - 1)).astype(np.int64)) % degree[
        chosen
    ]
    a, b = rows.ends[rows.start[chosen] + one], rows.ends[rows.start[chosen] + other]
    return float(np.mean([_tied(rows, *pair) for pair in zip(a.tolist(), b.tolist(), strict=True)]))


def _tied(rows: Rows, one: int, other: int) -> bool:
    row = rows.ends[rows.start[one] : rows.start[one + 1]]
    place = int(np.searchsorted(row, other))
    return place < row.size and bool(row[place] == other)


def degrees(rows: Rows) -> list[tuple[float, int]]:
    """Return some quantiles of degrees: the share, and the degree."""
    values = np.quantile(np.diff(rows.start), _QUANTILES).astype(int).tolist()
    return list(zip(_QUANTILES, values, strict=True))
