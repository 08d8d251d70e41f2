"""Prices: what each way would have to gain to be worth its place, all ways at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from entregent.asks.campaign.diary import Limit, Limits
from entregent.asks.campaign.programme import Floats, Relaxed, Row
from entregent.asks.campaign.ways import Way
from entregent.domain.ids import PersonId

_AT_ONCE = 500
"""So many asks are taken into the programme at a time."""
_EACH = 3
"""How many ways of one need come in at a time."""
_GAIN = 1e-7


@dataclass(frozen=True, slots=True)
class Priced:
    """What each way is worth above the price of its cheapest day, and that day.

    `gains` is that less what the need's place costs. `cost` holds the price of each day (columns)
    for ways that cost alike (rows), `best` the most any way of each need is worth above its price.
    `bound` is what no plan is worth more than.
    """

    above: Floats
    gains: Floats
    days: Sequence[int]
    cost: Floats
    best: Floats
    bound: float


class Prices:
    """Prices all ways of a plan; what does not change is laid out once."""

    def __init__(self, ways: Sequence[Way], limits: Limits) -> None:
        """Lay out who may be asked on which days."""
        self._limits = limits
        self._end = limits.length
        self._people = {who: n for n, who in enumerate(dict.fromkeys(way.person for way in ways))}
        self._circles: dict[str, list[int]] = {}
        for who, number in self._people.items():
            for circle in limits.circles.get(who, ()):
                self._circles.setdefault(circle, []).append(number)
        groups: dict[tuple[PersonId, tuple[int, ...], tuple[int, PersonId] | None], int] = {}
        self._group = np.array([groups.setdefault(_alike(way), len(groups)) for way in ways])
        self._led = {led: n for n, led in enumerate({key[2] for key in groups} - {None}, 1)}
        self._who = np.array([self._people[who] for who, _, _ in groups])
        self._via = np.array([self._led.get(led, 0) if led else 0 for _, _, led in groups])
        self._shut = np.full((len(groups), self._end), np.inf)
        for number, (_, days, _) in enumerate(groups):
            self._shut[number, list(days)] = 0.0
        self._worth = np.array([way.worth for way in ways])
        self._need = np.array([way.need for way in ways])

    def price(self, rows: Sequence[Row], relaxed: Relaxed) -> Priced:
        """Price every way by what the rows cost."""
        people = np.zeros((len(self._people), self._end))
        led = np.zeros((len(self._led) + 1, self._end))
        needs = np.zeros(int(self._need.max()) + 1)
        fixed = 0.0
        for row, price in zip(rows, relaxed.prices.tolist(), strict=True):
            if row.limit is None:
                needs[row.need] = price
            elif price:
                fixed += row.most * price
                self._charge(row, row.limit, price, people, led)
        cost = people[self._who] + led[self._via] + self._shut
        days = cost.argmin(axis=1)
        least = cost[np.arange(len(days)), days]
        above = self._worth - least[self._group]
        best = np.zeros(len(needs))
        np.maximum.at(best, self._need, above)
        bound = fixed + float(best.sum())
        gains = above - needs[self._need]
        return Priced(above, gains, days[self._group].tolist(), cost, best, bound)

    def improving(self, priced: Priced) -> list[tuple[int, int]]:
        """Return the best few ways of each need that would gain something, and their best days.

        Of very many needs only those that gain most are taken in at a time.
        """
        gaining = np.flatnonzero(priced.gains > _GAIN)
        order = gaining[np.lexsort((-priced.gains[gaining], self._need[gaining]))]
        needs = self._need[order]
        rank = np.arange(len(order)) - np.searchsorted(needs, needs)
        few = order[rank < _EACH]
        most = few[np.argsort(-priced.gains[few], kind="stable")[:_AT_ONCE]]
        return [(way, priced.days[way]) for way in most.tolist()]

    def hopeful(
        self, priced: Priced, asks: Collection[tuple[int, int]], value: float
    ) -> list[tuple[int, int]]:
        """Return those asks that a plan worth more than this may hold."""
        ways, days = np.array(list(asks)).T
        above = self._worth[ways] - priced.cost[self._group[ways], days]
        short = priced.best[self._need[ways]] - above <= priced.bound - value
        return [ask for ask, may in zip(asks, short.tolist(), strict=True) if may]

    def near(self, priced: Priced, value: float) -> list[tuple[int, int]]:
        """Return every ask (a way's number and a day) that a plan worth more than this may hold."""
        short = priced.bound - value
        ways = np.flatnonzero(priced.best[self._need] - priced.above <= short)
        above = self._worth[ways, None] - priced.cost[self._group[ways]]
        rows, days = np.nonzero(priced.best[self._need[ways], None] - above <= short)
        return list(zip(ways[rows].tolist(), days.tolist(), strict=True))

    def _charge(self, row: Row, limit: Limit, price: float, people: Floats, led: Floats) -> None:
        """Add the price of a row to the days of those it binds."""
        if row.known is not None:
            days = slice(max(0, row.start - limit.length + 1), row.start + 1)
            people[self._people[row.known], days] += price
            led[self._led[row.need, row.known], row.start] += price
            return
        sort, name = limit.of
        days = slice(max(0, row.start), max(0, row.start + limit.length))
        if sort == "week":
            people[:, days] += price
        elif sort == "circle":
            people[self._circles[name], days] += price
        else:
            people[self._people[PersonId(name)], days] += price


def _alike(way: Way) -> tuple[PersonId, tuple[int, ...], tuple[int, PersonId] | None]:
    """Return what ways have in common that cost alike on each day."""
    return way.person, way.days, None if way.known is None else (way.need, way.known)
