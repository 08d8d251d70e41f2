"""Whom each should meet, before any slot is looked at: a linear programme and its prices.

A timetable is a set of pairs in which nobody has more meetings than they are free for. The best
such set, pairs taken in fractions, is worth at least as much as any timetable; its dual prices
prove how much that is, whatever pairs the programme itself looked at.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack, vstack

from entregent.matching.arrays import Floats, Ints
from entregent.matching.meetings.aim import Aim
from entregent.matching.meetings.candidates import Candidates
from entregent.matching.meetings.setting import Setting
from entregent.matching.scores import Scores

_BLOCK = 512
_MOST_FAVOUR = 1e3
"""Beyond, the sum of all would count for nothing."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What a place costs: of each person's time, and of a table."""

    person: Floats
    table: float


@dataclass(frozen=True, slots=True)
class Ideal:
    """For each candidate pair how much of it is wanted, 0 to 1, and what places cost."""

    wanted: Floats
    prices: Prices


def ideal(setting: Setting, pairs: Candidates, aim: Aim) -> Ideal:
    """Return the set of pairs that is worth most to the aim, with the prices of what limits it."""
    if not len(pairs.first):
        return Ideal(np.zeros(0), Prices(np.zeros(pairs.people), 0.0))
    wanted, duals = _solve(_programme(setting, pairs, aim))
    return Ideal(wanted[: len(pairs.first)], _prices(duals, pairs.people))


def even(setting: Setting, pairs: Candidates, aim: Aim, kept: float) -> tuple[Ideal, float]:
    """Return the set of pairs that serves the worst served best, and adds up to `kept` at least.

    With it comes the favour that makes an aim of the same worth: what a person's own sum, up to
    the aim's share, counts beside the sum of all.
    """
    count = len(pairs.first)
    programme = _programme(setting, pairs, replace(aim, favour=1.0))
    programme.costs[:count] = 0
    programme.limit(-csr_array(pairs.score[None]), np.array([-kept]))
    wanted, duals = _solve(programme)
    worth = float(duals[-1])
    favour = 1 / max(worth, 1 / _MOST_FAVOUR)
    return Ideal(wanted[:count], _prices(duals * favour, pairs.people)), favour


class _Programme:
    """A linear programme over pairs, each 0 to 1, and over what people have up to a limit."""

    def __init__(self, score: Floats) -> None:
        self.costs = -score
        self.upper = np.ones(len(score))
        self.rows: list[csr_array] = []
        self.limits: list[Floats] = []

    def limit(self, row: csr_array, most: Floats) -> None:
        """Add rows over the pairs that must not exceed `most`."""
        self.rows.append(row)
        self.limits.append(most)

    def wish(self, worth: float, most: Floats, has: csr_array) -> None:
        """Add `worth` for what each person has by these rows, up to `most`."""
        people, wide = len(most), len(self.costs)
        self.rows = [_widened(row, wide + people) for row in self.rows]
        self.limit(hstack([-_widened(has, wide), _identity(people)]).tocsr(), np.zeros(people))
        self.costs = np.concatenate((self.costs, np.full(people, -worth)))
        self.upper = np.concatenate((self.upper, most))


def _programme(setting: Setting, pairs: Candidates, aim: Aim) -> _Programme:
    touches = _incidence(pairs)
    programme = _Programme(pairs.score)
    programme.limit(touches, setting.free.astype(float))
    programme.limit(
        csr_array(np.ones((1, len(pairs.first)))), np.array([float(setting.seats.sum())])
    )
    if aim.favour and aim.share:
        shares = touches.multiply(pairs.score).tocsr()
        programme.wish(aim.favour, np.full(pairs.people, aim.share), shares)
    if aim.missed and aim.promised.any():
        programme.wish(aim.missed, aim.promised.astype(float), touches)
    return programme


def _solve(programme: _Programme) -> tuple[Floats, Floats]:
    """Return what each pair is taken of, and the price of each row."""
    wide = len(programme.costs)
    found = linprog(
        programme.costs,
        A_ub=vstack([_widened(row, wide) for row in programme.rows]).tocsr(),
        b_ub=np.concatenate(programme.limits),
        bounds=np.column_stack((np.zeros(wide), programme.upper)),
        method="highs-ipm",
    )
    if found.x is None:
        raise RuntimeError(found.message)
    return found.x, np.maximum(0, -found.ineqlin.marginals)


def _prices(duals: Floats, people: int) -> Prices:
    return Prices(duals[:people], float(duals[people]))


def bound(setting: Setting, scores: Scores, prices: Prices) -> float:
    """Return a value that no timetable exceeds, by weak duality over all pairs there are.

    Any prices give a valid one; those of the ideal give the best.
    """
    person, people = prices.person, scores.people
    total = float(person @ setting.free) + prices.table * float(setting.seats.sum())
    for start in range(0, people, _BLOCK):
        block = scores.block(start, min(start + _BLOCK, people))
        rest = block - person[start : start + len(block), None] - person - prices.table
        later = np.arange(people) > np.arange(start, start + len(block))[:, None]
        total += float(np.maximum(rest, 0)[later].sum())
    return total


def _incidence(pairs: Candidates) -> csr_array:
    count = len(pairs.first)
    columns = np.tile(np.arange(count), 2)
    rows: Ints = np.concatenate((pairs.first, pairs.second))
    return csr_array((np.ones(2 * count), (rows, columns)), shape=(pairs.people, count))


def _identity(size: int) -> csr_array:
    every = np.arange(size)
    return csr_array((np.ones(size), (every, every)), shape=(size, size))


def _widened(row: csr_array, wide: int) -> csr_array:
    return csr_array((row.data, row.indices, row.indptr), shape=(row.shape[0], wide))
