"""Why a need has no step, and what would change it."""

from collections.abc import Iterable, Sequence

from entregent.asks.avoid import avoided
from entregent.asks.campaign.diary import Diary
from entregent.asks.campaign.horizon import Horizon
from entregent.asks.campaign.model import Cap, Need, Unmet, UnmetCode
from entregent.asks.campaign.ways import Road, Surveyor, Way
from entregent.asks.situation import Situation
from entregent.domain.asking import Code, ToPerson
from entregent.domain.ids import PersonId

_SHOWN = 3
"""So many people are named at most."""
_LOOKED = 12
"""So many of a need's best ways are looked at."""


def without_way(situation: Situation, surveyor: Surveyor, need: Need) -> Unmet:
    """Tell why a need cannot be met within the plan, whatever the pace."""
    goal = need.goal
    if goal.by is not None and goal.by < situation.today:
        return Unmet(need.id, UnmetCode.DEADLINE)
    named = goal.target.person if isinstance(goal.target, ToPerson) else None
    if named is not None and avoided(situation, named):
        return Unmet(need.id, UnmetCode.NEVER, None, (named,), (Code.LEFT_OUT,))
    roads = surveyor.roads(goal)
    if not roads:
        return Unmet(need.id, UnmetCode.NO_WAY)
    free = [(day, road) for road in roads if (day := surveyor.free_from(road)) is not None]
    if not free:
        return Unmet(need.id, UnmetCode.NEVER, None, _people(roads), _codes(roads))
    until = min(day for day, _ in free)
    soonest = [road for day, road in free if day == until]
    late = goal.by is not None and goal.by < until
    code = UnmetCode.DEADLINE if late else UnmetCode.WAITS
    return Unmet(need.id, code, until, _people(soonest), _codes(soonest))


def without_room(diary: Diary, horizon: Horizon, need: Need, ways: Sequence[Way]) -> Unmet:
    """Tell what would make room for a need that the pace leaves out."""
    best = sorted(ways, key=lambda way: (-way.worth, way.person))[:_LOOKED]
    people = tuple(dict.fromkeys(way.person for way in best))[:_SHOWN]
    more = Cap.WEEKS if _a_week_helps(diary, horizon, need, best) else _helping(diary, best)
    return Unmet(need.id, UnmetCode.PACE, None, people, more=more)


def _a_week_helps(diary: Diary, horizon: Horizon, need: Need, ways: Iterable[Way]) -> bool:
    following, by = horizon.workday(horizon.end), need.goal.by
    if by is not None and by < horizon.day(following):
        return False
    return any(not diary.full(way, following) for way in ways)


def _helping(diary: Diary, ways: Iterable[Way]) -> Cap | None:
    """Return the first cap that one more of would make room on some day of a way."""
    full = (diary.full(way, day) for way in ways for day in way.days)
    helping = {limits[0].cap for limits in full if len(limits) == 1}
    return next((cap for cap in Cap if cap in helping), None)


def _people(roads: Sequence[Road]) -> tuple[PersonId, ...]:
    best = sorted(roads, key=lambda road: (-road.case.chain.odds, road.case.person))
    return tuple(dict.fromkeys(road.case.person for road in best))[:_SHOWN]


def _codes(roads: Iterable[Road]) -> tuple[Code, ...]:
    found = {code for road in roads for code in road.freedom.because}
    return tuple(code for code in Code if code in found)
