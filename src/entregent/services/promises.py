"""Promises between somebody and me: those that are open, and which one was kept."""

from datetime import date

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.upkeep import Kept, Promised, Side
from entregent.ledger.promises import meant, open_promises
from entregent.services.desk import Desk
from entregent.services.ports import BookError


def promises(desk: Desk, person: PersonId | None = None) -> tuple[Promised, ...]:
    """Return the open promises, oldest first: all of them, or those between somebody and me."""
    return _open(desk, person, desk.today)


def which_kept(desk: Desk, person: Person, words: str, on: date, by: Side | None) -> Kept:
    """Return that the promise named by `words` was kept: mine before theirs, unless `by` is told.

    Without words it is the oldest. Raises BookError: promise.none, promise.other-words.
    """
    waiting = [one for one in _open(desk, person.id, on) if by in (None, one.by)]
    if not waiting:
        raise BookError("promise.none", name=person.name)
    waiting.sort(key=lambda one: one.by is not Side.ME)
    found = meant(waiting, words)
    if found is None:
        among = " · ".join(one.text for one in waiting)
        raise BookError("promise.other-words", name=person.name, words=words, among=among)
    return Kept(person.id, on, found.text, found.by)


def _open(desk: Desk, person: PersonId | None, on: date) -> tuple[Promised, ...]:
    facts = [entry.fact for entry in desk.book.entries((Promised, Kept), person=person)]
    promised = (fact for fact in facts if isinstance(fact, Promised))
    return open_promises(promised, (fact for fact in facts if isinstance(fact, Kept)), on)
