"""Meetings for those whom no words lead to anybody."""

import numpy as np

from entregent.matching.meetings.completed import completed
from entregent.matching.meetings.setting import Meeting, Setting
from entregent.matching.scores import Given


def setting(people, slots, tables, *, away=(), most=None):
    available = np.ones((people, slots), bool)
    for person, slot in away:
        available[person, slot] = False
    limits = np.full(people, slots) if most is None else np.array(most)
    return Setting(Given(people, ()), available, tables, limits)


def test_whoever_has_enough_is_given_nothing():
    held = [Meeting(0, 0, 1)]
    assert completed(setting(2, 2, 1), held, (), 1) == (Meeting(0, 0, 1),)
    assert completed(setting(4, 2, 2), [], (), 0) == ()


def test_two_left_alone_meet_and_what_stood_still_stands():
    held = [Meeting(1, 0, 1)]
    assert completed(setting(4, 2, 2), held, (), 1) == (Meeting(0, 2, 3), Meeting(1, 0, 1))


def test_they_meet_whoever_has_had_the_fewest():
    held = [Meeting(0, 0, 1), Meeting(1, 1, 2)]
    where = setting(4, 3, 2, away=[(3, 0), (3, 1)])
    assert completed(where, held, (), 1)[-1] == Meeting(2, 0, 3)


def test_those_kept_apart_do_not_meet_nor_those_who_met():
    assert completed(setting(3, 1, 1), [], {(0, 1)}, 1) == (Meeting(0, 0, 2),)
    assert completed(setting(2, 2, 1), [Meeting(0, 0, 1)], (), 2) == (Meeting(0, 0, 1),)


def test_nobody_is_free_where_all_are_kept_apart():
    assert completed(setting(3, 2, 1), [], {(0, 1), (0, 2), (1, 2)}, 1) == ()


def test_a_slot_in_which_somebody_meets_or_no_table_is_left_gives_nothing_more():
    held = [Meeting(0, 0, 1)]
    assert completed(setting(4, 1, 1), held, (), 1) == (Meeting(0, 0, 1),)
    more = completed(setting(3, 2, 1), held, (), 2)
    assert more == (Meeting(0, 0, 1), Meeting(1, 0, 2))


def test_nobody_has_more_than_they_wish():
    assert completed(setting(3, 2, 1, most=[1, 2, 0]), [], (), 2) == (Meeting(0, 0, 1),)


def test_whoever_has_had_enough_looks_for_no_more():
    assert completed(setting(3, 3, 1), [], (), 1) == (Meeting(0, 0, 1), Meeting(1, 0, 2))


def test_nobody_is_given_a_second_meeting_at_once():
    held = [Meeting(0, 0, 1)]
    assert completed(setting(4, 2, 2), held, (), 2) == (
        Meeting(0, 0, 1),
        Meeting(0, 2, 3),
        Meeting(1, 0, 2),
        Meeting(1, 1, 3),
    )
