"""A line read: from what one types with one thumb to the people it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from entregent.coach.capture.cutter import Cutter
from entregent.coach.capture.labels import Label, Value
from entregent.coach.capture.line import read_line
from entregent.coach.capture.people import Gathering
from entregent.coach.capture.phrasing import Phrasing
from entregent.coach.capture.pieces import Kind, Piece
from entregent.coach.capture.resolving import resolve
from entregent.coach.capture.said import By, Encountered, Next, Promise, Understood
from entregent.coach.capture.sheet import Sheet
from entregent.coach.capture.vocabulary import Vocabulary


def understand(text: str, today: date, words: Vocabulary) -> Understood:
    """Return what a line typed on a day says of the people just met.

    Every value is made of the line's own words; what they do not tell is empty, and words that
    told nothing stand in the note. Values that the line labels go before what is guessed.
    """
    rest, values = words.labels.apart(text)
    found = _guessed(rest, today, words)
    return _labelled(found, values, today, words) if values else found


def _guessed(text: str, today: date, words: Vocabulary) -> Understood:
    sheet = Sheet(read_line(text), words, today)
    pieces = resolve(sheet, Cutter(sheet).cut())
    return Gathering(sheet, pieces).gather()


def _labelled(
    found: Understood, values: Sequence[Value], today: date, words: Vocabulary
) -> Understood:
    """Put labelled values in the place of guessed ones; each name after the first is a person."""
    people = list(found.encounters) or [Encountered()]
    at, named = 0, False
    for value in values:
        if value.label is Label.NAME and named:
            at += 1
        named = named or value.label is Label.NAME
        if at == len(people):
            people.append(Encountered())
        people[at] = _with(people[at], value, today, words)
    return replace(found, encounters=tuple(people))


def _with(one: Encountered, value: Value, today: date, words: Vocabulary) -> Encountered:
    text = value.text
    changed: dict[Label, Encountered] = {
        Label.NAME: replace(one, name=text),
        Label.COMPANY: replace(one, company=text),
        Label.ROLE: replace(one, role=text),
        Label.TOPICS: replace(one, topics=tuple(filter(None, map(str.strip, text.split(","))))),
        Label.ME: _promising(one, By.ME, text),
        Label.THEM: _promising(one, By.THEM, text),
    }
    if value.label is Label.NEXT:
        return replace(one, next=_next(text, today, words))
    return changed[value.label]


def _promising(one: Encountered, by: By, text: str) -> Encountered:
    """Keep what was promised by one side, in the place of what was guessed of it."""
    others = tuple(each for each in one.promises if each.by is not by)
    return replace(one, promises=(*others, Promise(by, text)))


def _next(text: str, today: date, words: Vocabulary) -> Next:
    sheet = Sheet(read_line(text), words, today)
    return Phrasing(sheet).next(Piece(Kind.NEXT, 0, len(sheet.said), after=0))
