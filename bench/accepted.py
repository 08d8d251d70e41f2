"""Forums of agreed meetings: how many waits are left, beside annealing and an exact model.

A wait is an unbroken run of idle slots between two meetings of somebody. Plain annealing starts
from the same plan and makes as many moves, of one meeting at a time. The bound is what no plan
goes below. A star marks a plan in which somebody has over two waits more than somebody else.

    python bench/accepted.py [--seeds 1 2 3] [--moves N] [--exact]
"""

import argparse
import time
from collections.abc import Sequence
from random import Random

import numpy as np
from accepted_forums import FORUMS, SMALL, forum
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from entregent.matching.accepted.agreed import Agreed
from entregent.matching.accepted.first import first_plan
from entregent.matching.accepted.plan import Plan
from entregent.matching.accepted.search import Search
from entregent.matching.accepted.solve import MOVES, plan_agreed

SECONDS = 120
"""How long the exact model may take."""


class OneAtATime(Plan):
    """A plan of which one meeting is moved at a time."""

    def chain(self, meeting: int, other: int) -> tuple[list[int], int] | None:
        """Return the meeting, where both people are free then."""
        found = super().chain(meeting, other)
        return found if found and len(found[0]) == 1 else None


def annealed(agreed: Agreed, start: Sequence[int], seed: int, moves: int) -> Plan:
    """Return the plan of plain annealing."""
    search = Search(OneAtATime(agreed, start), Random(seed))
    search.rounds(moves, 1, 0)
    return Plan(agreed, search.best)


def exact(agreed: Agreed) -> str:
    """Return the fewest waits of any fair plan, or between what they are after the time allowed."""
    slots, of = agreed.slots, [own for own in agreed.of if own]
    at = {
        (meeting, slot): n
        for n, (meeting, slot) in enumerate(
            (meeting, slot)
            for meeting, may in enumerate(agreed.may)
            for slot in range(slots)
            if may >> slot & 1
        )
    }
    begins = len(at)
    low = begins + len(of) * slots
    entries: list[tuple[int, int, float]] = []
    limits: list[tuple[float, float]] = []

    def row(terms: list[tuple[int, float]], least: float, most: float) -> None:
        entries.extend((len(limits), column, value) for column, value in terms)
        limits.append((least, most))

    for meeting in range(len(agreed.pairs)):
        row([(at[meeting, s], 1) for s in range(slots) if (meeting, s) in at], 1, 1)
    for slot in range(slots):
        row([(n, 1) for (_, s), n in at.items() if s == slot], 0, agreed.tables)
    for person, own in enumerate(of):
        busy = [[(at[m, s], 1.0) for m in own if (m, s) in at] for s in range(slots)]
        start = begins + person * slots
        for slot in range(slots):
            before = [(n, -1.0) for n, _ in busy[slot - 1]] if slot else []
            row(busy[slot], 0, 1)
            row([*busy[slot], *before, (start + slot, -1.0)], -np.inf, 0)
        row([*((start + s, 1.0) for s in range(slots)), (low, -1.0)], 1, 3)
    costs = np.zeros(low + 1)
    costs[begins:low] = 1
    most = np.ones(low + 1)
    most[low] = slots
    rows, columns, values = zip(*entries, strict=True)
    least_of, most_of = zip(*limits, strict=True)
    found = milp(
        costs,
        constraints=LinearConstraint(
            csr_array((values, (rows, columns)), shape=(len(limits), low + 1)), least_of, most_of
        ),
        integrality=np.ones(low + 1),
        bounds=Bounds(0, most),
        options={"time_limit": SECONDS},
    )
    bound = int(np.ceil(found.mip_dual_bound - len(of) - 1e-6))
    if found.status == 0:
        return str(bound)
    return f"{bound}..{'?' if found.x is None else round(found.fun) - len(of)}"


def said(plan: Plan) -> str:
    """Return the waits of a plan, with a star where it is not fair."""
    return f"{sum(plan.waits)}{'*' if plan.spread > 2 else ''}"  # noqa: PLR2004


def main() -> None:
    """Plan each forum for each seed and print a line."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    options.add_argument("--moves", type=int, default=MOVES)
    options.add_argument("--exact", action="store_true", help="the small ones, beside the best")
    given = options.parse_args()
    print("people meetings slots tables seed  first plain ours bound exact  CPU s")
    for size in SMALL if given.exact else FORUMS:
        for seed in given.seeds:
            agreed = forum(*size, seed)
            begun = time.process_time()
            planned = plan_agreed(agreed, seed, given.moves)
            spent = time.process_time() - begun
            start = first_plan(agreed, seed)
            if planned is None or start is None:
                raise SystemExit("Each of these forums has a plan.")
            people, meetings, slots, tables = size
            print(
                f"{people:6} {meetings:8} {slots:5} {tables:6} {seed:4}"
                f"  {sum(Plan(agreed, start).waits):5}"
                f" {said(annealed(agreed, start, seed, given.moves)):>5}"
                f" {said(Plan(agreed, planned.slot)):>4} {planned.bound:5}"
                f" {exact(agreed) if given.exact else '':>5}  {spent:5.1f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
