"""No plan breaks a rule: each is walked day by day by plain code of its own, not the engine's."""

import sys
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from campaign_worlds import invent, invent_needs

from entregent.asks.campaign.ahead import Ahead
from entregent.asks.campaign.horizon import Horizon
from entregent.asks.campaign.model import Pace, Step
from entregent.asks.campaign.plan import plan_campaign
from entregent.asks.campaign.ways import Surveyor
from entregent.domain.asking import ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.facts import (
    Answered,
    Asked,
    Boundary,
    Busy,
    Discreet,
    House,
    Invited,
    LeftOut,
    Received,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import ME
from entregent.domain.text import company_key, fold
from entregent.domain.upkeep import Planned
from entregent.domain.words import Closeness, Context, Kind, Reply, Usage

TODAY = date(2026, 11, 27)
REST, UNANSWERED, LATER, NO = 14, 30, 30, 90
WORK = (Kind.REFERENCE, Kind.RECOMMENDATION)


@dataclass
class Walk:
    """A journal read plainly: what the facts forbid on a day, when `plan` went as presumed."""

    facts: list
    people: dict
    plan: list
    today: date = TODAY

    def of(self, sort, person):
        return [fact for fact in self.facts if isinstance(fact, sort) and fact.person == person]

    def at(self, person, day):
        """The companies where somebody works in the month of that day."""
        month = (day.year, day.month)
        return {
            company_key(held.company)
            for held in self.people[person].positions
            if (held.start.year, held.start.month) <= month
            and (held.end is None or month <= (held.end.year, held.end.month))
        }

    def hidden(self, person, day):
        shut = {company_key(f.company) for f in self.facts if isinstance(f, Discreet) and f.company}
        return (
            self.of(LeftOut, person)
            or self.of(Discreet, person)
            or not shut.isdisjoint(self.at(person, day))
        )

    def limited(self, person, day, *kinds):
        return any(
            (limit.until is None or day <= limit.until)
            and (not limit.kinds or limit.kinds & set(kinds))
            for limit in self.of(Boundary, person)
        )

    def tied(self, one, other):
        spoken = any(
            {fact.person, fact.other} == {one, other}
            for fact in self.facts
            if isinstance(fact, Tied)
        )
        deeds = (Asked, Answered, Received, Thanked, Invited, Worked)
        if ME in (one, other):
            person = other if one == ME else one
            return spoken or any(self.of(sort, person) for sort in deeds) or self.gave(person)
        return spoken

    def gave(self, person):
        return any(type(f).__name__ == "Gave" and f.person == person for f in self.facts)

    def asks(self, person, day):
        """The asks of somebody sent before a day, and those the plan sends before it."""
        sent = [(ask.on, ask.kind, self.reply(ask)) for ask in self.of(Asked, person)]
        sent += [
            (step.on, step.kind, (step.on, Reply.YES))
            for step in self.plan
            if step.person == person and step.on < day
        ]
        return sorted(sent, key=lambda ask: ask[0])

    def reply(self, ask):
        """The last answer that came before somebody was asked again."""
        again = [other.on for other in self.of(Asked, ask.person) if other.on > ask.on]
        said = [
            answer
            for answer in self.of(Answered, ask.person)
            if ask.on <= answer.on and all(answer.on < day for day in again)
        ]
        return (said[-1].on, said[-1].reply) if said else None

    def rests(self, person, day):
        asks = self.asks(person, day)
        if not asks:
            return False
        last = asks[-1][0]
        invited = any(word.on >= last for word in self.of(Invited, person))
        return (day - last).days < REST and not invited

    def asked_on(self, person, day):
        return any(step.person == person and step.on == day for step in self.plan)

    def awaited(self, person, day):
        asks = self.asks(person, day)
        if not asks or asks[-1][2] is not None:
            return False
        last = asks[-1][0]
        invited = any(word.on >= last for word in self.of(Invited, person))
        return (day - last).days < UNANSWERED and not invited

    def put_off(self, person, day):
        said = [ask[2] for ask in self.asks(person, day) if ask[2]]
        return bool(said) and said[-1][1] is Reply.LATER and (day - said[-1][0]).days < LATER

    def refused(self, person, kind, day):
        said = [ask[2] for ask in self.asks(person, day) if ask[2] and ask[1] is kind]
        if not said:
            return False
        if any(reply is Reply.UNCOMFORTABLE for _, reply in said):
            return said[-1][1] is Reply.UNCOMFORTABLE
        return said[-1][1] is Reply.NO and (day - said[-1][0]).days < NO

    def thanks_owed(self, person, day):
        helped = [deed.on for deed in self.of(Received, person) if (day - deed.on).days < 365]
        thanked = [deed.on for deed in self.of(Thanked, person)]
        return bool(helped) and not any(on >= max(helped) for on in thanked)

    def worked(self, person, day):
        if self.of(Worked, person):
            return True
        now = (day.year, day.month)

        def held(place):
            end = min((place.end.year, place.end.month) if place.end else now, now)
            return company_key(place.company), (place.start.year, place.start.month), end

        mine = [held(place) for place in self.people[ME].positions]
        theirs = [held(place) for place in self.people[person].positions]
        return any(
            one[0] == other[0] and max(one[1], other[1]) <= min(one[2], other[2])
            for one in mine
            for other in theirs
        )

    def refers(self, person, goal, day):
        """Whether a referral is not ruled out by the company's usage."""
        usage = {company_key(f.company): f.referrals for f in self.facts if isinstance(f, House)}
        if isinstance(goal.target, ToCompany):
            return usage.get(company_key(goal.target.name)) is not Usage.NO
        houses = self.at(person, day)
        return not houses or any(usage.get(house) is not Usage.NO for house in houses)

    def answers_to(self, person, target, day):
        match target:
            case ToPerson(person=named):
                return person == named
            case ToCompany(name=name):
                return company_key(name) in self.at(person, day)
            case ToSector(name=name):
                sectors = {
                    company_key(f.company): f.sector for f in self.facts if isinstance(f, House)
                }
                return any(sectors.get(house) == name for house in self.at(person, day))
            case ToTopic(words=words):
                return words in self.people[person].topics
            case ToFriends():
                said = [f for f in self.of(Tied, person) if f.other == ME]
                return any(
                    f.closeness is Closeness.CLOSE and f.context is not Context.PROFESSIONAL
                    for f in said
                )


def faults(walk, step, goal):
    """Yield what a step breaks on its day."""
    day, person, chain = step.on, step.person, step.chain.people
    target = chain[-1]
    introduced = goal.kind is Kind.INTRODUCTION and isinstance(goal.target, ToPerson)
    direct = len(chain) == 2
    broken = {
        "starts with me and them": chain[:2] != (ME, person),
        "at most three ties": not 2 <= len(chain) <= 4,
        "tied": not all(walk.tied(one, other) for one, other in pairwise(chain)),
        "target": not walk.answers_to(target, goal.target, day),
        "kind": step.kind is not (goal.kind if direct else Kind.INTRODUCTION),
        "direct only": not direct and (goal.kind in WORK or isinstance(goal.target, ToFriends)),
        "introduced by others": direct and introduced,
        "hidden": any(walk.hidden(who, day) for who in chain[1:]),
        "boundary": walk.limited(person, day, step.kind),
        "the target's boundary": not direct
        and walk.limited(target, day, Kind.INTRODUCTION, goal.kind),
        "a relay's boundary": any(walk.limited(who, day, Kind.INTRODUCTION) for who in chain[2:-1]),
        "worked": step.kind in WORK and not walk.worked(person, day),
        "usage": step.kind is Kind.REFERRAL and not walk.refers(person, goal, day),
        "resting": walk.rests(person, day),
        "unanswered": walk.awaited(person, day),
        "later": walk.put_off(person, day),
        "refused": walk.refused(person, step.kind, day),
        "busy": any(told.start <= day <= told.end for told in walk.of(Busy, person)),
        "thanks": walk.thanks_owed(person, day) and day < walk.today + timedelta(days=7),
        "led to who rests": not direct
        and not introduced
        and walk.tied(ME, target)
        and (walk.rests(target, day) or walk.asked_on(target, day)),
        "deadline": goal.by is not None and day > goal.by,
        "twice on a day": [s.on for s in walk.plan if s.person == person].count(day) > 1,
    }
    return [what for what, wrong in broken.items() if wrong]


def check(world, needs, pace, found):
    """Assert that a plan keeps every rule, the pace and the calendar."""
    goals = {need.id: need.goal for need in needs}
    today, steps = found.today, list(found.steps)
    facts = [fact for fact in world.facts if getattr(fact, "on", today) <= today]
    walk = Walk(facts, world.people, steps, today)
    for step in steps:
        assert faults(walk, step, goals[step.need]) == []
        assert today <= step.on < today + timedelta(weeks=pace.weeks)
        assert step.week == (step.on - today).days // 7 + 1
        assert step.verdict in ("go", "care")
    told = [one.need for one in (*steps, *found.unmet, *found.met)]
    assert sorted(told) == sorted(goals)
    sent = [(fact.on, fact.person) for fact in facts if isinstance(fact, Asked)]
    asks = sent + [(step.on, step.person) for step in steps]
    circles = {who: set(map(fold, person.circles)) for who, person in world.people.items()}
    for day in {step.on + timedelta(days=late) for step in steps for late in range(7)}:
        week = [(on, who) for on, who in asks if day - timedelta(days=7) < on <= day]
        if any((on, who) not in sent for on, who in week):
            assert len(week) <= pace.per_week
        for circle in set().union(*circles.values()):
            inside = [who for _, who in week if circle in circles[who]]
            planned = any(circle in circles[s.person] for s in steps if (s.on, s.person) in week)
            assert len(inside) <= pace.per_circle or not planned
    for person in {step.person for step in steps}:
        assert sum(step.person == person for step in steps) <= pace.per_person
    owed = {step.person for step in steps if walk.thanks_owed(step.person, today)}
    assert {thanks.person for thanks in found.thanks} == owed


PACES = st.builds(Pace, st.integers(1, 8), st.integers(1, 4), st.integers(1, 3), st.integers(1, 3))


SEEDS = st.integers(0, 10_000)


def planned(found):
    """A plan as the book keeps it."""
    return [
        Planned(step.person, found.today, step.need, step.ask, step.kind, step.on)
        for step in found.steps
    ]


def plan(world, needs, pace, today=TODAY, former=()):
    situation = world.situation(today)
    return plan_campaign(situation, needs, pace, world.roads(situation), former, former)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(4, 40), st.integers(1, 14), PACES)
def test_no_rule_is_ever_broken(seed, people, count, pace):
    world = invent(people, TODAY, seed)
    needs = invent_needs(world, count, TODAY, seed)
    found = plan(world, needs, pace)
    check(world, needs, pace, found)
    assert found.greedy <= found.bound + 1e-9
    assert found.value <= found.bound
    assert found.gap <= 0.01
    importance = {need.id: need.importance for need in needs}
    worth = sum(step.chain.odds * importance[step.need] for step in found.steps)
    assert found.value == pytest.approx(worth, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.integers(4, 40), st.integers(1, 14), PACES)
def test_when_nothing_happened_nothing_moves(seed, people, count, pace):
    world = invent(people, TODAY, seed)
    needs = invent_needs(world, count, TODAY, seed)
    found = plan(world, needs, pace)
    again = plan(world, needs, pace, former=planned(found))
    assert [(s.need, s.person, s.on) for s in again.steps] == [
        (s.need, s.person, s.on) for s in found.steps
    ]
    assert again.moved == ()


@settings(max_examples=40, deadline=None)
@given(
    SEEDS,
    st.integers(8, 40),
    st.integers(2, 14),
    PACES,
    st.lists(st.sampled_from([None, *Reply]), min_size=3, max_size=3),
    st.integers(0, 9),
)
def test_no_rule_is_broken_by_planning_again(seed, people, count, pace, replies, later):
    world = invent(people, TODAY, seed)
    needs = invent_needs(world, count, TODAY, seed)
    found = plan(world, needs, pace)
    today = TODAY + timedelta(days=later)
    due = [step for step in found.steps if step.on <= today]
    for step, reply in zip(due, replies, strict=False):
        world = world.and_also(Asked(step.person, step.on, step.kind, ask=step.ask))
        if reply is not None:
            world = world.and_also(Answered(step.person, step.on, reply))
    again = plan(world, needs, pace, today, planned(found))
    check(world, needs, pace, again)
    sent = {step.need for step, _ in zip(due, replies, strict=False)}
    settled = {step.need for step, r in zip(due, replies, strict=False) if r in (None, Reply.YES)}
    assert settled <= {met.need for met in again.met}
    assert sent.isdisjoint(again.moved)


def better(world, needs, pace, found):
    """Return a plan worth more that keeps every rule, looking at all workdays; or None."""
    goals = {need.id: need.goal for need in needs}
    situation = world.situation(TODAY)
    ahead = Ahead(situation, Horizon(TODAY, pace.weeks))
    surveyor = Surveyor(ahead, world.roads(situation), pace, list(goals.values()), range(1, 8))
    days = [TODAY + timedelta(days=number) for number in range(7 * pace.weeks)]
    workdays = [day for day in days if day.weekday() < 5]
    choices = []
    for number, need in enumerate(needs):
        ways = list(surveyor.ways(number, need))
        asks = [
            (way.worth, Step(need.id, need.goal.id, way.kind, way.person, way.chain, 1, day, "go"))
            for way in ways
            for day in workdays
        ]
        lone = [
            ask
            for ask in asks
            if not faults(Walk(world.facts, world.people, [ask[1]]), ask[1], goals[need.id])
        ]
        choices.append([(0.0, None), *sorted(lone, key=lambda ask: -ask[0])])
    most = [max(worth for worth, _ in asks) for asks in choices]

    def extend(number, worth, steps):
        if worth + sum(most[number:]) <= found.value + 1e-6:
            return None
        if number == len(choices):
            return steps
        for gain, step in choices[number]:
            more = steps if step is None else [*steps, step]
            if step is None or fits(world, more, goals, pace):
                best = extend(number + 1, worth + gain, more)
                if best is not None:
                    return best
        return None

    return extend(0, 0.0, [])


def fits(world, steps, goals, pace):
    """Whether steps that are each allowed alone may stand together."""
    walk = Walk(world.facts, world.people, steps)
    if any(faults(walk, step, goals[step.need]) for step in steps):
        return False
    sent = [fact.on for fact in world.facts if isinstance(fact, Asked)]
    for step in steps:
        days = (*sent, *(one.on for one in steps))
        week = [on for on in days if 0 <= (step.on - on).days < 7]
        if (
            len(week) > pace.per_week
            or sum(s.person == step.person for s in steps) > pace.per_person
        ):
            return False
    return True


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(3, 8), st.integers(1, 2), st.integers(1, 2))
def test_no_plan_of_workdays_is_worth_more(seed, people, weeks, per_week):
    world = invent(people, TODAY, seed)
    facts = tuple(fact for fact in world.facts if getattr(fact, "on", TODAY) <= TODAY)
    bare = {who: replace(person, circles=()) for who, person in world.people.items()}
    world = replace(world, facts=facts, people=bare)
    needs = invent_needs(world, 3, TODAY, seed)
    pace = Pace(weeks, per_week, 2, 9)
    assert better(world, needs, pace, plan(world, needs, pace)) is None
