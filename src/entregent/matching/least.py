"""A little to say between any two, for people whom no words lead to anybody."""

import numpy as np

from entregent.matching.arrays import Floats
from entregent.matching.scores import Scores

_PRIME = 2_654_435_761
_TOP = 2**20


class AtLeast:
    """Scores none of which is below about `least`.

    They differ by a trifle, drawn from `seed`, so that not everybody is led to the same few.
    """

    def __init__(self, scores: Scores, least: float, trifle: float, seed: int) -> None:
        """Take scores, the least of them, and by how much that may be more (a share)."""
        self._scores = scores
        self._least = least
        self._trifle = trifle
        self._seed = seed % _TOP

    @property
    def people(self) -> int:
        """How many people there are."""
        return self._scores.people

    def block(self, start: int, stop: int) -> Floats:
        """Return the scores of people `start` to `stop` with everybody, a row each."""
        row, other = np.arange(start, stop)[:, None], np.arange(self.people)
        low, high = np.minimum(row, other) + 1, np.maximum(row, other) + 1
        drawn = (low * 7919 + high * 104_729 + low * high * (self._seed + 31)) * _PRIME % _TOP
        scores: Floats = np.maximum(
            self._scores.block(start, stop), self._least * (1 + self._trifle * drawn / _TOP)
        )
        scores[np.arange(stop - start), np.arange(start, stop)] = 0
        return scores
