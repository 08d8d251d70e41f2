"""Tables that people change between: by a rule where there is one, by search elsewhere."""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.scores import Scores, Without
from entregent.matching.tables.bound import fewest_repeats
from entregent.matching.tables.places import parted, settled
from entregent.matching.tables.plan import Wanted, even_sizes, repeats, together
from entregent.matching.tables.search import (
    COLD,
    Board,
    Effort,
    anneal,
    drawn,
    turn_of,
    turned,
)
from entregent.matching.tables.turning import by_rule
from entregent.matching.tables.worth import improved, most_worth, weights, worth

Table = tuple[int, ...]

_TRIES = 400_000
"""How many changes a search tries."""
_SEARCHED = 700
"""Up to how many people a search is worth its time."""
_LATE = (4, 4, 4, 3)
"""How many rounds are searched for after others that a rule lays, once for each."""
_WRONG = 50
"""How many repeats one pair weighs that is to be kept apart."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sits where: for each round and each table the people, numbered from 0 as all is.

    `repeats` counts how often two share a table who have done so before; no plan has fewer than
    `bound`. `together` counts the pairs that were to be kept apart and could not be. With scores,
    `value` adds up those of all pairs who meet, and no plan is worth more than `most`.
    """

    rounds: tuple[tuple[Table, ...], ...]
    repeats: int
    bound: int
    together: int
    value: float = 0.0
    most: float = 0.0

    @property
    def met(self) -> int:
        """How many different pairs meet."""
        pairs = sum(len(table) * (len(table) - 1) // 2 for held in self.rounds for table in held)
        return pairs - self.repeats

    @property
    def gap(self) -> float:
        """Which share is missing from the bound, from 0 to 1: of the pairs met, or of the value."""
        if self.most:
            return 1 - self.value / self.most
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
    scores: Scores | None = None,
    seed: int = 0,
) -> Seated:
    """Seat people so that as few as can be share a table twice; with scores, so that most is said.

    There are as many `tables` as so many `seats` each need, unless told; they fill evenly. `hosts`
    names the table at which somebody stays. The same seed gives the same plan.

    Raises:
        ValueError: seats or tables are too few, or a table has more hosts than seats.

    """
    wanted = _wanted(people, seats, rounds, tables, hosts or {}, apart)
    dice = random.Random(seed)  # noqa: S311 - seeded, for one plan each time
    floor = fewest_repeats(wanted)
    plans = _plans(wanted, floor, dice) if scores is None else _scored(wanted, scores, dice, seed)
    best, least = np.zeros((rounds, people), np.int64), None
    for at in plans:
        cost = repeats(wanted, at) + _WRONG * together(wanted, at)
        if least is None or cost < least:
            best, least = at, cost
        if least <= floor:
            break
    unkept = together(wanted, best)
    if unkept:
        floor = fewest_repeats(replace(wanted, apart=frozenset()))
    seated = Seated(_tables(wanted, best), repeats(wanted, best), floor, unkept)
    if scores is None:
        return seated
    allowed = Without(scores, wanted.apart)
    value, most = worth(wanted, best, allowed), most_worth(wanted, allowed)
    return replace(seated, value=value, most=max(value, most))


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
    laid = _first(wanted, dice)
    yield laid
    if wanted.people > _SEARCHED:
        weight = weights(None, wanted)
        yield improved(wanted, laid, weight, np.random.default_rng(dice.randrange(1 << 32)))
    else:
        yield from _searched(wanted, laid, floor, dice)


def _searched(wanted: Wanted, laid: Ints, floor: int, dice: random.Random) -> Iterator[Ints]:
    """Yield plans found by turning, by search after rounds laid by a rule, and from the first."""
    guests = [one for one in range(wanted.people) if one not in wanted.hosts]
    for times in _turns(wanted):
        turn = turn_of(wanted, times)
        board = Board(wanted, turn, drawn(wanted, -(-wanted.rounds // times), dice))
        found = turned(anneal(board, guests, dice, Effort(_TRIES, 0)), turn)[: wanted.rounds]
        yield parted(wanted, found, dice)
    effort, once = Effort(_TRIES, floor), turn_of(wanted, 1)
    for first in (0, *_by_rule_first(wanted)):
        ruled = by_rule(replace(wanted, rounds=first))
        at = drawn(wanted, wanted.rounds, dice)
        if ruled is not None:
            at[:first] = parted(wanted, ruled, dice)
        yield anneal(Board(wanted, once, at), guests, dice, effort, first)
    yield anneal(Board(wanted, once, laid), guests, dice, replace(effort, hot=COLD))


def _by_rule_first(wanted: Wanted) -> list[int]:
    """Return how many rounds may be laid by a rule before others are searched for."""
    some = [wanted.rounds - late for late in _LATE]
    return [n for n in some if n > 1 and by_rule(replace(wanted, rounds=n)) is not None]


def _first(wanted: Wanted, dice: random.Random) -> Ints:
    """Return a plan by a rule, hosts moved to their tables if the rule did not; else one drawn."""
    laid = by_rule(wanted)
    if laid is None:
        one_each = {table: host for host, table in sorted(wanted.hosts.items(), reverse=True)}
        hosts = {host: table for table, host in one_each.items()}
        plain = by_rule(Wanted(wanted.sizes, wanted.rounds, hosts))
        laid = drawn(wanted, wanted.rounds, dice) if plain is None else settled(wanted, plain)
    return parted(wanted, laid, dice)


def _scored(wanted: Wanted, scores: Scores, dice: random.Random, seed: int) -> Iterator[Ints]:
    if wanted.people and wanted.rounds:
        weight = weights(scores, wanted)
        yield improved(wanted, _first(wanted, dice), weight, np.random.default_rng(seed))


def _turns(wanted: Wanted) -> list[int]:
    """Return how often rounds may be turned: all around, once more than needed, in parts."""
    rounds = wanted.rounds
    whole = [times for times in range(rounds, 1, -1) if rounds % times == 0]
    return [*whole[:1], rounds + 1, *whole[1:]]


def _tables(wanted: Wanted, at: Ints) -> tuple[tuple[Table, ...], ...]:
    return tuple(
        tuple(tuple(np.flatnonzero(row == table).tolist()) for table in range(wanted.tables))
        for row in at
    )
