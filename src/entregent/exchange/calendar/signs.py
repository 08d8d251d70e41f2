"""How a calendar is told from other files."""

import re

from entregent.domain.words import Origin
from entregent.exchange.text import as_utf8

ORIGIN = Origin.CALENDAR

_STARTS = re.compile(rb"\s*BEGIN:VCALENDAR\b", re.IGNORECASE)
_HOLDS = re.compile(rb"^BEGIN:VEVENT\s*$", re.IGNORECASE | re.MULTILINE)


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - a calendar says what it is
    """Tell a calendar by its first line, or by an event that stands without one."""
    plain = as_utf8(head)
    return bool(_STARTS.match(plain)) or bool(_HOLDS.search(plain) and b"BEGIN:VCARD" not in plain)
