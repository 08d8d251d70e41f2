"""What was said when we met, for the message that follows: which one, and by which channel."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from entregent.coach.capture.said import By, Encountered
from entregent.domain.events import Remembered
from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.drafts.brief import Medium, Moment, Parting, Plan
from entregent.locale.deeds import Deed, Doing
from entregent.services.desk import Desk
from entregent.services.events.capturing import captured

_PLANS = {
    Doing.LUNCH: Plan.LUNCH,
    Doing.COFFEE: Plan.COFFEE,
    Doing.DRINK: Plan.DRINK,
    Doing.CALL: Plan.CALL,
    Doing.VISIT: Plan.VISIT,
}
_NETWORK = "linkedin."


class Followed(NamedTuple):
    """The message that an encounter asks of me, what it may say, and the promise that it keeps."""

    moment: Moment
    parting: Parting
    promise: str = ""


def last_word(desk: Desk, person: PersonId) -> Encountered | None:
    """Return what the lines of one event that last became `person` say together.

    None where no line did.
    """
    facts = [entry.fact for entry in desk.book.entries((Remembered,), person=person)]
    places = [(fact.line, fact.place) for fact in facts if isinstance(fact, Remembered)]
    if not places:
        return None
    told = [
        (line.captured.event, met)
        for line in captured(desk)
        for place, met in enumerate(line.encounters)
        if (line.id, place) in places
    ]
    return _together([met for event, met in told if event == told[-1][0]]) if told else None


def _together(mets: Sequence[Encountered]) -> Encountered:
    """Return what several lines about one encounter say: all of it, and the last word on next."""
    agreed = [met.next for met in mets if met.next]
    return replace(
        mets[-1],
        topics=tuple(dict.fromkeys(topic for met in mets for topic in met.topics)),
        promises=tuple(dict.fromkeys(word for met in mets for word in met.promises)),
        next=agreed[-1] if agreed else None,
    )


def following(desk: Desk, met: Encountered) -> Followed:
    """Return the message that follows: what I promised first, then what was agreed, else a word.

    What touches health or family is never said again.
    """
    parting, mine = _parting(desk, met), _mine(desk, met)
    for doing, moment in ((Doing.SEND, Moment.SEND), (Doing.PRESENT, Moment.PRESENT)):
        if promise := next((text for text, deed in mine if deed.doing is doing), ""):
            return Followed(moment, parting, promise)
    if parting.plan is None:
        return Followed(Moment.PLEASURE, parting)
    lunch = parting.plan is Plan.LUNCH
    return Followed(Moment.LUNCH if lunch else Moment.MEET, parting)


def following_up(desk: Desk, person: PersonId) -> Followed:
    """Return which message follows our last encounter; where no line told of it, a word."""
    said = last_word(desk, person)
    return following(desk, said) if said else Followed(Moment.PLEASURE, Parting())


def awaited(desk: Desk, met: Encountered) -> bool:
    """Tell whether it is for them to write: they said so, and nothing else is for me to do."""
    theirs = any(
        word.by is By.THEM and desk.reference.deeds.read(word.what).doing is Doing.WRITE
        for word in met.promises
    )
    return theirs and not any(word.by is By.ME for word in met.promises)


def channel_of(person: Person) -> Medium:
    """Return the channel that somebody gave: their address, their profile, their number."""
    if person.emails:
        return Medium.EMAIL
    if any(_NETWORK in url.casefold() for url in person.urls):
        return Medium.LINKEDIN
    return Medium.SMS if person.phones else Medium.EMAIL


def _parting(desk: Desk, met: Encountered) -> Parting:
    private, deeds = desk.reference.mentions.private, desk.reference.deeds
    mine = _mine(desk, met)
    plan = deeds.read(met.next.what) if met.next else None
    sent = [deed.about for _, deed in mine if deed.doing is Doing.SEND]
    whom = [deed.about for _, deed in mine if deed.doing is Doing.PRESENT]
    return Parting(
        talked=tuple(topic for topic in met.topics if not private(topic)),
        thing=next((thing for thing in sent if not private(thing)), ""),
        whom=next(filter(None, whom), ""),
        plan=_PLANS.get(plan.doing, Plan.AGAIN) if plan else None,
        day=met.next.day if met.next and _is_to_come(desk, met.next.day) else None,
    )


def _is_to_come(desk: Desk, day: date | None) -> bool:
    return day is not None and day >= desk.today


def _mine(desk: Desk, met: Encountered) -> list[tuple[str, Deed]]:
    read = desk.reference.deeds.read
    return [(word.what, read(word.what)) for word in met.promises if word.by is By.ME]
