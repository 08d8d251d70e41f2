"""Dates of messages: the instant, and the day it is where the owner lives."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import ZoneInfo

from entregent.exchange.mail.headers import unfolded

_USUAL = re.compile(
    rb"(?:[A-Za-z]{3}, *)?(\d{1,2} [A-Z][a-z]{2} [1-9]\d{3}) ([01]\d|2[0-3]):([0-5]\d)"
    rb"(?::([0-5]\d|60))? (?:([+-])([01]\d|2[0-3])([0-5]\d)|GMT|UTC)(?![\w+-])"
)
_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: number
        for number, name in enumerate(
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1
        )
    }
)
_DAY = timedelta(days=1)
_MINUTES = 24 * 60
_LONGEST = 128


def instant(raw: bytes) -> datetime:
    """Read a date header; without a zone it is UTC. Raises ValueError when it is no date."""
    usual = _USUAL.match(raw)
    if usual is None:
        return _unusual(raw)
    written, hour, minute, second, sign, hours, minutes = usual.groups(b"0")
    day = _day(written)
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    zone = timezone(-offset if sign == b"-" else offset)
    seconds = min(int(second), 59)
    return datetime(day.year, day.month, day.day, int(hour), int(minute), seconds, tzinfo=zone)


def _unusual(raw: bytes) -> datetime:
    try:
        found = parsedate_to_datetime(unfolded(raw[:_LONGEST]))
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    except (TypeError, IndexError, OverflowError) as trouble:
        raise ValueError(raw) from trouble


@lru_cache(maxsize=8192)
def _day(written: bytes) -> date:
    """Return the day of `14 Jul 2026`; raises ValueError when there is none."""
    day, month, year = written.decode("ascii").split()
    if month not in _MONTHS:
        raise ValueError(written)
    return date(int(year), _MONTHS[month], int(day))


class Days:
    """Turns dates of messages into days in one time zone."""

    def __init__(self, zone: ZoneInfo) -> None:
        """Keep the zone, and what was found out about its days."""
        self._zone = zone
        self._known: dict[bytes, tuple[date, date, date, int] | None] = {}

    def of(self, raw: bytes) -> date:
        """Return the day of a date header. Raises ValueError when it is no date."""
        usual = _USUAL.match(raw)
        if usual is None:
            return self._slowly(raw)
        written, hour, minute, _, sign, hours, minutes = usual.groups()
        if written not in self._known:
            self._known[written] = self._around(written)
        around = self._known[written]
        if around is None:
            return self._slowly(raw)
        clock = int(hour) * 60 + int(minute) + around[3]
        if sign == b"+":
            clock -= int(hours) * 60 + int(minutes)
        elif sign:
            clock += int(hours) * 60 + int(minutes)
        if 0 <= clock < _MINUTES:
            return around[1]
        if -_MINUTES <= clock < 2 * _MINUTES:
            return around[0] if clock < 0 else around[2]
        return self._slowly(raw)

    def _slowly(self, raw: bytes) -> date:
        try:
            return instant(raw).astimezone(self._zone).date()
        except OverflowError as trouble:
            raise ValueError(raw) from trouble

    def _around(self, written: bytes) -> tuple[date, date, date, int] | None:
        """Return a day, those beside it, and the zone's minutes from UTC if they stay the same."""
        day = _day(written)
        try:
            noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            times = (noon + days * _DAY for days in (-2, -1, 0, 1, 2))
            offsets = {time.astimezone(self._zone).utcoffset() for time in times}
            minutes = (offsets.pop() or timedelta()) / timedelta(minutes=1)
            beside = (day - _DAY, day, day + _DAY)
        except OverflowError:
            return None
        return None if offsets or minutes % 1 else (*beside, int(minutes))
