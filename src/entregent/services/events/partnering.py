"""Partners at an event: one plan that each of them has, and what my own book adds for me alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from entregent.asks.avoid import closed
from entregent.coach.team.guests import same_name
from entregent.coach.team.plan import Introduction, Plan, plan
from entregent.coach.team.seeking import answers
from entregent.domain.events import Event, Guest
from entregent.domain.partners import Named, Share
from entregent.domain.text import tokens
from entregent.services.desk import Desk
from entregent.services.events.acquainted import acquainted, reserved
from entregent.services.events.guests import guests
from entregent.services.events.sharing import my_share, partners, told
from entregent.services.ports import BookError
from entregent.services.world import World, world


@dataclass(frozen=True, slots=True)
class Aside:
    """For my eyes alone: a guest I know may be for a partner, who looks for what `seeks` says."""

    guest: Named
    to: str
    seeks: str


@dataclass(frozen=True, slots=True)
class Team:
    """The plan, my name in it, what my own book adds, and what is to be known of the files.

    `introductions` are the plan's, but mine of people whom my book says I do not present.
    `unsealed` are the partners whose files bore no seal: nobody can tell who wrote them.
    """

    event: Event
    plan: Plan
    me: str
    introductions: tuple[Introduction, ...] = ()
    asides: tuple[Aside, ...] = ()
    shared: Literal["yes", "not-yet"] = "yes"
    unsealed: tuple[str, ...] = ()


def team(desk: Desk, event: Event) -> Team:
    """Return the plan of an event's partners. Raises BookError: event.partner.alone."""
    theirs = partners(desk, event.event)
    if not theirs:
        raise BookError("event.partner.alone", name=event.name)
    mine = my_share(desk, event.event)
    share = mine.share if mine else Share(_my_name(desk))
    made = plan([share, *(one.share for one in theirs)], desk.reference.senses)
    known = world(desk)
    return Team(
        event,
        made,
        share.name,
        tuple(_introductions(known, event, made, share.name)),
        tuple(_asides(desk, known, event, made, share.name)),
        "yes" if mine else "not-yet",
        tuple(one.share.name for one in theirs if not one.sealed),
    )


def _introductions(known: World, event: Event, made: Plan, me: str) -> Iterator[Introduction]:
    """Yield the plan's introductions but those of mine that somebody would rather not have."""
    named = [one.guest for one in made.introductions if one.by == me]
    guests = [Guest(event.event, one.name, one.company) for one in named]
    held = {(one.name, one.company) for one in reserved(known, guests)}
    for one in made.introductions:
        if one.by != me or (one.guest.name, one.guest.company) not in held:
            yield one


def _my_name(desk: Desk) -> str:
    me = desk.book.person(desk.book.owner)
    return me.name if me and tokens(me.name) else ""


def _asides(desk: Desk, known: World, event: Event, made: Plan, me: str) -> list[Aside]:
    """Return whom of my own people at the event I may think of for a partner.

    Who asked not to be presented, is left out or must not know is not among them.
    """
    shut, senses = closed(known.situation), cache(desk.reference.senses)
    found = []
    for guest, person in acquainted(known, guests(desk, event.event)):
        held = person.current(desk.today)
        words = (told(guest), person.title, *person.topics, *(one.company for one in held))
        about = senses(" ".join(words))
        for share in made.partners:
            fitting = (one for one in share.seeks if answers(senses(one), about))
            seeks = next(fitting, "")
            if seeks and share.name != me and person.id not in shut:
                found.append(Aside(Named(guest.name, guest.company), share.name, seeks))
    return [one for one in found if not _said(made, one)]


def _said(made: Plan, aside: Aside) -> bool:
    """Tell whether the plan presents that guest to that partner, or the guest is the partner."""
    if same_name(aside.guest.name, aside.to):
        return True
    said = [(one.guest, one.to) for one in made.introductions]
    said += [(task.guest, task.by) for task in made.tasks]
    return any(same_name(guest.name, aside.guest.name) and to == aside.to for guest, to in said)
