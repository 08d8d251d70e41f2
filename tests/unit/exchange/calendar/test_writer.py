"""Whole days in a calendar file: private, foldable, the same events when they move."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from entregent.domain.days import WholeDay
from entregent.exchange.calendar.writer import write

NOW = datetime(2026, 3, 2, 8, tzinfo=UTC)
LONG = "Écrire à Hélène, à Omar et à Samir ; « demander », \\ ou pas : " * 3


def events(*noted: WholeDay, at: datetime = NOW) -> list:
    data = write(noted, name="Feuille de route", lang="fr", written=at)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return Calendar.from_ical(data).walk("VEVENT")


def test_an_event_is_a_whole_private_day_that_takes_no_time() -> None:
    (event,) = events(WholeDay("ask-1@entregent", date(2026, 3, 9), LONG, "Deux\nlignes"))
    assert (event["UID"], event.decoded("DTSTART")) == ("ask-1@entregent", date(2026, 3, 9))
    assert event.decoded("DTEND") == date(2026, 3, 10)
    assert event["SUMMARY"] == " ".join(LONG.split())
    assert event["DESCRIPTION"] == "Deux\nlignes"
    assert (event["CLASS"], event["TRANSP"]) == ("PRIVATE", "TRANSPARENT")


def test_events_stand_by_day_and_a_later_file_is_the_later_word() -> None:
    late, soon = WholeDay("b", date(2026, 3, 9), "B"), WholeDay("a", date(2026, 3, 4), "A")
    assert [str(one["UID"]) for one in events(late, soon)] == ["a", "b"]
    before, after = events(soon)[0], events(soon, at=datetime(2026, 3, 3, tzinfo=UTC))[0]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert before.decoded("DTSTAMP") == NOW


def test_nothing_a_name_holds_breaks_out_of_its_line() -> None:
    (event,) = events(WholeDay("a", date(2026, 3, 4), "Léa\r\nATTENDEE:x\x07"))
    assert event["SUMMARY"] == "Léa ATTENDEE:x"
    assert "ATTENDEE" not in event
    assert "DESCRIPTION" not in event


def test_no_event_is_a_calendar_all_the_same() -> None:
    data = write((), name="Vide", lang="en", written=NOW)
    assert data.startswith(b"BEGIN:VCALENDAR")
    assert b"VERSION:2.0" in data
