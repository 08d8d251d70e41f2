"""What an introduction asks of me, and on which day; what stands in its way."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from entregent.domain.facts import Boundary, Busy
from entregent.domain.ids import PersonId
from entregent.domain.inbox import Party, Step
from entregent.domain.words import Kind
from entregent.ledger.introduction_states import (
    Agreed,
    Declined,
    LetGo,
    Made,
    Move,
    Outcome,
    Sought,
    Thanked,
    ToSeek,
    Void,
)
from entregent.ledger.introductions import Introduction
from entregent.settings import Settings

_DAY = timedelta(days=1)


class Errand(StrEnum):
    """What there is to do."""

    SEEK = "seek"
    """Ask a side whether they agree."""
    NO_WORD = "no-word"
    """A side has not answered: let it go, or else ask once more."""
    MAKE = "make"
    TELL = "tell"
    """Tell a side that it is not to be."""
    ASK_HOW = "ask-how"
    """Ask how it went, once."""
    THANK = "thank"
    WITHHELD = "withheld"
    """Something stands in its way: let it go."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do from the day `on`, with which side, and the steps that do it.

    The first of `choices` is what is suggested first.
    """

    errand: Errand
    on: date
    choices: tuple[Move, ...]
    party: Party | None = None


class Bar(StrEnum):
    """Why an introduction is not pursued."""

    BOUNDARY = "boundary"
    LEFT_OUT = "left-out"
    UNCOMFORTABLE = "was-uncomfortable"


@dataclass(frozen=True, slots=True)
class Barred:
    """Which side an introduction must not be pursued with, why, and the first free day if known."""

    party: Party
    bar: Bar
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Reserve:
    """What is to be respected: boundaries, my own reserve, discomfort said, busy periods.

    `away` are the people left out and those who must not know of my search; `uneasy` those whom
    asks for introductions made uncomfortable.
    """

    boundaries: Mapping[PersonId, Sequence[Boundary]] = field(default_factory=dict)
    away: Collection[PersonId] = ()
    uneasy: Collection[PersonId] = ()
    busy: Mapping[PersonId, Sequence[Busy]] = field(default_factory=dict)


def barred(introduction: Introduction, reserve: Reserve, today: date) -> Barred | None:
    """Return what forbids an introduction that is not made yet.

    Who asked for it may be introduced; an idea of mine must suit both.
    """
    match introduction.state:
        case ToSeek() | Sought() | Agreed():
            offered = introduction.step is Step.OFFERED
            sides = (Party.OTHER, Party.PERSON) if offered else (Party.OTHER,)
            found = (_bar(introduction.at(side), side, reserve, today) for side in sides)
            return next(filter(None, found), None)
        case _:
            return None


def _bar(person: PersonId, party: Party, reserve: Reserve, today: date) -> Barred | None:
    if person in reserve.away:
        return Barred(party, Bar.LEFT_OUT)
    said = reserve.boundaries.get(person, ())
    limits = [limit for limit in said if limit.covers(Kind.INTRODUCTION, today)]
    if limits:
        days = [limit.until for limit in limits if limit.until is not None]
        until = max(days) + _DAY if len(days) == len(limits) else None
        return Barred(party, Bar.BOUNDARY, until)
    return Barred(party, Bar.UNCOMFORTABLE) if person in reserve.uneasy else None


def busy_until(person: PersonId, reserve: Reserve, day: date) -> date:
    """Return the first day, from `day` on, on which somebody is not known to be busy."""
    for period in sorted(reserve.busy.get(person, ()), key=lambda one: one.start):
        if period.start <= day <= period.end:
            day = period.end + _DAY
    return day


def errands(
    introduction: Introduction, reserve: Reserve, today: date, settings: Settings
) -> tuple[Due, ...]:
    """Return what an introduction asks of me, by day; days to come are among them.

    Nobody is asked in a busy period. An introduction that something forbids is let go.
    """
    state = introduction.state
    if barred(introduction, reserve, today) is not None:
        return (Due(Errand.WITHHELD, state.since, (Move(Step.LET_GO),)),)
    found = _free(_errands(introduction, settings), introduction, reserve)
    return tuple(sorted(found, key=lambda due: due.on))


def _errands(introduction: Introduction, settings: Settings) -> Iterator[Due]:
    state = introduction.state
    match state:
        case ToSeek(unsought=unsought):
            yield from _seek(unsought, state.since)
        case Sought():
            yield from _no_word(state, timedelta(days=settings.follow_up_days))
            yield from _seek(state.unsought, introduction.on)
        case Agreed(since=since):
            yield Due(Errand.MAKE, since, (Move(Step.MADE),))
        case Declined(untold=untold) | LetGo(untold=untold):
            for party in untold:
                yield Due(Errand.TELL, state.since, (Move(Step.TOLD, party),), party)
        case Made(since=since, checked=None):
            on = since + timedelta(days=settings.outcome_days)
            yield Due(Errand.ASK_HOW, on, (Move(Step.CHECKED),), Party.PERSON)
        case Outcome(since=since):
            yield Due(Errand.THANK, since, (Move(Step.THANKED),), Party.OTHER)
        case Made() | Thanked() | Void():
            return
        case _:
            assert_never(state)


def _seek(unsought: Iterable[Party], on: date) -> Iterator[Due]:
    for party in unsought:
        yield Due(Errand.SEEK, on, (Move(Step.SOUGHT, party),), party)


def _no_word(state: Sought, patience: timedelta) -> Iterator[Due]:
    """Yield what to do about silence: let it go, or ask once more, never twice."""
    for wait in state.waits:
        let_go, again = Move(Step.LET_GO), Move(Step.FOLLOWED_UP, wait.party)
        last = wait.followed_up
        choices = (let_go, again) if last is None else (let_go,)
        yield Due(Errand.NO_WORD, (last or wait.since) + patience, choices, wait.party)


def _free(found: Iterable[Due], introduction: Introduction, reserve: Reserve) -> Iterator[Due]:
    """Yield what is due, each asking no earlier than the side asked is free."""
    for due in found:
        asking = due.errand in (Errand.SEEK, Errand.NO_WORD, Errand.ASK_HOW)
        if not asking or due.party is None:
            yield due
            continue
        on = busy_until(introduction.at(due.party), reserve, due.on)
        yield Due(due.errand, on, due.choices, due.party)
