"""Lines about people just met, and what was understood of them."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper
from entregent.coach.capture.said import By, Encountered, Next, Understood
from entregent.domain.events import Captured, Event

Said = Sequence[tuple[Captured, Understood]]
"""Lines, each with what it says."""


def kept(face: Face, event: Event | None, said: Said, number: str = "") -> Paper:
    """Show what was understood of lines just kept, and how to put that of a number right."""
    paper = face.paper()
    key = "event.met.kept-at" if event else "event.met.kept"
    paper.write(face.say(key, event=event.name if event else ""))
    for line, understood in said:
        if len(said) > 1:
            paper.label(line.text)
        _understood(paper, face, understood)
    if number:
        paper.air()
        _how(paper, face, number)
    return paper


def how(face: Face, number: str) -> Paper:
    """Say how to put a line right."""
    paper = face.paper()
    _how(paper, face, number)
    return paper


def _how(paper: Paper, face: Face, number: str) -> None:
    paper.write(face.say("event.met.how"))
    paper.pairs([(f"entregent event met --replace {number} …", face.say("event.met.how-replace"))])


def listed(face: Face, event: Event | None, said: Said) -> Paper:
    """Show the lines of an evening by number, with what was understood of each."""
    paper = face.paper()
    if not said:
        paper.write(face.say("event.met.none"))
        return paper
    paper.heading(event.name if event else face.say("event.met.lately"))
    for number, (line, understood) in enumerate(said, 1):
        paper.air()
        paper.write(line.text, lead=f"{number}. ")
        _understood(paper, face, understood)
    return paper


def _understood(paper: Paper, face: Face, said: Understood) -> None:
    for one in said.encounters:
        paper.air()
        paper.across(one.name or face.say("event.met.nameless"), "", indent=4)
        paper.pairs(rows(face, one), indent=6)
    if said.note:
        paper.air()
        paper.pairs([(face.say("event.met.note"), said.note)], indent=4)


def rows(face: Face, one: Encountered) -> list[tuple[str, str]]:
    """Return what is known of somebody, each with the word for it; what is not known is empty."""
    promised = {by: [each.what for each in one.promises if each.by is by] for by in By}
    reach = (one.contact.email, one.contact.phone, one.contact.url)
    told = {
        "company": one.company,
        "role": one.role,
        "topics": ", ".join(one.topics),
        "me": " · ".join(promised[By.ME]),
        "them": " · ".join(promised[By.THEM]),
        "next": _step(face, one.next),
        "contact": " · ".join(filter(None, reach)),
    }
    return [(face.say(f"event.met.{name}"), text) for name, text in told.items()]


def _step(face: Face, step: Next | None) -> str:
    if step is None:
        return ""
    day = face.say("event.on", day=step.day) if step.day else ""
    return ", ".join(filter(None, (step.what, day)))


def kept_document(batch: str, event: Event | None, said: Said) -> Document:
    """Return what was understood of lines just kept."""
    every = [one for _, understood in said for one in understood.encounters]
    notes = [understood.note for _, understood in said if understood.note]
    return {
        "encounters": [encounter(one) for one in every],
        "note": " · ".join(notes),
        "event": event.event if event else None,
        "batch": batch,
    }


def listed_document(event: Event | None, said: Said) -> Document:
    """Return the lines of an evening, each with what was understood."""
    return {
        "event": event.event if event else None,
        "lines": [
            {
                "number": number,
                "text": line.text,
                "on": line.on.isoformat(),
                "encounters": [encounter(one) for one in understood.encounters],
                "note": understood.note,
            }
            for number, (line, understood) in enumerate(said, 1)
        ],
    }


def encounter(one: Encountered) -> Document:
    """Return what a line says of somebody; what it does not say is empty, or null."""
    contact = {"email": one.contact.email, "phone": one.contact.phone, "url": one.contact.url}
    step = one.next
    return {
        "name": one.name,
        "company": one.company,
        "role": one.role,
        "topics": list(one.topics),
        "promises": [{"by": each.by.value, "what": each.what} for each in one.promises],
        "next": {"what": step.what, "date": step.day.isoformat() if step.day else None}
        if step
        else None,
        "contact": {name: value for name, value in contact.items() if value},
    }
