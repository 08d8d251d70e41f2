"""Writes whole days into a calendar file that calendar programs read, and read again."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from icalendar import Calendar, Event

from entregent.domain.days import WholeDay

_MAKER = "-//Entregent//Entregent//"
_MINUTE = 60
_DAY = timedelta(days=1)


def write(days: Iterable[WholeDay], *, name: str, lang: str, written: datetime) -> bytes:
    """Return a calendar called `name`, each day one event; `written` is an instant in UTC.

    A file written later is the later word on every event (SEQUENCE counts minutes).
    """
    made = Calendar()
    made.add("VERSION", "2.0")
    made.add("PRODID", f"{_MAKER}{lang.upper()}")
    made.add("METHOD", "PUBLISH")
    made.add("X-WR-CALNAME", _plain(name))
    for noted in sorted(days, key=lambda one: (one.day, one.uid)):
        made.add_component(_event(noted, written))
    return bytes(made.to_ical())


def _event(noted: WholeDay, written: datetime) -> Event:
    event = Event()
    event.add("UID", noted.uid)
    event.add("DTSTAMP", written)
    event.add("LAST-MODIFIED", written)
    event.add("SEQUENCE", int(written.timestamp()) // _MINUTE)
    event.add("DTSTART", noted.day)
    event.add("DTEND", noted.day + _DAY)
    event.add("SUMMARY", " ".join(_plain(noted.summary).split()))
    if noted.description:
        event.add("DESCRIPTION", _plain(noted.description))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "TRANSPARENT")
    return event


def _plain(text: str) -> str:
    """Return `text` without control characters other than line ends, which no calendar keeps."""
    return "".join(char for char in text if char == "\n" or (char >= " " and char != "\x7f"))
