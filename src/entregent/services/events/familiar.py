"""Those I know who will be at an event: what is open between us, who may introduce me."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from entregent.asks.avoid import closed
from entregent.coach.brief.choosing import telling
from entregent.coach.brief.model import Aims, Attendee, Reason, Senses
from entregent.coach.brief.reasons import reasons
from entregent.coach.brief.ways import Ally
from entregent.domain.events import Mode
from entregent.domain.facts import Asked, Fact, Need, Offer, Received
from entregent.domain.ids import PersonId
from entregent.domain.people import Person, Tie
from entregent.domain.text import fold
from entregent.domain.upkeep import Promised, Side
from entregent.domain.words import Address
from entregent.services.desk import Desk
from entregent.services.events.placing import Placed
from entregent.services.promises import promises
from entregent.services.world import World


@dataclass(frozen=True, slots=True)
class Familiar:
    """Somebody I know, and what is between us.

    `last` is the day of our last exchange; `quiet` says that it was long ago, or that we are
    friends of whom none is noted. `rests` is the first day on which one may ask them something
    again, `awaited` an ask they have not answered: no favour before that.
    """

    person: Person
    tie: Tie
    last: date | None
    quiet: Literal["yes", "no"]
    thanks: Received | None = None
    mine: tuple[Promised, ...] = ()
    theirs: tuple[Promised, ...] = ()
    rests: date | None = None
    awaited: Asked | None = None
    because: tuple[Reason, ...] = ()

    @property
    def telling(self) -> bool:
        """Whether there is anything to say or to mind."""
        told = (self.thanks, self.mine, self.theirs, self.rests, self.awaited, self.because)
        return self.quiet == "yes" or any(map(bool, told))


def address_of(tie: Tie) -> Address | None:
    """Return how I speak to somebody, where it is known; friends say tu."""
    return tie.address or (Address.TU if tie.friendly else None)


def familiar(
    desk: Desk,
    known: World,
    places: Sequence[Placed],
    aims: Aims,
    mode: Mode,
    senses: Senses,
) -> tuple[Familiar, ...]:
    """Return those I know, those first with whom something is open, then friends, then by name."""
    wishes = [entry.fact for entry in desk.book.entries((Need, Offer))]
    open_ones, owner = promises(desk), known.situation.owner
    found = []
    for one in places:
        tie = known.situation.my_tie(one.attendee.person or owner)
        if one.standing == "known" and tie is not None:
            because = telling(reasons(_fuller(known, one, wishes), aims, mode, senses))
            found.append(_familiar(known, tie, open_ones, because))
    return tuple(sorted(found, key=_order))


def allies(known: World, places: Sequence[Placed]) -> tuple[Ally, ...]:
    """Return those I know who may be asked to introduce me, today and at all."""
    situation = known.situation
    shut = closed(situation)
    there = [one.attendee.person for one in places if one.attendee.person is not None]
    found = []
    for one in places:
        person = one.attendee.person or situation.owner
        tie = situation.my_tie(person)
        if one.standing != "known" or tie is None or person in shut:
            continue
        if situation.history(person).rest is None:
            portrait = situation.people[person]
            companies = (one.guest.company, *portrait.companies(situation.today))
            acquainted = frozenset(_acquainted(known, person, there))
            told = (portrait.name, companies, portrait.circles, acquainted, address_of(tie))
            found.append(Ally(person, *told))
    return tuple(found)


def _acquainted(known: World, person: PersonId, there: Sequence[PersonId]) -> Iterator[PersonId]:
    for other in there:
        tie = known.situation.tie(person, other) if other != person else None
        if tie is not None and (tie.declared or tie.count > 0):
            yield other


def _familiar(
    known: World, tie: Tie, open_ones: Sequence[Promised], because: tuple[Reason, ...]
) -> Familiar:
    situation = known.situation
    person = tie.b if tie.a == situation.owner else tie.a
    history = situation.history(person)
    ours = [promise for promise in open_ones if promise.person == person]
    days = situation.settings.dormant_days
    return Familiar(
        situation.people[person],
        tie,
        tie.last,
        "yes" if (history.age(tie.last) >= days if tie.last else tie.friendly) else "no",
        history.unthanked,
        tuple(promise for promise in ours if promise.by is Side.ME),
        tuple(promise for promise in ours if promise.by is Side.THEM),
        history.rest.until if history.rest else None,
        history.awaited,
        because,
    )


def _fuller(known: World, one: Placed, wishes: Sequence[Fact]) -> Attendee:
    """Return a guest with what the book knows of them besides."""
    who = one.attendee
    portrait = known.situation.people[who.person or known.situation.owner]
    told = [fact for fact in wishes if isinstance(fact, Need | Offer) and fact.person == who.person]
    companies = portrait.companies(known.situation.today)
    return replace(
        who,
        company=who.company or next(iter(companies), ""),
        title=who.title or portrait.title,
        topics=(*who.topics, *portrait.topics, *portrait.projects),
        offers=(*who.offers, *(fact.text for fact in told if isinstance(fact, Offer))),
        needs=(*who.needs, *(fact.text for fact in told if isinstance(fact, Need))),
        sectors=(*who.sectors, *portrait.sectors),
    )


def _order(one: Familiar) -> tuple[bool, bool, bool, str]:
    open_between = bool(one.thanks or one.mine or one.theirs)
    return not open_between, not one.tie.friendly, one.quiet == "no", fold(one.person.name)
