"""The brief of an event as JSON; `docs/events.md` says what each key holds."""

from entregent.cli.json_imports import file_report
from entregent.cli.json_shapes import Document
from entregent.cli.views.event_brief_words import (
    called,
    gifts,
    minds,
    pace_words,
    reason_words,
    way_words,
)
from entregent.cli.views.events import event_document
from entregent.coach.brief.model import Reason
from entregent.domain.people import Person
from entregent.locale.speech import Speech
from entregent.services.events.listing import Taken
from entregent.services.events.preparing import Brief, Meeting, WarmWord


def document(speech: Speech, brief: Brief, taken: Taken | None = None) -> Document:
    """Return the brief, and what became of the lists given with it."""
    pace = brief.pace
    return {
        "event": event_document(brief.event),
        "past": brief.past == "yes",
        "discreet": brief.search == "discreet",
        "list": _taken(speech, taken) if taken else None,
        "conversations": {
            "least": pace.least if pace else None,
            "most": pace.most if pace else None,
            "because": pace_words(speech, brief),
        },
        "meet": [_meeting(speech, brief, one) for one in brief.meet],
        "known": [_warm(speech, brief, one) for one in brief.familiar],
        "there": list(brief.there),
        "beware": list(brief.beware),
        "arriving": [{"text": text, "phrases": [said]} for text, said in brief.arriving],
        "openings": list(brief.openings),
        "answers": [{"seconds": one.seconds, "text": one.text} for one in brief.answers],
    }


def _taken(speech: Speech, taken: Taken) -> Document:
    return {
        "batch": taken.batch,
        "files": [
            {key: told[key] for key in ("path", "kind", "read", "problems")}
            for told in (file_report(one, speech) for one in taken.files)
        ],
        "new": [guest.name for guest in taken.new],
        "gone": [guest.name for guest in taken.gone],
        "myself": taken.myself == "yes",
        "aside": list(taken.aside),
        "left": [
            {"path": path, "where": one.card.record, "name": called(one.card), "code": one.why}
            for path, one in taken.left
        ],
    }


def _meeting(speech: Speech, brief: Brief, meeting: Meeting) -> Document:
    who, way = meeting.worth.attendee, meeting.way
    return {
        "name": who.name,
        "company": who.company,
        "title": who.title,
        "perhaps": [_named(person) for person in meeting.perhaps],
        "because": [_reason(speech, brief, one) for one in meeting.worth.because],
        "talk": list(meeting.worth.talk),
        "openings": list(meeting.openings),
        "introducer": {
            "id": way.ally.person,
            "name": way.ally.name,
            "because": way_words(speech, meeting, way),
            "say": meeting.asking,
        }
        if way
        else None,
        "mutual": [_named(person) for person in meeting.mutual],
        "bridges": [
            {
                "heard": bridge.heard,
                "to": bridge.thing.to,
                "kind": bridge.thing.kind.said,
                "sentence": bridge.sentence,
            }
            for bridge in meeting.bridges
        ],
        "offer": gifts(speech, brief, meeting.worth),
    }


def _warm(speech: Speech, brief: Brief, one: WarmWord) -> Document:
    known = one.familiar
    return {
        "person": _named(known.person),
        "last": known.last.isoformat() if known.last else None,
        "mind": [{"code": code, "text": text} for code, text in minds(speech, known)],
        "because": [_reason(speech, brief, reason) for reason in known.because],
        "say": one.say or None,
    }


def _reason(speech: Speech, brief: Brief, reason: Reason) -> Document:
    text = reason_words(speech, brief, reason)
    return {"code": reason.why.value, "text": text, "mine": reason.mine, "theirs": reason.theirs}


def _named(person: Person) -> Document:
    return {"id": person.id, "name": person.name}
