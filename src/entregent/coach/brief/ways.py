"""Who at an event may introduce two people to each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from entregent.coach.brief.model import Attendee
from entregent.domain.ids import PersonId
from entregent.domain.text import company_key, fold
from entregent.domain.words import Address


class How(StrEnum):
    """What tells that somebody may introduce me, the surest first."""

    TIED = "tied"
    """The book knows that the two know each other."""
    HOUSE = "house"
    """They work in the same place."""
    CIRCLE = "circle"


@dataclass(frozen=True, slots=True)
class Ally:
    """Somebody I know who will be there, whom I may ask to introduce me today."""

    person: PersonId
    name: str
    companies: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    knows: frozenset[PersonId] = frozenset()
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """Who may introduce me to somebody, and what tells so: a company's or a circle's name."""

    ally: Ally
    how: How
    by: str = ""


def way_to(who: Attendee, allies: Iterable[Ally]) -> Way | None:
    """Return the surest way to somebody through those who will be there, None where there is none.

    Whether colleagues know each other is for them to say: one asks.
    """
    found = [way for ally in allies for way in _ways(who, ally)]
    order = list(How)
    return min(found, key=lambda way: (order.index(way.how), fold(way.ally.name)), default=None)


def _ways(who: Attendee, ally: Ally) -> Iterable[Way]:
    if who.person is not None and who.person == ally.person:
        return
    if who.person is not None and who.person in ally.knows:
        yield Way(ally, How.TIED)
    key = company_key(who.company)
    if key and key in map(company_key, ally.companies):
        yield Way(ally, How.HOUSE, who.company)
    theirs = set(map(fold, who.circles))
    for circle in ally.circles:
        if fold(circle) in theirs:
            yield Way(ally, How.CIRCLE, circle)
