"""Lay tables by annealing: two people of different tables change places, seldom for the worse.

Everything can be turned as well: people are put into rings, and each round that is laid is laid
again with everybody moved on by one in their ring, so many times. What is gained is that few tables
have to be found, and that many pairs differ at once: where each two places in the rings are laid
once, no two people meet twice. Turned once, rounds are laid one by one.
"""

import math
import random
from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.tables.plan import Wanted

HOT, COLD = 0.6, 0.15
"""The chance of a repeat more falls from e^(-1 / hot) to e^(-1 / cold)."""
_STEP = 500
"""How many tries have one temperature."""
_FORBIDDEN = 50
"""How many repeats one pair weighs that is to be kept apart."""


@dataclass(frozen=True, slots=True)
class Turn:
    """How a round is laid again: who takes whose place, `times` in all until all are back."""

    times: int
    step: list[int]

    def kinds(self) -> tuple[list[list[int]], list[int]]:
        """Give each two the number, from 1, of all pairs they become; tell how many these are."""
        people = len(self.step)
        number = [[0] * people for _ in range(people)]
        sizes = [0]
        for start in range(people):
            for beside in range(start):
                a, b, found = start, beside, 0
                while not number[a][b]:
                    number[a][b] = number[b][a] = len(sizes)
                    a, b, found = self.step[a], self.step[b], found + 1
                if found:
                    sizes.append(found)
        return number, sizes


def turn_of(wanted: Wanted, times: int) -> Turn:
    """Put the people into rings that turn; hosts, and those who are left over, stand still."""
    guests = [one for one in range(wanted.people) if one not in wanted.hosts]
    step = list(range(wanted.people))
    for n in range(len(guests) // times * times):
        ring, place = divmod(n, times)
        step[guests[n]] = guests[ring * times + (place + 1) % times]
    return Turn(times, step)


class Board:
    """The rounds that are laid, and how often each kind of pair is."""

    def __init__(self, wanted: Wanted, turn: Turn, at: Ints) -> None:
        """Take the table of each person (column) in each round to lay (row)."""
        self.turns = turn.times
        self.at: list[list[int]] = at.tolist()
        self.tables: list[list[list[int]]] = [
            [np.flatnonzero(row == table).tolist() for table in range(wanted.tables)] for row in at
        ]
        self._lay_out_kinds(wanted, turn)
        self.cost = sum(
            self._join(self.kinds[one], table[:n])
            for held in self.tables
            for table in held
            for n, one in enumerate(table)
        )

    def _lay_out_kinds(self, wanted: Wanted, turn: Turn) -> None:
        """Give kinds of pairs a number; `rises[kind][n]` is the price of laying it once more."""
        people, times = wanted.people, turn.times
        most = wanted.rounds + people + 2
        self.kinds, sizes = turn.kinds()
        priced = {
            size: [min(times, max(0, (n + 1) * times - size)) for n in range(most)]
            for size in set(sizes)
        }
        self.rises = [[0] * most, *(priced[size] for size in sizes[1:])]
        if times == 1:
            for one, other in wanted.apart:
                self.rises[self.kinds[one][other]] = [_FORBIDDEN] * most
        self.count = [0] * len(sizes)

    def _join(self, kinds: list[int], table: list[int]) -> int:
        count, rises, cost = self.count, self.rises, 0
        for other in table:
            kind = kinds[other]
            if kind:
                laid = count[kind]
                cost += rises[kind][laid]
                count[kind] = laid + 1
        return cost

    def _leave(self, kinds: list[int], table: list[int]) -> int:
        count, rises, cost = self.count, self.rises, 0
        for other in table:
            kind = kinds[other]
            if kind:
                laid = count[kind] - 1
                count[kind] = laid
                cost += rises[kind][laid]
        return cost

    def change(self, row: int, one: int, other: int) -> int:
        """Let two people change places in a round; return by how much the cost rises."""
        at, kinds = self.at[row], self.kinds
        here, there = self.tables[row][at[one]], self.tables[row][at[other]]
        less = self._leave(kinds[one], here) + self._leave(kinds[other], there)
        here[here.index(one)], there[there.index(other)] = other, one
        at[one], at[other] = at[other], at[one]
        return self._join(kinds[other], here) + self._join(kinds[one], there) - less

    def repeats(self, row: int, one: int) -> bool:
        """Tell whether somebody meets anybody again, or whom they should not."""
        count, rises, kinds = self.count, self.rises, self.kinds[one]
        for other in self.tables[row][self.at[row][one]]:
            kind = kinds[other]
            if rises[kind][count[kind] - 1]:
                return True
        return False


def drawn(wanted: Wanted, rounds: int, dice: random.Random) -> Ints:
    """Return rounds drawn at random, the hosts at their tables."""
    left = np.array(wanted.sizes) - wanted.at_table
    seats = [table for table, number in enumerate(left.tolist()) for _ in range(number)]
    guests = [one for one in range(wanted.people) if one not in wanted.hosts]
    at = np.zeros((rounds, wanted.people), np.int64)
    for host, table in wanted.hosts.items():
        at[:, host] = table
    for row in at:
        dice.shuffle(seats)
        row[guests] = seats
    return at


@dataclass(frozen=True, slots=True)
class Effort:
    """How many changes are tried, and from how warm on; a cost that is `enough` ends it."""

    tries: int
    enough: int
    hot: float = HOT


def anneal(
    board: Board, movable: list[int], dice: random.Random, effort: Effort, first: int = 0
) -> Ints:
    """Return the best rounds found; those before the `first` stay as they are."""
    best, kept = board.cost, [row.copy() for row in board.at]
    rows, chance, exp = len(board.at) - first, dice.random, math.exp
    steps = max(1, effort.tries // _STEP)
    for step in range(steps):
        warmth = board.turns * effort.hot * (COLD / effort.hot) ** (step / steps)
        for _ in range(_STEP):
            if best <= effort.enough or len(movable) < 2:  # noqa: PLR2004 - a change takes two
                break
            row = first + int(chance() * rows)
            one = movable[int(chance() * len(movable))]
            other = movable[int(chance() * len(movable))]
            if board.at[row][one] == board.at[row][other] or not board.repeats(row, one):
                continue
            rise = board.change(row, one, other)
            if rise > 0 and chance() >= exp(-rise / warmth):
                board.change(row, one, other)
                continue
            board.cost += rise
            if board.cost < best:
                best, kept = board.cost, [held.copy() for held in board.at]
    return np.array(kept, np.int64)


def turned(at: Ints, turn: Turn) -> Ints:
    """Lay rounds again with everybody moved on by one in their ring, until all have been around."""
    step = np.array(turn.step)
    moved, found = np.arange(at.shape[1]), []
    for _ in range(turn.times):
        row = np.zeros_like(at)
        row[:, moved] = at
        found.append(row)
        moved = step[moved]
    return np.concatenate(found)
