"""Taking the best ask first: the plan one would make by hand, and what is left to fill."""

from collections import defaultdict
from collections.abc import Iterable

from entregent.asks.campaign.diary import Diary
from entregent.asks.campaign.ways import Way
from entregent.domain.ids import PersonId


def fill(diary: Diary, ways: Iterable[Way]) -> None:
    """Plan, the best first, every need that has room, each on the first day there is.

    What room there is only shrinks: a day that is full for somebody is not looked at again.
    """
    full: dict[tuple[PersonId, PersonId | None], set[int]] = defaultdict(set)
    for way in sorted(ways, key=_best_first):
        if way.need in diary.booked:
            continue
        closed = full[way.person, way.known]
        for day in way.days:
            if day in closed:
                continue
            if not diary.full(way, day):
                diary.book(way, day)
                break
            closed.add(day)


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
