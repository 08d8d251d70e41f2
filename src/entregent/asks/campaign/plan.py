"""The plan: which ask goes to whom, through which chain, on which day."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from entregent.asks.campaign.ahead import Ahead
from entregent.asks.campaign.diary import Diary, Limits, value
from entregent.asks.campaign.horizon import WEEK, Horizon
from entregent.asks.campaign.model import (
    Campaign,
    Need,
    Pace,
    Roads,
    Standing,
    Step,
    ThanksFirst,
    Unmet,
    UnmetCode,
)
from entregent.asks.campaign.presumed import judged
from entregent.asks.campaign.sent import Sent, limits_left, sent_asks, settled
from entregent.asks.campaign.unmet import without_room, without_way
from entregent.asks.campaign.ways import Surveyor, Way
from entregent.asks.situation import Situation
from entregent.domain.asking import Verdict
from entregent.domain.ids import AskId, PersonId
from entregent.domain.upkeep import Planned


def plan_campaign(
    situation: Situation,
    needs: Sequence[Need],
    pace: Pace,
    roads: Roads,
    former: Collection[Planned] = (),
    earlier: Collection[Planned] = (),
) -> Campaign:
    """Return the road map of these needs from `situation.today` on.

    `former` are the steps of the plan in force: one that was not sent yet stays where it is unless
    moving it gains a lot. `earlier` are those of plans before it; they only help to tell which
    need an ask was sent for.
    """
    first, repeated = _once(needs)
    sent = sent_asks(situation, (*earlier, *former))
    met = tuple(settled(situation, first, sent))
    done = {one.need for one in met}
    open_needs = [need for need in first if need.id not in done]
    task = _Task(situation, pace, open_needs, _unsent(former, sent))
    found = _plan(task, roads, limits_left(situation, pace, first, sent))
    order = {need.id: place for place, need in enumerate(needs)}
    unmet = sorted((*repeated, *found.unmet), key=lambda one: order[one.need])
    return replace(found, met=met, unmet=tuple(unmet))


@dataclass(frozen=True, slots=True)
class _Task:
    """Needs that want a step, and the former steps, by goal, that may still be sent."""

    situation: Situation
    pace: Pace
    needs: Sequence[Need]
    former: Mapping[AskId, Planned]

    @property
    def horizon(self) -> Horizon:
        """The days of the plan."""
        return Horizon(self.situation.today, self.pace.weeks)

    def standing(self) -> dict[int, tuple[PersonId, int]]:
        """Return, by the number of the need, whom its former step would ask, and when."""
        steps = {n: self.former.get(need.goal.id) for n, need in enumerate(self.needs)}
        return {
            number: (step.person, self.horizon.number(step.due))
            for number, step in steps.items()
            if step is not None
        }


def _once(needs: Iterable[Need]) -> tuple[list[Need], list[Unmet]]:
    """Return the needs, and those that ask for the same as an earlier one."""
    known: dict[AskId, Need] = {}
    repeated = []
    for need in needs:
        same = known.setdefault(need.goal.id, need)
        if same is not need:
            repeated.append(Unmet(need.id, UnmetCode.SAME_NEED, same=same.id))
    return list(known.values()), repeated


def _unsent(former: Iterable[Planned], sent: Iterable[Sent]) -> dict[AskId, Planned]:
    """Return, by its goal, each step of the former plan that was not sent."""
    gone = [(ask.goal, ask.asked.person, ask.asked.on) for ask in sent]
    return {
        step.ask: step
        for step in former
        if not any(
            (step.ask, step.person) == (goal, who) and step.on <= on for goal, who, on in gone
        )
    }


def _plan(task: _Task, roads: Roads, limits: Limits) -> Campaign:
    goals = [need.goal for need in task.needs]
    ahead = Ahead(task.situation, task.horizon)
    surveyor = Surveyor(ahead, roads, task.pace, goals, limits.opened)
    standing = task.standing()
    ways = [
        list(surveyor.ways(number, need, standing.get(number)))
        for number, need in enumerate(task.needs)
    ]
    every = [way for of_need in ways for way in of_need]
    if not every:
        return _told(task, surveyor, ways, Diary(limits))
    from entregent.asks.campaign.solve import best_plan

    best = best_plan(every, limits, standing)
    found = _told(task, surveyor, ways, best.diary)
    worth = value(best.diary.booked.values())
    gap = (best.bound - worth) / best.bound if best.bound else 0.0
    return replace(found, value=worth, bound=best.bound, gap=gap, greedy=best.greedy)


def _told(task: _Task, surveyor: Surveyor, ways: Sequence[list[Way]], diary: Diary) -> Campaign:
    """Return the plan that a diary holds, with what it leaves out, and why."""
    situation, horizon = task.situation, task.horizon
    goals = {need.goal.id: need.goal for need in task.needs}
    steps = judged(situation, [_step(task, ask) for ask in diary.booked.values()], goals)
    unmet = [
        without_room(diary, horizon, need, ways[number])
        if ways[number]
        else without_way(situation, surveyor, need)
        for number, need in enumerate(task.needs)
        if number not in diary.booked
    ]
    kept = {step.need for step in steps if step.standing is Standing.KEPT}
    moved = [need.id for need in task.needs if need.goal.id in task.former and need.id not in kept]
    return Campaign(
        situation.today,
        task.pace,
        tuple(steps),
        tuple(unmet),
        tuple(_thanks(situation, steps)),
        moved=tuple(moved),
    )


def _step(task: _Task, ask: tuple[Way, int]) -> Step:
    way, day = ask
    need, on = task.needs[way.need], task.horizon.day(day)
    before = task.former.get(need.goal.id)
    stays = before is not None and (before.person, before.due) == (way.person, on)
    return Step(
        need.id,
        need.goal.id,
        way.kind,
        way.person,
        way.chain,
        day // WEEK + 1,
        on,
        Verdict.GO,
        standing=Standing.NEW if before is None else Standing.KEPT if stays else Standing.MOVED,
    )


def _thanks(situation: Situation, steps: Iterable[Step]) -> Iterator[ThanksFirst]:
    """Yield the thanks owed to those who are planned, each before the first ask of theirs."""
    first: dict[PersonId, date] = {}
    for step in steps:
        first.setdefault(step.person, step.on)
    for person, before in first.items():
        helped = situation.history(person).unthanked
        if helped is not None:
            yield ThanksFirst(person, helped.on, before)
