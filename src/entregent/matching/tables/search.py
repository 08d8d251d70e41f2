"""Lay tables by annealing: two people of different tables change places, seldom for the worse.

Everything is turned as well: the people are put into rings of `turns`, and each round that is laid
is laid again with everybody moved on by one in their ring, `turns` times in all. What is gained is
that few rounds have to be found, and that many pairs differ at once: where each pair of places in
the rings is laid once, no pair of people repeats. With `turns` = 1 rounds are laid one by one.
"""

import math
import random
from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.tables.plan import Wanted

_HOT, _COLD = 0.6, 0.15
"""The chance of a repeat more falls from e^(-1 / hot) to e^(-1 / cold)."""
_STEP = 500
"""How many tries have one temperature."""
_FORBIDDEN = 50
"""How many repeats one pair weighs that is to be kept apart."""


@dataclass(frozen=True, slots=True)
class Rings:
    """The people in rings of `turns`; those of `still` stand outside and do not turn."""

    turns: int
    ring: list[int]
    place: list[int]

    def kind(self, a: int, b: int) -> tuple[tuple[int, ...], int]:
        """Tell which pairs two become as they are turned, and how many they are."""
        (ring, place), (other, there) = sorted(
            ((self.ring[a], self.place[a]), (self.ring[b], self.place[b]))
        )
        if other < 0:
            return (ring, other), 1
        if ring < 0:
            return (ring, other), self.turns
        between = (there - place) % self.turns
        if ring == other:
            between = min(between, self.turns - between)
            halves = 2 * between == self.turns
            return (ring, other, between), self.turns // 2 if halves else self.turns
        return (ring, other, between), self.turns


def rings(wanted: Wanted, turns: int) -> Rings:
    """Put the people into rings; hosts, and those who are left over, stand outside."""
    guests = [one for one in range(wanted.people) if one not in wanted.hosts]
    turning = len(guests) // turns * turns if turns > 1 else 0
    ring, place = [-1 - one for one in range(wanted.people)], [0] * wanted.people
    for n, one in enumerate(guests[:turning]):
        ring[one], place[one] = n // turns, n % turns
    return Rings(turns, ring, place)


class Board:
    """The rounds that are laid, and how often each kind of pair is."""

    def __init__(self, wanted: Wanted, around: Rings, at: Ints) -> None:
        """Take the table of each person (column) in each round to lay (row)."""
        self.turns = around.turns
        self.at: list[list[int]] = at.tolist()
        self.tables: list[list[list[int]]] = [
            [np.flatnonzero(row == table).tolist() for table in range(wanted.tables)] for row in at
        ]
        self._lay_out_kinds(wanted, around)
        self.cost = sum(
            self._join(self.kinds[one], table[:n])
            for held in self.tables
            for table in held
            for n, one in enumerate(table)
        )

    def _lay_out_kinds(self, wanted: Wanted, around: Rings) -> None:
        """Give kinds of pairs a number; `rises[kind][n]` is the price of laying it once more."""
        people, turns = wanted.people, around.turns
        most = wanted.rounds + people + 2
        apart = set(wanted.apart) if turns == 1 else set()
        priced = {
            length: [min(turns, max(0, (n + 1) * turns - length)) for n in range(most)]
            for length in (1, turns // 2, turns)
        }
        forbidden = [_FORBIDDEN] * most
        numbers: dict[tuple[int, ...], int] = {}
        self.rises: list[list[int]] = [[0] * most]
        self.kinds = [[0] * people for _ in range(people)]
        for a in range(people):
            for b in range(a):
                kind, length = around.kind(a, b)
                number = numbers.setdefault(kind, len(numbers) + 1)
                if number == len(self.rises):
                    self.rises.append(forbidden if (b, a) in apart else priced[length])
                self.kinds[a][b] = self.kinds[b][a] = number
        self.count = [0] * len(self.rises)
        self.count[0] = people

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


def anneal(board: Board, movable: list[int], dice: random.Random, tries: int, enough: int) -> Ints:
    """Return the best rounds found in so many tries, or the first with a cost that is enough."""
    best, kept = board.cost, [row.copy() for row in board.at]
    rows, turns, chance, exp = len(board.at), board.turns, dice.random, math.exp
    for step in range(max(1, tries // _STEP)):
        warmth = turns * _HOT * (_COLD / _HOT) ** (step * _STEP / tries)
        for _ in range(_STEP):
            if best <= enough or len(movable) < 2:  # noqa: PLR2004 - a change takes two
                break
            row = int(chance() * rows)
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


def turned(at: Ints, around: Rings) -> Ints:
    """Lay rounds again with everybody moved on by one in their ring, until all have been around."""
    people = at.shape[1]
    where = {
        (ring, place): one
        for one, (ring, place) in enumerate(zip(around.ring, around.place, strict=True))
    }
    found = []
    for turn in range(around.turns):
        moved = np.arange(people)
        for one in range(people):
            ring, place = around.ring[one], around.place[one]
            if ring >= 0:
                moved[one] = where[ring, (place + turn) % around.turns]
        row = np.zeros_like(at)
        row[:, moved] = at
        found.append(row)
    return np.concatenate(found)
