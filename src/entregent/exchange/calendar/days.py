"""When an event takes place: once, or again and again within a bounded time."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vDDDTypes, vRecur

MOST_TIMES = 400
"""How often a repeated event counts at most, the times nearest to the file's own date first."""
BEFORE, AFTER = timedelta(days=5 * 365), timedelta(days=365)

_NEAR = timedelta(days=MOST_TIMES // 2)
_STEPS = {"WEEKLY": 7, "MONTHLY": 30, "YEARLY": 365}
"""How many days a rule passes at each step."""
_FRUITLESS = {"DAILY": 1_000_000, "WEEKLY": 300_000, "MONTHLY": 150_000, "YEARLY": 80_000}
"""What it costs, in daily steps, to follow a rule that never comes true to the end of time."""
_CHOICES = frozenset(
    {"BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS", "BYEASTER", "INTERVAL"}
)
"""The parts by which a rule may never come true."""
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

    The rules of the events end with that time from then on. Raises the errors of the library for
    rules it cannot follow.
    """
    import recurring_ical_events

    first, around = _span(series, written)
    calendar = Calendar()
    for event in series:
        for rule in _rules(event):
            _end(rule, around + AFTER + timedelta(days=1))
        calendar.add_component(event)
    query = recurring_ical_events.of(calendar)
    near = query.between(max(first, around - _NEAR), around + _NEAR)
    found = (
        near
        if len(near) >= MOST_TIMES
        else query.between(max(first, around - BEFORE), around + AFTER)
    )
    times = [event for event in found if isinstance(event, Event)]
    times.sort(key=lambda event: abs(_day(event) - around))
    return sorted(times[:MOST_TIMES], key=_day)


def steps(series: Sequence[Event], written: datetime | None) -> int:
    """Return how many steps rules take, at most, from their first day to their last."""
    first, around = _span(series, written)
    walked = (around + AFTER - first).days
    frequencies = (str(word).upper() for e in series for r in _rules(e) for word in r["FREQ"])
    return sum(walked // _STEPS.get(frequency, 1) for frequency in frequencies)


def fruitless(series: Sequence[Event]) -> int:
    """Return the steps taken by those rules that gave nothing, if they may never come true."""
    doubtful = (rule for event in series for rule in _rules(event) if _CHOICES & rule.keys())
    words = (str(word).upper() for rule in doubtful for word in rule["FREQ"])
    return sum(_FRUITLESS.get(word, 0) for word in words)


def _span(series: Sequence[Event], written: datetime | None) -> tuple[date, date]:
    """Return the first day of a repeated event, and the day around which its times count."""
    first = min(day(moment, ZoneInfo("UTC")) for event in series if (moment := start_of(event)))
    latest = date.max - AFTER - timedelta(days=2)
    around = min(max(written.date(), first) if written else first, latest)
    return first, around


def _end(rule: vRecur, last: date) -> None:
    """Have a rule end with the time that counts: the library may look far beyond."""
    told = [end for end in rule.get("UNTIL", []) if isinstance(end, date)]
    ends = [end.date() if isinstance(end, datetime) else end for end in told]
    if not ends or min(ends) > last:
        rule["UNTIL"] = [datetime(last.year, last.month, last.day, tzinfo=UTC)]


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
