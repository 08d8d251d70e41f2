from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from entregent.exchange.calendar.people import Guest
from entregent.exchange.calendar.plain import Plain, plain


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def at_a_glance(*lines: str) -> Plain:
    found = plain(event(*lines))
    assert found is not None
    return found


def test_an_event_that_takes_place_once_is_read_at_a_glance() -> None:
    found = at_a_glance(
        "UID:1@exemple.fr",
        "DTSTAMP:20260301T080000Z",
        "CREATED:hier",
        "DTSTART;TZID=Europe/Paris:20260302T093000",
        "LOCATION:Café\\, 3 rue des",
        "  Lilas",
        'ORGANIZER;CN="Zoé: Petit":mailto:zoe@exemple.fr',
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:omar@exemple.fr",
        "ATTENDEE;CUTYPE=ROOM:mailto:salle@exemple.fr",
        "BEGIN:VALARM",
        "ATTENDEE:mailto:alarme@exemple.fr",
        "END:VALARM",
    )
    assert found == Plain(
        "1@exemple.fr",
        datetime(2026, 3, 2, 9, 30, tzinfo=ZoneInfo("Europe/Paris")),
        datetime(2026, 3, 1, 8, tzinfo=UTC),
        cancelled=False,
        where="Café, 3 rue des Lilas",
        guests=(Guest("zoe@exemple.fr", "Zoé: Petit"), Guest("omar@exemple.fr")),
    )


@pytest.mark.parametrize(
    ("line", "start", "uid"),
    [
        ("DTSTART;VALUE=DATE:20260302", date(2026, 3, 2), "2026-03-02"),
        ("DTSTART:20260302T093000", datetime(2026, 3, 2, 9, 30), "2026-03-02T09:30:00"),  # noqa: DTZ001 - local
        (
            "DTSTART:20260302T093000Z",
            datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
            "2026-03-02T09:30:00+00:00",
        ),
    ],
)
def test_days_and_moments(line: str, start: date, uid: str) -> None:
    found = at_a_glance(line, "STATUS:cancelled")
    assert (found.start, found.uid, found.cancelled) == (start, uid, True)


@pytest.mark.parametrize(
    "lines",
    [
        ["UID:1"],
        ["DTSTART:20260302", "RRULE:FREQ=DAILY"],
        ["DTSTART:20260302", "RECURRENCE-ID:20260302"],
        ["DTSTART:20260302", "DTSTART:20260303"],
        ["DTSTART:20260231"],
        ["DTSTART:demain"],
        ["DTSTART;TZID=Bureau:20260302T093000"],
        ["DTSTART;ENCODING=QUOTED-PRINTABLE:20260302"],
        ["DTSTART:20260302", "BEGIN:VALARM"],
    ],
)
def test_the_rest_is_for_the_library(lines: list[str]) -> None:
    assert plain(event(*lines)) is None
