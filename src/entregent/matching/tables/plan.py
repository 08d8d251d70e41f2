"""What is asked of tables that people change between, and what a plan of them is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from entregent.matching.arrays import Ints


@dataclass(frozen=True, slots=True)
class Wanted:
    """People sit at tables of these `sizes` for some `rounds`, everybody in each round.

    `hosts` stay at their table, named by its number from 0; the pairs `apart` share none.
    """

    sizes: tuple[int, ...]
    rounds: int
    hosts: Mapping[int, int] = field(default_factory=dict)
    apart: frozenset[tuple[int, int]] = frozenset()

    @property
    def people(self) -> int:
        """How many people there are."""
        return sum(self.sizes)

    @property
    def tables(self) -> int:
        """How many tables there are."""
        return len(self.sizes)

    @property
    def shared(self) -> int:
        """How many times two people share a table, in all rounds."""
        return self.rounds * sum(size * (size - 1) // 2 for size in self.sizes)

    @property
    def at_table(self) -> Ints:
        """How many hosts each table has."""
        return np.bincount(list(self.hosts.values()), minlength=self.tables).astype(np.int64)


def even_sizes(people: int, tables: int) -> tuple[int, ...]:
    """Return how many sit at each table, the larger tables first, none larger by more than one."""
    return tuple(people // tables + (table < people % tables) for table in range(tables))


def pairs_met(at: Ints, tables: int) -> Ints:
    """Return the pairs who share a table, a row each time: the lower number, the higher.

    `at` holds the table of each person (column) in each round (row).
    """
    found = []
    for row in at:
        order = np.argsort(row, kind="stable")
        start = np.concatenate(([0], np.cumsum(np.bincount(row, minlength=tables))))
        for low, high in zip(start[:-1].tolist(), start[1:].tolist(), strict=True):
            one, other = np.triu_indices(high - low, 1)
            found.append(np.stack((order[low:high][one], order[low:high][other]), axis=1))
    return np.concatenate(found).astype(np.int64) if found else np.zeros((0, 2), np.int64)


def distinct(at: Ints, tables: int) -> Ints:
    """Return the pairs who share a table at least once, a row each, in order."""
    pairs = pairs_met(at, tables)
    keys = np.unique(pairs[:, 0] * at.shape[1] + pairs[:, 1])
    return np.stack((keys // at.shape[1], keys % at.shape[1]), axis=1)


def repeats(wanted: Wanted, at: Ints) -> int:
    """Count how often two share a table who have done so before."""
    return wanted.shared - len(distinct(at, wanted.tables))


def together(wanted: Wanted, at: Ints) -> int:
    """Count the pairs that were to be kept apart and share a table."""
    pairs = np.array(sorted(wanted.apart), np.int64).reshape(-1, 2)
    return int((at[:, pairs[:, 0]] == at[:, pairs[:, 1]]).any(axis=0).sum())
