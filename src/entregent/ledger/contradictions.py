"""Contradictions: facts that cannot all be true as they are dated; nothing is mended here.

Whatever is computed from such facts stays what it is without them: they are told so that the
owner can correct them. The order in which facts are given decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeAlias, TypeVar

from entregent.domain.facts import (
    DEEDS,
    Answered,
    Asked,
    Busy,
    Fact,
    Invited,
    Position,
    Received,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import PersonId
from entregent.domain.inbox import Brokered, Requested, Responded
from entregent.domain.months import Month
from entregent.domain.text import fold
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised
from entregent.domain.words import Reply
from entregent.ledger.endings import what
from entregent.ledger.promises import meant


class Contrary(StrEnum):
    """What does not fit."""

    AHEAD = "ahead"
    """Told as done, on a day that has not come."""
    SINCE_AHEAD = "since-ahead"
    """Known or worked with since a month that has not come."""
    BACKWARDS = "backwards"
    """It ends before it begins."""
    ANSWERED_FIRST = "answered-first"
    """Answered before it was asked."""
    ANSWERED_NOTHING = "answered-nothing"
    ANSWERED_TWICE = "answered-twice"
    """More answers on one day than asks were waiting."""
    THANKED_NOTHING = "thanked-nothing"
    THANKED_TWICE = "thanked-twice"
    """Nothing was done since the last thanks."""
    RESPONDED_FIRST = "responded-first"
    """I answered before they asked me."""
    RESPONDED_NOTHING = "responded-nothing"
    """I answered a request that nobody noted."""
    KEPT_NOTHING = "kept-nothing"
    """A promise was kept that nobody noted."""
    ENDED_NOTHING = "ended-nothing"
    """A lead ended that nobody noted."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """The fact at a place among those given does not fit.

    `on` is its day, or the month where it begins; `against` the day of what it goes against, or
    the month where it ends.
    """

    at: int
    what: Contrary
    person: PersonId | None
    on: date | Month | None = None
    against: date | Month | None = None


COMPARED: tuple[type, ...] = (
    *DEEDS,
    *(Busy, Position, Tied, Worked),
    *(Brokered, Requested, Responded),
    *(Kept, Lead, LeadEnded, Promised),
)
"""What contradictions are looked for among; encounters beside them may lie ahead."""

_F = TypeVar("_F")
_Spans: TypeAlias = Position | Worked | Busy | Promised | Requested | Responded


class _Told(NamedTuple):
    """The facts of one person with their places, by day."""

    person: PersonId | None
    facts: list[tuple[int, Fact]]

    def of(self, kind: type[_F]) -> list[tuple[int, _F]]:
        return [(at, fact) for at, fact in self.facts if isinstance(fact, kind)]


def contradictions(facts: Sequence[Fact], today: date) -> tuple[Contradiction, ...]:
    """Return what does not fit among `facts` as seen on `today`, by place."""
    people: dict[PersonId | None, list[tuple[int, Fact]]] = defaultdict(list)
    for at, fact in enumerate(facts):
        people[getattr(fact, "person", None)].append((at, fact))
    found: list[Contradiction] = []
    for person, told in people.items():
        one = _Told(person, sorted(told, key=_by_day))
        for rule in (_ahead, _backwards, _answers, _thanks, _responses, _promises, _leads):
            found.extend(rule(one, today))
    return tuple(sorted(found, key=lambda one: (one.at, one.what)))


def _by_day(told: tuple[int, Fact]) -> tuple[date, int]:
    at, fact = told
    return (getattr(fact, "on", None) or date.min, at)


def _ahead(told: _Told, today: date) -> Iterator[Contradiction]:
    now = Month.of(today)
    for at, fact in told.facts:
        day: date | None = getattr(fact, "on", None)
        if day is not None and day > today:
            yield Contradiction(at, Contrary.AHEAD, told.person, day)
        since = _since(fact)
        if since is not None and since > now:
            yield Contradiction(at, Contrary.SINCE_AHEAD, told.person, since)


def _since(fact: Fact) -> Month | None:
    match fact:
        case Worked(start=start):
            return start
        case Tied(since=since):
            try:
                return Month.parse(since)
            except ValueError:
                return None
        case _:
            return None


def _backwards(told: _Told, _today: date) -> Iterator[Contradiction]:
    for at, fact in told.facts:
        if isinstance(fact, _Spans):
            start, end = _span(fact)
            if start is not None and end is not None and end < start:  # type: ignore[operator]
                yield Contradiction(at, Contrary.BACKWARDS, told.person, start, end)


def _span(fact: _Spans) -> tuple[date | Month | None, date | Month | None]:
    """Return when something begins and ends, both days or both months."""
    match fact:
        case Promised(on=start, due=end) | Requested(on=start, by=end):
            return start, end
        case Responded(on=start, until=end):
            return start, end
        case _:
            return fact.start, fact.end


def _answers(told: _Told, _today: date) -> Iterator[Contradiction]:
    asks = [asked.on for _, asked in told.of(Asked)]
    answers = told.of(Answered)
    for at, answer in answers:
        if not asks:
            yield Contradiction(at, Contrary.ANSWERED_NOTHING, told.person, answer.on)
        elif answer.on < asks[0]:
            yield Contradiction(at, Contrary.ANSWERED_FIRST, told.person, answer.on, asks[0])
    for day in sorted({answer.on for _, answer in answers}):
        that_day = [at for at, answer in answers if answer.on == day]
        before = sum(answer.on < day for _, answer in answers)
        waiting = sum(on <= day for on in asks) - before
        for at in that_day[max(waiting, 1) :]:
            yield Contradiction(at, Contrary.ANSWERED_TWICE, told.person, day, day)


def _thanks(told: _Told, _today: date) -> Iterator[Contradiction]:
    """Find thanks for nothing new; a yes and an invitation are thanked for as well as help."""
    reasons = [help_.on for _, help_ in told.of(Received)]
    reasons += [word.on for _, word in told.of(Invited)]
    reasons += [deed.on for _, deed in told.of(Answered) if deed.reply is Reply.YES]
    last: date | None = None
    for at, thanks in told.of(Thanked):
        if all(day > thanks.on for day in reasons):
            yield Contradiction(at, Contrary.THANKED_NOTHING, told.person, thanks.on)
        elif last is not None and not any(last < day <= thanks.on for day in reasons):
            yield Contradiction(at, Contrary.THANKED_TWICE, told.person, thanks.on, last)
        last = thanks.on


def _responses(told: _Told, _today: date) -> Iterator[Contradiction]:
    asked: dict[str, date] = {}
    for _, request in told.of(Requested):
        asked.setdefault(request.request, request.on)
    for at, response in told.of(Responded):
        first = asked.get(response.request)
        if first is None:
            yield Contradiction(at, Contrary.RESPONDED_NOTHING, told.person, response.on)
        elif response.on < first:
            yield Contradiction(at, Contrary.RESPONDED_FIRST, told.person, response.on, first)


def _promises(told: _Told, _today: date) -> Iterator[Contradiction]:
    promises = [promised for _, promised in told.of(Promised)]
    for at, kept in told.of(Kept):
        before = [one for one in promises if one.on <= kept.on and one.by is kept.by]
        if meant(before, kept.text) is None:
            yield Contradiction(at, Contrary.KEPT_NOTHING, told.person, kept.on)


def _leads(told: _Told, _today: date) -> Iterator[Contradiction]:
    leads = [lead for _, lead in told.of(Lead)]
    for at, ended in told.of(LeadEnded):
        same = (
            lead.on <= ended.on
            and (lead.other, fold(what(lead))) == (ended.other, fold(ended.lead))
            for lead in leads
        )
        if not any(same):
            yield Contradiction(at, Contrary.ENDED_NOTHING, told.person, ended.on)
