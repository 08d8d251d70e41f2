"""Invented worlds for campaigns: people, ties, a ledger and rules of every sort, and needs."""

import sys
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))

from invented import BEGINS, ENDS, GIVEN, MIDDLES

from entregent.asks.campaign.model import Need, Roads
from entregent.asks.situation import Situation, gather_rules
from entregent.asks.willingness import willingness
from entregent.domain.asking import Goal, Target, ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.facts import (
    DEEDS,
    Answered,
    Asked,
    Boundary,
    Busy,
    Discreet,
    Encounter,
    Entry,
    Fact,
    Gave,
    House,
    Invited,
    LeftOut,
    Position,
    Received,
    Source,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import ME, AskId, BatchId, FactId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person, Trace
from entregent.domain.words import Channel, Closeness, Context, Kind, Origin, Reply, Usage
from entregent.ledger.history import histories
from entregent.ledger.matters import matters
from entregent.network.chains import Network
from entregent.network.ties import LANDMARK, build_ties
from entregent.settings import Settings

SECTORS = "énergie transport santé édition logiciel agriculture".split()
TOPICS = "robotique hydrogène typographie semences cartographie".split()
CIRCLES = "chorale fac judo quartier aviron".split()
AGO = (2, *range(8, 30, 4), *range(30, 300, 20))
"""How many days ago somebody may have been asked."""
_USUAL = (Kind.INTRODUCTION, Kind.INTERVIEW, Kind.ADVICE, Kind.REVIEW, Kind.REFERRAL)


@dataclass(frozen=True)
class World:
    """People and facts, from which a situation is made for any day."""

    people: dict[PersonId, Person]
    facts: tuple[Fact, ...]
    goals: tuple[Goal, ...] = ()
    settings: Settings = field(default_factory=Settings)

    def and_also(self, *facts: Fact) -> "World":
        """Return the world in which more has happened."""
        return replace(self, facts=(*self.facts, *facts))

    def situation(self, today: date) -> Situation:
        """Return the situation of a day: what is dated later has not happened."""
        deeds = [fact for fact in self.facts if isinstance(fact, DEEDS)]
        known = histories(deeds, today, self.settings, self.goals)
        entries = [
            Entry(FactId(""), BatchId(""), fact, Source(Origin.JOURNAL)) for fact in self.facts
        ]
        seen = [
            Trace(
                met.person,
                met.other,
                met.channel,
                2 ** ((met.on - LANDMARK).days / self.settings.half_life_days),
                1,
                met.on,
                met.on,
            )
            for met in self.facts
            if isinstance(met, Encounter) and met.on <= today
        ]
        ties = build_ties(entries, seen, known, today, self.settings, ME)
        asked = [past.asked for history in known.values() for past in history.asks]
        return Situation(
            ME,
            today,
            self.settings,
            self.people,
            ties,
            known,
            gather_rules(self.facts),
            matters(self.goals, asked),
        )

    def roads(self, situation: Situation) -> Roads:
        """Return the network as the plan asks it."""
        ready = {
            who: willingness(situation.histories.get(who), situation.my_tie(who), self.settings)
            for who in self.people
        }
        network = Network.of(ME, situation.ties, ready, self.settings)
        return Roads(
            lambda query: network.chains(
                query.targets,
                query.hops,
                best=None,
                per_connector=1,
                avoid=query.avoid,
                closed=query.closed,
            ),
            ready,
        )


def invent(people: int, today: date, seed: int) -> World:
    """Return a world of so many people, in which every rule has something to say."""
    dice = Random(seed)
    houses = [f"{dice.choice(BEGINS)}{dice.choice(ENDS)} SA" for _ in range(max(3, people // 12))]
    known = [PersonId(f"p{number:04}") for number in range(people)]
    persons = {ME: Person(ME, "me", positions=_career(ME, houses, today, dice))}
    for who in known:
        persons[who] = _person(who, houses, today, dice)
    facts: list[Fact] = []
    for who in known:
        if _chance(dice, 60):
            facts.extend(_my_tie(who, today, dice))
        facts.extend(
            Tied(who, other, dice.choice([None, *Context]), closeness=_close(dice))
            for other in dice.sample(known, min(4, people - 1))
            if other != who
        )
        facts.extend(_past(who, today, dice))
        facts.extend(_rules(who, today, dice))
    facts.extend(
        House(house, dice.choice(SECTORS), dice.choice([None, *Usage])) for house in houses
    )
    facts.extend(LeftOut(who) for who in known if _chance(dice, 2))
    facts.extend(Discreet(who) for who in known if _chance(dice, 2))
    facts.append(Discreet(company=houses[0]))
    return World(persons, tuple(facts))


def invent_needs(world: World, count: int, today: date, seed: int) -> list[Need]:
    """Return so many different needs, some with a deadline, a few impossible."""
    dice, kinds = Random(seed), list(Kind)
    often = [4 if kind in _USUAL else 1 for kind in kinds]
    needs: dict[tuple[Kind, Target], Need] = {}
    while len(needs) < count:
        kind, target = dice.choices(kinds, often)[0], _target(world, dice)
        if isinstance(target, ToFriends) != (kind is Kind.IDEAS):
            continue
        number = len(needs) + 1
        late = today + timedelta(days=dice.randint(3, 90))
        by = late if _chance(dice, 30) else None
        goal = Goal(AskId(f"goal-{number}"), kind, target, by=by, created=today)
        needs.setdefault((kind, target), Need(f"n{number}", goal, dice.randint(1, 5)))
    return list(needs.values())


def _target(world: World, dice: Random) -> Target:
    someone = world.people[dice.choice(sorted(world.people.keys() - {ME}))]
    held = [place.company for place in someone.positions]
    sorts = (
        ToPerson(someone.id),
        ToCompany(dice.choice(held)),
        ToSector(dice.choice(SECTORS)),
        ToTopic(dice.choice(TOPICS)),
        ToFriends(),
    )
    return dice.choices(sorts, (50, 25, 10, 10, 5))[0]


def _person(who: PersonId, houses: list[str], today: date, dice: Random) -> Person:
    name = f"{dice.choice(GIVEN)} {dice.choice(BEGINS)}{dice.choice(MIDDLES)}{dice.choice(ENDS)}"
    return Person(
        who,
        name,
        positions=_career(who, houses, today, dice),
        circles=tuple(dice.sample(CIRCLES, dice.choice([0, 0, 1, 1, 2]))),
        topics=tuple(dice.sample(TOPICS, dice.choice([0, 0, 0, 1]))),
    )


def _career(who: PersonId, houses: list[str], today: date, dice: Random) -> tuple[Position, ...]:
    past = Month(today.year - dice.randint(4, 9), dice.randint(1, 12))
    turned = Month(today.year - dice.randint(1, 3), dice.randint(1, 12))
    ends = Month.of(today + timedelta(days=dice.randint(5, 60))) if _chance(dice, 5) else None
    earlier = Position(who, dice.choice(houses), start=past, end=turned)
    return (Position(who, dice.choice(houses), start=turned, end=ends), earlier)


def _close(dice: Random) -> Closeness | None:
    return dice.choice([None, *Closeness])


def _my_tie(who: PersonId, today: date, dice: Random) -> list[Fact]:
    context = dice.choice([None, *Context])
    tie: list[Fact] = [Tied(who, ME, context, closeness=_close(dice))]
    for _ in range(dice.choice([0, 1, 3])):
        met = today - timedelta(days=dice.randint(1, 700))
        tie.append(Encounter(ME, who, met, dice.choice([Channel.MET, Channel.WROTE])))
    if _chance(dice, 10):
        tie.append(Worked(who, "together"))
    return tie


def _past(who: PersonId, today: date, dice: Random) -> list[Fact]:
    """Return what happened: asks and their answers, help, thanks or none, an invitation."""
    past: list[Fact] = []
    if _chance(dice, 30):
        asked = today - timedelta(days=dice.choice(AGO))
        past.append(Asked(who, asked, dice.choice(list(Kind))))
        reply = dice.choice([None, *Reply])
        if reply is not None:
            past.append(Answered(who, min(today, asked + timedelta(days=2)), reply))
    if _chance(dice, 20):
        helped = today - timedelta(days=dice.randint(0, 380))
        past.append(Received(who, helped, "une adresse"))
        if _chance(dice, 50):
            past.append(Thanked(who, min(today, helped + timedelta(days=1))))
    if _chance(dice, 10):
        past.append(Gave(who, today - timedelta(days=dice.randint(0, 300)), "une relecture"))
    if _chance(dice, 5):
        past.append(Invited(who, today - timedelta(days=dice.randint(0, 30))))
    return past


def _rules(who: PersonId, today: date, dice: Random) -> list[Fact]:
    rules: list[Fact] = []
    if _chance(dice, 10):
        kinds = frozenset(dice.sample(list(Kind), dice.choice([0, 1, 2])))
        until = today + timedelta(days=dice.randint(0, 70)) if _chance(dice, 60) else None
        rules.append(Boundary(who, kinds, until))
    if _chance(dice, 10):
        start = today + timedelta(days=dice.randint(-10, 50))
        rules.append(Busy(who, start, start + timedelta(days=dice.randint(0, 25)), "congés"))
    return rules


def _chance(dice: Random, percent: int) -> bool:
    return dice.randrange(100) < percent
