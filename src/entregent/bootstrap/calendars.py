"""Days on their way to a calendar program."""

from collections.abc import Iterable
from datetime import datetime

from entregent.domain.days import WholeDay


def calendar(days: Iterable[WholeDay], *, name: str, lang: str, written: datetime) -> bytes:
    """Return a calendar file of whole days; the library that this needs is loaded only now."""
    from entregent.exchange.calendar.writer import write

    return write(days, name=name, lang=lang, written=written)
