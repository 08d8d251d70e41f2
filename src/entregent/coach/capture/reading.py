"""A line read: from what one types with one thumb to the people it is about."""

from datetime import date

from entregent.coach.capture.cutter import Cutter
from entregent.coach.capture.line import read_line
from entregent.coach.capture.people import Gathering
from entregent.coach.capture.resolving import resolve
from entregent.coach.capture.said import Understood
from entregent.coach.capture.sheet import Sheet
from entregent.coach.capture.vocabulary import Vocabulary


def understand(text: str, today: date, words: Vocabulary) -> Understood:
    """Return what a line typed on a day says of the people just met.

    Every value is made of the line's own words; what they do not tell is empty, and words that
    told nothing stand in the note.
    """
    sheet = Sheet(read_line(text), words, today)
    pieces = resolve(sheet, Cutter(sheet).cut())
    return Gathering(sheet, pieces).gather()
