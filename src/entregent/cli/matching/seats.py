"""Rotating tables: as text, as JSON, and as the files that are written of them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

from entregent.bootstrap import matching
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.matching import chart, texts
from entregent.cli.matching.chart import Placed
from entregent.cli.paper import Paper, Touch
from entregent.cli.views import match
from entregent.domain.reading import Problem
from entregent.matching.check import faults_of_tables
from entregent.services.matching.hours import Hours
from entregent.services.matching.seating import Seating


@dataclass(frozen=True, slots=True)
class Seated:
    """A seating with all that is said about it."""

    seating: Seating
    problems: tuple[Problem, ...]
    hours: Hours


def checked(seating: Seating) -> bytes:
    """Return `tables.csv`, looked at by the independent check as it will be read."""
    data = matching.table_of_tables(seating.rows)
    faults = faults_of_tables(matching.rows_of(data), seating.rules)
    if faults:
        raise RuntimeError("; ".join(faults[:5]))
    return data


def files(face: Face, told: Seated, rows: bytes, until: date) -> Iterator[tuple[str, bytes]]:
    """Yield the files and what is in them."""
    seating = told.seating
    yield "tables.csv", rows
    said = {**document(face, told), "checked": True}
    said["problems"] = match.told_problems(face, match.open_ones(told.problems))
    yield "report.json", f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
    tables = {(turn, who): table for turn, table, who in seating.rows}
    yield (
        "wall-chart.svg",
        chart.drawing(face, Placed(seating.people, seating.rounds, told.hours, tables)).encode(),
    )
    yield from texts.written(face.speech.today, told.hours, seating.rounds, until)


def sheet(face: Face, told: Seated, folder: Path | None, until: date) -> Paper:
    """Lay out how well people mix, and where the files are."""
    paper, seating = face.paper(), told.seating
    people, tables, rounds = len(seating.people), seating.tables, seating.rounds
    first = face.say("match.seated", people=people, tables=tables, rounds=rounds)
    paper.write(first, touch=Touch.STRONG)
    again = "match.seated-again" if seating.repeats else "match.seated-once"
    paper.write(face.say(again, n=seating.repeats))
    paper.write(match.proof(face, seating.gap))
    if seating.together:
        paper.write(face.say("match.seated-together"))
    match.show_problems(face, paper, told.problems)
    match.show_files(face, paper, folder, until, key="match.seated-files")
    return paper


def document(face: Face, told: Seated) -> shapes.Document:
    """Return the result as JSON, but for how long it took and the files."""
    seating = told.seating
    met = list(seating.met.values())
    return {
        "people": len(seating.people),
        "slots": seating.rounds,
        "meetings": sum(met) // 2,
        "value": round(seating.value, 6),
        "bound": round(seating.bound, 6),
        "gap": round(seating.gap, 6),
        "fairness": {"fewest": min(met), "median": float(median(met)), "worst_value": min(met)},
        "tables": seating.tables,
        "repeats": seating.repeats,
        "hosts": match.hosts(seating.hosts),
        "problems": match.told_problems(face, told.problems),
    }
