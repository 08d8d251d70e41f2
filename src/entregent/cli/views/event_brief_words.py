"""Sentences of a brief, shared by the terminal and the printed page."""

from collections.abc import Iterator

from entregent.coach.brief.model import Reason, Why, Worth
from entregent.coach.brief.pace import Pace
from entregent.coach.brief.ways import Way
from entregent.domain.events import Mode
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card
from entregent.locale.speech import Speech
from entregent.services.events.familiar import Familiar
from entregent.services.events.preparing import Brief, Meeting

_SEARCH = frozenset({Why.ASKED_FOR, Why.WANTED_COMPANY, Why.WANTED_FIELD, Why.THEY_OFFER, Why.GOAL})
"""Reasons that tell of what I am looking for."""


def reason_words(speech: Speech, brief: Brief, reason: Reason) -> str:
    """Return why somebody is worth meeting."""
    values = {"mine": reason.mine, "theirs": reason.theirs, "name": _name(brief, reason.person)}
    return speech.say(f"event.why.{reason.why}", **values)


def tells_of_search(reason: Reason) -> bool:
    """Tell whether a reason would show others what I am looking for."""
    return reason.why in _SEARCH


def gifts(speech: Speech, brief: Brief, worth: Worth) -> list[str]:
    """Return what I can offer somebody."""
    found = []
    for one in worth.gifts:
        key = "event.brief.gift-theirs" if one.person else "event.brief.gift-mine"
        found.append(speech.say(key, mine=one.mine, name=_name(brief, one.person)))
    return found


def way_words(speech: Speech, meeting: Meeting, way: Way) -> str:
    """Return who may introduce me, and what tells so."""
    who = meeting.worth.attendee.name
    return speech.say(f"event.way.{way.how}", name=way.ally.name, who=who, by=way.by)


def about(meeting: Meeting) -> str:
    """Return somebody's title and company."""
    who = meeting.worth.attendee
    return ", ".join(filter(None, (who.title, who.company)))


def perhaps_words(speech: Speech, meeting: Meeting) -> str:
    """Return whom of the book somebody may be, empty for nobody."""
    names = []
    for person in meeting.perhaps:
        held = next(iter(person.companies(speech.today)), "")
        names.append(f"{person.name} ({held})" if held else person.name)
    return speech.say("event.brief.perhaps", names=names) if names else ""


def minds(speech: Speech, one: Familiar) -> Iterator[tuple[str, str]]:
    """Yield what is between somebody and me, each with its code."""
    if one.thanks is not None:
        key = "thanks" if one.thanks.text else "thanks-bare"
        said = speech.say(f"event.known.{key}", text=one.thanks.text, on=one.thanks.on)
        yield "thanks-owed", said
    for promise in one.mine:
        yield "promised", speech.say("event.known.mine", text=promise.text)
    for promise in one.theirs:
        yield "promise-awaited", speech.say("event.known.theirs", text=promise.text)
    if one.quiet == "yes":
        key = "quiet" if one.last else "quiet-bare"
        yield "quiet", speech.say(f"event.known.{key}", last=one.last)
    if one.rests is not None:
        yield "resting", speech.say("event.known.rests", until=one.rests)
    elif one.awaited is not None:
        yield "unanswered", speech.say("event.known.awaited")


def pace_words(speech: Speech, brief: Brief) -> str:
    """Return how many conversations there is room for, in words."""
    pace = brief.pace
    if pace is None or brief.event.mode is Mode.FRIENDSHIP:
        return speech.say("event.pace.friendship")
    lasts = lasts_words(speech, pace.minutes)
    if pace.known == "no":
        lasts = speech.say("event.pace.supposed", lasts=lasts)
    least, most = (speech.say(f"event.number.{number}") for number in (pace.least, pace.most))
    return speech.say(f"event.pace.{_shape(pace)}", lasts=lasts, least=least, most=most)


def called(card: Card) -> str:
    """Return how a list calls somebody: by a name, else by an address."""
    return next(iter((*card.names, *card.emails, *card.phones)), "")


def lasts_words(speech: Speech, minutes: int) -> str:
    """Return a length of time in words."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return speech.say("event.lasts.both", hours=hours, minutes=f"{rest:02}")
    return speech.say(f"event.lasts.{'hours' if hours else 'minutes'}", n=hours or rest)


def _shape(pace: Pace) -> str:
    if pace.most == pace.least:
        return "single" if pace.most == 1 else "same"
    return "or" if pace.most - pace.least == 1 else "range"


def _name(brief: Brief, person: PersonId | None) -> str:
    return brief.called.get(person, "") if person else ""
