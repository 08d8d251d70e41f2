"""Events that take place once, read at a glance, without the calendar library."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from entregent.exchange.calendar.people import Guest, Invited, among, invited
from entregent.exchange.text import one_line

_PROPERTY = re.compile(r"([A-Za-z-]+)((?:[^:\"]|\"[^\"]*\")*):(.*)")
_PARAM = re.compile(r";([^=;:\"]+)=((?:[^;:\"]|\"[^\"]*\")*)")
_MOMENT = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)
_ESCAPE = re.compile(r"\\([\\,;:nN])")
_LIBRARY = frozenset({"RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"})
"""What takes more than a glance."""
_ALONE = frozenset({"DTSTART", "UID", "STATUS", "LOCATION"})
_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED")
_MEANT = _ALONE | frozenset(_STAMPS) | {"ORGANIZER", "ATTENDEE"}


@dataclass(frozen=True, slots=True)
class Plain:
    """An event that takes place once: what it takes to tell who met whom."""

    uid: str
    start: date | datetime
    written: datetime | None
    cancelled: bool
    where: str
    guests: tuple[Guest, ...]


class _TooMuchError(Exception):
    """The library must read this event."""


def plain(text: str) -> Plain | None:
    """Read the lines of an event; None when that is for the library to do."""
    try:
        said = _said(text)
        start = _moment(*said["DTSTART"][0]) if "DTSTART" in said else None
        if start is None:
            return None
        stamps = [_stamp(*said[name][0]) for name in _STAMPS if name in said]
        return Plain(
            _text(said, "UID") or _named(start),
            start,
            max((stamp for stamp in stamps if stamp), default=None),
            _text(said, "STATUS").upper() == "CANCELLED",
            _text(said, "LOCATION"),
            among(_invited(said, "ORGANIZER"), _invited(said, "ATTENDEE")),
        )
    except _TooMuchError:
        return None


def _said(text: str) -> dict[str, list[tuple[dict[str, str], str]]]:
    """Return the properties that matter, those of parts such as alarms left out."""
    found: dict[str, list[tuple[dict[str, str], str]]] = {}
    inner = 0
    for line in text.replace("\n ", "").replace("\n\t", "").split("\n")[1:-2]:
        mark = line[:6].upper()
        if mark == "BEGIN:" or (mark[:4] == "END:" and inner):
            inner += 1 if mark == "BEGIN:" else -1
            continue
        property_ = None if inner else _PROPERTY.fullmatch(line)
        name = property_[1].upper() if property_ else ""
        if name in _LIBRARY or (name in _ALONE and name in found):
            raise _TooMuchError
        if property_ and name in _MEANT:
            found.setdefault(name, []).append((_params(property_[2]), property_[3]))
    if inner:
        raise _TooMuchError
    return found


def _params(text: str) -> dict[str, str]:
    params = {name.strip().upper(): value.replace('"', "") for name, value in _PARAM.findall(text)}
    if "ENCODING" in params or "^" in text or "\\" in text:
        raise _TooMuchError
    return params


def _text(said: Mapping[str, list[tuple[dict[str, str], str]]], name: str) -> str:
    value = said[name][0][1] if name in said else ""
    plain_text = _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    return one_line(plain_text)


def _moment(params: Mapping[str, str], value: str) -> date | datetime:
    """Return a day, or a moment that is local unless it says otherwise."""
    found = _MOMENT.fullmatch(value.strip())
    if found is None:
        raise _TooMuchError
    day, time, universal = found.groups()
    try:
        if time is None:
            return datetime.strptime(day, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        moment = datetime.strptime(day + time, "%Y%m%d%H%M%S")  # noqa: DTZ007 - see below
    except ValueError as error:
        raise _TooMuchError from error
    if universal:
        return moment.replace(tzinfo=UTC)
    return moment.replace(tzinfo=_zone(params["TZID"])) if "TZID" in params else moment


def _stamp(params: Mapping[str, str], value: str) -> datetime | None:
    try:
        moment = _moment(params, value)
    except _TooMuchError:
        return None
    return moment if isinstance(moment, datetime) and moment.tzinfo else None


def _named(start: date | datetime) -> str:
    """Name an event without an id by when it starts."""
    if isinstance(start, datetime) and start.tzinfo is not None:
        return start.astimezone(UTC).isoformat()
    return start.isoformat()


@lru_cache(maxsize=256)
def _known_zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(WINDOWS_TO_OLSON.get(name, name))
    except (LookupError, ValueError, OSError):
        return None


def _zone(name: str) -> ZoneInfo:
    zone = _known_zone(name)
    if zone is None:
        raise _TooMuchError
    return zone


def _invited(said: Mapping[str, list[tuple[dict[str, str], str]]], name: str) -> list[Invited]:
    held = (invited(value, params) for params, value in said.get(name, []))
    return [one for one in held if one is not None]
