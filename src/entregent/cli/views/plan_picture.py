"""Who is asked when, drawn in a terminal: one row a person, one column a week."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from entregent.asks.campaign.model import Step
from entregent.cli.face import Face
from entregent.cli.paper import WIDTH, Paper, Touch, clean, display_width
from entregent.cli.roads import WEEK, Roads
from entregent.locale.wording import MARKS

_NAME = 22
_WIDEST, _DATED = 4, 3
"""Columns a week has at most, and those it takes to write a day of the month."""
_REST = "─"


def rows(steps: Iterable[Step]) -> dict[str, list[Step]]:
    """Return the steps of each person, those asked first first."""
    found: dict[str, list[Step]] = {}
    for step in steps:
        found.setdefault(step.person, []).append(step)
    return found


def picture(paper: Paper, face: Face, roads: Roads) -> None:
    """Draw the road map: a mark in the week of each ask, a line while the person rests."""
    weeks = roads.weeks
    width = max(1, min(_WIDEST, (WIDTH - _NAME - 4) // len(weeks)))
    paper.drawn("  " + _months(face, weeks, width), Touch.SOFT)
    if width >= _DATED:
        days = "".join(f"{first.day:>2}".ljust(width) for first in weeks)
        paper.drawn("  " + " " * _NAME + days, Touch.SOFT)
    for steps in rows(roads.campaign.steps).values():
        name = _fitted(roads.names.full(steps[0].person))
        paper.drawn(f"  {name}{_row(steps, len(weeks), width, roads.rest)}")
    paper.air()
    paper.write(face.say("plan.legend"), indent=2, touch=Touch.SOFT)


def _row(steps: Sequence[Step], weeks: int, width: int, rest: timedelta) -> str:
    """Return a person's line; a rest ends in the week of its last day."""
    cells = [" "] * (weeks * width)
    for step in steps:
        place = (step.week - 1) * width
        length = max(1, round(rest / WEEK * width) - 1)
        for at in range(place, min(place + length, len(cells))):
            cells[at] = _REST
    for step in steps:
        cells[(step.week - 1) * width + (1 if width >= _DATED else 0)] = MARKS[step.verdict]
        if width >= _DATED:
            cells[(step.week - 1) * width] = " "
    return "".join(cells)


def _months(face: Face, weeks: Sequence[date], width: int) -> str:
    """Return the names of the months above the weeks in which they begin, where they fit."""
    line = " " * _NAME
    before = 0
    for number, first in enumerate(weeks):
        place = _NAME + number * width
        if first.month != before and display_width(line) <= place:
            line = line.ljust(place) + face.speech.date(first, "month") + " "
            before = first.month
    return line.rstrip()


def _fitted(name: str) -> str:
    """Return a name as wide as the column of names, cut where it is longer."""
    name = clean(name)
    while display_width(name) > _NAME - 2:
        name = name[:-2] + "…"
    return name + " " * (_NAME - display_width(name))
