"""Invented forums whose meetings are agreed: who meets whom, when each can be, how many tables.

Like real ones: some people are wanted by many and meet nearly all day, most by few; one in ten
comes late or leaves early, a few are away for a while in between; one in seven meetings is wanted
in the morning or in the afternoon. Each forum has a plan, since meetings are drawn with a slot.
"""

from random import Random

from entregent.matching.accepted.agreed import Agreed, Slots

SMALL = ((12, 24, 6, 5), (16, 40, 7, 7), (20, 45, 10, 6))
"""People, meetings, slots, tables: forums small enough for an exact model."""
FORUMS = (
    (42, 125, 8, 21),
    (47, 180, 10, 21),
    (60, 250, 12, 24),
    (70, 170, 21, 14),
    (78, 300, 22, 17),
    (120, 420, 14, 34),
    (200, 600, 16, 45),
    (300, 800, 12, 75),
)


def forum(people: int, meetings: int, slots: int, tables: int, seed: int) -> Agreed:
    """Return a forum, the same for each seed."""
    dice = Random(seed)
    there = [_there(slots, dice) for _ in range(people)]
    wanted = [dice.random() ** 2 + 0.15 for _ in range(people)]
    busy, held = [0] * people, [0] * slots
    plan: dict[tuple[int, int], int] = {}
    while len(plan) < meetings:
        a, b = sorted(dice.choices(range(people), wanted, k=2))
        open_slots = there[a] & there[b] & ~(busy[a] | busy[b])
        free = [s for s in range(slots) if open_slots >> s & 1 and held[s] < tables]
        if a == b or (a, b) in plan or not free:
            continue
        slot = plan[a, b] = dice.choice(free)
        held[slot] += 1
        busy[a] |= 1 << slot
        busy[b] |= 1 << slot
    pairs = tuple(sorted(plan))
    may = tuple(there[a] & there[b] & _half(plan[a, b], slots, dice) for a, b in pairs)
    return Agreed(people, slots, tables, pairs, may)


def _there(slots: int, dice: Random) -> Slots:
    every = (1 << slots) - 1
    short = dice.randint(1, max(1, slots // 3))
    match dice.choices(("all", "late", "early", "away"), (84, 5, 5, 6))[0]:
        case "late":
            return every & ~((1 << short) - 1)
        case "early":
            return every >> short
        case "away":
            return every & ~(1 << dice.randrange(slots))
        case _:
            return every


def _half(slot: int, slots: int, dice: Random) -> Slots:
    every, morning = (1 << slots) - 1, (1 << slots // 2) - 1
    if dice.random() >= 1 / 7:
        return every
    return morning if morning >> slot & 1 else every & ~morning
