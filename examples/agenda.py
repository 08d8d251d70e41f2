"""The calendar: one iCalendar file, with Europe/Paris described in full."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cast import OWNER, Cast, Human, read_toml, slug, token

_WIDTH = 75
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""
_HEAD = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Agenda Exemple//Calendrier 5.2//FR\n"
    "CALSCALE:GREGORIAN\nMETHOD:PUBLISH\nX-WR-CALNAME:Nadia Benali\nX-WR-TIMEZONE:Europe/Paris"
)


def write(cast: Cast) -> bytes:
    """Return the whole file, CRLF, folded at 75 octets."""
    lines = [*_HEAD.split("\n"), *_ZONE.split("\n")]
    for event in read_toml("agenda.toml")["events"]:
        lines += _event(cast, event)
    lines.append("END:VCALENDAR")
    return b"".join(map(_folded, lines))


def _event(cast: Cast, event: dict[str, Any]) -> Iterator[str]:
    """Yield an event, then the meetings of its series that were moved or dropped."""
    series = [f"RRULE:{event['rule']}"] if "rule" in event else []
    series += [f"EXDATE;TZID=Europe/Paris:{_local(at)}" for at in event.get("except", ())]
    status = "CANCELLED" if event.get("cancelled") else "CONFIRMED"
    yield from _meeting(cast, event, _span(event, event["start"]), [*series, f"STATUS:{status}"])
    for change in event.get("moved", ()):
        yield from _change(cast, event, change["from"], change["to"], "CONFIRMED")
    for at in event.get("dropped", ()):
        yield from _change(cast, event, at, at, "CANCELLED")


def _change(
    cast: Cast, event: dict[str, Any], planned: datetime, actual: datetime, status: str
) -> Iterator[str]:
    words = [f"RECURRENCE-ID;TZID=Europe/Paris:{_local(planned)}", f"STATUS:{status}"]
    yield from _meeting(cast, event, _span(event, actual), words)


def _meeting(cast: Cast, event: dict[str, Any], span: list[str], more: list[str]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{token('event', event['title'], event['start'])}@agenda.example"
    yield "DTSTAMP:20260301T060000Z"
    yield from span
    yield f"SUMMARY:{_text(event['title'])}"
    if "where" in event:
        yield f"LOCATION:{_text(event['where'])}"
    yield from more
    if "with" in event:
        yield from _people(cast, event)
    yield "END:VEVENT"


def _span(event: dict[str, Any], start: datetime | date) -> list[str]:
    """Return when the event begins and ends, in the form of its zone."""
    if not isinstance(start, datetime):
        end = start + timedelta(days=event["days"])
        return [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"]
    end_at = start + timedelta(minutes=event["minutes"])
    match event.get("zone", "paris"):
        case "utc":
            return [f"DTSTART:{_local(start)}Z", f"DTEND:{_local(end_at)}Z"]
        case "floating":
            return [f"DTSTART:{_local(start)}", f"DTEND:{_local(end_at)}"]
        case _:
            stem = ";TZID=Europe/Paris:"
            return [f"DTSTART{stem}{_local(start)}", f"DTEND{stem}{_local(end_at)}"]


def _local(at: datetime) -> str:
    return f"{at.replace(tzinfo=UTC):%Y%m%dT%H%M%S}"


def _people(cast: Cast, event: dict[str, Any]) -> Iterator[str]:
    organizer = cast.find(event.get("organizer", "me"))
    yield f"ORGANIZER;CN={_named(organizer)}:mailto:{organizer.email}"
    replies = {cast.find(name).number: said for name, said in event.get("replies", {}).items()}
    invited = {human.number: human for human in (organizer, OWNER, *map(cast.find, event["with"]))}
    for number, human in invited.items():
        yield _attendee(human, replies.get(number, "ACCEPTED"))
    for kind, word in (("rooms", "ROOM"), ("things", "RESOURCE"), ("teams", "GROUP")):
        for name in event.get(kind, ()):
            yield (
                f'ATTENDEE;CUTYPE={word};CN="{name}";PARTSTAT=ACCEPTED:'
                f"mailto:{slug(name)}@michelin.example"
            )


def _attendee(human: Human, reply: str) -> str:
    return (
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={reply};"
        f"CN={_named(human)}:mailto:{human.email}"
    )


def _named(human: Human) -> str:
    return f'"{human.name}"' if "-" in human.name else human.name


def _text(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> bytes:
    """Fold a line at 75 octets, between letters."""
    pieces, current = [], b""
    for char in line:
        raw = char.encode()
        if len(current) + len(raw) > _WIDTH:
            pieces.append(current)
            current = b" "
        current += raw
    return b"\r\n".join([*pieces, current]) + b"\r\n"
