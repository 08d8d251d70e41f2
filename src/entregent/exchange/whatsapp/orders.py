"""In which order a chat writes day, month and year: told by the dates themselves, or by nobody."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TypeAlias

from entregent.exchange.talks import EARLIEST, LATEST
from entregent.exchange.whatsapp.lines import Stamp
from entregent.services.ports import DateOrder

_FULL_YEAR, _CENTURY = 1000, 2000
_CLEARLY = 4
"""How many times fewer steps back in time make one order right and the other wrong."""


def _date(year: int, month: int, day: int) -> date | None:
    full = year if year >= _FULL_YEAR else year + _CENTURY
    try:
        return date(full, month, day) if EARLIEST <= full <= LATEST else None
    except ValueError:
        return None


_YEAR_FIRST = "year-first"

Reader: TypeAlias = Callable[[Stamp], date | None]

_READERS: Mapping[str, Reader] = {
    DateOrder.DAY_FIRST: lambda s: _date(s[2], s[1], s[0]),
    DateOrder.MONTH_FIRST: lambda s: _date(s[2], s[0], s[1]),
    _YEAR_FIRST: lambda s: _date(s[0], s[1], s[2]),
}


def possible(stamps: Sequence[Stamp]) -> dict[str, Reader]:
    """Return the ways in which a chat's dates may be read, one where they tell.

    `stamps` are in the order of the file. A way is right when it reads more of them than any
    other, and runs forward in time where another jumps; ways that read every day alike are one.
    """
    read = {way: [reader(stamp) for stamp in stamps] for way, reader in _READERS.items()}
    most = max(sum(day is not None for day in days) for days in read.values())
    if most == 0:
        return {}
    kept = {way: days for way, days in read.items() if sum(map(bool, days)) == most}
    steps = {way: _steps_back(days) for way, days in kept.items()}
    fewest = min(steps.values())
    kept = {way: days for way, days in kept.items() if steps[way] <= fewest * _CLEARLY}
    if len(kept) > 1 and stamps[0][0] < _FULL_YEAR:
        kept.pop(_YEAR_FIRST, None)  # two digits of a year stand first where nothing else can
    different: dict[tuple[date | None, ...], str] = {}
    for way, days in kept.items():
        different.setdefault(tuple(days), way)
    return {way: _READERS[way] for way in different.values()}


def _steps_back(days: Sequence[date | None]) -> int:
    known = [day for day in days if day]
    return sum(later < earlier for earlier, later in pairwise(known))
