"""A list of people: aligned names, what they do, where."""

from collections.abc import Sequence
from datetime import date

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch, display_width
from entregent.domain.people import Person

_NAME = 26


def roll(face: Face, people: Sequence[Person], today: date, limit: int = 0) -> Paper:
    """Lay out people by name with their current work, at most `limit` of them (0: all)."""
    paper = face.paper()
    found, people = people, people[: limit or None]
    longest = max(display_width(person.name) for person in people)
    column = min(longest, _NAME)
    for person in people:
        gap = max(column - display_width(person.name), 0)
        work = job(person, today)
        lead = person.name + " " * (gap + 2) if work else person.name
        paper.write(work, lead=lead)
    paper.air()
    paper.write(face.say("people.count", n=len(found)), touch=Touch.SOFT)
    if len(people) < len(found):
        paper.write(face.say("list.more", shown=len(people), n=len(found)), touch=Touch.SOFT)
    return paper


def nobody(face: Face, query: str, near: Sequence[str]) -> Paper:
    """Say that nobody fits, what was looked for, and what may have been meant."""
    paper = face.paper()
    if not query.strip():
        paper.write(face.say("people.nobody-yet"))
        return paper
    paper.write(face.say("people.none", query=query.strip()))
    if near:
        paper.write(face.say("people.near", names=list(near)))
    return paper


def job(person: Person, today: date) -> str:
    """Return what somebody does now, and where, as far as is known."""
    held = next(iter(person.current(today)), None)
    title = person.title or (held.title if held else "")
    company = held.company if held else ""
    return ", ".join(filter(None, (title, company)))
