"""When an event takes place: once, or again and again within a bounded time."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vDDDTypes, vRecur

MOST_TIMES = 400
"""How often a repeated event counts at most, the times nearest to the file's own date first."""
BEFORE, AFTER = timedelta(days=5 * 365), timedelta(days=365)

_REPEATS = ("RRULE", "RDATE")
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED")


def start_of(event: Event) -> date | datetime | None:
    """Return when an event starts, None when it does not say."""
    return _moment(event, "DTSTART")


def day(moment: date | datetime, zone: ZoneInfo) -> date:
    """Return the owner's day of a moment; one without time zone is local."""
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(zone) if moment.tzinfo else moment).date()


def stamp(event: Event) -> datetime | None:
    """Return the last time an event was written down."""
    moments = (_moment(event, name) for name in _STAMPS)
    return max((one for one in moments if isinstance(one, datetime) and one.tzinfo), default=None)


def occurrence(event: Event) -> str:
    """Name the time of a repeated event that this one is."""
    moment = _moment(event, "RECURRENCE-ID") or start_of(event)
    if isinstance(moment, datetime) and moment.tzinfo:
        moment = moment.astimezone(UTC)
    return moment.isoformat() if moment else ""


def repeats(series: Sequence[Event]) -> bool:
    """Tell whether the events of one uid stand for more times than they are."""
    return any(name in event for event in series for name in _REPEATS) and not any(
        _too_often(rule) for event in series for rule in _rules(event)
    )


def expand(series: Sequence[Event], written: datetime | None) -> list[Event]:
    """Return the times of a repeated event around the day the file was written.

    Raises the errors of the library for rules it cannot follow.
    """
    import recurring_ical_events

    first = min(day(moment, ZoneInfo("UTC")) for event in series if (moment := start_of(event)))
    around = max(written.date(), first) if written else first
    calendar = Calendar()
    for event in series:
        calendar.add_component(event)
    found = recurring_ical_events.of(calendar).between(max(first, around - BEFORE), around + AFTER)
    times = [event for event in found if isinstance(event, Event)]
    times.sort(key=lambda event: abs(_day(event) - around))
    return sorted(times[:MOST_TIMES], key=_day)


def _day(event: Event) -> date:
    return day(start_of(event) or date.min, ZoneInfo("UTC"))


def _moment(event: Event, name: str) -> date | datetime | None:
    value = event.get(name)
    moment = value.dt if isinstance(value, vDDDTypes) else None
    return moment if isinstance(moment, date) else None


def _rules(event: Event) -> list[vRecur]:
    rules = event.get("RRULE", [])
    listed = rules if isinstance(rules, list) else [rules]
    return [rule for rule in listed if isinstance(rule, vRecur)]


def _too_often(rule: vRecur) -> bool:
    frequency = {str(word).upper() for word in rule.get("FREQ", [])}
    times = 1
    for name in _WITHIN_A_DAY:
        times *= max(1, len(rule.get(name, [])))
    return bool(frequency & _TOO_OFTEN) or times > 1
