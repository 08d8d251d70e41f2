"""Sharing tasks out: each to somebody who may do it, the load as even as can be."""

from collections.abc import Sequence

_FAR = 10**12
"""Costs more than any way of sharing out."""


def shared_out(costs: Sequence[Sequence[int | None]], hands: int) -> list[int]:
    """Return for each task whose it is, among so many hands.

    `costs` tell for each task what each hand would pay to take it, None where it may not; at
    least one may. Of all ways to share the tasks out these loads are the most even (their squares
    add up to the least), and of those so even the costs add up to the least. The same costs always
    give the same answer; nothing but their order decides between equal ways.

    One task after the other is given to the hand at the end of the cheapest chain of hand-overs
    (successive shortest paths in a flow whose costs are convex; Ahuja, Magnanti and Orlin, *Network
    Flows*, 1993, chapters 9 and 14).
    """
    weight = 1 + 2 * sum(max((cost or 0) for cost in row) for row in costs)
    whose: list[int] = []
    for row in costs:
        loads = [whose.count(hand) for hand in range(hands)]
        dear = [_FAR if cost is None else cost for cost in row]
        _hand_over(whose, costs, dear, [weight * (2 * load + 1) for load in loads])
    return whose


def _hand_over(
    whose: list[int],
    costs: Sequence[Sequence[int | None]],
    dear: list[int],
    last: Sequence[int],
) -> None:
    """Give the next task out, and hand others over where that is cheaper.

    `dear` is what the new task costs each hand, `last` what one more task costs a hand that keeps
    it.
    """
    hands = range(len(last))
    before: list[tuple[int, int] | None] = [None] * len(last)
    """From whom a hand gets which task on the cheapest way to it; None: the new one."""
    moves = {(a, b): move for a in hands for b in hands if (move := _move(whose, costs, a, b))}
    for _ in hands:
        for (giver, taker), (extra, task) in moves.items():
            if dear[giver] + extra < dear[taker]:
                dear[taker], before[taker] = dear[giver] + extra, (giver, task)
    taker = min(hands, key=lambda hand: dear[hand] + last[hand])
    while (step := before[taker]) is not None:
        giver, task = step
        whose[task] = taker
        taker = giver
    whose.append(taker)


def _move(
    whose: Sequence[int], costs: Sequence[Sequence[int | None]], giver: int, taker: int
) -> tuple[int, int] | None:
    """Return what it costs to hand over the giver's task that suits the taker best, and which."""
    found = [
        (gain - (costs[task][giver] or 0), task)
        for task, hand in enumerate(whose)
        if hand == giver != taker and (gain := costs[task][taker]) is not None
    ]
    return min(found, default=None)
