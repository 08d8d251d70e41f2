"""Chains over the arrays of a SciPy matrix, by slices of rows: as fast as NumPy can be written.

Halves that meet: whom the source is tied to, marked, and the rows of those who are tied to a
target; or the other way round where that is less to read. No row is sorted by strength, so that
nothing stops early, but the fourth tie is tried only where it may still matter.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from graphs import Ints, Keys, Ties
from numpy.typing import NDArray
from scipy.sparse import csr_array
from structure import Rows
from timed import Found, ranked

Odds = NDArray[np.float64]
_HALF_DIGITS = 1e-9  # two odds that round to the same nine digits are not further apart
_MARGIN = 1 - 1e-12  # a bound multiplies in another order than a chain does
_FIRST = 4  # times as many as wanted: so many hopeful meetings are tried first


class Walks(NamedTuple):
    """Odds, and the people of each walk: (m,) and (m, people)."""

    odds: Odds
    people: Ints


class _Query(NamedTuple):
    source: int
    aims: Ints
    firsts: Ints
    """Whom the source is tied to,"""
    passed: Odds
    """and the odds that they pass an ask on;"""
    lasts: Ints
    """who is tied to a target,"""
    ends: Ints
    """to which,"""
    closing: Odds
    """and how strongly."""


class ScipyPeer:
    """A graph as a compressed sparse matrix, and scratch to mark people in."""

    def __init__(self, ties: Ties) -> None:
        """Build the matrix."""
        n = ties.people
        ends = np.concatenate([ties.a, ties.b]), np.concatenate([ties.b, ties.a])
        strength = np.concatenate([ties.strength, ties.strength])
        matrix = csr_array((strength, ends), shape=(n, n))
        self._matrix = matrix
        self._rows = Rows(matrix.indptr.astype(np.int64), matrix.indices, matrix.data)
        self._willing = ties.willingness.astype(np.float64)
        self._load = matrix.astype(np.bool_).astype(np.int64) @ np.diff(self._rows.start)
        self._marked = np.zeros(n, dtype=np.bool_)
        self._value = np.zeros(n, dtype=np.float64)

    def chains(self, source: int, targets: list[int], hops: int, best: int) -> Found:
        """Return the best chains of at most four ties, exactly."""
        query, direct = self._asked(source, targets)
        walks = [direct]
        with self._marking(query.firsts):
            self._value[query.firsts] = query.passed
            if hops > 1:
                walks.append(self._two(query))
            backward = self._from_the_end(query)
            if hops > 2 and backward:  # noqa: PLR2004 - ties of a chain
                walks.append(self._three_backward(query))
        if hops > 2 and not backward:  # noqa: PLR2004
            walks.append(self._three_forward(query))
        if hops > 3:  # noqa: PLR2004
            walks.extend(self._four(query, walks, best))
        return _best(walks, best)

    def _from_the_end(self, query: _Query) -> bool:
        return bool(self._load[query.aims].sum() < self._load[query.source])

    @contextmanager
    def _marking(self, people: Ints) -> Iterator[None]:
        self._marked[people] = True
        yield
        self._marked[people] = False

    def _asked(self, source: int, targets: list[int]) -> tuple[_Query, Walks]:
        """Return what is read of the graph for every question, and the chains of one tie."""
        rows = self._rows
        aims = np.array([aim for aim in targets if aim != source], dtype=np.int32)
        own = slice(rows.start[source], rows.start[source + 1])
        firsts, strength = rows.ends[own], rows.strength[own].astype(np.float64)
        with self._marking(aims):
            direct = self._marked[firsts]
        places, long = rows.places(aims)
        lasts = rows.ends[places]
        other = lasts != source
        query = _Query(
            source,
            aims,
            firsts,
            strength * self._willing[firsts],
            lasts[other],
            np.repeat(aims, long)[other],
            rows.strength[places][other].astype(np.float64),
        )
        return query, Walks(strength[direct], _columns(source, firsts[direct]))

    def _two(self, query: _Query) -> Walks:
        met = np.flatnonzero(self._marked[query.lasts])
        between = query.lasts[met]
        odds = self._value[between] * query.closing[met]
        return Walks(odds, _columns(query.source, between, query.ends[met]))

    def _met(self, people: Ints) -> tuple[Ints, Keys, Odds]:
        """Return the marked ends of the rows of `people`: whom, of whose row, by what tie."""
        places, long = self._rows.places(people)
        ends = self._rows.ends[places]
        met = np.flatnonzero(self._marked[ends])
        row = np.searchsorted(np.cumsum(long), met, side="right")
        return ends[met], row, self._rows.strength[places[met]].astype(np.float64)

    def _three_backward(self, query: _Query) -> Walks:
        """Read the rows of those tied to a target; the source's ties are marked."""
        first, row, tie = self._met(query.lasts)
        last, ends = query.lasts[row], query.ends[row]
        odds = self._value[first] * tie * self._willing[last] * query.closing[row]
        return _kept(Walks(odds, _columns(query.source, first, last, ends)), first != ends)

    def _three_forward(self, query: _Query) -> Walks:
        """Read the rows of those tied to the source; those tied to a target are marked."""
        with self._marking(query.lasts):
            last, row, tie = self._met(query.firsts)
        passed = query.passed[row] * tie * self._willing[last]
        meeting, closing = _joined(last, query.lasts)
        first, ends = query.firsts[row[meeting]], query.ends[closing]
        odds = passed[meeting] * query.closing[closing]
        walks = Walks(odds, _columns(query.source, first, last[meeting], ends))
        return _kept(walks, first != ends)

    def _four(self, query: _Query, known: list[Walks], best: int) -> list[Walks]:
        """Meet in the middle, and follow only meetings that may lead to one of the best."""
        places, long = self._rows.places(query.firsts)
        row = np.repeat(np.arange(long.size), long)
        middle = self._rows.ends[places]
        passed = query.passed[row] * self._rows.strength[places] * self._willing[middle]
        away = middle != query.source
        half = Walks(passed[away], _columns(query.source, query.firsts[row], middle)[away])
        meeting = half.people[:, 2]
        self._value[meeting] = 0
        np.maximum.at(self._value, meeting, half.odds)
        with self._marking(meeting):
            met, back, tie = self._met(query.lasts)
        rest = self._willing[query.lasts[back]] * query.closing[back]
        hope = self._value[met] * tie * rest

        def followed(chosen: Keys) -> Walks:
            one, other = _joined(met[chosen], meeting)
            pick = chosen[one]
            last, ends = query.lasts[back[pick]], query.ends[back[pick]]
            odds = half.odds[other] * tie[pick] * self._willing[last] * query.closing[back[pick]]
            people = np.column_stack([half.people[other], last, ends])
            first, between = people[:, 1], people[:, 2]
            simple = (first != last) & (first != ends) & (between != ends)
            return _kept(Walks(odds, people), simple)

        many = min(hope.size, _FIRST * best)
        likeliest = np.argpartition(hope, hope.size - many)[hope.size - many :] if many else met
        least = _least([*known, followed(likeliest)], best)
        return [followed(np.flatnonzero(hope >= least * _MARGIN - _HALF_DIGITS))]


class PlainPeer(ScipyPeer):
    """The same in SciPy's own words: always from the source, by `matrix[people]`."""

    def _from_the_end(self, query: _Query) -> bool:
        del query
        return False

    def _met(self, people: Ints) -> tuple[Ints, Keys, Odds]:
        rows = self._matrix[people]
        met = np.flatnonzero(self._marked[rows.indices])
        row = np.repeat(np.arange(people.size), np.diff(rows.indptr))[met]
        return rows.indices[met], row, rows.data[met].astype(np.float64)


def _joined(one: Ints, other: Ints) -> tuple[Keys, Keys]:
    """Return the places of all pairs of equals."""
    order = np.argsort(other, kind="stable")
    ranked = other[order]
    first = np.searchsorted(ranked, one, side="left")
    long = np.searchsorted(ranked, one, side="right") - first
    shift = first - np.cumsum(long) + long
    places = np.repeat(shift, long) + np.arange(long.sum())
    return np.repeat(np.arange(one.size), long), order[places]


def _columns(source: int, *people: Ints) -> Ints:
    return np.column_stack([np.full(people[0].size, source, dtype=np.int32), *people])


def _kept(walks: Walks, kept: NDArray[np.bool_]) -> Walks:
    return Walks(walks.odds[kept], walks.people[kept])


def _least(walks: list[Walks], best: int) -> float:
    """Return the odds of the last of the best, 0 if there are not so many."""
    odds = np.concatenate([each.odds for each in walks])
    return float(np.partition(odds, -best)[-best]) if odds.size >= best else 0.0


def _best(walks: list[Walks], best: int) -> Found:
    least = _least(walks, best) - _HALF_DIGITS
    found: Found = []
    for each in walks:
        kept = np.flatnonzero(each.odds >= least)
        people = map(tuple, each.people[kept].tolist())
        found += zip(people, each.odds[kept].tolist(), strict=True)
    return ranked(found, best)
