"""The best plan: a programme of few columns at a time, priced until no other could improve it."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from entregent.asks.campaign.diary import Diary, Limits, value
from entregent.asks.campaign.greedy import bring_forward, fill
from entregent.asks.campaign.prices import Priced, Prices
from entregent.asks.campaign.programme import Chosen, Column, make_rows, relax, solve
from entregent.asks.campaign.ways import Way
from entregent.domain.ids import PersonId

_CLOSE = 1e-6
"""It grows no more when what is left to gain is so small a share of the bound."""
_SLACK = 1e-5
"""How near to the best, as a share of it, a choice of asks must be."""
_NEAR = 1e-4
"""A bound so near to a plan, as a share of it, is near enough."""
_WIDE = 20_000
"""No more asks than these are taken in at once."""
_HASTE = 1e-3
"""What a need loses of its worth when it is met on the last day instead of the first."""
_STAY = 0.25
"""What it is worth that a step stays where it stood, as a share of an average step's worth."""

Standing: TypeAlias = Mapping[int, tuple[PersonId, int]]
"""Of a need by its number: whom its former step would ask, and on which day."""


@dataclass(frozen=True, slots=True)
class Best:
    """The best plan found, what no plan is worth more than, and what the greedy one is worth."""

    diary: Diary
    bound: float
    greedy: float


def best_plan(ways: Sequence[Way], limits: Limits, standing: Standing) -> Best:
    """Return the best plan; of those of like worth, one that moves little and begins early."""
    greedy = Diary(limits)
    fill(greedy, ways)
    if not greedy.booked:
        return Best(greedy, 0.0, 0.0)
    plain = value(greedy.booked.values())
    search = _Search(ways, limits, _STAY * plain / len(greedy.booked))
    search.add(greedy.booked.values())
    search.price()
    search.narrow(plain)
    search.add(greedy.booked.values())
    search.prove()
    steady = _steady(ways, limits, standing)
    search.add(steady.booked.values())
    stood = [
        (way, day)
        for way, day in steady.booked.values()
        if way.need in standing and standing[way.need][0] == way.person
    ]
    diary = search.choose(stood)
    fill(diary, ways)
    bring_forward(diary, frozenset(way.need for way, _ in stood))
    return Best(diary, max(search.bound, value(diary.booked.values())), plain)


def _steady(ways: Sequence[Way], limits: Limits, standing: Standing) -> Diary:
    """Return the plan in which every former step stays that may, and the rest is filled.

    One that may not stay goes, if it can, to the same person on the first day with room.
    """
    steady = Diary(limits)
    same = [way for way in ways if way.need in standing and standing[way.need][0] == way.person]
    for way in same:
        day = standing[way.need][1]
        if day in way.days and not steady.full(way, day):
            steady.book(way, day)
    fill(steady, same)
    fill(steady, ways)
    return steady


class _Search:
    """A programme of the asks that matter, and the prices of all.

    `stay` is what it is worth that a step stays where it stood.
    """

    def __init__(self, ways: Sequence[Way], limits: Limits, stay: float) -> None:
        self.bound = math.inf
        self._ways = ways
        self._limits = limits
        self._stay = stay
        self._prices = Prices(ways, limits)
        self._numbers = {id(way): number for number, way in enumerate(ways)}
        self._asks: dict[tuple[int, int], None] = {}
        self._priced: Priced

    def add(self, asks: Iterable[tuple[Way, int]]) -> None:
        """Take asks into the programme."""
        self._asks.update(dict.fromkeys(map(self._key, asks)))

    def price(self) -> None:
        """Take in what could improve the programme, until nothing could."""
        while True:
            columns = self._plain()
            rows = make_rows(self._ways, columns, self._limits)
            relaxed = relax(columns, rows)
            priced = self._prices.price(rows, relaxed)
            if priced.bound < self.bound:
                self.bound, self._priced = priced.bound, priced
            better = [ask for ask in self._prices.improving(priced) if ask not in self._asks]
            if not better or self.bound - relaxed.value <= _CLOSE * self.bound:
                return
            self._asks.update(dict.fromkeys(better))

    def narrow(self, value: float) -> None:
        """Leave out the asks that no plan worth more than this holds: most, of very many needs."""
        self._asks = dict.fromkeys(self._prices.hopeful(self._priced, self._asks, value))

    def prove(self) -> None:
        """Bring the bound down to whole asks, where parts of asks would be worth more.

        All asks that a plan better than the best known one may hold are taken in, if not too many.
        """
        plain = self._plain()
        known = sum(plain[number].gain for number in self._solved(plain).columns)
        if self.bound - known <= _NEAR * self.bound:
            return
        near = self._prices.near(self._priced, known)
        if len(near) <= _WIDE:
            self._asks.update(dict.fromkeys(near))
            self.bound = min(self.bound, max(known, self._solved(self._plain()).bound))

    def choose(self, stood: Collection[tuple[Way, int]]) -> Diary:
        """Return the best choice of the programme's asks; `stood` are those of the former plan."""
        staying = set(map(self._key, stood))
        columns = [
            Column(way, day, self._gain(way, day) + (self._stay if (way, day) in staying else 0.0))
            for way, day in self._asks
        ]
        chosen = Diary(self._limits)
        for number in self._solved(columns).columns:
            chosen.book(self._ways[columns[number].way], columns[number].day)
        return chosen

    def _solved(self, columns: Sequence[Column]) -> Chosen:
        return solve(columns, make_rows(self._ways, columns, self._limits), _SLACK)

    def _plain(self) -> list[Column]:
        return [Column(way, day, self._ways[way].worth) for way, day in self._asks]

    def _key(self, ask: tuple[Way, int]) -> tuple[int, int]:
        return self._numbers[id(ask[0])], ask[1]

    def _gain(self, way: int, day: int) -> float:
        """Return what an ask is worth, a little less the later it is."""
        return self._ways[way].worth * (1 - _HASTE * day / self._limits.length)
