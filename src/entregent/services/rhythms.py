"""Rhythms: how often I wish to hear from somebody, or from everybody of a circle."""

from collections.abc import Mapping
from types import MappingProxyType

from entregent.domain.ids import PersonId
from entregent.domain.text import fold
from entregent.domain.upkeep import Rhythm
from entregent.ledger.rhythms import Rhythms
from entregent.services.desk import Desk
from entregent.services.ports import BookError

WORDS: Mapping[str, int | None] = MappingProxyType(
    {"weekly": 7, "monthly": 30, "quarterly": 91, "yearly": 365, "none": None}
)
"""The rhythms that have a name, in days."""
MOST_DAYS = 3650


def days_of(word: str) -> int | None:
    """Return a rhythm in days: a number of them or one of `WORDS`; None for no rhythm.

    Raises BookError: rhythm.unreadable.
    """
    known = word.casefold()
    if known in WORDS:
        return WORDS[known]
    short = known.isascii() and known.isdecimal() and len(known) <= len(str(MOST_DAYS))
    if not (short and 1 <= int(known) <= MOST_DAYS):
        among = ", ".join(WORDS)
        raise BookError("rhythm.unreadable", value=word, among=among, most=str(MOST_DAYS))
    return int(known)


def for_person(desk: Desk, person: PersonId, days: int | None) -> Rhythm:
    """Return the wish to hear from somebody so often. Raises BookError: person.me."""
    if person == desk.book.owner:
        raise BookError("person.me")
    return Rhythm(desk.today, days, person)


def for_circle(desk: Desk, name: str, days: int | None) -> Rhythm:
    """Return the wish to hear so often from everybody of a circle. Raises BookError: rhythm.circle.

    The circle is called as the book spells it.
    """
    spelled = {fold(circle): circle for one in desk.book.people() for circle in one.circles}
    if fold(name) not in spelled:
        raise BookError("rhythm.circle", name=name, among=", ".join(sorted(spelled.values())))
    return Rhythm(desk.today, days, circle=spelled[fold(name)])


def standing(desk: Desk) -> list[Rhythm]:
    """Return the rhythms that stand, those of circles first."""
    facts = [entry.fact for entry in desk.book.entries((Rhythm,))]
    found = Rhythms.of((fact for fact in facts if isinstance(fact, Rhythm)), desk.today)
    circles = sorted(found.circles.values(), key=lambda one: fold(one.circle))
    every = (*circles, *found.people.values())
    return [rhythm for rhythm in every if rhythm.days is not None]
