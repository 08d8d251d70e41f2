"""What becomes of a timetable when people do not come, come late or leave early."""

from itertools import combinations

import numpy as np
import pytest

from entregent.matching.meetings.live import News, replan
from entregent.matching.meetings.setting import Meeting, Setting
from entregent.matching.meetings.solve import solve
from entregent.matching.scores import Given


def setting(people, slots, tables, scored):
    available = np.ones((people, slots), bool)
    return Setting(Given(people, scored), available, tables, np.full(people, slots))


def everybody(people, slots, tables):
    scored = [(a, b, 1.0 + (a + b) % 3) for a, b in combinations(range(people), 2)]
    return setting(people, slots, tables, scored)


def drawn(people, slots, seed):
    dice = np.random.default_rng(seed)
    pairs = combinations(range(people), 2)
    where = setting(people, slots, people // 3, [(a, b, float(dice.random())) for a, b in pairs])
    where.available[dice.random(where.available.shape) < 0.1] = False
    return where


def test_those_left_by_somebody_who_does_not_come_meet_whom_they_have_next_most_to_say_to():
    where = setting(5, 1, 2, [(0, 1, 9.0), (2, 3, 9.0), (1, 3, 5.0), (1, 4, 2.0)])
    planned = [Meeting(0, 0, 1), Meeting(0, 2, 3)]
    after = replan(where, planned, News(0, absent=frozenset({0})))
    assert after.meetings == (Meeting(0, 1, 4), Meeting(0, 2, 3))
    assert after.dropped == (Meeting(0, 0, 1),)
    assert after.added == (Meeting(0, 1, 4),)
    assert after.moved == 0


def test_what_somebody_late_misses_is_made_up_for_first():
    where = setting(4, 3, 2, [(0, 1, 1.0), (0, 2, 3.0), (0, 3, 3.0)])
    planned = [Meeting(0, 0, 1)]
    after = replan(where, planned, News(0, late={0: 2}))
    assert after.added == (Meeting(2, 0, 1),)
    assert after.moved == 1


def test_somebody_who_leaves_early_is_there_until_then():
    where = setting(2, 3, 1, [(0, 1, 1.0)])
    assert replan(where, [Meeting(2, 0, 1)], News(1, leaving={1: 2})).added == (Meeting(1, 0, 1),)
    assert replan(where, [Meeting(2, 0, 1)], News(1, leaving={1: 0})).meetings == ()


def test_news_of_the_past_changes_nothing_that_was_held():
    where = setting(2, 3, 1, [(0, 1, 1.0)])
    held = (Meeting(0, 0, 1),)
    news = News(1, absent=frozenset({0}), late={1: 0}, leaving={1: 0})
    assert replan(where, held, news).meetings == held


def test_no_table_is_taken_that_is_not_there_and_nobody_meets_more_than_they_wish():
    where = everybody(6, 2, 1)
    assert replan(where, [Meeting(0, 0, 1), Meeting(1, 0, 2)], News(0)).added == ()
    once = Setting(where.scores, where.available, 3, np.ones(6, np.int64))
    met = replan(once, [], News(0)).meetings
    assert sorted(one for m in met for one in (m.a, m.b)) == [0, 1, 2, 3, 4, 5]


def test_where_nobody_has_anything_to_say_nothing_is_added():
    assert replan(setting(3, 2, 1, []), [], News(0)).meetings == ()


@pytest.mark.parametrize("seed", range(5))
def test_what_news_does_not_touch_stays(seed):
    where = drawn(30, 8, seed)
    before = solve(where).meetings
    news = News(3, absent=frozenset({1, 2}), late={5: 5}, leaving={7: 6})
    after = replan(where, before, news)
    there = news.there(where.available)
    touched = {1, 2, 5, 7}
    assert {m for m in before if m.slot < news.now} <= set(after.meetings)
    assert {m for m in before if not {m.a, m.b} & touched} <= set(after.meetings)
    pairs = [(m.a, m.b) for m in after.meetings]
    at = [(m.slot, one) for m in after.meetings for one in (m.a, m.b)]
    assert len(set(pairs)) == len(pairs)
    assert len(set(at)) == len(at)
    assert all(there[one, slot] for slot, one in at if slot >= news.now)
    assert max(np.bincount([m.slot for m in after.meetings])) <= where.tables
