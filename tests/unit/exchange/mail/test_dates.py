from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from entregent.exchange.mail.dates import Days, instant

PARIS = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Tue, 14 Jul 2026 08:30:15 +0200", datetime(2026, 7, 14, 8, 30, 15, tzinfo=PARIS)),
        (b"14 Jul 2026 08:30 +0200 (CEST)", datetime(2026, 7, 14, 8, 30, tzinfo=PARIS)),
        (
            b"Tue, 14 Jul 2026 08:30:60 -0130",
            datetime(2026, 7, 14, 8, 30, 59, tzinfo=timezone(-timedelta(hours=1, minutes=30))),
        ),
        (b"Tue, 14 Jul 2026 08:30:15 GMT", datetime(2026, 7, 14, 8, 30, 15, tzinfo=UTC)),
        (b"Tue, 14 Jul 2026 08:30:15 -0000", datetime(2026, 7, 14, 8, 30, 15, tzinfo=UTC)),
        (b"Tue Jul 14 08:30:15 2026", datetime(2026, 7, 14, 8, 30, 15, tzinfo=UTC)),
        (b"Tuesday, 14-Jul-26 08:30:15 EST", None),
    ],
)
def test_dates(raw: bytes, expected: datetime | None):
    found = instant(raw)
    assert found.tzinfo is not None
    assert expected is None or found == expected


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"hier",
        b"Tue, 99 Jul 2026 08:30:15 +0200",
        b"Tue, 14 Xyz 2026 08:30:15 +0200",
        b"Tue, 14 Jul 2026 08:30:15 +9900",
        b"Tue, 14 Jul 20000 08:30:15 +0000",
        b"Tue, 14 Jul 99999999999 08:30:15 +0000",
    ],
)
def test_what_is_no_date(raw: bytes):
    with pytest.raises(ValueError):  # noqa: PT011 - any of the parser's own messages
        instant(raw)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        (b"Tue, 14 Jul 2026 21:59:59 +0000", 14),
        (b"Tue, 14 Jul 2026 22:00:00 +0000", 15),
        (b"Tue, 14 Jul 2026 00:30:00 +0900", 13),
        (b"Tue, 14 Jul 2026 23:00:00 -0500", 15),
        (b"Tue, 14 Jul 2026 12:00:00 GMT", 14),
        (b"Tue, 14 Jul 26 12:00:00 +0200", 14),
    ],
)
def test_the_day_is_the_owners(raw: bytes, day: int):
    assert Days(ZoneInfo("Europe/Paris")).of(raw) == date(2026, 7, day)


@pytest.mark.parametrize("zone", ["Europe/Paris", "Asia/Kolkata", "Pacific/Kiritimati", "UTC"])
@pytest.mark.parametrize("offset", ["+0000", "-0330", "+1400", "-2359", "+2359"])
def test_each_hour_of_the_days_around_a_change_of_clocks(zone: str, offset: str):
    days = Days(ZoneInfo(zone))
    for day in (27, 28, 29, 30):
        for hour in range(24):
            raw = f"{day} Mar 2026 {hour:02}:30:00 {offset}".encode()
            assert days.of(raw) == instant(raw).astimezone(ZoneInfo(zone)).date()


@pytest.mark.parametrize("raw", [b"31 Feb 2026 00:00:00 +0000", b"31 Dec 9999 23:00:00 -2300"])
def test_days_beyond_all_calendars_are_no_dates(raw: bytes):
    with pytest.raises(ValueError):  # noqa: PT011 - any of the parser's own messages
        Days(ZoneInfo("UTC")).of(raw)


def test_the_last_days_of_the_calendar_are_days():
    assert Days(ZoneInfo("UTC")).of(b"31 Dec 9999 12:00:00 +0000") == date(9999, 12, 31)
