"""Campaigns on invented worlds: how good a plan is, what it costs, and how little a "no" moves.

Each line is one world and one plan: how many needs have a step, the plan's value and bound, the
gap, what taking the best ask first and always asking the strongest tie are worth, the CPU seconds
of the planning, and what share of the unsent asks a replan moves after the first asks of the plan
were sent, one of them was answered no, and the others yes.

    python bench/campaign.py                 # 40 needs, 300 people, 12 weeks; and 10, 60, 8
    python bench/campaign.py --needs 10000   # how long a very long list takes
"""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from campaign_worlds import World, invent, invent_needs

from entregent.asks.campaign.ahead import Ahead
from entregent.asks.campaign.diary import Diary, value
from entregent.asks.campaign.horizon import Horizon
from entregent.asks.campaign.model import Campaign, Need, Pace
from entregent.asks.campaign.plan import plan_campaign
from entregent.asks.campaign.sent import limits_left, sent_asks
from entregent.asks.campaign.ways import Surveyor, Way
from entregent.domain.facts import Answered, Asked
from entregent.domain.upkeep import Planned
from entregent.domain.words import Reply
from entregent.network.strength import strength

TODAY = date(2026, 11, 27)
SIZES = ((40, 300, 12), (10, 60, 8))


def main() -> None:
    """Print a line a world."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--needs", type=int, help="only this many, of 300 people over 12 weeks")
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--weeks", type=int, default=12)
    parser.add_argument("--worlds", type=int, default=5)
    given = parser.parse_args()
    sizes = [(given.needs, given.people, given.weeks)] if given.needs else SIZES
    print(
        "needs people weeks world | steps   value   bound    gap   greedy strongest | "
        "CPU s | replan CPU s moved"
    )
    for size in sizes:
        for seed in range(1, given.worlds + 1):
            _measure(*size, seed)


def _measure(count: int, people: int, weeks: int, seed: int) -> None:
    world = invent(people, TODAY, seed)
    needs = invent_needs(world, count, TODAY, seed)
    pace = Pace(weeks=weeks)
    found, spent = _plan(world, needs, pace, TODAY)
    strongest = _strongest(world, needs, pace)
    print(
        f"{count:5} {people:6} {weeks:5} {seed:5} | {len(found.steps):5} {found.value:7.3f} "
        f"{found.bound:7.3f} {found.gap:6.2%} {found.greedy:8.3f} {strongest:9.3f} |",
        f"{spent:5.2f} |",
        end="",
    )
    again, spent, unsent = _replan(world, needs, pace, found)
    print(f" {spent:12.2f} {len(again.moved):2} of {unsent}", flush=True)


def _plan(
    world: World, needs: Sequence[Need], pace: Pace, today: date, former: Sequence[Planned] = ()
) -> tuple[Campaign, float]:
    situation = world.situation(today)
    roads = world.roads(situation)
    before = time.process_time()
    found = plan_campaign(situation, needs, pace, roads, former)
    return found, time.process_time() - before


def _strongest(world: World, needs: Sequence[Need], pace: Pace) -> float:
    """Return what it is worth to ask, need by need, whoever of those one may ask is closest."""
    situation = world.situation(TODAY)
    ahead = Ahead(situation, Horizon(TODAY, pace.weeks))
    goals = [need.goal for need in needs]
    surveyor = Surveyor(ahead, world.roads(situation), pace, goals)
    diary = Diary(limits_left(situation, pace, needs, sent_asks(situation, ())))

    def tied(way: Way) -> float:
        tie = situation.my_tie(way.person)
        return strength(tie, situation.settings) if tie is not None else 0.0

    for number, need in sorted(enumerate(needs), key=lambda one: -one[1].importance):
        for way in sorted(surveyor.ways(number, need), key=tied, reverse=True):
            day = diary.first(way)
            if day is not None:
                diary.book(way, day)
                break
    return value(diary.booked.values())


def _replan(
    world: World, needs: Sequence[Need], pace: Pace, found: Campaign
) -> tuple[Campaign, float, int]:
    """Send the asks of the first day, let one be refused and the others granted; plan again."""
    first = found.steps[0].on
    due = [step for step in found.steps if step.on == first]
    facts = [Asked(step.person, step.on, step.kind, ask=step.ask) for step in due]
    refused = first + timedelta(days=1)
    answers = [
        Answered(step.person, refused, Reply.YES if place else Reply.NO)
        for place, step in enumerate(due)
    ]
    later = world.and_also(*facts, *answers)
    again, spent = _plan(later, needs, pace, refused, planned(found))
    return again, spent, len(found.steps) - len(due)


def planned(found: Campaign) -> list[Planned]:
    """Return a plan as the book keeps it."""
    return [
        Planned(step.person, found.today, step.need, step.ask, step.kind, step.on)
        for step in found.steps
    ]


if __name__ == "__main__":
    main()
