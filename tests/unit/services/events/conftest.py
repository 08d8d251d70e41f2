"""An evening to prepare, lists as ticket offices export them, and a party that was."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.content import Content
from entregent.domain.events import Event
from entregent.exchange.files import FileReaders
from entregent.services.desk import Desk
from entregent.services.events.capturing import capture
from entregent.services.events.debriefing import debrief
from entregent.services.events.guests import guests
from entregent.services.events.keeping import Told, new_event
from entregent.services.events.listing import take_lists
from entregent.services.ports import Opened
from entregent.services.reference import Reference

LISTS = Path(__file__).parent / "lists"
PARIS = ZoneInfo("Europe/Paris")


@dataclass
class Evening:
    """An event, and short words for what tests do with its lists."""

    desk: Desk
    event: Event
    folder: Path

    def take(self, *names, columns=None):
        """Take in lists of the folder `lists`, by their names."""
        return self.read(*(LISTS / name for name in names), columns=columns)

    def read(self, *paths, columns=None):
        readings = FileReaders(PARIS).read(Opened(paths, columns=columns))
        return take_lists(self.desk, self.event, readings)

    def list(self, text, name="liste.csv"):
        """Take in a list as it is written; a line a row."""
        path = self.folder / name
        path.write_text("\n".join(map(str.strip, text.strip().splitlines())), encoding="utf-8")
        return self.read(path)

    @property
    def guests(self):
        return guests(self.desk, self.event.event)

    @property
    def names(self):
        return [guest.name for guest in self.guests]


@pytest.fixture
def evening(carnet, tmp_path):
    """Return an evening three days ahead, in an empty book."""
    event, _ = new_event(carnet.desk, Told("Apéro des achats", date(2026, 3, 4)))
    return Evening(carnet.desk, event, tmp_path)


@pytest.fixture
def evening_of(story, tmp_path):
    """Return what makes an evening in the book that the test's docstring tells."""

    def made(*goals, day=date(2026, 3, 4), desk=None, **said):
        told = Told("Apéro des achats", day, goals=goals, **said)
        used = desk or story.desk
        return Evening(used, new_event(used, told)[0], tmp_path)

    return made


class Party:
    """An event that was, and the lines typed there, understood with the program's own words."""

    def __init__(self, story, **told):
        self.story = replace(story, desk=replace(story.desk, reference=Reference(Content())))
        told = {"name": "Apéro des anciens", "day": date(2026, 2, 27)} | told
        self.event, _ = new_event(self.desk, Told(**told))

    @property
    def desk(self):
        return self.story.desk

    @property
    def seen(self):
        return debrief(self.desk, self.event)

    def note(self, *lines):
        """Type lines about people just met; it was on a Friday."""
        return capture(self.desk, lines, self.event, self.event.day)


@pytest.fixture
def party(story):
    """Return a party of last Friday, in the book that a test's docstring tells."""
    return Party(story)
