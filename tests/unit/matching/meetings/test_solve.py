"""Timetables of meetings, against every timetable there is on small occasions."""

from itertools import combinations

import numpy as np
import pytest

from entregent.matching.meetings import ideal as programmes
from entregent.matching.meetings import polish as polishing
from entregent.matching.meetings import solve as solving
from entregent.matching.meetings import timetable
from entregent.matching.meetings.aim import kept_share
from entregent.matching.meetings.candidates import candidates, joined
from entregent.matching.meetings.pairing import pairing
from entregent.matching.meetings.setting import Setting
from entregent.matching.meetings.solve import solve
from entregent.matching.scores import Given


def setting(people, slots, tables, scored, *, away=(), most=None):
    available = np.ones((people, slots), bool)
    for person, slot in away:
        available[person, slot] = False
    return Setting(Given(people, scored), available, tables, np.full(people, most or slots))


def drawn(people, slots, seed, *, tables=None):
    dice = np.random.default_rng(seed)
    pairs = list(combinations(range(people), 2))
    scored = [(a, b, float(dice.integers(0, 9))) for a, b in pairs]
    away = [(p, s) for p in range(people) for s in range(slots) if dice.random() < 0.15]
    return setting(people, slots, tables or people // 2, scored, away=away)


def held(solved):
    return [(one.slot, one.a, one.b) for one in solved.meetings]


def problems(where, solved):
    """What is wrong with a timetable, counted by hand."""
    at = [(m.slot, one) for m in solved.meetings for one in (m.a, m.b)]
    pairs = [(m.a, m.b) for m in solved.meetings]
    each = [one for _, one in at]
    return [
        *(f"twice in a slot: {one}" for one in set(at) if at.count(one) > 1),
        *(f"not there: {slot, one}" for slot, one in at if not where.available[one, slot]),
        *(f"met twice: {pair}" for pair in set(pairs) if pairs.count(pair) > 1),
        *(f"too many: {one}" for one in set(each) if each.count(one) > where.most[one]),
        *(
            f"no table: {slot}"
            for slot in range(where.slots)
            if sum(m.slot == slot for m in solved.meetings) > where.tables
        ),
    ]


def best_of_all(where):
    """The greatest sum of any timetable, by trying all of them slot by slot."""
    block = where.scores.block(0, where.people)
    pairs = [(a, b) for a, b in combinations(range(where.people), 2) if block[a, b] > 0]

    def matchings(slot, left, used):
        yield ()
        for n, (a, b) in enumerate(left):
            if (a, b) in used or not (where.available[a, slot] and where.available[b, slot]):
                continue
            rest = [pair for pair in left[n + 1 :] if not {a, b} & set(pair)]
            for more in matchings(slot, rest, used):
                if len(more) < where.tables:
                    yield ((a, b), *more)

    def best(slot, used):
        if slot == where.slots:
            return 0.0
        return max(
            sum(block[pair] for pair in some) + best(slot + 1, used | set(some))
            for some in matchings(slot, pairs, used)
        )

    return best(0, frozenset())


@pytest.mark.parametrize("seed", range(12))
def test_no_timetable_exceeds_the_bound_and_ours_comes_near_the_best(seed):
    where = drawn(6, 2, seed)
    solved = solve(where, fairness=0, fewest=0)
    best = best_of_all(where)
    assert problems(where, solved) == []
    assert solved.value <= best + 1e-9 <= solved.proven(where) + 2e-9
    assert solved.value >= 0.9 * best


@pytest.mark.parametrize(("people", "slots", "tables"), [(24, 5, 10), (30, 8, 5), (110, 3, 50)])
def test_a_timetable_holds_whatever_the_occasion_is_like(people, slots, tables):
    for fairness in (0, 0.5, 1):
        where = drawn(people, slots, people + slots, tables=tables)
        solved = solve(where, fairness=fairness)
        assert problems(where, solved) == []
        assert solved.value <= solved.proven(where)
        assert solved.shares.sum() == pytest.approx(2 * solved.value)


def test_few_tables_leave_hardly_anything_on_them():
    where = drawn(60, 6, 1, tables=12)
    solved = solve(where, fairness=0)
    assert solved.value >= 0.995 * solved.proven(where)


def test_the_same_people_give_the_same_timetable():
    assert held(solve(drawn(16, 4, 3))) == held(solve(drawn(16, 4, 3)))


def test_nobody_is_without_a_meeting_who_could_have_one():
    """Three would rather meet each other in turn; the fourth has only the first to meet."""
    scored = [(0, 1, 9), (0, 2, 9), (1, 2, 9), (0, 3, 1)]
    solved = solve(setting(4, 2, 1, scored), fairness=0)
    assert {one for m in solved.meetings for one in (m.a, m.b)} >= {0, 3}


def test_fairness_gives_to_the_worst_served():
    scored = [(0, 1, 10), (2, 3, 10), (0, 2, 9.99), (1, 3, 9.99), (4, 0, 3), (4, 1, 3), (4, 2, 3)]
    where = setting(5, 3, 2, scored)
    plain, half, fair = (solve(where, fairness=one, fewest=0) for one in (0, 0.5, 1))
    assert plain.shares.min() <= half.shares.min() < fair.shares.min()
    assert fair.value < plain.value


@pytest.mark.parametrize("fewest", [1, 2, 3])
def test_a_promised_minimum_is_kept_where_it_can_be(fewest):
    where = drawn(20, 6, 9, tables=10)
    solved = solve(where, fairness=0, fewest=fewest)
    each = np.bincount([x for m in solved.meetings for x in (m.a, m.b)], minlength=20)
    assert each.min() >= fewest


def test_nobody_has_more_meetings_than_they_want():
    scored = [(a, b, 1.0) for a, b in combinations(range(6), 2)]
    where = setting(6, 5, 3, scored, most=2)
    solved = solve(where)
    assert problems(where, solved) == []
    assert len(solved.meetings) == 6


@pytest.mark.parametrize(
    ("people", "slots", "tables", "scored"),
    [(0, 3, 2, []), (2, 0, 2, [(0, 1, 1)]), (2, 3, 0, [(0, 1, 1)]), (4, 2, 2, [])],
)
def test_where_nobody_can_meet_nobody_does(people, slots, tables, scored):
    where = setting(people, slots, tables, scored)
    solved = solve(where)
    assert solved.meetings == ()
    assert solved.value == 0 == solved.proven(where)


def test_two_people_meet_once():
    where = setting(2, 4, 3, [(0, 1, 1.5)])
    solved = solve(where)
    assert len(solved.meetings) == 1
    assert solved.proven(where) == pytest.approx(1.5)


def test_any_prices_give_a_bound():
    where = drawn(6, 2, 4)
    best = best_of_all(where)
    for price in (0.0, 1.0, 5.0):
        prices = programmes.Prices(np.full(6, price), price / 2)
        assert programmes.bound(where, where.scores, prices) >= best


def test_more_fairness_keeps_less_of_the_sum():
    kept = [kept_share(fairness) for fairness in (0, 0.5, 0.9, 0.999, 1)]
    assert kept == sorted(kept, reverse=True)
    assert (kept[0], kept[1], kept[-1]) == (1, 0.998, 0)


def test_the_best_of_everybody_are_candidates():
    where = setting(4, 1, 2, [(0, 1, 5), (0, 2, 4), (0, 3, 3), (2, 3, 1)])
    pairs = candidates(where.scores, 1)
    assert list(zip(pairs.first, pairs.second, pairs.score, strict=True)) == [
        (0, 1, 5),
        (0, 2, 4),
        (0, 3, 3),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_pairs_of_one_slot_are_nearly_the_best(seed):
    dice = np.random.default_rng(seed)
    every = [pair for pair in combinations(range(7), 2) if dice.random() < 0.6]
    first, second = (np.array(ends) for ends in zip(*every, strict=True))
    weight = dice.random(len(every)) + 0.1
    taken = pairing(7, first, second, weight, 3)
    ends = [int(x) for n in taken for x in (first[n], second[n])]
    assert len(ends) == len(set(ends))

    def best(left):
        if not left:
            return 0.0
        n, *rest = left
        apart = [m for m in rest if not set(every[n]) & set(every[m])]
        return max(best(rest), weight[n] + best(apart))

    assert weight[taken].sum() >= 0.75 * best(list(range(len(every))))


def test_the_heaviest_pairs_get_the_tables():
    first, second = np.array([0, 2, 4]), np.array([1, 3, 5])
    assert pairing(6, first, second, np.array([1.0, 3.0, 2.0]), 2).tolist() == [1, 2]
    assert pairing(6, first, second, np.array([1.0, 3.0, 2.0]), 0).tolist() == []


def test_a_programme_that_has_no_answer_is_our_mistake(monkeypatch):
    class Nothing:
        x, message = None, "time is up"

    monkeypatch.setattr(programmes, "linprog", lambda *_, **__: Nothing())
    with pytest.raises(RuntimeError, match="time is up"):
        solve(setting(2, 1, 1, [(0, 1, 1)]))


def test_many_people_are_paired_wanted_ones_first(monkeypatch):
    monkeypatch.setattr(timetable, "_AT_ONCE", 0)
    where = drawn(20, 4, 2, tables=8)
    solved = solve(where, fairness=0)
    assert problems(where, solved) == []
    assert solved.value >= 0.9 * solved.proven(where)


def test_people_who_are_all_alike_fill_the_tables():
    people = 70
    every = [(a, b, 1.0) for a, b in combinations(range(people), 2)]
    where = setting(people, 3, people // 2, every)
    solved = solve(where, fairness=0)
    assert problems(where, solved) == []
    assert solved.value == 3 * people // 2 == pytest.approx(solved.proven(where))


def test_a_pair_that_the_prices_miss_is_added():
    where = setting(4, 1, 2, [(0, 1, 5), (0, 2, 4), (1, 2, 4), (2, 3, 1)])
    few = candidates(Given(4, [(0, 1, 5)]), 1)
    wider = joined(where.scores, few, np.array([5.0, 0.0, 0.0, 2.0]), 0.0, 2)
    assert list(zip(wider.first, wider.second, strict=True)) == [(0, 1), (1, 2)]


def test_polishing_ends_however_much_there_is_to_try(monkeypatch):
    monkeypatch.setattr(polishing, "_STEPS", 10)
    where = drawn(24, 6, 5)
    assert problems(where, solve(where)) == []


def test_pairs_left_aside_at_first_come_in_where_prices_miss_them(monkeypatch):
    where = drawn(20, 1, 8)
    monkeypatch.setattr(solving, "_BEST", 1)
    wide = solve(where, fairness=0)
    monkeypatch.setattr(solving, "_MANY", 0)
    narrow = solve(where, fairness=0)
    assert problems(where, wide) == problems(where, narrow) == []
    assert wide.proven(where) <= narrow.proven(where) + 1e-9
    assert wide.value >= narrow.value
