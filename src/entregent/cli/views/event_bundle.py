"""What the bundle holds of whom to meet, and the bundle in words."""

from typing import Literal

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper, Touch
from entregent.cli.views.event_brief_json import document
from entregent.coach.plays import VOICES, Voice
from entregent.domain.events import Event
from entregent.locale.speech import Speech
from entregent.services.desk import Desk
from entregent.services.events.bundling import Bundle
from entregent.services.events.preparing import prepare

_LEFT_AT_HOME = ("event", "past", "list", "discreet", "beware")
"""What of a brief is said elsewhere, or must be seen by nobody over one's shoulder."""
_OF_THE_KNOWN = ("person", "say")
"""What is said of somebody I know: a first word to them, nothing of our past."""


def briefs(desk: Desk, event: Event) -> dict[str, Document]:
    """Return the brief of an event in each voice, without what is nobody's business there."""
    return {voice: _brief(desk, event, voice) for voice in VOICES}


def told(face: Face, held: Bundle, out: str) -> Paper:
    """Return in words where the bundle is, and what stands in it and does not."""
    paper = face.paper()
    paper.write(face.say("event.bundle-written", path=out))
    paper.air()
    for line in (
        face.say("event.bundle-holds"),
        face.say("event.bundle-event", event=held.event.name)
        if held.event
        else face.say("event.bundle-no-event"),
        face.say("event.bundle-card" if held.card else "event.bundle-no-card"),
    ):
        paper.write(line, lead="– ")
    paper.air()
    paper.write(face.say("event.bundle-not"), touch=Touch.SOFT)
    return paper


def _brief(desk: Desk, event: Event, voice: Voice) -> Document:
    lang = "en" if voice == "en" else "fr"
    speech = Speech(lang, bootstrap.sentences(lang), desk.today)
    address: Literal["tu", "vous"] = "tu" if voice == "tu" else "vous"
    brief = prepare(desk, event, bootstrap.catalogue(), lang, address)
    whole = document(speech, brief)
    known = [{key: one[key] for key in _OF_THE_KNOWN} for one in whole["known"]]
    kept = {key: value for key, value in whole.items() if key not in _LEFT_AT_HOME}
    return {**kept, "known": known}
