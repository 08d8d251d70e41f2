"""Rows of ties: to whom each person leads and how strongly, the strongest first."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Persons = NDArray[np.int32]
Real = NDArray[np.float32]
Odds = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """All ties, one row after the other; row p lies between `offsets[p]` and `offsets[p + 1]`."""

    offsets: Whole
    to: Persons
    strength: Real

    @classmethod
    def of(cls, people: int, one: Whole, other: Whole, strength: Real) -> Self:
        """Sort ties that lead from `one` to `other`, m of each, into rows."""
        order = np.lexsort((other, -strength, one))
        offsets = np.zeros(people + 1, np.int64)
        np.cumsum(np.bincount(one, minlength=people), out=offsets[1:])
        return cls(offsets, other[order].astype(np.int32), strength[order])

    def sizes(self, people: NDArray[np.integer]) -> Whole:
        """Return how many ties each of `people` has."""
        sizes: Whole = self.offsets[people + 1] - self.offsets[people]
        return sizes

    def places(self, people: NDArray[np.integer]) -> tuple[Whole, Whole]:
        """Return the rows of `people`, one after the other: whose it is, and where each tie lies.

        The first array counts within `people`, the second within `to` and `strength`.
        """
        sizes = self.sizes(people)
        whose = np.repeat(np.arange(len(people)), sizes)
        within = np.arange(len(whose)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return whose, self.offsets[people][whose] + within

    def one_by_one(self) -> tuple[Whole, Whole, Real]:
        """Return from whom each tie leads, to whom, and how strong it is."""
        one = np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))
        return one, self.to.astype(np.int64), self.strength
