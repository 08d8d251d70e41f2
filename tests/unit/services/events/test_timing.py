"""The timer knows the event one is at: its mode, when it began, when it ends."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from entregent.coach.timer import Now
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.domain.time_of_day import TimeOfDay
from entregent.services.events.keeping import Told, new_event
from entregent.services.events.timing import Wanted, timed
from entregent.settings import Settings


@pytest.fixture
def standing(story):
    """Give a function that returns where the timer sees one stand at a time of the clock."""

    def now(at, **wanted):
        asked = Wanted(wanted.pop("now", Now()), at=TimeOfDay.parse(at), **wanted)
        return timed(story.desk, Content(), asked, "vous").now

    return now


def event(story, begins="", ends="", **said):
    times = {"begins": begins, "ends": ends}
    known = {name: TimeOfDay.parse(text) for name, text in times.items() if text}
    return new_event(story.desk, Told("Apéro", **known, **said))[0]


def test_without_an_event_only_what_is_said_counts(standing):
    """; nobody yet"""
    assert standing("19:00") == Now()
    assert standing("19:00", left=30, mode=Mode.FRIENDSHIP) == Now(Mode.FRIENDSHIP, left=30)


def test_todays_event_gives_mode_start_and_end(story, standing):
    """; nobody yet"""
    event(story, "18:30", "21:00", mode=Mode.FRIENDSHIP)
    assert standing("19:10") == Now(Mode.FRIENDSHIP, evening=40, left=110)
    assert standing("18:00") == Now(Mode.FRIENDSHIP, left=180)
    assert standing("21:30").left is None
    said = standing("19:10", mode=Mode.NETWORK, left=20, now=Now(talked=60))
    assert said == Now(talked=60, evening=60, left=20)


def test_an_event_of_another_day_counts_only_when_named(story, standing):
    """; nobody yet"""
    event(story, "18:30", "21:00", day=date(2026, 2, 28), mode=Mode.FRIENDSHIP)
    assert standing("19:10") == Now()
    assert standing("19:10", event="apéro").mode is Mode.FRIENDSHIP


def test_an_event_without_times_gives_its_mode(story, standing):
    """; nobody yet"""
    event(story, mode=Mode.FRIENDSHIP)
    assert standing("19:10") == Now(Mode.FRIENDSHIP)


def test_an_evening_goes_on_past_midnight(story, standing):
    """; nobody yet"""
    event(story, "21:00", "02:00", day=date(2026, 2, 28))
    assert standing("00:30") == Now(evening=210, left=90)
    assert standing("02:30") == Now()


def test_the_clock_is_the_owners(story):
    """; nobody yet"""
    desk = replace(
        story.desk,
        now=datetime(2026, 3, 1, 18, 5, tzinfo=UTC),
        settings=Settings(timezone="Europe/Paris"),
    )
    told = timed(desk, Content(), Wanted(Now()), "tu")
    assert (str(told.at), told.room) == ("19:05", "debout, on circule")
    english = timed(desk, Content(), Wanted(Now()), "en")
    assert english.room == "standing, people move about"
    assert english.word.startswith("Nobody can tell")
