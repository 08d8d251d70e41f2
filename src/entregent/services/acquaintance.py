"""Acquaintance: what the book knows of two readers, to which questions and paragraphs are fitted.

What is said to somebody of their work may come from any source. What is said or guessed of their
words and wishes rests on what the owner wrote, and on nothing else. Of what I look for myself,
nothing private is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from entregent.domain.asking import Candidate, Code, Goal, ToSector
from entregent.domain.facts import Detail, Fact, Need, Offer, Position
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.sectors import Sector
from entregent.domain.text import company_key, fold
from entregent.domain.words import Channel, Kind, Origin, Reply
from entregent.drafts.acquaintance import Acquaintance, Reader
from entregent.drafts.brief import DraftBrief, Shared
from entregent.services.desk import Desk
from entregent.services.world import World

_OWN_WORDS = frozenset({Origin.HAND, Origin.JOURNAL})
_TOGETHER = frozenset({Channel.MET, Channel.CALLED})
_SETTLED_YEARS = 2
"""After so many years at one place, one may be asked what changed there."""
_LANGUAGES: dict[str, Literal["fr", "en", ""]] = {"fr": "fr", "en": "en"}


def acquainted(
    desk: Desk, known: World, goal: Goal, candidate: Candidate, brief: DraftBrief
) -> DraftBrief:
    """Return the brief with what is known of whom it is written to, and of its final reader."""
    owner = known.situation.owner
    private = desk.reference.mentions.private
    told = (fact.text for fact in _own_words(desk, owner) if isinstance(fact, Need))
    needs = [text for text in told if not private(text)]
    return replace(
        brief,
        to=replace(brief.to, shared=_shared(known, candidate, brief)),
        me=replace(brief.me, seeks=needs[-1] if needs else ""),
        acquaintance=_acquaintance(desk, known, goal, candidate, brief.language),
        reader=_reader(desk, known, candidate, brief),
    )


def _acquaintance(
    desk: Desk, known: World, goal: Goal, candidate: Candidate, language: str
) -> Acquaintance:
    person = known.situation.people[candidate.person]
    title = person.title
    sector = _aimed(desk, goal) or _sector(desk, known, person)
    return Acquaintance(
        role=desk.reference.roles.role(title),
        level=desk.reference.roles.level(title),
        sector=sector.code if sector else "",
        arrived=_arrived(known, person),
        before=_before(known, person),
        spoke_of=_spoke_of(desk, known, person.id, language),
        introductions="closed" if _keeps_to_themselves(known, person.id) else "open",
    )


def _aimed(desk: Desk, goal: Goal) -> Sector | None:
    named = goal.target.name if isinstance(goal.target, ToSector) else ""
    return desk.reference.sectors.named(named)


def _sector(desk: Desk, known: World, person: Person) -> Sector | None:
    """Return somebody's sector, else that of their employer as the owner or the table says."""
    sectors, houses = desk.reference.sectors, known.situation.rules.houses
    named = [sectors.named(name) for name in person.sectors]
    for company in person.companies(desk.today):
        house = houses.get(company_key(company))
        told = sectors.named(house.sector) if house else None
        named.append(told or sectors.of(company))
    return next(filter(None, named), None)


def _arrived(known: World, person: Person) -> str:
    """Return the year somebody came to where they work, once it is some years ago."""
    held = person.current(known.situation.today)
    start = held[0].start if held else None
    long_ago = start is not None and known.situation.today.year - start.year >= _SETTLED_YEARS
    return str(start.year) if start is not None and long_ago else ""


def _before(known: World, person: Person) -> str:
    """Return the company somebody left last for where they work now."""
    held = person.current(known.situation.today)
    if not held:
        return ""
    here, month = company_key(held[0].company), Month.of(known.situation.today)
    left = [
        (past.end, past.company)
        for past in person.positions
        if past.end is not None
        and past.end <= month
        and company_key(past.company) not in ("", here)
    ]
    return max(left)[1] if left else ""


def _spoke_of(desk: Desk, known: World, person: PersonId, language: str) -> str:
    """Return what was spoken of when we last met or called, as the owner noted it.

    A note in another language than the message stays out of it.
    """
    met = [
        (encounter.on, encounter.note if source.origin in _OWN_WORDS else "")
        for encounter, source, _ in desk.book.encounters(person)
        if encounter.channel in _TOGETHER
        and known.situation.owner in (encounter.person, encounter.other)
        and encounter.on <= desk.today
    ]
    last = max((day for day, _ in met), default=None)
    read = (desk.reference.mentions.read(note) for day, note in met if day == last and note)
    return next((one.text for one in read if one and one.language == language), "")


def _keeps_to_themselves(known: World, person: PersonId) -> bool:
    """Tell whether somebody may not be asked for names: a boundary, a discomfort, a no."""
    situation = known.situation
    boundaries = situation.rules.boundaries.get(person, ())
    history = situation.history(person)
    last = history.answer_about(Kind.INTRODUCTION)
    return (
        any(one.covers(Kind.INTRODUCTION, situation.today) for one in boundaries)
        or history.discomfort(Kind.INTRODUCTION) is not None
        or (last is not None and last.reply is Reply.NO)
    )


def _shared(known: World, candidate: Candidate, brief: DraftBrief) -> Shared | None:
    """Return the work we share: confirmed, else to be confirmed, with the projects of us both."""
    shared = brief.to.shared or _overlap(candidate)
    if shared is None:
        return None
    theirs = {fold(one) for one in known.situation.people[candidate.person].projects}
    return replace(shared, projects=tuple(p for p in brief.me.projects if fold(p) in theirs))


def _overlap(candidate: Candidate) -> Shared | None:
    reasons = (*candidate.because, *candidate.mind)
    found = next((reason for reason in reasons if reason.code is Code.CONFIRM_WORK), None)
    if found is None:
        return None
    told = found.details
    start, end = told.get("start"), told.get("end")
    return Shared(
        str(told["company"]),
        start if isinstance(start, Month) else None,
        end if isinstance(end, Month) else None,
    )


def _reader(desk: Desk, known: World, candidate: Candidate, brief: DraftBrief) -> Reader:
    """Return the final reader: the end of the chain, or nobody known where none is named."""
    final = None if candidate.chain.direct else candidate.chain.people[-1]
    person = known.situation.people.get(final) if final else None
    told = _own_words(desk, person.id) if person else []
    places = [fact.company for fact in told if isinstance(fact, Position) and fact.company]
    return Reader(
        drawn=tuple(_drawn(desk, known, brief, person, list(_cared_for(person, told)))),
        company=places[-1] if places and _still(known, person, places[-1]) else "",
        language=_LANGUAGES.get(person.lang[:2].casefold(), "") if person else "",
    )


def _still(known: World, person: Person | None, company: str) -> bool:
    """Tell whether somebody still works at a company."""
    held = person.companies(known.situation.today) if person else ()
    return company_key(company) in map(company_key, held)


def _drawn(
    desk: Desk, known: World, brief: DraftBrief, person: Person | None, words: list[str]
) -> Iterator[str]:
    """Yield those of my lines that are about what the final reader is about, the closest first."""
    meaning, wanted = desk.reference.meaning, brief.wanted
    goal = (wanted.company, wanted.sector, wanted.topic, brief.purpose)
    about = frozenset().union(*(meaning.senses(text) for text in (*goal, *words)))
    houses = [wanted.company] if wanted.company else []
    sectors = [_sector(desk, known, person) if person else None]
    sectors += [desk.reference.sectors.of(company) for company in houses]
    about |= {f"sector:{sector.code}" for sector in sectors if sector}
    lines = (*brief.me.projects, *brief.me.topics, *brief.me.clients)
    close = {line: len(about & _senses(desk, line)) for line in lines}
    yield from sorted((line for line in close if close[line]), key=lambda line: -close[line])


def _senses(desk: Desk, line: str) -> frozenset[str]:
    """Return what a line of my profile is about, a client's sector among it."""
    sector = desk.reference.sectors.of(line)
    told = {f"sector:{sector.code}"} if sector else set()
    return desk.reference.meaning.senses(line) | told


def _cared_for(person: Person | None, told: Iterable[Fact]) -> Iterator[str]:
    """Yield the words that say what somebody cares about, those that still stand."""
    if person is None:
        return
    stands = {fold(word) for word in (*person.sectors, *person.topics, *person.projects)}
    for fact in told:
        if isinstance(fact, Detail) and fold(fact.value) in stands:
            yield fact.value
        elif isinstance(fact, Detail | Position) and _title(fact) == fold(person.title) != "":
            yield person.title
        elif isinstance(fact, Need | Offer):
            yield fact.text


def _title(fact: Detail | Position) -> str:
    title = fact.title if isinstance(fact, Position) else fact.value
    return fold(title)


def _own_words(desk: Desk, person: PersonId) -> list[Fact]:
    """Return what the owner wrote of somebody, oldest first."""
    entries = desk.book.entries((Detail, Position, Need, Offer), person=person)
    return [entry.fact for entry in entries if entry.source.origin in _OWN_WORDS]
