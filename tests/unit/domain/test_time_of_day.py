"""A time as people write it."""

import pytest

from entregent.domain.time_of_day import TimeOfDay


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("18:30", "18:30"),
        ("18h30", "18:30"),
        ("18 h 30", "18:30"),
        ("18 h", "18:00"),
        ("18", "18:00"),
        ("9.05", "09:05"),
        ("0:00", "00:00"),
        ("6.30pm", "18:30"),
        ("6 pm", "18:00"),
        ("12 a.m.", "00:00"),
        ("12pm", "12:00"),
    ],
)
def test_a_time_is_read_however_it_is_written(typed, read):
    assert str(TimeOfDay.parse(typed)) == read


@pytest.mark.parametrize("typed", ["", "25", "24:00", "18:60", "13pm", "0am", "soir", "18:3", "-1"])
def test_what_is_no_time_is_refused(typed):
    with pytest.raises(ValueError, match=f"^{typed}$"):
        TimeOfDay.parse(typed)


def test_an_evening_may_go_on_past_midnight():
    assert TimeOfDay.parse("22:00").until(TimeOfDay.parse("1:30")) == 210


def test_a_time_some_minutes_later_may_be_past_midnight():
    assert TimeOfDay.parse("18:30").after(45) == TimeOfDay.parse("19:15")
    assert TimeOfDay.parse("23:50").after(20) == TimeOfDay.parse("0:10")
