"""The pairs worth considering: everybody's best, which any good timetable is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from entregent.matching.arrays import Floats, Ints
from entregent.matching.scores import Scores

_BLOCK = 512
_EQUAL = 1e-6
"""By which share of the best score two scores may differ and be as good."""
_WORTH = 1e-9


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs `first` < `second` of `people`, each with its score above 0, ordered."""

    people: int
    first: Ints
    second: Ints
    score: Floats


def candidates(scores: Scores, most: int) -> Candidates:
    """Return the pairs that are among the best `most` of one of the two."""
    keys = [_best(scores.block(*some), some[0], most) for some in _blocks(scores.people)]
    return _candidates(scores, keys)


def joined(
    scores: Scores, pairs: Candidates, person: Floats, table: float, most: int
) -> Candidates:
    """Return the pairs and others worth more than these prices, at most `most` of each person."""
    keys = [pairs.first * pairs.people + pairs.second]
    for start, stop in _blocks(scores.people):
        rest = scores.block(start, stop) - person[start:stop, None] - person - table
        rest[np.arange(stop - start), np.arange(start, stop)] = 0
        keys.append(_best(np.where(rest > _WORTH, rest, 0), start, most))
    return _candidates(scores, keys)


def _blocks(people: int) -> Iterator[tuple[int, int]]:
    for start in range(0, people, _BLOCK):
        yield start, min(start + _BLOCK, people)


def _best(block: Floats, start: int, most: int) -> Ints:
    """Return the best pairs of each row; among equals these are drawn, lest all choose the same."""
    people = block.shape[1]
    width = min(most, people)
    drawn = np.random.default_rng(start).random(block.shape) * (_EQUAL * block.max(initial=0.0))
    best = np.argpartition(-(block + drawn), width - 1, axis=1)[:, :width]
    rows, columns = np.repeat(np.arange(len(block)), width), best.ravel()
    good = block[rows, columns] > 0
    one, other = rows[good] + start, columns[good]
    keys: Ints = np.minimum(one, other) * people + np.maximum(one, other)
    return keys


def _candidates(scores: Scores, keys: Sequence[Ints]) -> Candidates:
    people = scores.people
    pairs = np.unique(np.concatenate(keys)) if keys else np.zeros(0, np.int64)
    first, second = pairs // max(people, 1), pairs % max(people, 1)
    return Candidates(people, first, second, _scored(scores, first, second))


def _scored(scores: Scores, first: Ints, second: Ints) -> Floats:
    found = np.zeros(len(first))
    for start, stop in _blocks(scores.people):
        begin, end = np.searchsorted(first, [start, stop])
        if begin < end:
            block = scores.block(start, stop)
            found[begin:end] = block[first[begin:end] - start, second[begin:end]]
    return found
