"""Calendars, in iCalendar: who met whom, and when."""

from mmap import mmap
from zoneinfo import ZoneInfo

from entregent.domain.reading import Reading
from entregent.exchange.calendar.signs import ORIGIN, recognises

__all__ = ["ORIGIN", "read", "recognises"]


def read(data: bytes | mmap, path: str, zone: ZoneInfo) -> Reading:
    """Read every event; the library that this needs is slow to load, and loaded only now."""
    from entregent.exchange.calendar import file

    return file.read(data, path, zone=zone)
