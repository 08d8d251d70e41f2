"""The setting of meetings: people, slots, tables, and who may meet whom when."""

from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Bools, Ints
from entregent.matching.scores import Scores


@dataclass(frozen=True, slots=True)
class Setting:
    """People meet two by two in `slots`, at most `tables` pairs at once, each pair at most once.

    `available` tells for each person (row) and slot (column) whether they can meet; `most` is how
    many meetings each can have in all, breaks taken off.
    """

    scores: Scores
    available: Bools
    tables: int
    most: Ints

    @property
    def people(self) -> int:
        """How many people there are."""
        return int(self.available.shape[0])

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return int(self.available.shape[1])

    @property
    def free(self) -> Ints:
        """How many meetings each person can have at most."""
        free: Ints = np.minimum(self.available.sum(axis=1), self.most)
        return free

    @property
    def seats(self) -> Ints:
        """How many meetings each slot can hold at most."""
        seats: Ints = np.minimum(self.available.sum(axis=0) // 2, self.tables)
        return seats


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two people, `a` before `b` in the list, meet in a slot; all are numbered from 0."""

    slot: int
    a: int
    b: int
