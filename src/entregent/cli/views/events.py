"""Events as the terminal shows them, and as JSON."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper
from entregent.domain.events import Event
from entregent.locale.speech import Speech


def announced(face: Face, event: Event, batch: str) -> int:
    """Show an event that was just kept."""
    if face.as_json:
        face.give({"event": event_document(event), "batch": batch})
        return 0
    paper = face.paper()
    _write(paper, face.speech, event)
    face.show(paper)
    return 0


def listed(face: Face, known: Sequence[Event]) -> Paper:
    """Return the events, those to come first."""
    paper = face.paper()
    if not known:
        paper.write(face.say("event.none"))
    today = face.speech.today
    coming = [event for event in known if event.day >= today]
    past = [event for event in reversed(known) if event.day < today]
    for title, some in (("event.coming", coming), ("event.past", past)):
        if some:
            paper.heading(face.say(title))
        for event in some:
            _write(paper, face.speech, event)
    return paper


def listed_document(known: Sequence[Event]) -> Document:
    """Return the events by day."""
    return {"events": [event_document(event) for event in known]}


def event_document(event: Event) -> Document:
    """Return what is known of an event; unknown times are null."""
    return {
        "id": event.event,
        "name": event.name,
        "day": event.day.isoformat(),
        "place": event.place,
        "from": str(event.begins) if event.begins else None,
        "to": str(event.ends) if event.ends else None,
        "goals": list(event.goals),
        "mode": event.mode.value,
    }


def when(speech: Speech, event: Event) -> str:
    """Return its day and times in words."""
    values = {"day": event.day, "begins": event.begins, "ends": event.ends}
    if event.begins is None:
        return speech.say("event.on", **values)
    return speech.say("event.on-from-to" if event.ends else "event.on-from", **values)


def _write(paper: Paper, speech: Speech, event: Event) -> None:
    paper.label(event.name)
    paper.letter(" · ".join(filter(None, (when(speech, event), event.place))))
    paper.letter(speech.say(f"event.mode.{event.mode}"))
    for goal in event.goals:
        paper.letter(f"– {goal}")
