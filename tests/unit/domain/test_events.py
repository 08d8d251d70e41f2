"""What an event tells of itself."""

from datetime import date

import pytest

from entregent.domain.events import Event
from entregent.domain.ids import EventId
from entregent.domain.time_of_day import TimeOfDay


@pytest.mark.parametrize(
    ("begins", "ends", "lasts"),
    [
        ("19:00", "21:30", 150),
        ("19:00", None, None),
        (None, "21", None),
        ("19:00", "19:00", None),
    ],
)
def test_an_event_lasts_from_one_time_to_the_other(begins, ends, lasts):
    times = [TimeOfDay.parse(time) if time else None for time in (begins, ends)]
    event = Event(EventId("e"), "Salon", date(2026, 3, 1), "", *times)
    assert event.minutes == lasts
