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


def write(face: Face, folder: Path, told: Told, rows: bytes, *, until: date) -> list[str]:
    """Write everything into a folder; return the names of the files."""
    files = {
        "meetings.csv": rows,
        "report.json": report(face, told).encode("utf-8"),
        **dict(_rest(face, told, until)),
    }
    folder_made(folder)
    name, kept = matching.keep(folder, [*files], until)
    files[name] = kept
    folder_made(folder / pages.FOLDER)
    for each, content in files.items():
        write_file(folder / each, content)
    return sorted(files)


def _rest(face: Face, told: Told, until: date) -> Iterator[tuple[str, bytes]]:
    for agenda in pages.agendas(face, told):
        yield f"{agenda.file}.html", pages.page(face, agenda, until).encode("utf-8")
        yield f"{agenda.file}.ics", calendars.calendar(face, agenda, told.hours)
    yield "wall-chart.svg", chart.drawing(face, told).encode("utf-8")
    yield from texts.written(face.speech.today, told, until)


def folder_made(folder: Path) -> None:
    """Make a folder where there is none. Raises BookError: file.unwritable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BookError("file.unwritable", path=str(folder), why="") from error
