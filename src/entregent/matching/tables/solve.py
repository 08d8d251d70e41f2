"""Tables that people change between: by a rule where there is one, by search elsewhere."""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.tables.bound import fewest_repeats
from entregent.matching.tables.places import parted, settled
from entregent.matching.tables.plan import Wanted, even_sizes, repeats, together
from entregent.matching.tables.search import Board, anneal, drawn, rings, turned
from entregent.matching.tables.turning import by_rule

Table = tuple[int, ...]

_TRIES = 300_000
"""How many changes a search tries."""
_SEARCHED = 700
"""Up to how many people a search is worth its time."""
_WRONG = 50
"""How many repeats one pair weighs that is to be kept apart."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits where: for each round and each table the people, numbered from 0 as all is.

    `repeats` counts how often two share a table who have done so before; no plan has fewer than
    `bound`. `together` counts the pairs that were to be kept apart and could not be.
    """

    rounds: tuple[tuple[Table, ...], ...]
    repeats: int
    bound: int
    together: int

    @property
    def met(self) -> int:
        """How many different pairs meet."""
        pairs = sum(len(table) * (len(table) - 1) // 2 for held in self.rounds for table in held)
        return pairs - self.repeats

    @property
    def gap(self) -> float:
        """Which share of the pairs that could meet at best do not, from 0 to 1."""
        best = self.met + self.repeats - self.bound
        return (self.repeats - self.bound) / best if best else 0.0


def seat(  # noqa: PLR0913 - what an evening may ask for
    people: int,
    *,
    seats: int,
    rounds: int,
    tables: int | None = None,
    hosts: Mapping[int, int] | None = None,
    apart: Collection[tuple[int, int]] = (),
    seed: int = 0,
) -> Seated:
    """Seat people so that as few as can be share a table twice.

    There are as many `tables` as so many `seats` each need, unless told; they fill evenly. `hosts`
    names the table at which somebody stays. The same seed gives the same plan.

    Raises:
        ValueError: seats or tables are too few, or a table has more hosts than seats.

    """
    wanted = _wanted(people, seats, rounds, tables, hosts or {}, apart)
    dice = random.Random(seed)  # noqa: S311 - seeded, for one plan each time
    floor = fewest_repeats(wanted)
    best, least = np.zeros((rounds, people), np.int64), None
    for at in _plans(wanted, floor, dice):
        cost = repeats(wanted, at) + _WRONG * together(wanted, at)
        if least is None or cost < least:
            best, least = at, cost
        if least <= floor:
            break
    return Seated(_tables(wanted, best), repeats(wanted, best), floor, together(wanted, best))


def _wanted(
    people: int,
    seats: int,
    rounds: int,
    tables: int | None,
    hosts: Mapping[int, int],
    apart: Collection[tuple[int, int]],
) -> Wanted:
    if people < 0 or rounds < 0 or seats < 1:
        raise ValueError("people, rounds and seats are counted from 0, seats from 1")
    number = -(-people // seats) if tables is None else tables
    if number * seats < people:
        raise ValueError(f"{number} tables of {seats} are too few for {people}")
    pairs = frozenset((min(pair), max(pair)) for pair in apart)
    wanted = Wanted(even_sizes(people, number) if number else (), rounds, dict(hosts), pairs)
    if any(not 0 <= table < number for table in hosts.values()):
        raise ValueError("a host stays at a table that there is not")
    return _with_room(wanted)


def _with_room(wanted: Wanted) -> Wanted:
    """Give the larger tables to those with most hosts, so that all hosts have a seat."""
    order = np.argsort(-wanted.at_table, kind="stable")
    sizes = np.zeros(wanted.tables, np.int64)
    sizes[order] = sorted(wanted.sizes, reverse=True)
    if (sizes < wanted.at_table).any():
        raise ValueError("a table has more hosts than seats")
    return Wanted(tuple(sizes.tolist()), wanted.rounds, wanted.hosts, wanted.apart)


def _plans(wanted: Wanted, floor: int, dice: random.Random) -> Iterator[Ints]:
    """Yield plans, those first that are had for nothing."""
    if not wanted.people or not wanted.rounds:
        return
    laid = by_rule(wanted)
    if laid is None:
        plain = by_rule(Wanted(wanted.sizes, wanted.rounds))
        laid = drawn(wanted, wanted.rounds, dice) if plain is None else settled(wanted, plain)
    laid = parted(wanted, laid, dice)
    yield laid
    if wanted.people > _SEARCHED:
        return
    guests = [one for one in range(wanted.people) if one not in wanted.hosts]
    for turns in _turns(wanted):
        around = rings(wanted, turns)
        board = Board(wanted, around, drawn(wanted, -(-wanted.rounds // turns), dice))
        enough = floor if turns == 1 else 0
        found = turned(anneal(board, guests, dice, _TRIES, enough), around)[: wanted.rounds]
        yield parted(wanted, found, dice)
    board = Board(wanted, rings(wanted, 1), laid)
    yield anneal(board, guests, dice, _TRIES, floor)


def _turns(wanted: Wanted) -> list[int]:
    """Return how often rounds may be turned: all around, nearly, by halves and thirds, never."""
    rounds = wanted.rounds
    whole = [turns for turns in range(rounds, 1, -1) if rounds % turns == 0]
    return [*whole[:1], rounds + 1, *whole[1:], 1]


def _tables(wanted: Wanted, at: Ints) -> tuple[tuple[Table, ...], ...]:
    return tuple(
        tuple(tuple(np.flatnonzero(row == table).tolist()) for table in range(wanted.tables))
        for row in at
    )
