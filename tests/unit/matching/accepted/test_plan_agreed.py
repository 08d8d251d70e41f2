"""When agreed meetings take place: no rule is broken, and people wait little and equally."""

from itertools import product
from random import Random

import pytest

from entregent.matching.accepted import first
from entregent.matching.accepted.agreed import Agreed, gaps
from entregent.matching.accepted.first import Board, first_plan, push
from entregent.matching.accepted.plan import Plan
from entregent.matching.accepted.proof import exact, fewest_waits, overbooked
from entregent.matching.accepted.search import Search
from entregent.matching.accepted.solve import plan_agreed

MOVES = 4_000


def agreed(people, slots, tables, pairs, may=None):
    every = (1 << slots) - 1
    return Agreed(people, slots, tables, tuple(pairs), tuple(may or [every] * len(pairs)))


def drawn(people, slots, tables, meetings, seed, away=0.1):
    """Meetings that fit, since each is drawn with its slot; who is away when is drawn after."""
    dice = Random(seed)
    busy, held, slot = [0] * people, [0] * slots, {}
    for _ in range(40 * meetings):
        a, b = sorted(dice.sample(range(people), 2))
        when = dice.randrange(slots)
        free = not (busy[a] | busy[b]) >> when & 1 and held[when] < tables
        if free and (a, b) not in slot and len(slot) < meetings:
            slot[a, b] = when
            held[when] += 1
            busy[a], busy[b] = busy[a] | 1 << when, busy[b] | 1 << when
    there = [
        sum(1 << s for s in range(slots) if busy[p] >> s & 1 or dice.random() >= away)
        for p in range(people)
    ]
    return agreed(people, slots, tables, slot, [there[a] & there[b] for a, b in slot])


def problems(where, slot):
    """What is wrong with a plan, counted by hand."""
    at = [(when, one) for when, pair in zip(slot, where.pairs, strict=True) for one in pair]
    return [
        *(f"twice in a slot: {one}" for one in set(at) if at.count(one) > 1),
        *(f"cannot be then: {m}" for m, when in enumerate(slot) if not where.may[m] >> when & 1),
        *(f"no table: {s}" for s in range(where.slots) if list(slot).count(s) > where.tables),
    ]


def fewest_of_all(where):
    """The fewest waits of any fair plan, by trying all of them; None where there is no plan."""
    found = []
    for slot in product(range(where.slots), repeat=len(where.pairs)):
        if not problems(where, slot):
            plan = Plan(where, slot)
            if plan.spread <= 2:
                found.append(sum(plan.waits))
    return min(found, default=None)


def test_a_wait_is_a_run_of_idle_slots_between_two_meetings():
    assert gaps(0b0) == gaps(0b0110) == 0
    assert gaps(0b1010001) == 2


@pytest.mark.parametrize("seed", range(6))
def test_a_small_forum_waits_as_little_as_any_plan(seed):
    where = drawn(5, 4, 2, 6, seed, away=0.3)
    planned = plan_agreed(where, moves=MOVES)
    assert not problems(where, planned.slot)
    assert planned.total == fewest_of_all(where)
    assert planned.bound <= planned.total
    assert planned.fair


@pytest.mark.parametrize("seed", range(4))
def test_a_full_forum_is_planned_and_the_same_seed_plans_the_same(seed):
    where = drawn(16, 6, 8, 44, seed)
    planned = plan_agreed(where, seed, MOVES)
    assert not problems(where, planned.slot)
    assert planned.total < sum(gaps(day) for day in Plan(where, first_plan(where, seed)).busy)
    assert planned == plan_agreed(where, seed, MOVES)


def test_chains_never_break_a_rule():
    where = drawn(12, 5, 5, 24, 3)
    search = Search(Plan(where, first_plan(where, 0)), Random(0))
    search.rounds(2_000, 2, -1)
    assert not problems(where, search.plan.slot)
    assert not problems(where, search.best)
    assert search.plan.busy == Plan(where, search.plan.slot).busy


def test_a_chain_says_which_slot_lacks_tables():
    plan = Plan(agreed(5, 2, 1, [(0, 1), (2, 3)]), [0, 1])
    assert plan.chain(0, 1) == ([0], 1)
    assert plan.lacking(0, 1, 1) == 1
    assert plan.lacking(0, 1, -1) == 0
    assert plan.lacking(0, 1, 0) is None


def test_where_tables_lack_two_chains_change_places():
    where = agreed(6, 3, 1, [(0, 1), (0, 2), (3, 4)], [7, 7, 7])
    planned = plan_agreed(where, moves=MOVES)
    assert not problems(where, planned.slot)
    assert planned.total == 0


def test_nobody_has_three_waits_more_than_another_where_that_can_be():
    pairs = [(0, 1), (0, 2), (0, 3), (0, 4)]
    where = agreed(5, 7, 2, pairs)
    search = Search(Plan(where, [0, 2, 4, 6]), Random(1))
    search.rounds(MOVES, 2, 0)
    assert search.cost == 0


def test_it_is_said_where_no_plan_is_fair():
    pairs = [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2)]
    where = agreed(5, 7, 2, pairs, [1, 4, 16, 64, 2])
    planned = plan_agreed(where, moves=MOVES)
    assert planned.waits == (3, 0, 0, 0, 0)
    assert planned.bound == 2
    assert not planned.fair


def test_where_everybody_waits_the_most_may_wait_two_more_than_the_fewest():
    pairs = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
    may = [1, 1 << 4, 1 << 8, 1 << 10, 1 << 6, 1 << 2]
    where = agreed(4, 11, 1, pairs, may)
    assert min(plan_agreed(where, moves=MOVES).waits) == 2


def test_people_with_more_meetings_than_slots_are_named():
    where = agreed(4, 2, 4, [(0, 1), (0, 2), (0, 3)], [1, 1, 2])
    assert overbooked(where) == [0]
    assert plan_agreed(where, moves=MOVES) is None
    assert overbooked(agreed(2, 2, 1, [(0, 1)], [0])) == [0, 1]
    assert exact(agreed(2, 2, 1, [(0, 1)], [0])) is None


def test_more_meetings_than_tables_hold_have_no_plan():
    assert plan_agreed(agreed(4, 1, 1, [(0, 1), (2, 3)])) is None


def test_where_swaps_do_not_find_a_plan_the_exact_model_does(monkeypatch):
    monkeypatch.setattr(first, "_PUSHES", 0)
    where = drawn(8, 4, 4, 16, 1)
    assert not problems(where, first_plan(where, 0))


def test_three_people_who_all_meet_need_three_slots(monkeypatch):
    monkeypatch.setattr(first, "_PUSHES", 300)
    where = agreed(3, 2, 3, [(0, 1), (0, 2), (1, 2)])
    assert overbooked(where) == []
    assert plan_agreed(where, moves=MOVES) is None


def test_a_full_slot_makes_room_for_whom_it_alone_suits():
    where = agreed(8, 2, 2, [(0, 1), (2, 3), (4, 5), (6, 7)], [3, 3, 1, 1])
    board = Board(where, Random(0))
    for meeting, slot in enumerate((0, 0, -1, -1)):
        if slot >= 0:
            board.put(meeting, slot)
    assert push(board, 2, 0) in ([0], [1])


def test_tables_are_shared_out_though_all_would_like_the_same_slot():
    where = agreed(6, 2, 2, [(0, 1), (2, 3), (4, 5)], [3, 1, 3])
    assert not problems(where, plan_agreed(where, moves=MOVES).slot)


def test_no_meetings_make_a_plan_without_waits():
    planned = plan_agreed(agreed(2, 1, 1, []), moves=MOVES)
    assert (planned.slot, planned.total, planned.bound) == ((), 0, 0)


def test_the_bound_looks_at_each_day_by_itself():
    assert fewest_waits(agreed(3, 3, 1, [(0, 1), (0, 2)], [1, 4])) == 1
    assert fewest_waits(agreed(3, 3, 1, [(0, 1), (0, 2)], [1, 6])) == 0


def test_meetings_that_hang_together_in_a_ring_change_places_at_once():
    where = agreed(4, 2, 2, [(0, 1), (2, 3), (1, 2), (3, 0)])
    chain, more = Plan(where, [0, 0, 1, 1]).chain(0, 1)
    assert (sorted(chain), more) == ([0, 1, 2, 3], 0)
    assert Plan(where, [0, 0, 1, 1]).touched(chain) == []
