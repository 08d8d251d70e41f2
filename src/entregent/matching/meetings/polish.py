"""Improve a timetable by chains of moves: a pair takes a place, whoever held it looks for another.

Deterministic, and bounded by a number of tries, so that the same people give the same timetable.
"""

from collections.abc import Iterator

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.meetings.aim import Aim
from entregent.matching.meetings.candidates import Candidates
from entregent.matching.meetings.ideal import Prices
from entregent.matching.meetings.setting import Setting

_DEEP, _SHALLOW, _FEW = 2, 1, 100
"""How many pairs may be moved in turn where few people meet, where many do; how many are few."""
_NEARLY = 0.04
"""By which share of the best score a pair may miss its price and still be tried."""
_TRIES, _EFFORT = 20, 800_000
"""Pairs tried for each person at most, and tries times people in all."""
_STEPS = 400_000
"""Pairs laid and taken off in all, whatever was tried: some ten seconds of them."""
_EPSILON = 1e-9


class Board:
    """A timetable that pairs are laid on and taken off, with all that was done since a mark."""

    def __init__(self, setting: Setting, pairs: Candidates, aim: Aim, slot: Ints) -> None:
        """Take a timetable, the slot of each pair or -1, and what it is wanted for."""
        self.first: list[int] = pairs.first.tolist()
        self.second: list[int] = pairs.second.tolist()
        self.score: list[float] = pairs.score.tolist()
        self.slot: list[int] = [-1] * len(self.first)
        self.holds = [[-1] * pairs.people for _ in range(setting.slots)]
        self.seats: list[int] = setting.seats.tolist()
        self.left: list[int] = setting.most.tolist()
        self.when = [np.flatnonzero(row).tolist() for row in setting.available]
        self.there = setting.available.tolist()
        self.worth = 0.0
        self._aim = aim
        self._promised: list[int] = aim.promised.tolist()
        self._share = [0.0] * pairs.people
        self._met = [0] * pairs.people
        self._done: list[tuple[int, int]] = []
        self.steps = 0
        for pair in np.flatnonzero(slot >= 0).tolist():
            self.put(pair, int(slot[pair]))
        self._done.clear()

    def put(self, pair: int, slot: int) -> None:
        """Lay a pair into a slot, or take it off with -1."""
        self.steps += 1
        was, a, b = self.slot[pair], self.first[pair], self.second[pair]
        self._done.append((pair, was))
        change = (slot >= 0) - (was >= 0)
        if change:
            self._weigh(pair, change)
        for one in (a, b):
            self.left[one] -= change
            if was >= 0:
                self.holds[was][one] = -1
            if slot >= 0:
                self.holds[slot][one] = pair
        if was >= 0:
            self.seats[was] += 1
        if slot >= 0:
            self.seats[slot] -= 1
        self.slot[pair] = slot

    def _weigh(self, pair: int, change: int) -> None:
        """Take a pair in or out of the worth."""
        score, aim = self.score[pair] * change, self._aim
        self.worth += score
        for one in (self.first[pair], self.second[pair]):
            had, has = self._share[one], self._share[one] + score
            self._share[one] = has
            self.worth += aim.favour * (min(has, aim.share) - min(had, aim.share))
            met, promised = self._met[one] + change, self._promised[one]
            self.worth += aim.missed * (min(met, promised) - min(self._met[one], promised))
            self._met[one] = met

    @property
    def mark(self) -> int:
        """Where the moves made so far end."""
        return len(self._done)

    def back(self, mark: int) -> None:
        """Undo all moves since a mark."""
        while len(self._done) > mark:
            pair, was = self._done[-1]
            self.put(pair, was)
            del self._done[-2:]

    def shared(self, pair: int) -> Iterator[int]:
        """Yield the slots in which both of a pair are there."""
        there = self.there[self.second[pair]]
        return (slot for slot in self.when[self.first[pair]] if there[slot])

    def in_the_way(self, pair: int, slot: int) -> list[int]:
        """Return the pairs that hold one of the two in a slot."""
        held = self.holds[slot]
        return [one for one in {held[self.first[pair]], held[self.second[pair]]} if one >= 0]


def polish(setting: Setting, pairs: Candidates, aim: Aim, slot: Ints, prices: Prices) -> Ints:
    """Return a timetable that the aim wants at least as much.

    Pairs are tried that are nearly worth their price, the most promising first.
    """
    board = Board(setting, pairs, aim, slot)
    order, tries = (
        _promising(pairs, prices),
        min(_TRIES * pairs.people, _EFFORT // max(pairs.people, 1)),
    )
    beside = _beside(pairs)
    depth = _DEEP if pairs.people <= _FEW else _SHALLOW
    better = True
    while better and tries > 0:
        better = False
        for pair in order.tolist():
            if board.slot[pair] >= 0:
                continue
            tries -= 1
            if tries < 0 or board.steps > _STEPS:
                return np.array(board.slot, np.int64)
            before, mark = board.worth, board.mark
            if _insert(board, beside, pair, depth) and board.worth > before + _EPSILON:
                better = True
            else:
                board.back(mark)
    return np.array(board.slot, np.int64)


def worth(setting: Setting, pairs: Candidates, aim: Aim, slot: Ints) -> float:
    """Return what a timetable, the slot of each pair or -1, is worth to an aim."""
    return Board(setting, pairs, aim, slot).worth


def _promising(pairs: Candidates, prices: Prices) -> Ints:
    person = prices.person
    gain = pairs.score - person[pairs.first] - person[pairs.second] - prices.table
    order = np.argsort(-gain, kind="stable")
    promising: Ints = order[gain[order] > -_NEARLY * float(pairs.score.max(initial=0))]
    return promising


def _insert(board: Board, beside: list[list[int]], pair: int, depth: int) -> bool:
    """Lay a pair where that gains the most; tell whether it was laid."""
    best, chosen = float("-inf"), -1
    start = board.mark
    for slot in board.shared(pair):
        before = board.worth
        if _into(board, beside, pair, slot, depth):
            gain = board.worth - before
            if gain > best:
                best, chosen = gain, slot
            if not depth or gain >= board.score[pair] - _EPSILON:
                board.back(start)
                break
        board.back(start)
    return chosen >= 0 and _into(board, beside, pair, chosen, depth)


def _into(board: Board, beside: list[list[int]], pair: int, slot: int, depth: int) -> bool:
    moved = board.in_the_way(pair, slot)
    if moved and not depth:
        return False
    for one in moved:
        board.put(one, -1)
    a, b = board.first[pair], board.second[pair]
    if board.seats[slot] <= 0 or board.left[a] <= 0 or board.left[b] <= 0:
        return False
    board.put(pair, slot)
    for one in moved:
        _insert(board, beside, one, depth - 1)
    for one in moved:
        if board.slot[one] < 0:
            for person in (board.first[one], board.second[one]):
                _fill(board, beside, person, slot)
    return True


def _fill(board: Board, beside: list[list[int]], person: int, slot: int) -> None:
    """Give somebody who lost their place in a slot the best pair that is free then."""
    held = board.holds[slot]
    if held[person] >= 0 or board.left[person] <= 0 or board.seats[slot] <= 0:
        return
    for pair in beside[person]:
        if board.slot[pair] >= 0:
            continue
        other = board.first[pair] + board.second[pair] - person
        if held[other] < 0 and board.there[other][slot] and board.left[other] > 0:
            board.put(pair, slot)
            return


def _beside(pairs: Candidates) -> list[list[int]]:
    """Return each person's pairs, the best first."""
    found: list[list[int]] = [[] for _ in range(pairs.people)]
    for pair in np.argsort(-pairs.score, kind="stable").tolist():
        found[int(pairs.first[pair])].append(pair)
        found[int(pairs.second[pair])].append(pair)
    return found
