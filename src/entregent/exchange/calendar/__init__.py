"""Calendars, in iCalendar: who met whom, and when."""

from entregent.exchange.calendar.file import ORIGIN, read, recognises

__all__ = ["ORIGIN", "read", "recognises"]
