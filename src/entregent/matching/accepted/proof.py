"""What can be proved: that no plan exists, and for whom; and how few waits any plan has."""

from functools import reduce
from operator import or_

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from entregent.matching.accepted.agreed import Agreed, Slots

_NODES = 5_000
"""How far the exact model looks for a plan."""


def overbooked(agreed: Agreed) -> list[int]:
    """Return the people whose own meetings do not fit into the slots these can take.

    Whoever stands here makes any plan impossible; nobody here does not yet make one possible.
    """
    return [
        person
        for person, meetings in enumerate(agreed.of)
        if not _fit([agreed.may[one] for one in meetings])
    ]


def fewest_waits(agreed: Agreed) -> int:
    """Return a number of waits that no plan goes below: each person's day looked at by itself."""
    return sum(_own_waits([agreed.may[one] for one in own], agreed.slots) for own in agreed.of)


def _own_waits(may: list[Slots], slots: int) -> int:
    """Return the waits of a day that nobody else has a say in, or 2 for two or more."""
    count, ever = len(may), reduce(or_, may, 0)
    rows = [
        (((1 << size) - 1) << start, start + size)
        for size in range(1, count + 1)
        for start in range(slots - size + 1)
    ]
    rows = [(row, end) for row, end in rows if row & ever == row]
    if not count or any(row.bit_count() == count and _fit(may, row) for row, _ in rows):
        return 0
    by_size: dict[int, list[Slots]] = {}
    for row, _ in rows:
        by_size.setdefault(row.bit_count(), []).append(row)
    two = (
        row | later
        for row, end in rows
        for later in by_size.get(count - row.bit_count(), ())
        if later >> end + 1 << end + 1 == later
    )
    return 1 if any(_fit(may, both) for both in two) else 2


def _fit(may: list[Slots], among: Slots = -1) -> bool:
    """Tell whether meetings of one person each find a slot of their own among some."""
    holder: dict[int, int] = {}

    def place(meeting: int, seen: set[int]) -> bool:
        open_slots = may[meeting] & among
        for slot in range(open_slots.bit_length()):
            if open_slots >> slot & 1 and slot not in seen:
                seen.add(slot)
                if slot not in holder or place(holder[slot], seen):
                    holder[slot] = meeting
                    return True
        return False

    return all(place(meeting, set()) for meeting in range(len(may)))


def exact(agreed: Agreed) -> list[int] | None:
    """Return a plan by integer programming, or None: none exists, or none was found in time."""
    where = [
        (meeting, slot)
        for meeting, may in enumerate(agreed.may)
        for slot in range(agreed.slots)
        if may >> slot & 1
    ]
    if not all(agreed.may):
        return None
    count, slots = len(agreed.pairs), agreed.slots
    rows: list[int] = []
    columns: list[int] = []
    for column, (meeting, slot) in enumerate(where):
        people = (count + slots + person * slots + slot for person in agreed.pairs[meeting])
        rows += [meeting, count + slot, *people]
        columns += [column] * 4
    height = count + slots + agreed.people * slots
    most = np.ones(height)
    most[count : count + slots] = agreed.tables
    least = np.zeros(height)
    least[:count] = 1
    found = milp(
        np.zeros(len(where)),
        constraints=LinearConstraint(
            csr_array((np.ones(len(rows)), (rows, columns)), shape=(height, len(where))),
            least,
            most,
        ),
        integrality=np.ones(len(where)),
        bounds=Bounds(0, 1),
        options={"node_limit": _NODES},
    )
    if found.x is None:
        return None
    plan = [-1] * count
    for (meeting, slot), taken in zip(where, found.x, strict=True):
        if taken > 0.5:  # noqa: PLR2004
            plan[meeting] = slot
    return plan
