"""When agreed meetings take place, so that people wait little, and about equally."""

from dataclasses import dataclass
from random import Random

from entregent.matching.accepted.agreed import Agreed
from entregent.matching.accepted.first import first_plan
from entregent.matching.accepted.plan import Plan
from entregent.matching.accepted.proof import fewest_waits
from entregent.matching.accepted.search import Search

MOVES = 3_000_000
"""How long the search goes on, where nothing proves that it can stop."""
_ROUNDS = 7
_FAIR = 2
"""By how many waits anybody's day may differ from anybody else's."""


@dataclass(frozen=True, slots=True)
class Planned:
    """The `slot` of each meeting, the `waits` of each person, and what no plan goes below.

    `fair` tells whether nobody has more than two waits more than anybody else.
    """

    slot: tuple[int, ...]
    waits: tuple[int, ...]
    bound: int
    fair: bool

    @property
    def total(self) -> int:
        """All waits together."""
        return sum(self.waits)


def plan_agreed(agreed: Agreed, seed: int = 0, moves: int = MOVES) -> Planned | None:
    """Return a plan with few waits, or None where there is none: see `overbooked` for whom.

    The same seed gives the same plan. `moves` bounds the search, about a quarter of a million a
    second.
    """
    first = first_plan(agreed, seed)
    if first is None:
        return None
    bound = fewest_waits(agreed)
    found: list[Plan] = []
    most_low = max(0, min(map(len, agreed.of), default=0) - 1)
    for low in range(min(_FAIR, most_low) + 1):
        dice = Random(seed)  # noqa: S311
        search = Search(Plan(agreed, first), dice, low)
        search.rounds(moves, _ROUNDS, bound)
        found.append(Plan(agreed, search.best))
        if found[-1].spread <= _FAIR:
            break
    best = min(found, key=lambda plan: (max(plan.spread, _FAIR), sum(plan.waits)))
    return Planned(tuple(best.slot), tuple(best.waits), bound, best.spread <= _FAIR)
