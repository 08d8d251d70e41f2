"""All that is written of a timetable: tables, report, pages, calendars, chart, guide, notices."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from entregent.bootstrap import matching
from entregent.cli.face import Face
from entregent.cli.files import write as write_file
from entregent.cli.matching import calendars, chart, pages, texts
from entregent.cli.views.match import Told, report
from entregent.matching.check import faults_of_meetings
from entregent.services.matching.meetings import Timetable
from entregent.services.ports import BookError


def checked(table: Timetable) -> bytes:
    """Return `meetings.csv`, looked at by the independent check as it will be read."""
    data = matching.table_of_meetings(table.rows)
    faults = faults_of_meetings(matching.rows_of(data), table.rules)
    if faults:
        raise RuntimeError("; ".join(faults[:5]))
    return data


def write(folder: Path, files: dict[str, bytes], until: date) -> list[str]:
    """Write files into a folder, and until when they are kept; return their names."""
    folder_made(folder)
    name, kept = matching.keep(folder, [*files], until)
    for each, content in {**files, name: kept}.items():
        folder_made((folder / each).parent)
        write_file(folder / each, content)
    return sorted([*files, name])


def files(face: Face, told: Told, rows: bytes, until: date) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a timetable and what is in them."""
    table = told.table
    yield "meetings.csv", rows
    yield "report.json", report(face, told).encode("utf-8")
    for agenda in pages.agendas(face, told):
        yield f"{agenda.file}.html", pages.page(face, agenda, until).encode("utf-8")
        yield f"{agenda.file}.ics", calendars.calendar(face, agenda, told.hours)
    tables = {(slot, who): number for slot, number, a, b in table.rows for who in (a, b)}
    placed = chart.Placed(table.people, table.slots, told.hours, tables)
    yield "wall-chart.svg", chart.drawing(face, placed).encode("utf-8")
    yield from texts.written(face.speech.today, told.hours, table.slots, until)


def folder_made(folder: Path) -> None:
    """Make a folder where there is none. Raises BookError: file.unwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BookError("file.unwritable", path=str(folder), why="") from error
