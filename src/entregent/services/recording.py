"""Recording: what the owner says by hand, one small batch each."""

from collections.abc import Mapping, Sequence
from datetime import date

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import (
    Answered,
    Asked,
    Boundary,
    Busy,
    Deed,
    Discreet,
    Encounter,
    Entry,
    Fact,
    LeftOut,
    Position,
    Source,
    Tied,
    Trashed,
    Worked,
)
from entregent.domain.ids import BatchId, FactId, PersonId
from entregent.domain.upkeep import Kept, Promised
from entregent.domain.words import Origin
from entregent.services.desk import Desk
from entregent.services.ports import BookError
from entregent.services.rebasing import day_of, keyed

_HAND = Source(Origin.HAND)


def record(
    desk: Desk,
    facts: Sequence[Fact],
    title: str,
    *,
    people: Sequence[PersonId] = (),
    extra: Mapping[str, str] | None = None,
) -> BatchId:
    """Keep facts said by hand as one batch called `title`, creating `people` with it.

    Raises BookError: person.me, tie.self, date.future, months.backwards, period.backwards,
    promise.backwards, answer.no-ask, ask.unknown.
    """
    for fact in facts:
        _check(desk, fact)
    batch = BatchId(desk.ids.new())
    entries = [
        Entry(FactId(desk.ids.new()), batch, _completed(desk, fact), _HAND, extra or {})
        for fact in facts
        if not isinstance(fact, Encounter)
    ]
    encounters = [(keyed(fact), _HAND) for fact in facts if isinstance(fact, Encounter)]
    desk.book.apply(
        Batch(
            batch,
            BatchKind.HAND,
            desk.now,
            people=tuple(people),
            entries=entries,
            encounters=encounters,
            title=title,
        )
    )
    return batch


def _check(desk: Desk, fact: Fact) -> None:
    if _with_oneself(fact, desk.book.owner):
        raise BookError("person.me")
    if _ties_one(fact, desk.book.owner):
        raise BookError("tie.self")
    if isinstance(fact, Busy) and fact.end < fact.start:
        raise BookError("period.backwards", start=fact.start.isoformat(), end=fact.end.isoformat())
    if isinstance(fact, Position | Worked) and fact.start and fact.end and fact.end < fact.start:
        raise BookError("months.backwards", start=str(fact.start), end=str(fact.end))
    if isinstance(fact, Promised) and fact.due is not None and fact.due < fact.on:
        raise BookError("promise.backwards", start=fact.on.isoformat(), day=fact.due.isoformat())
    day = day_of(fact)
    if day is not None and day > desk.today:
        raise BookError("date.future", day=day.isoformat())
    if isinstance(fact, Answered) and not _was_asked(desk, fact.person, fact.on):
        raise BookError("answer.no-ask", name=_name(desk, fact.person))
    if isinstance(fact, Asked) and fact.ask and all(g.id != fact.ask for g in desk.book.goals()):
        raise BookError("ask.unknown", id=fact.ask)


def _with_oneself(fact: Fact, owner: PersonId) -> bool:
    """Tell a deed, a promise, an encounter or a limit in which I am both sides."""
    if isinstance(fact, Encounter):
        return fact.person == fact.other
    mutual = Deed | Promised | Kept | Boundary | LeftOut | Discreet | Trashed
    return isinstance(fact, mutual) and fact.person == owner


def _ties_one(fact: Fact, owner: PersonId) -> bool:
    """Tell a tie, or common work, that one human would have with themself."""
    match fact:
        case Tied(person=one, other=other):
            return one == other
        case Worked(person=one):
            return one == owner
        case _:
            return False


def _completed(desk: Desk, fact: Fact) -> Fact:
    """Tie a sent ask to the matter that its plan continues."""
    if not isinstance(fact, Asked) or fact.ask is None or fact.continues is not None:
        return fact
    goal = next(g for g in desk.book.goals() if g.id == fact.ask)
    return Asked(fact.person, fact.on, fact.kind, fact.text, fact.ask, goal.continues)


def _was_asked(desk: Desk, person: PersonId, on: date) -> bool:
    deeds = (entry.fact for entry in desk.book.entries((Asked,), person=person))
    return any(isinstance(deed, Asked) and deed.on <= on for deed in deeds)


def _name(desk: Desk, person: PersonId) -> str:
    found = desk.book.person(person)
    return found.name if found else person
