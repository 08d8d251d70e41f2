"""The programme: planned asks as columns, limits as rows, solved by HiGHS."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array

from entregent.asks.campaign.diary import Limit, Limits
from entregent.asks.campaign.ways import Way
from entregent.domain.ids import PersonId

Floats: TypeAlias = npt.NDArray[np.float64]

_SECONDS = 20.0
"""How long one call of the solver may take; far more than it needs, so that it always ends."""


@dataclass(frozen=True, slots=True)
class Column:
    """One ask that might be planned: the way's number, the day, and what it gains."""

    way: int
    day: int
    gain: float


@dataclass(frozen=True, slots=True)
class Row:
    """At most `most` of the columns of these numbers.

    `limit` binds on the days from `start` on; without one, the row is of a need, or keeps it from
    being led to somebody who rests.
    """

    members: Sequence[int]
    most: int
    start: int = 0
    limit: Limit | None = None
    need: int = -1
    known: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The programme solved with parts of asks: its worth, and the price of each row."""

    value: float
    prices: Floats


def make_rows(ways: Sequence[Way], columns: Sequence[Column], limits: Limits) -> list[Row]:
    """Return the rows of these columns: a need is met once, and every limit is kept."""
    needs: dict[int, list[int]] = defaultdict(list)
    bound: dict[tuple[str, str], list[int]] = defaultdict(list)
    known: dict[tuple[str, str], Limit] = {}
    for number, column in enumerate(columns):
        way = ways[column.way]
        needs[way.need].append(number)
        for limit in limits.on(way.person):
            bound[limit.of].append(number)
            known[limit.of] = limit
    rows = [Row(members, 1, need=need) for need, members in needs.items()]
    for of, members in bound.items():
        rows.extend(_windows(known[of], members, columns))
    rows.extend(_led_rows(ways, columns, limits))
    return rows


def _windows(limit: Limit, members: list[int], columns: Sequence[Column]) -> Iterator[Row]:
    """Yield a row for every stretch of days in which the limit might be passed."""
    ordered = sorted(members, key=lambda number: columns[number].day)
    days = np.array([columns[number].day for number in ordered])
    latest = -1
    for start in sorted({*days.tolist(), *limit.before}):
        first, after = np.searchsorted(days, (start, start + limit.length))
        taken = sum(start <= day < start + limit.length for day in limit.before)
        most = max(0, limit.most - taken)
        if after - first > most and (after > latest or taken):
            yield Row(ordered[first:after], most, start, limit)
        latest = after


def _led_rows(ways: Sequence[Way], columns: Sequence[Column], limits: Limits) -> Iterator[Row]:
    """Yield the rows by which nobody leads to somebody whom an ask lets rest."""
    asked: dict[PersonId, list[int]] = defaultdict(list)
    led: dict[tuple[int, PersonId, int], list[int]] = defaultdict(list)
    for number, column in enumerate(columns):
        way = ways[column.way]
        asked[way.person].append(number)
        if way.known is not None:
            led[way.need, way.known, column.day].append(number)
    near: dict[tuple[PersonId, int], list[int]] = {}
    for (need, known, day), members in led.items():
        rest = limits.resting(known)
        if (known, day) not in near:
            since = day - rest.length
            near[known, day] = [n for n in asked[known] if since < columns[n].day <= day]
        if near[known, day]:
            yield Row([*members, *near[known, day]], 1, day, rest, need, known)


def relax(columns: Sequence[Column], rows: Sequence[Row]) -> Relaxed:
    """Solve with parts of asks allowed; one more of a row's `most` is worth its price."""
    gains = np.array([column.gain for column in columns])
    found = linprog(-gains, A_ub=_matrix(rows, len(columns)), b_ub=_most(rows), method="highs")
    return Relaxed(-float(found.fun), np.maximum(0.0, -found.ineqlin.marginals))


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice of columns by their numbers, and what no choice is worth more than."""

    columns: Sequence[int]
    bound: float


def solve(columns: Sequence[Column], rows: Sequence[Row], slack: float) -> Chosen:
    """Choose columns, within `slack` (a share) of the best; none if no choice is found in time."""
    gains = np.array([column.gain for column in columns])
    found = milp(
        -gains,
        integrality=np.ones(len(columns)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(_matrix(rows, len(columns)), ub=_most(rows)),
        options={"mip_rel_gap": slack, "time_limit": _SECONDS},
    )
    if found.x is None:
        return Chosen((), math.inf)
    return Chosen(np.flatnonzero(found.x > 1 / 2).tolist(), -float(found.mip_dual_bound))


def _most(rows: Sequence[Row]) -> Floats:
    return np.array([row.most for row in rows], dtype=float)


def _matrix(rows: Sequence[Row], width: int) -> csr_array:
    sizes = [len(row.members) for row in rows]
    places = np.concatenate([np.asarray(row.members, dtype=np.int32) for row in rows])
    ends = np.concatenate([[0], np.cumsum(sizes)])
    return csr_array((np.ones(len(places)), places, ends), shape=(len(rows), width))
