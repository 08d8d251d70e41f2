"""The inbox: what others ask of me, weighed; my measure; my answers, each with its draft."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import assert_never

from entregent.domain.asking import (
    Candidate,
    Chain,
    Code,
    Goal,
    Target,
    ToCompany,
    ToFriends,
    ToPerson,
    Verdict,
)
from entregent.domain.facts import Detail
from entregent.domain.ids import AskId, BatchId, RequestId
from entregent.domain.inbox import Brokered, Capacity, Requested, Responded, Response
from entregent.domain.people import Person
from entregent.domain.words import Kind
from entregent.drafts.brief import Draft, DraftBrief, Medium, Moment
from entregent.drafts.purpose import written_in
from entregent.drafts.write import draft, read_words
from entregent.ledger.inbox.capacity import standing
from entregent.ledger.inbox.requests import Closed, Later, Open, Request, requests
from entregent.ledger.inbox.taking import Weighed, Why
from entregent.services.briefing import brief_for
from entregent.services.desk import Desk
from entregent.services.inbox_cases import Weighing
from entregent.services.ports import BookError, Catalogue
from entregent.services.recording import record
from entregent.services.world import World, world

_MOMENTS = {
    Response.YES: Moment.ANSWER_YES,
    Response.LATER: Moment.ANSWER_LATER,
    Response.NO: Moment.ANSWER_NO,
    Response.FORWARD: Moment.ANSWER_FORWARD,
}
_SAYABLE = {
    Why.NO_COMMON_WORK: Code.NO_COMMON_WORK,
    Why.POLICY_FORBIDS: Code.POLICY_FORBIDS,
}
"""Reasons that are mine to tell; what somebody else asked of me never is."""
_MONTH = timedelta(days=31)
_ENOUGH = 6
"""An id is known by so many of its last letters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A request as a list shows it, weighed while it has no last answer.

    `number` tells in which order requests were noted, so that an answer to one of them changes
    nobody else's.
    """

    request: Request
    number: int
    weighed: Weighed | None = None

    @property
    def asked(self) -> Requested:
        """The request itself."""
        return self.request.asked


@dataclass(frozen=True, slots=True)
class Choice:
    """What I answer, the day to come back on for a later one, and how the message travels."""

    response: Response
    until: date | None = None
    medium: Medium = Medium.EMAIL


@dataclass(frozen=True, slots=True)
class Answer:
    """What I answered, its batch, and the message that says so, to `reader`.

    `begins` tells whether an introduction is to begin now.
    """

    fact: Responded
    asked: Requested
    batch: BatchId
    draft: Draft
    reader: Person
    begins: bool = False


def inbox(desk: Desk) -> tuple[Line, ...]:
    """Return every request: those that wait for me, then those for later, then the answered."""
    return _lines(desk, world(desk))


def _lines(desk: Desk, known: World) -> tuple[Line, ...]:
    entries = desk.book.entries((Requested, Responded))
    facts = [e.fact for e in entries if isinstance(e.fact, Requested | Responded)]
    past = requests(facts, desk.today, desk.settings)
    weighing = Weighing(known.situation, past, capacities(desk))
    noted = sorted(one.asked.request for one in past)
    number = {request: place for place, request in enumerate(noted, start=1)}
    lines = [
        Line(
            one,
            number[one.asked.request],
            None if isinstance(one, Closed) else weighing.weighed(one),
        )
        for one in past
    ]
    return tuple(sorted(lines, key=_waiting_first))


def _waiting_first(one: Line) -> tuple[int, date, int]:
    match one.request:
        case Open():
            return (0, date.min, one.number)
        case Later(until=until):
            return (1, until, one.number)
        case Closed(answer=answer):
            return (2, answer.on, one.number)
        case _:
            assert_never(one.request)


def line(lines: Iterable[Line], words: str) -> Line:
    """Return the request meant by its number, or by its id or the end of it.

    Raises BookError: inbox.unknown.
    """
    found = [one for one in lines if str(one.number) == words.strip()]
    if len(words) >= _ENOUGH:
        found = [one for one in lines if one.asked.request.endswith(words.casefold())]
    if len(found) != 1:
        raise BookError("inbox.unknown", id=words)
    return found[0]


def add(
    desk: Desk, asked: Requested, *, newcomer: Sequence[Detail] = ()
) -> tuple[Requested, BatchId]:
    """Keep what somebody asked of me; its id is made here.

    `newcomer` is what is said of the asker where the book does not know them yet; no tie comes of
    it, and undoing the request takes them out again.

    Raises BookError: person.me, inbox.for-asker, inbox.by-past, date.future.
    """
    if desk.book.owner in (asked.person, asked.other):
        raise BookError("person.me")
    if asked.other == asked.person:
        raise BookError("inbox.for-asker")
    if asked.by is not None and asked.by < asked.on:
        raise BookError("inbox.by-past", day=asked.by.isoformat(), start=asked.on.isoformat())
    kept = replace(asked, request=RequestId(desk.ids.new()))
    people = (kept.person,) if newcomer else ()
    return kept, record(desk, [*newcomer, kept], f"inbox {kept.kind}", people=people)


def answer(
    desk: Desk,
    words: str,
    choice: Choice,
    *,
    catalogue: Catalogue,
    lang: str | None,
) -> Answer:
    """Note my answer to a request, and write it; nothing is sent, and no rest starts.

    Without `until`, "later" is the first of a month that leaves the time of the settings.
    Raises BookError: inbox.unknown, inbox.until-alone, inbox.until-past.
    """
    response, until = choice.response, choice.until
    if until is not None and response is not Response.LATER:
        raise BookError("inbox.until-alone")
    if until is not None and until <= desk.today:
        raise BookError("inbox.until-past", day=until.isoformat())
    known = world(desk)
    found = line(_lines(desk, known), words)
    asked = found.asked
    if response is Response.LATER and until is None:
        until = _first_of_month(desk.today + timedelta(days=desk.settings.later_days))
    fact = Responded(asked.person, desk.today, asked.request, response, until)
    brief = _brief(known, found, fact, choice.medium, lang or desk.settings.lang)
    written = draft(brief, read_words(catalogue.template))
    batch = record(desk, [fact], f"inbox {response}")
    reader = known.situation.people[asked.person]
    return Answer(fact, asked, batch, written, reader, _begins(desk, asked, response))


def _begins(desk: Desk, asked: Requested, response: Response) -> bool:
    """Tell whether an answer opens an introduction that has not begun."""
    opens = asked.kind is Kind.INTRODUCTION and response in (Response.YES, Response.FORWARD)
    begun = (e.fact for e in desk.book.entries((Brokered,), person=asked.person))
    return opens and not any(
        isinstance(fact, Brokered) and fact.request == asked.request for fact in begun
    )


def capacities(desk: Desk) -> tuple[Capacity, ...]:
    """Return the measures that stand today, that for all kinds first."""
    entries = desk.book.entries((Capacity,))
    return standing((e.fact for e in entries if isinstance(e.fact, Capacity)), desk.today)


def set_capacity(
    desk: Desk, kind: Kind | None, most: int | None, text: str
) -> tuple[Capacity, BatchId]:
    """Say how many requests I want to take in a month; None for `most` takes a measure back."""
    fact = Capacity(desk.today, kind, most, text)
    return fact, record(desk, [fact], f"inbox capacity {kind or ''}".rstrip())


def _brief(known: World, found: Line, fact: Responded, medium: Medium, language: str) -> DraftBrief:
    asked = found.asked
    goal = Goal(AskId(asked.request), asked.kind, _target(asked))
    chain = Chain((known.situation.owner, asked.person), 1.0)
    candidate = Candidate(asked.person, asked.kind, Verdict.GO, chain)
    spoken = written_in(asked.text) or language
    brief = brief_for(known, goal, candidate, medium=medium, language=spoken)
    reasons = found.weighed.because if found.weighed else ()
    codes = {_SAYABLE[reason.why] for reason in reasons if reason.why in _SAYABLE}
    return replace(brief, moment=_MOMENTS[fact.response], codes=frozenset(codes), until=fact.until)


def _target(asked: Requested) -> Target:
    if asked.other is not None:
        return ToPerson(asked.other)
    return ToCompany(asked.company) if asked.company else ToFriends()


def _first_of_month(day: date) -> date:
    return day if day.day == 1 else (day.replace(day=1) + _MONTH).replace(day=1)
