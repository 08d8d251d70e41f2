"""The pairs worth considering: everybody's best, which any good timetable is made of."""

from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Floats, Ints
from entregent.matching.scores import Scores

_BLOCK = 512


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs `first` < `second` of `people`, each with its score above 0, ordered."""

    people: int
    first: Ints
    second: Ints
    score: Floats


def candidates(scores: Scores, most: int) -> Candidates:
    """Return the pairs that are among the best `most` of one of the two."""
    people = scores.people
    keys = []
    for start in range(0, people, _BLOCK):
        block = scores.block(start, min(start + _BLOCK, people))
        width = min(most, people)
        best = np.argpartition(-block, width - 1, axis=1)[:, :width]
        rows = np.repeat(np.arange(len(block)), width)
        columns = best.ravel()
        good = block[rows, columns] > 0
        one, other = rows[good] + start, columns[good]
        keys.append(np.minimum(one, other) * people + np.maximum(one, other))
    pairs = np.unique(np.concatenate(keys)) if keys else np.zeros(0, np.int64)
    first, second = pairs // max(people, 1), pairs % max(people, 1)
    return Candidates(people, first, second, _scored(scores, first, second))


def _scored(scores: Scores, first: Ints, second: Ints) -> Floats:
    found = np.zeros(len(first))
    for start in range(0, scores.people, _BLOCK):
        stop = min(start + _BLOCK, scores.people)
        begin, end = np.searchsorted(first, [start, stop])
        if begin < end:
            block = scores.block(start, stop)
            found[begin:end] = block[first[begin:end] - start, second[begin:end]]
    return found
