"""The road map: many needs, placed over some weeks; drawn first, kept when it is wanted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from entregent.asks.campaign.model import Campaign, Need, Pace, Roads, Step
from entregent.asks.campaign.plan import plan_campaign
from entregent.asks.campaign.sent import sent_asks
from entregent.domain.asking import Goal, Target, ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.facts import Entry
from entregent.domain.ids import AskId, BatchId, FactId
from entregent.domain.reading import Problem
from entregent.domain.upkeep import Planned
from entregent.domain.wanted import Aim, Needs, Refused, Wanted
from entregent.domain.words import Kind
from entregent.ledger.roadmap import in_force
from entregent.services.asking_targets import target_key
from entregent.services.desk import Desk
from entregent.services.meant import Everybody, who
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.world import World, world

_NAMED = 20
"""For so many unknown names, those that are near are looked for."""


@dataclass(frozen=True)
class RoadMap:
    """A road map as it was drawn, not kept yet.

    `goals` are the plans the needs stand for, by the needs' ids; `refused` the needs that cannot
    be planned as they are written, with those that the file told already.
    """

    campaign: Campaign
    goals: Mapping[str, Goal]
    refused: tuple[Refused, ...]
    known: World


def draw(desk: Desk, needs: Needs, pace: Pace) -> RoadMap:
    """Place the needs over the weeks of `pace`; nothing is kept."""
    with desk.book.moment():
        targets, refused = _targets(desk, needs.wanted)
        known = world(desk)
        planned = _planned_before(desk)
    readable = [one for one in needs.wanted if one.id in targets]
    goals = _goals(desk, readable, targets, known.goals)
    campaign = plan_campaign(
        known.situation,
        [Need(one.id, goals[one.id], one.importance) for one in readable],
        pace,
        Roads(known.chains, known.willingness),
        in_force(planned),
        [entry.fact for entry in planned if isinstance(entry.fact, Planned)],
    )
    return RoadMap(campaign, goals, (*needs.refused, *refused), known)


def keep(desk: Desk, road: RoadMap, title: str) -> BatchId | None:
    """Keep a road map in the place of the one before it, and the plans that its steps serve.

    Returns the batch called `title` that holds it; None where nothing changed. Where no need could
    be read, the former road map stays.
    """
    if not road.goals:
        return None
    for goal in _changed(road):
        desk.book.keep(goal)
    steps = [_planned(step, desk.today) for step in road.campaign.steps]
    before = in_force(_planned_before(desk))
    if sorted(map(_timeless, steps)) == sorted(map(_timeless, before)):
        return None
    if steps:
        return record(desk, steps, title)
    desk.book.withdraw(_unsent(desk, road))
    return None


def _changed(road: RoadMap) -> Iterator[Goal]:
    """Yield the plans that the book does not hold as they are now: of steps, or held in part."""
    held = {goal.id: goal for goal in road.known.goals}
    planned = {step.ask for step in road.campaign.steps}
    for goal in dict.fromkeys(road.goals.values()):
        wanted = goal.id in planned or (goal.id in held and goal.done is None)
        if wanted and held.get(goal.id) != goal:
            yield goal


def _planned_before(desk: Desk) -> list[Entry]:
    """Return the steps of every road map made until today."""
    entries = desk.book.entries((Planned,))
    return [one for one in entries if isinstance(one.fact, Planned) and one.fact.on <= desk.today]


def _unsent(desk: Desk, road: RoadMap) -> list[FactId]:
    """Return the steps of former road maps that no ask carried out."""
    known = desk.book.entries((Planned,))
    steps = [(entry.id, entry.fact) for entry in known if isinstance(entry.fact, Planned)]
    sent = sent_asks(road.known.situation, [step for _, step in steps])
    carried_out = {(ask.goal, ask.asked.person) for ask in sent}
    return [number for number, step in steps if (step.ask, step.person) not in carried_out]


def _planned(step: Step, today: date) -> Planned:
    other = None if step.chain.direct else step.chain.people[-1]
    return Planned(step.person, today, step.need, step.ask, step.kind, step.on, other)


def _timeless(step: Planned) -> tuple[str, ...]:
    """Return a step without the day it was planned on."""
    who_else = step.other or ""
    return (step.need, step.ask, step.person, who_else, step.kind, step.due.isoformat())


# --- what the needs stand for ------------------------------------------------------------------


class _Targets:
    """What needs aim at; people are looked up among portraits read once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._unclear = 0
        self._everybody: Everybody | None = None

    def of(self, one: Wanted) -> Target:
        """Return what a need aims at. Raises BookError: person.…, for one that is not clear."""
        match one.aim:
            case Aim.PERSON:
                return self._person(one.words)
            case Aim.COMPANY:
                return ToCompany(one.words)
            case Aim.SECTOR:
                return ToSector(one.words)
            case Aim.TOPIC:
                return ToTopic(one.words)
            case _:
                return ToFriends()

    def _person(self, words: str) -> ToPerson:
        self._everybody = self._everybody or Everybody(self._desk)
        try:
            found = self._everybody.who(words)
        except BookError:
            self._unclear += 1
            if self._unclear > _NAMED:
                raise
            found = who(self._desk, words)
        if found.id == self._desk.book.owner:
            raise BookError("person.me")
        return ToPerson(found.id)


def _targets(desk: Desk, wanted: Iterable[Wanted]) -> tuple[dict[str, Target], list[Refused]]:
    """Return what each need aims at, by its id, and the needs whose person is not clear."""
    aimed = _Targets(desk)
    targets: dict[str, Target] = {}
    refused: list[Refused] = []
    for one in wanted:
        try:
            targets[one.id] = aimed.of(one)
        except BookError as error:
            refused.append(Refused(one.id, (Problem(one.place, error.key, error.details),)))
    return targets, refused


class _Goals:
    """The plans that needs stand for: those kept already, each for one need; else new ones.

    Two needs in the very same words are one plan.
    """

    def __init__(self, desk: Desk, kept: Iterable[Goal]) -> None:
        self._desk = desk
        self._kept: dict[tuple[object, ...], list[Goal]] = {}
        since = desk.today - timedelta(days=desk.settings.thanks_days)
        for goal in sorted(kept, key=_is_done):
            if goal.continues is None and (goal.done is None or goal.done >= since):
                self._kept.setdefault(_sort(goal.kind, goal.target), []).append(goal)
        self._made: dict[tuple[object, ...], Goal] = {}

    def told(self, one: Wanted, target: Target) -> Goal | None:
        """Return the plan kept in just these words."""
        kept = self._kept.get(_sort(one.kind, target), ())
        return next((goal for goal in kept if goal.purpose == one.purpose), None)

    def found(self, one: Wanted, target: Target) -> Goal:
        """Return a plan kept in other words that no need has taken, or else a new one."""
        sort = _sort(one.kind, target)
        made = self._made.get((*sort, one.purpose))
        if made is None:
            made = self._other_words(one, sort) or Goal(
                AskId(self._desk.ids.new()), one.kind, target, one.purpose, created=self._desk.today
            )
            self._made[(*sort, one.purpose)] = made
        return made

    def _other_words(self, one: Wanted, sort: tuple[object, ...]) -> Goal | None:
        for goal in self._kept.get(sort, ()):
            if goal.done is None or not (one.purpose and goal.purpose):
                self.take(goal)
                return replace(goal, purpose=one.purpose or goal.purpose)
        return None

    def take(self, goal: Goal) -> None:
        """Leave a plan to the need that it was found for."""
        kept = self._kept[_sort(goal.kind, goal.target)]
        if goal in kept:
            kept.remove(goal)


def _goals(
    desk: Desk, wanted: Sequence[Wanted], targets: Mapping[str, Target], kept: Iterable[Goal]
) -> dict[str, Goal]:
    """Return the plan that each need stands for, wanted by the day that the file says now."""
    plans = _Goals(desk, kept)
    goals = {one.id: goal for one in wanted if (goal := plans.told(one, targets[one.id]))}
    for goal in goals.values():
        plans.take(goal)
    for one in wanted:
        if one.id not in goals:
            goals[one.id] = plans.found(one, targets[one.id])
    return {one.id: replace(goals[one.id], by=one.by) for one in wanted}


def _sort(kind: Kind, target: Target) -> tuple[object, ...]:
    return (kind, *target_key(target))


def _is_done(goal: Goal) -> bool:
    return goal.done is not None
