"""Tables at which those sit together who have most to say to each other.

A plan is worth the sum of the scores of all pairs who share a table at least once. One from each
table stand up and take the free seats again as suits them best, all at once; at first with some
whim, later with none.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from scipy.optimize import linear_sum_assignment

from entregent.matching.arrays import Floats, Ints
from entregent.matching.scores import Scores
from entregent.matching.tables.plan import Wanted, distinct, pairs_met

_BLOCK = 512
_SLIGHT = 1e-3
"""Which part of the best score a meeting is worth at least, so that nobody meets for nothing."""
_NEVER = 1e3
"""How many times the best score weighs a pair that is to be kept apart."""
_WHIM = 0.5
"""How much whim there is at first, in average scores."""
_MOVES, _EFFORT = 3000, 300_000_000
"""How often people stand up at most, and that times people and tables."""
_STEPS, _DAMPING = 12, 0.5
"""How often prices are set, and how far they move each time."""


def weights(scores: Scores | None, wanted: Wanted) -> Floats:
    """Return what each two people's sharing a table is worth; 1 without scores."""
    people = wanted.people
    weight = np.ones((people + 1, people + 1), np.float32)
    if scores is not None:
        for start in range(0, people, _BLOCK):
            stop = min(start + _BLOCK, people)
            weight[start:stop, :people] = scores.block(start, stop)
        weight += _SLIGHT * max(float(weight[:people, :people].max(initial=0)), 1e-9)
    worst = -_NEVER * float(weight.max())
    for one, other in wanted.apart:
        weight[one, other] = weight[other, one] = worst
    np.fill_diagonal(weight, 0)
    weight[people] = weight[:, people] = 0
    return weight  # type: ignore[return-value]


@dataclass(slots=True)
class Hall:
    """The seats of each round (round, table, seat: a person, or how many there are for none)."""

    seats: Ints
    weight: Floats
    met: Ints

    def stand(self, row: int, chosen: Ints) -> Ints:
        """Let one at each table, by seat, stand up; return who they are."""
        tables = np.arange(len(chosen))
        people: Ints = self.seats[row, tables, chosen].copy()
        self.seats[row, tables, chosen] = len(self.weight) - 1
        self._count(row, people, -1)
        return people

    def sit(self, row: int, chosen: Ints, people: Ints) -> None:
        """Let people sit down, one at each table."""
        self._count(row, people, 1)
        self.seats[row, np.arange(len(chosen)), chosen] = people

    def _count(self, row: int, people: Ints, change: int) -> None:
        mates = self.seats[row]
        self.met[people[:, None], mates] += change
        self.met[mates, people[:, None]] += change

    def gains(self, row: int, people: Ints) -> Floats:
        """Return what each of these people (rows) would add at each table (columns)."""
        mates = self.seats[row]
        gain: Floats = np.zeros((len(people), len(mates)))
        for seat in range(mates.shape[1]):
            at = np.ix_(people, mates[:, seat])
            weight = self.weight[at]
            gain += np.where((self.met[at] > 0) & (weight > 0), 0, weight)
        return gain


def improved(wanted: Wanted, at: Ints, weight: Floats, dice: Generator) -> Ints:
    """Return rounds (table of each person, a row a round) that are worth more, if any are found."""
    hall = _hall(wanted, at, weight)
    hosts = np.array([*wanted.hosts], np.int64)
    whim = _WHIM * float(np.maximum(weight, 0).mean())
    moves = min(_MOVES, _EFFORT // max(1, wanted.people * wanted.tables))
    for move in range(moves):
        row = move % wanted.rounds
        able = (hall.seats[row] < wanted.people) & ~np.isin(hall.seats[row], hosts)
        chosen = np.where(able, dice.random(able.shape), -1).argmax(axis=1)
        free = np.flatnonzero(able.any(axis=1))
        _reseat(hall, row, free, chosen, whim * max(0.0, 1 - 1.25 * move / moves), dice)
    return _tables(wanted, hall.seats)


def _reseat(hall: Hall, row: int, free: Ints, chosen: Ints, whim: float, dice: Generator) -> None:
    tables = Hall(hall.seats[:, free], hall.weight, hall.met)
    people = tables.stand(row, chosen[free])
    gain = tables.gains(row, people)
    if whim:
        gain = gain + whim * dice.gumbel(size=gain.shape)
    tables.sit(row, chosen[free], people[np.argsort(linear_sum_assignment(-gain)[1])])
    hall.seats[:, free] = tables.seats


def _hall(wanted: Wanted, at: Ints, weight: Floats) -> Hall:
    people = wanted.people
    sizes = np.stack([np.bincount(row, minlength=wanted.tables) for row in at])
    seats = np.full((len(at), wanted.tables, int(sizes.max())), people, np.int64)
    for held, row, size in zip(seats, at, sizes, strict=True):
        order = np.argsort(row, kind="stable")
        start = np.cumsum(size) - size
        held[row[order], np.arange(people) - start[row[order]]] = order
    met: Ints = np.zeros((people + 1, people + 1), np.int16)
    one, other = pairs_met(at, wanted.tables).T
    np.add.at(met, (one, other), 1)
    np.add.at(met, (other, one), 1)
    return Hall(seats, weight, met)


def _tables(wanted: Wanted, seats: Ints) -> Ints:
    at = np.zeros((len(seats), wanted.people + 1), np.int64)
    for row, held in zip(at, seats, strict=True):
        row[held] = np.arange(held.shape[0])[:, None]
    return at[:, :-1]


def worth(wanted: Wanted, at: Ints, scores: Scores) -> float:
    """Add up the scores of all pairs who share a table at least once."""
    pairs = distinct(at, wanted.tables)
    total = 0.0
    for start in range(0, wanted.people, _BLOCK):
        stop = min(start + _BLOCK, wanted.people)
        some = pairs[(pairs[:, 0] >= start) & (pairs[:, 0] < stop)]
        total += float(scores.block(start, stop)[some[:, 0] - start, some[:, 1]].sum())
    return total


def most_worth(wanted: Wanted, scores: Scores) -> float:
    """Return what no plan can be worth more than.

    Nobody meets more people than they have neighbours in all rounds. Whatever price is set on each
    person's time, that many times the price, and for each pair what its score exceeds both prices
    by, add up to a bound; a few rounds of prices make it small.
    """
    most = min(wanted.rounds * (max(wanted.sizes, default=1) - 1), max(wanted.people - 1, 0))
    price = np.zeros(wanted.people)
    bounds = []
    for _ in range(_STEPS):
        dear, total = price.copy(), most * float(price.sum())
        for start in range(0, wanted.people, _BLOCK):
            stop = min(start + _BLOCK, wanted.people)
            left = scores.block(start, stop) - price
            dear[start:stop] = -np.partition(-left, most, axis=1)[:, most]
            over = np.maximum(left - price[start:stop, None], 0)
            over[np.arange(stop - start), np.arange(start, stop)] = 0
            total += float(over.sum()) / 2
        bounds.append(total)
        price = np.maximum(0, price + _DAMPING * (np.maximum(dear, 0) - price))
    return min(bounds, default=0.0)
