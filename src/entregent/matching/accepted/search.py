"""Fewer waits: annealing over Kempe chains, which never leaves what the rules allow.

Half of the moves are aimed at somebody who waits: one of their meetings goes to another slot of
their day. The search cools several times, each time from the best plan so far.
"""

from math import exp
from random import Random

from entregent.matching.accepted.agreed import Slots, gaps
from entregent.matching.accepted.plan import Plan

_HOT, _WARM, _COLD = 0.5, 0.25, 0.1
"""Waits that a move may well cost at first, at the start of later rounds, and at the end."""
_AIMED = 0.5
_LOOK = 25
"""After how many moves it is looked again who waits."""
_UNFAIR = 10
"""How many waits a wait beyond what is fair counts for."""
_SPREAD = 2


class _Worth(dict[Slots, int]):
    """What somebody's day costs by the slots they meet in, where `low` waits are the fewest."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self.low = low

    def __missing__(self, busy: Slots) -> int:
        waits = gaps(busy)
        beyond = max(0, waits - self.low - _SPREAD) + max(0, self.low - waits)
        self[busy] = waits + _UNFAIR * beyond
        return self[busy]


class Search:
    """A plan on its way to fewer waits; `best` is the best met so far, and `cost` what it costs."""

    def __init__(self, plan: Plan, random: Random, low: int = 0) -> None:
        """Take a plan that breaks no rule; everybody is to have `low` waits to two more."""
        self.plan, self.random = plan, random
        self._worth = _Worth(low)
        self._of = plan.agreed.of
        self._now = self.cost = sum(self._worth[busy] for busy in plan.busy)
        self.best = list(plan.slot)

    def rounds(self, moves: int, times: int, enough: int) -> None:
        """Cool down `times` times, twice as long the first time; stop at a cost of `enough`."""
        share = moves // (times + 1)
        self._cool(2 * share, _HOT, enough)
        for _ in range(times - 1):
            self.plan.lay(self.best)
            self._now = self.cost
            self._cool(share, _WARM, enough)

    def _cool(self, moves: int, heat: float, enough: int) -> None:
        looks = max(1, moves // _LOOK)
        step = (_COLD / heat) ** (1 / looks)
        for _ in range(looks):
            if self.cost <= enough:
                return
            self._moves(heat)
            heat *= step

    def _moves(self, heat: float) -> None:
        """Make some moves, aimed at those who wait now or anywhere."""
        plan, draw, worth = self.plan, self.random.random, self._worth
        busy, may, slot = plan.busy, plan.agreed.may, plan.slot
        slots, meetings = plan.agreed.slots, len(slot)
        costly = [person for person, day in enumerate(busy) if worth[day]]
        for _ in range(_LOOK):
            if costly and draw() < _AIMED:
                person = costly[int(draw() * len(costly))]
                day, own = busy[person], self._of[person]
                meeting = own[int(draw() * len(own))]
                start = (day & -day).bit_length() - 1
                other = start + int(draw() * (day.bit_length() - start))
            else:
                meeting, other = int(draw() * meetings), int(draw() * slots)
            if other != slot[meeting] and may[meeting] >> other & 1:
                self._try(meeting, other, heat)

    def _try(self, meeting: int, other: int, heat: float) -> None:
        """Move a meeting with all that has to move for it, if that is worth it at this heat."""
        plan, worth = self.plan, self._worth
        here, busy = plan.slot[meeting], plan.busy
        found = plan.chain(meeting, other)
        if found is None:
            return
        chain, more = found
        lacking = plan.lacking(here, other, more)
        if lacking is not None and not self._make_room(chain, more, here, other, lacking):
            return
        both = (1 << here) | (1 << other)
        change = 0
        for person in plan.touched(chain):
            day = busy[person]
            change += worth[day ^ both] - worth[day]
        if change > 0 and self.random.random() >= exp(-change / heat):
            return
        plan.swap(chain, here, other)
        self._now += change
        if self._now < self.cost:
            self.cost, self.best = self._now, list(plan.slot)

    def _make_room(self, chain: list[int], more: int, here: int, other: int, lacking: int) -> bool:
        """Add a second chain that frees tables where they lack; tell whether one did."""
        plan = self.plan
        one = plan.at[lacking][int(self.random.random() * plan.agreed.people)]
        if one < 0 or one in chain:
            return False
        to = here if lacking == other else other
        found = plan.chain(one, to)
        if found is None:
            return False
        chain += found[0]
        more += found[1] if to == other else -found[1]
        return plan.lacking(here, other, more) is None
