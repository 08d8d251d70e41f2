"""Days of the calendar, which ends."""

from datetime import date, timedelta

_DAY = timedelta(days=1)


def day_after(last: date) -> date | None:
    """Return the day after, or None where the calendar ends: what lasts until then has no end."""
    return last + _DAY if last < date.max else None
