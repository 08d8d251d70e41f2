"""At which table each meeting is held."""

from entregent.matching.meetings.places import places
from entregent.matching.meetings.setting import Meeting


def test_nothing_takes_no_table():
    assert places([]) == ()


def test_one_of_the_two_stays_where_they_sat():
    first = [Meeting(0, 0, 1), Meeting(0, 2, 3)]
    assert places([*first, Meeting(1, 0, 2), Meeting(1, 1, 3)]) == (0, 1, 0, 1)
    assert places([*first, Meeting(1, 2, 4), Meeting(1, 0, 5)]) == (0, 1, 1, 0)


def test_the_other_stays_where_the_table_of_the_first_is_taken():
    first = [Meeting(0, 0, 1), Meeting(0, 2, 3)]
    assert places([*first, Meeting(1, 0, 4), Meeting(1, 1, 3)]) == (0, 1, 0, 1)


def test_who_sat_where_there_is_no_table_now_takes_a_free_one():
    rows = [Meeting(0, 0, 1), Meeting(0, 2, 3), Meeting(1, 2, 4)]
    assert places(rows) == (0, 1, 0)


def test_both_change_where_somebody_sits_at_their_tables():
    rows = [Meeting(0, 0, 1), Meeting(0, 2, 3), Meeting(1, 0, 4), Meeting(1, 1, 5)]
    assert places(rows) == (0, 1, 0, 1)


def test_somebody_away_for_a_slot_comes_back_to_their_table():
    rows = [Meeting(0, 0, 1), Meeting(0, 2, 3), Meeting(1, 0, 1), Meeting(2, 4, 5)]
    assert places([*rows, Meeting(2, 2, 3)]) == (0, 1, 0, 0, 1)
