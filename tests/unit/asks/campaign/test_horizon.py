"""The days a plan chooses from."""

from datetime import date

from entregent.asks.campaign.horizon import Horizon, outside

MONDAY = Horizon(date(2026, 6, 1), 3)


def test_a_week_counts_seven_days_from_today():
    assert MONDAY.end == 21
    assert MONDAY.day(7) == date(2026, 6, 8)
    assert MONDAY.number(date(2026, 5, 31)) == -1


def test_weekends_pass_on_to_monday():
    assert [MONDAY.workday(day) for day in (4, 5, 6, 7)] == [4, 7, 7, 7]


def test_asks_go_together_on_one_day_a_week_and_as_soon_as_somebody_is_free():
    assert MONDAY.grid([0], 14, 2) == [0, 7, 14]
    assert MONDAY.grid([3], 14, 2) == [0, 3, 7, 14, 17]
    assert MONDAY.grid([2, 3], 14, 1) == [0, 2, 3, 7, 14]
    assert MONDAY.grid([3], 10, 2) == [0, 3, 7, 10, 14, 17]
    assert MONDAY.grid([3], 0, 2) == [0, 3, 7, 14]
    assert Horizon(date(2026, 6, 6), 2).grid([0], 14, 2) == [2, 9]


def test_days_outside_spans():
    assert outside(range(6), [(1, 2), (4, 4)]) == [0, 3, 5]


def test_room_that_comes_back_opens_its_weekday_from_then_on():
    assert MONDAY.grid([0], 14, 2, [3]) == [0, 3, 7, 10, 14, 17]
    assert MONDAY.grid([0], 14, 2, [6]) == [0, 7, 14]


def test_the_last_workday_before_a_day():
    assert [MONDAY.last_workday(day) for day in (1, 5, 6, 7, 8)] == [0, 4, 4, 4, 7]
