"""How much two people have to say to each other, as numbers that only the solver sees.

People are numbered from 0. A score of 0 means that two do not meet. Scores are asked for by blocks
of rows, so that five thousand people need no table of 25 million.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

import numpy as np
from scipy.sparse import csr_array

from entregent.matching.arrays import Floats

Pair = tuple[int, int]


class Scores(Protocol):
    """The score of each two people; symmetric, never negative."""

    @property
    def people(self) -> int:
        """How many people there are."""
        ...

    def block(self, start: int, stop: int) -> Floats:
        """Return the scores of people `start` to `stop` (excluded) with everybody, a row each."""
        ...


class Relevance:
    """Scores from what people offer and what they need.

    `r(i, j)` is the share of what i needs that j offers, each need weighed by how rare its offer
    is: ln((1 + people) / (1 + offering it)) + 1. The score is ½(r(i, j) + r(j, i)) + √(r(i, j)
    r(j, i)), so that what goes both ways counts most.
    """

    def __init__(self, offers: Sequence[Collection[str]], needs: Sequence[Collection[str]]) -> None:
        """Take what each person offers and needs, in words that are compared as they are."""
        words = {word: n for n, word in enumerate(sorted({w for some in offers for w in some}))}
        self._offers = _table(offers, words)
        frequency = self._offers.sum(axis=0)
        weight = np.log((1 + len(offers)) / (1 + frequency)) + 1
        rarest = float(np.log(1 + len(offers)) + 1)
        known = _table(needs, words).multiply(weight).tocsr()
        unmet = [sum(rarest for need in set(some) if need not in words) for some in needs]
        whole = known.sum(axis=1) + np.array(unmet, float)
        self._needs = known.multiply(1 / np.maximum(whole, 1e-12)[:, None]).tocsr()

    @property
    def people(self) -> int:
        """How many people there are."""
        return int(self._offers.shape[0])

    def block(self, start: int, stop: int) -> Floats:
        """Return the scores of people `start` to `stop` with everybody, a row each."""
        theirs = (self._needs[start:stop] @ self._offers.T).toarray()
        mine = (self._needs @ self._offers[start:stop].T).toarray().T
        scores: Floats = 0.5 * (theirs + mine) + np.sqrt(theirs * mine)
        scores[np.arange(stop - start), np.arange(start, stop)] = 0
        return scores


class Given:
    """Scores that were given by hand, pair by pair; two that are not named do not meet."""

    def __init__(self, people: int, scored: Iterable[tuple[int, int, float]]) -> None:
        """Take the score of pairs of different people; the last word about a pair stands."""
        held = {(min(a, b), max(a, b)): score for a, b, score in scored if score > 0}
        rows = [one for pair in held for one in pair]
        columns = [one for pair in held for one in pair[::-1]]
        values = [score for score in held.values() for _ in range(2)]
        self._table = csr_array((values, (rows, columns)), shape=(people, people), dtype=float)

    @property
    def people(self) -> int:
        """How many people there are."""
        return int(self._table.shape[0])

    def block(self, start: int, stop: int) -> Floats:
        """Return the scores of people `start` to `stop` with everybody, a row each."""
        scores: Floats = self._table[start:stop].toarray()
        return scores


class Without:
    """Scores without some pairs, who are not to meet."""

    def __init__(self, scores: Scores, pairs: Iterable[Pair]) -> None:
        """Take scores and the pairs to leave out, in either order."""
        self._scores = scores
        both = {pair for a, b in pairs for pair in ((a, b), (b, a))}
        self._apart = np.array(sorted(both), dtype=np.int64).reshape(-1, 2)

    @property
    def people(self) -> int:
        """How many people there are."""
        return self._scores.people

    def block(self, start: int, stop: int) -> Floats:
        """Return the scores of people `start` to `stop` with everybody, a row each."""
        scores = self._scores.block(start, stop)
        first, last = np.searchsorted(self._apart[:, 0], [start, stop])
        some = self._apart[first:last]
        scores[some[:, 0] - start, some[:, 1]] = 0
        return scores


def _table(said: Sequence[Collection[str]], words: dict[str, int]) -> csr_array:
    places = [(row, words[w]) for row, some in enumerate(said) for w in set(some) if w in words]
    rows, columns = zip(*places, strict=True) if places else ((), ())
    shape = (len(said), len(words))
    return csr_array((np.ones(len(places)), (rows, columns)), shape=shape, dtype=float)
