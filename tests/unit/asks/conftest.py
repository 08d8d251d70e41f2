"""Reads a test's docstring as a journal and judges a goal on it."""

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from zoneinfo import ZoneInfo

import pytest

from entregent.asks.judge import judge
from entregent.asks.routes import gather_routes, plan_routes
from entregent.asks.situation import Situation, gather_rules
from entregent.asks.willingness import willingness
from entregent.domain.asking import (
    Candidate,
    Goal,
    Judgement,
    Target,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.facts import (
    DEEDS,
    Encounter,
    Entry,
    Fact,
    Position,
    Source,
)
from entregent.domain.ids import ME, AskId, BatchId, FactId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person, Trace
from entregent.domain.reading import Card, Job
from entregent.domain.sectors import Sectors
from entregent.domain.words import Kind, Origin, Said
from entregent.exchange import journal
from entregent.ledger.history import histories
from entregent.ledger.matters import matters
from entregent.network.chains import Network
from entregent.network.ties import LANDMARK, build_ties
from entregent.settings import Settings

TARGETS: dict[str, Callable[[str], Target]] = {
    "company": ToCompany,
    "sector": ToSector,
    "topic": ToTopic,
}


@dataclass
class Scene:
    """A journal, a day, and what is asked of them in the words of the command line."""

    people: dict[PersonId, Person]
    facts: list[Fact]
    settings: Settings = field(default_factory=Settings)
    plans: list[Goal] = field(default_factory=list)
    kept: dict[PersonId, tuple[Goal, ...]] = field(default_factory=dict)
    text: str = ""
    sectors: Sectors = field(default_factory=Sectors)

    def with_line(self, line: str) -> "Scene":
        return read(f"{textwrap.dedent(self.text)}\n{line}\n")

    def who(self, name: str) -> PersonId:
        return next(
            person.id for person in self.people.values() if name in {person.name, *person.names}
        )

    def name(self, person: PersonId) -> str:
        return self.people[person].name

    def goal(self, words: str, **more: object) -> Goal:
        """Return a goal said as `introduction person Omar`, `ideas` or `referral company A`."""
        kind, _, target = words.partition(" ")
        sort, _, value = target.partition(" ")
        aim: Target = ToFriends()
        if sort == "person":
            aim = ToPerson(self.who(value))
        elif sort:
            aim = TARGETS[sort](value)
        return replace(Goal(AskId("this"), Kind(kind), aim), **more)

    def situation(self, today: str) -> Situation:
        day = date.fromisoformat(today)
        deeds = [fact for fact in self.facts if isinstance(fact, DEEDS)]
        known = histories(deeds, day, self.settings, self.plans)
        ties = build_ties(
            [as_entry(fact) for fact in self.facts],
            traces(self.facts, day, self.settings),
            known,
            day,
            self.settings,
            ME,
        )
        asked = [past.asked for history in known.values() for past in history.asks]
        return Situation(
            ME,
            day,
            self.settings,
            self.people,
            ties,
            known,
            gather_rules(self.facts),
            matters(self.plans, asked),
            self.kept,
            sectors=lambda: self.sectors,
        )

    def judge(self, words: str, today: str = "2026-06-01", **more: object) -> "Verdicts":
        goal, situation = self.goal(words, **more), self.situation(today)
        ready = {
            who: willingness(situation.histories.get(who), situation.my_tie(who), self.settings)
            for who in self.people
        }
        network = Network.of(ME, situation.ties, ready, self.settings)
        answers = [
            network.chains(
                query.targets,
                query.hops,
                best=None,
                per_connector=1,
                avoid=query.avoid,
                closed=query.closed,
            )
            for query in plan_routes(situation, goal)
        ]
        return Verdicts(self, judge(situation, goal, gather_routes(answers, ready)))


@dataclass
class Verdicts:
    """A judgement with names in the place of ids."""

    scene: Scene
    judgement: Judgement

    def __getitem__(self, name: str) -> Candidate:
        """Return the candidate of that name."""
        who = self.scene.who(name)
        return next(one for one in self.judgement.candidates if one.person == who)

    @property
    def said(self) -> dict[str, str]:
        """Each candidate, best first, as `verdict: because | mind`, codes in their order."""
        return {self.scene.name(one.person): say(one) for one in self.judgement.candidates}

    @property
    def names(self) -> list[str]:
        return [self.scene.name(one.person) for one in self.judgement.candidates]

    def until(self, name: str) -> str | None:
        day = self[name].until
        return None if day is None else day.isoformat()

    def instead(self, name: str) -> list[str]:
        return [self.scene.name(person) for person in self[name].instead]

    def chain(self, name: str) -> list[str]:
        return [self.scene.name(person) for person in self[name].chain.people]

    @property
    def nobody(self) -> tuple[str, str | None] | None:
        found = self.judgement.nobody
        if found is None:
            return None
        return (found.code.value, found.until.isoformat() if found.until else None)


def say(candidate: Candidate) -> str:
    because = " ".join(reason.code for reason in candidate.because)
    mind = " ".join(reason.code for reason in candidate.mind)
    because = f": {because}" if because else ""
    mind = f" | {mind}" if mind else ""
    return f"{candidate.verdict}{because}{mind}"


def read(text: str) -> Scene:
    data = textwrap.dedent(text).encode()
    reading = journal.read(data, "test.journal", ZoneInfo("Europe/Paris"))
    assert not reading.problems, reading.problems
    facts = [stated.fact for stated in reading.facts]
    people = {ME: Person(ME, "me")}
    for ref, cards in groupby(sorted(reading.cards, key=lambda card: card.ref), lambda c: c.ref):
        people[ref] = portrait(ref, list(cards))
    for fact in facts:
        if isinstance(fact, Position):
            known = people[fact.person]
            people[fact.person] = replace(known, positions=(*known.positions, fact))
    return Scene(people, facts, text=text)


def portrait(ref: PersonId, cards: list[Card]) -> Person:
    details = [detail for card in cards for detail in card.details]
    jobs = [job for card in cards for job in card.jobs]

    def said(what: Said) -> tuple[str, ...]:
        return tuple(value for kind, value in details if kind is what)

    name = "me" if ref == ME else cards[0].names[0]
    return Person(
        ref,
        name,
        tuple(name for card in cards for name in card.names),
        title=next(iter(said(Said.TITLE)), ""),
        positions=tuple(held(ref, job) for job in jobs),
        sectors=said(Said.SECTOR),
        circles=said(Said.CIRCLE),
        projects=said(Said.PROJECT),
        topics=said(Said.TOPIC),
    )


def held(ref: PersonId, job: Job) -> Position:
    start = Month.parse(job.start) if job.start else None
    end = Month.parse(job.end) if job.end else None
    return Position(ref, job.company, job.title, start, end)


def as_entry(fact: Fact) -> Entry:
    return Entry(FactId(""), BatchId(""), fact, Source(Origin.JOURNAL))


def traces(facts: list[Fact], today: date, settings: Settings) -> list[Trace]:
    """Add up encounters as a book does."""
    seen = [fact for fact in facts if isinstance(fact, Encounter) and fact.on <= today]
    return [
        Trace(
            one.person,
            one.other,
            one.channel,
            2 ** ((one.on - LANDMARK).days / settings.half_life_days),
            1,
            one.on,
            one.on,
        )
        for one in seen
    ]


@pytest.fixture
def scene(request: pytest.FixtureRequest) -> Scene:
    """Return the scene that the test's docstring tells, from its first indented line on."""
    return read(request.function.__doc__ or "")
