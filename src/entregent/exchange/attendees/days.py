"""Somebody's meetings as a calendar file (RFC 5545), in the local time of the place.

Written by hand, since an evening of five thousand has sixty thousand events.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256

from entregent.services.matching.hours import Timed

_MAKER = "-//Entregent//Entregent//"
_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def calendar(events: Iterable[Timed], *, name: str, lang: str, written: date) -> bytes:
    """Return a calendar called `name`; the same events of the same day give the same bytes."""
    stamp = f"{written:%Y%m%d}T000000Z"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MAKER}{lang.upper()}"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    for one in events:
        lines += _event(one, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode("utf-8")


def _event(one: Timed, stamp: str) -> Iterator[str]:
    begins = datetime.combine(one.day, datetime.min.time()) + timedelta(minutes=one.begins)
    ends = begins + timedelta(minutes=one.minutes)
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(one.sign.encode()).hexdigest()[:32]}@entregent"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART:{begins:%Y%m%dT%H%M%S}"
    yield f"DTEND:{ends:%Y%m%dT%H%M%S}"
    yield f"SUMMARY:{_text(one.summary)}"
    if one.where:
        yield f"LOCATION:{_text(one.where)}"
    if one.why:
        yield f"DESCRIPTION:{_text(one.why)}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _text(text: str) -> str:
    kept = "".join(char for char in text if char == "\n" or (char >= " " and char != "\x7f"))
    return kept.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """Cut a line into pieces of at most 75 bytes; the later ones begin with a blank."""
    piece, held = "", 0
    for char in line:
        size = len(char.encode("utf-8"))
        if held + size > _LONGEST:
            yield piece
            piece, held = " ", 1
        piece += char
        held += size
    yield piece
