"""Where each meeting of a timetable is held, so that people change tables seldom."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from entregent.matching.meetings.setting import Meeting


def places(meetings: Sequence[Meeting]) -> tuple[int, ...]:
    """Return the table of each meeting, numbered from 0; meetings are ordered by slot.

    One of the two stays where they sat before, where that is free.
    """
    last: dict[int, int] = {}
    given: list[int] = []
    for _, some in groupby(meetings, key=attrgetter("slot")):
        given += _of_slot(list(some), last)
    return tuple(given)


def _of_slot(meetings: Sequence[Meeting], last: dict[int, int]) -> list[int]:
    tables = [-1] * len(meetings)
    free = set(range(len(meetings)))
    for number, one in enumerate(meetings):
        known = [last[who] for who in (one.a, one.b) if last.get(who, -1) in free]
        if known:
            tables[number] = known[0]
            free.remove(known[0])
    rest = iter(sorted(free))
    for number, one in enumerate(meetings):
        if tables[number] < 0:
            tables[number] = next(rest)
        last[one.a] = last[one.b] = tables[number]
    return tables
