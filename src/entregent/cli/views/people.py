"""A list of people: aligned names, what they do, where."""

from collections.abc import Sequence
from datetime import date

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch, display_width
from entregent.domain.people import Person

_NAME = 26


def roll(face: Face, people: Sequence[Person], today: date) -> Paper:
    """Lay out people by name with their current work."""
    paper = face.paper()
    if not people:
        paper.write(face.say("people.none"))
        return paper
    longest = max(display_width(person.name) for person in people)
    column = min(longest, _NAME)
    for person in people:
        gap = max(column - display_width(person.name), 0)
        work = job(person, today)
        lead = person.name + " " * (gap + 2) if work else person.name
        paper.write(work, lead=lead)
    paper.air()
    paper.write(face.say("people.count", n=len(people)), touch=Touch.SOFT)
    return paper


def job(person: Person, today: date) -> str:
    """Return what somebody does now, and where, as far as is known."""
    held = next(iter(person.current(today)), None)
    title = (held.title if held else "") or person.title
    company = held.company if held else ""
    return ", ".join(filter(None, (title, company)))
