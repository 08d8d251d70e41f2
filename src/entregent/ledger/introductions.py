"""Introductions: how far each is, from the facts about it in whatever order they came.

Facts are taken by their day, those of one day in the order of `Step`. One that cannot follow what
came before changes nothing and is listed, so that nobody is introduced without their agreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from entregent.domain.ids import IntroductionId, PersonId, RequestId
from entregent.domain.inbox import Brokered, Party, Step
from entregent.ledger.introduction_states import (
    SIDED,
    Agreed,
    Declined,
    LetGo,
    Made,
    Move,
    Outcome,
    Sought,
    State,
    Thanked,
    ToSeek,
    Void,
    advance,
    begun,
    meant,
    moves,
)

_WORDS: Mapping[type[State], Step] = {
    Sought: Step.SOUGHT,
    Agreed: Step.AGREED,
    Declined: Step.DECLINED,
    LetGo: Step.LET_GO,
    Made: Step.MADE,
    Outcome: Step.OUTCOME,
    Thanked: Step.THANKED,
}
"""The step that leads to a state."""


class Why(StrEnum):
    """Why a fact about an introduction changes nothing."""

    NO_BEGINNING = "no-beginning"
    """Nothing says on an earlier day who asked for it."""
    OTHER_PEOPLE = "other-people"
    """It speaks of two others than the beginning does."""
    AGAIN = "again"
    """It was said before."""
    OUT_OF_TURN = "out-of-turn"
    """It cannot follow what came before: an answer before the question, say."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """A fact that changes nothing, and why."""

    fact: Brokered
    why: Why


@dataclass(frozen=True, slots=True)
class Introduction:
    """An introduction of `person` to `other` as of a day.

    `step` is ASKED or OFFERED. `lines` is what may be passed on of what `person` looks for (of
    my idea, when it was mine), `wishes` what each said on agreeing.
    """

    id: IntroductionId
    person: PersonId
    other: PersonId
    step: Step
    on: date
    state: State
    lines: str = ""
    wishes: Mapping[Party, str] = field(default_factory=dict)
    request: RequestId | None = None
    oddities: tuple[Oddity, ...] = ()

    def at(self, party: Party) -> PersonId:
        """Return who stands on a side."""
        return self.person if party is Party.PERSON else self.other

    @property
    def word(self) -> str:
        """How far it is, in one word: that of the step that led there, or `void`.

        My own idea, once one side agreed to it, is as good as asked for.
        """
        match self.state:
            case ToSeek(agreed=agreed):
                return (Step.ASKED if agreed else Step.OFFERED).value
            case Void():
                return "void"
            case _:
                return _WORDS[type(self.state)].value

    def moves(self) -> tuple[Move, ...]:
        """Return what can come next."""
        return moves(self.state)

    def may_learn(self, reader: Party) -> bool:
        """Tell whether a side may read the other's name: only once that other side agreed.

        Who asked for an introduction agreed by that. Of one that came to nothing no name is told.
        """
        match self.state:
            case ToSeek(agreed=agreed) | Sought(agreed=agreed):
                return facing(reader) in agreed
            case Agreed() | Made() | Outcome() | Thanked():
                return True
            case _:
                return False


def facing(party: Party) -> Party:
    """Return the side that faces another."""
    return Party.OTHER if party is Party.PERSON else Party.PERSON


def introductions(
    facts: Iterable[Brokered], today: date, owner: PersonId
) -> tuple[tuple[Introduction, ...], tuple[Oddity, ...]]:
    """Return the introductions, as they were entered, and the facts that belong to none.

    What is dated after `today` has not happened.
    """
    told: dict[IntroductionId, list[Brokered]] = defaultdict(list)
    for fact in facts:
        if fact.on <= today:
            told[fact.introduction].append(fact)
    found: list[Introduction] = []
    strays: list[Oddity] = []
    for some in told.values():
        ordered = sorted(some, key=_order)
        first = next((fact for fact in ordered if fact.step in _BEGINNINGS), None)
        if first is None:
            strays.extend(Oddity(fact, Why.NO_BEGINNING) for fact in ordered)
        else:
            found.append(_told(first, ordered, owner))
    found.sort(key=lambda one: one.id)
    return tuple(found), tuple(sorted(strays, key=lambda odd: _order(odd.fact)))


_BEGINNINGS = frozenset({Step.ASKED, Step.OFFERED})
_PLACE = {step: place for place, step in enumerate(Step)}


def _order(fact: Brokered) -> tuple[str, ...]:
    """Order facts by day and step; what one day says alike has an order of its own."""
    place = f"{_PLACE[fact.step]:02}"
    told = (fact.party or "", fact.text, fact.person, fact.other, fact.request or "")
    return (fact.on.isoformat(), place, *told, fact.introduction)


@dataclass(slots=True)
class _Course:
    """An introduction while its facts are read."""

    state: State
    lines: str
    wishes: dict[Party, str] = field(default_factory=dict)
    oddities: list[Oddity] = field(default_factory=list)


def _told(first: Brokered, facts: list[Brokered], owner: PersonId) -> Introduction:
    course = _Course(begun(first.step, first.on), first.text)
    taken: set[Move] = {Move(first.step)}
    for fact in facts:
        if fact is first:
            continue
        move = _move(course.state, fact)
        why = _follow(course, first, fact, move)
        if why is None:
            taken.add(move)
        else:
            again = why is Why.OUT_OF_TURN and _taken(move, taken)
            course.oddities.append(Oddity(fact, Why.AGAIN if again else why))
    nobody = first.person == first.other or owner in (first.person, first.other)
    return Introduction(
        first.introduction,
        first.person,
        first.other,
        first.step,
        first.on,
        Void(first.on) if nobody else course.state,
        course.lines,
        course.wishes,
        next((fact.request for fact in facts if fact.request is not None), None),
        tuple(course.oddities),
    )


def _move(state: State, fact: Brokered) -> Move:
    """Return the step of a fact, with the side it means where it names none."""
    sided = fact.party is not None and fact.step in SIDED
    return Move(fact.step, fact.party) if sided else meant(state, fact.step)


def _taken(move: Move, taken: set[Move]) -> bool:
    """Tell whether a step was taken before, by any side where it names none."""
    return any(past.step is move.step and move.party in (None, past.party) for past in taken)


def _follow(course: _Course, first: Brokered, fact: Brokered, move: Move) -> Why | None:
    """Let a fact move the introduction on; return why it cannot."""
    if (fact.person, fact.other) != (first.person, first.other):
        return Why.OTHER_PEOPLE
    if fact.on < first.on:
        return Why.NO_BEGINNING
    after = advance(course.state, move, fact.on, fact.text)
    if after is None:
        return Why.OUT_OF_TURN
    course.state = after
    if fact.step is Step.LINES and fact.text:
        course.lines = fact.text
    if fact.step is Step.AGREED and move.party is not None and fact.text:
        course.wishes[move.party] = fact.text
    return None
