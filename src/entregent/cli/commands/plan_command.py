"""`plan`: the road map of many needs: which ask, to whom, in which week."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from entregent.asks.campaign.model import Pace
from entregent.bootstrap.calendars import calendar
from entregent.bootstrap.needs import needs_of
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import argument, option, verb
from entregent.cli.roads import Roads
from entregent.cli.short import short
from entregent.cli.values import WEEKS
from entregent.services.desk import Desk
from entregent.services.planning import draw, keep

NO = 1
"""Exit code: a need cannot be planned as it is written, or nobody can be asked for any."""


@verb(
    "plan",
    argument("needs", "file"),
    option("--weeks", type=WEEKS, value="count"),
    option("--ics", value="file"),
    option("--svg", value="file"),
)
def command(face: Face, needs: str, *, weeks: int | None, ics: str | None, svg: str | None) -> int:
    """Draw the road map, write the files asked for, keep it, and show it."""
    path = Path(needs)
    read = needs_of(path)
    pace = replace(Pace(), **{**read.pace, **({"weeks": weeks} if weeks else {})})
    with face.desk(writing=True) as desk:
        road = draw(desk, read, pace)
        roads = Roads(face, desk, road, read.remarks)
        written = list(_written(face, roads, ics=ics, svg=svg))
        batch = keep(desk, road, f"plan {path.name}")
        after = [] if face.as_json else [*written, *_next(face, desk, roads, batch)]
    if face.as_json:
        from entregent.cli.views.plan_json import document

        face.give({**document(roads), "batch": batch})
    else:
        from entregent.cli.views.plan import sheet

        face.show(sheet(face, roads, after=after))
    nobody = bool(roads.campaign.unmet) and not roads.campaign.steps
    return NO if road.refused or nobody else 0


def _written(face: Face, roads: Roads, *, ics: str | None, svg: str | None) -> Iterator[str]:
    """Write the calendar and the picture where they are wanted; yield that they are."""
    if ics:
        from entregent.cli.views.plan_days import days

        name, lang = face.say("plan.calendar"), face.speech.lang
        content = calendar(days(face, roads), name=name, lang=lang, written=roads.written)
        write(Path(ics), content)
        yield face.say("draft.written", path=ics)
    if svg:
        from entregent.cli.views.plan_svg import drawing

        write(Path(svg), drawing(face, roads).encode())
        yield face.say("draft.written", path=svg)


def _next(face: Face, desk: Desk, roads: Roads, batch: str | None) -> Iterator[str]:
    """Say what comes next: the first message, how to go on, how to go back."""
    for step in roads.campaign.steps[:1]:
        name = roads.names.full(step.person)
        yield face.say("plan.next", ask=roads.handle(step), name=name)
        yield face.say("plan.again")
    if batch:
        held = [line.id for line in desk.book.batches()]
        yield face.say("plan.undo", batch=short(batch, held))
