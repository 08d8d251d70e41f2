"""A timetable of meetings: as text, as JSON, and as the report that stays beside it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.reading import Problem
from entregent.locale.wording import problem_sentence
from entregent.services.matching.hours import Hours
from entregent.services.matching.meetings import Timetable, Wish

_SHOWN = 12
"""So many of a kind are shown; the files have them all."""


@dataclass(frozen=True, slots=True)
class Told:
    """A timetable with all that is said about it; `kind` is what it was made of."""

    table: Timetable
    wish: Wish
    problems: tuple[Problem, ...]
    hours: Hours
    kind: Literal["words", "by-hand", "agreed"]

    @property
    def names(self) -> dict[str, str]:
        """How each person is called, by id."""
        return {one.id: one.name for one in self.table.people}


def sheet(face: Face, told: Told, folder: Path | None, until: date) -> Paper:
    """Lay out how good the timetable is, who was short of meetings, and what to do next."""
    paper, table = face.paper(), told.table
    people, over = len(table.people), face.say("match.over", n=table.slots)
    paper.write(
        face.say("match.planned", n=len(table.rows), people=people, over=over), touch=Touch.STRONG
    )
    if table.rows:
        if told.kind == "agreed":
            paper.write(_waits(face, table))
        else:
            paper.write(proof(face, table.gap))
            key = "match.even" if table.fairness.fewest else "match.even-none"
            middle = f"{table.fairness.median:g}"
            paper.write(face.say(key, n=table.fairness.fewest, median=middle))
        if not told.wish.breaks and table.slots > 1 and told.kind != "agreed":
            paper.write(face.say("match.breathe"), touch=Touch.SOFT)
    else:
        paper.write(face.say(_why_none(told)))
    _short(face, paper, told)
    show_problems(face, paper, told.problems)
    show_files(face, paper, folder, until, key="match.files-where")
    return paper


def show_files(face: Face, paper: Paper, folder: Path | None, until: date, *, key: str) -> None:
    """Say where the files are, and until when."""
    if folder is None:
        paper.write(face.say("match.no-files"), touch=Touch.SOFT)
        return
    paper.label(face.say("match.files"))
    paper.write(face.say(key, path=str(folder)), indent=2)
    paper.write(face.say("match.files-until", until=until, path=str(folder)), indent=2)


def _waits(face: Face, table: Timetable) -> str:
    if not table.value:
        return face.say("match.no-waits")
    most, bound = f"{table.fairness.worst_value:g}", f"{table.bound:g}"
    return face.say("match.waits", n=int(table.value), most=most, bound=bound)


def proof(face: Face, gap: float) -> str:
    """Say how far from the best possible a plan is at most."""
    percent = 100 * gap
    if percent < 0.005:  # noqa: PLR2004 - what two decimals show as nothing
        return face.say("match.best")
    return face.say("match.near-best", gap=_decimal(face, percent))


def _decimal(face: Face, value: float) -> str:
    text = f"{value:.2f}"
    return text.replace(".", ",") if face.speech.lang == "fr" else text


def _why_none(told: Told) -> str:
    return "match.none-table" if not told.table.tables else "match.none"


def _short(face: Face, paper: Paper, told: Told) -> None:
    short = told.table.short if told.table.rows else ()
    if not short:
        return
    fewest = 1 if told.wish.fewest is None else told.wish.fewest
    paper.label(face.say("match.short-label", n=fewest))
    for one in short[:_SHOWN]:
        said = face.say(f"match.lack.{one.lack}", name=told.names[one.who])
        paper.write(said, lead="· ", indent=2)
    _more(face, paper, len(short))


def show_problems(face: Face, paper: Paper, problems: tuple[Problem, ...]) -> None:
    """List the rows that could not be used."""
    if not problems:
        return
    paper.label(face.say("match.problems", n=len(problems)))
    for one in problems[:_SHOWN]:
        what = problem_sentence(face.speech, one)
        paper.write(face.say("import.problem", where=one.where, what=what), indent=2)
    _more(face, paper, len(problems))


def _more(face: Face, paper: Paper, count: int) -> None:
    if count > _SHOWN:
        paper.write(face.say("pool.more", n=count - _SHOWN), indent=4, touch=Touch.SOFT)


def document(face: Face, told: Told) -> shapes.Document:
    """Return the result as JSON, but for how long it took and the files."""
    return {**_figures(face, told), "problems": told_problems(face, told.problems)}


def report(face: Face, told: Told) -> str:
    """Return `report.json`: the same, without what would tell of who avoids whom."""
    said = {
        **_figures(face, told),
        "checked": True,
        "problems": told_problems(face, open_ones(told.problems)),
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _figures(face: Face, told: Told) -> shapes.Document:
    table, names = told.table, told.names
    fairness = table.fairness
    return {
        "people": len(table.people),
        "slots": table.slots,
        "meetings": len(table.rows),
        "value": round(table.value, 6),
        "bound": round(table.bound, 6),
        "gap": round(table.gap, 6),
        "fairness": {
            "fewest": fairness.fewest,
            "median": fairness.median,
            "worst_value": round(fairness.worst_value, 6),
        },
        "short": [
            {
                "id": one.who,
                "name": names[one.who],
                "code": one.lack.value,
                "text": face.say(f"match.lack.{one.lack}", name=names[one.who]),
            }
            for one in table.short
        ],
        "hosts": hosts(table.hosts),
    }


def told_problems(face: Face, problems: Iterable[Problem]) -> list[shapes.Document]:
    """Return problems in words, with their places."""
    return [{"where": one.where, "what": problem_sentence(face.speech, one)} for one in problems]


def open_ones(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that anybody may read: none that tells of who avoids somebody."""
    return [one for one in problems if not one.what.startswith("match.avoid")]


def hosts(given: Mapping[str, str]) -> list[shapes.Document]:
    """Return who welcomes whom."""
    return [{"newcomer": newcomer, "host": host} for newcomer, host in given.items()]
