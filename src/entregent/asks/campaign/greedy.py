"""Taking the best ask first: the plan one would make by hand, and what is left to fill."""

from collections.abc import Iterable

from entregent.asks.campaign.diary import Diary
from entregent.asks.campaign.ways import Way


def fill(diary: Diary, ways: Iterable[Way]) -> None:
    """Plan, the best first, every need that has room, each on the first day there is."""
    full: set[int] = set()
    for way in sorted(ways, key=_best_first):
        if way.need in diary.booked or full.issuperset(way.days):
            continue
        day = diary.first(way)
        if day is not None:
            diary.book(way, day)
        else:
            full.update(day for day in way.days if diary.week_is_full(day))


def bring_forward(diary: Diary, standing: frozenset[int]) -> None:
    """Move each ask, the best first, to the first day with room; those of `standing` needs stay."""
    order = sorted(diary.booked.values(), key=lambda one: (-one[0].worth, one[1], one[0].need))
    for way, _ in order:
        if way.need not in standing:
            _, day = diary.cancel(way.need)
            earlier = diary.first(way, before=day)
            diary.book(way, day if earlier is None else earlier)


def _best_first(way: Way) -> tuple[float, int, int, str]:
    return (-way.worth, way.days[0], way.need, way.person)
