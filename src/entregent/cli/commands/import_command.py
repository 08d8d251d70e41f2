"""`import`: files and folders, recognised by content, in one undoable batch."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, islice
from pathlib import Path

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.dates import asking
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.names import Names
from entregent.cli.progress import Progress
from entregent.cli.values import Worded
from entregent.domain.reading import Reading
from entregent.services.importing import (
    ImportReport,
    import_files,
    imported_again,
    marks_before,
)
from entregent.services.ports import BookError, DateOrder, Opened

PROBLEMS = 1
"""Exit code: something in the files could not be read."""


@verb(
    "import",
    argument("paths", value="path", nargs=-1, required=True),
    flag("--dry-run"),
    option("--as", "as_kind", value="source"),
    option("--map", "columns", value="mapping", multiple=True),
    option("--dates", type=Worded("dates", tuple(DateOrder))),
    option("--me", "own_names", value="name", multiple=True),
)
def command(  # noqa: PLR0913 - an argument an option
    face: Face,
    paths: tuple[str, ...],
    *,
    dry_run: bool,
    as_kind: str | None,
    columns: tuple[str, ...],
    dates: str | None,
    own_names: tuple[str, ...],
) -> int:
    """Import, and say what became of every record."""
    progress = Progress(face)
    owner, before = _known(face)
    opened = Opened(
        tuple(map(Path, paths)),
        as_kind,
        _mapping(columns),
        owner=(*own_names, *owner),
        dates=DateOrder(dates) if dates else None,
        ask=asking(face, progress),
        before=before,
    )
    found = bootstrap.readers().read(opened)
    first = list(islice(found, 1))  # refuses a path that is not there before a book is made
    with face.desk(writing=not dry_run) as desk:
        with progress, bootstrap.gathering():
            readings = _watched(chain(first, found), progress)
            if first:
                report = import_files(desk, readings, dry_run=dry_run)
            else:
                report = imported_again(desk.book)
        names = Names(desk)
        if face.as_json:
            face.give(shapes.imported(report, face.speech, names))
        else:
            from entregent.cli.views.imported import account

            face.show(account(face, report, names, dry_run="yes" if dry_run else "no"))
    return _code(report)


def _known(face: Face) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """Return by which names and numbers the book knows its owner, and what it took in last."""
    with face.desk(writing=False) as desk:
        owner = desk.book.person(desk.book.owner)
        before = marks_before(desk.book)
    return (*owner.names, *owner.phones) if owner else (), before


def _watched(readings: Iterable[Reading], progress: Progress) -> Iterator[Reading]:
    for reading in readings:
        progress.step(reading.path)
        yield reading


def _mapping(columns: tuple[str, ...]) -> dict[str, str]:
    """Read COLUMN=FIELD pairs; the column may itself hold a sign of equality."""
    mapped = {}
    for pair in columns:
        column, _, field = pair.rpartition("=")
        if not (column.strip() and field.strip()):
            raise BookError("import.map", pair=pair)
        mapped[column.strip()] = field.strip().lower()
    return mapped


def _code(report: ImportReport) -> int:
    return PROBLEMS if any(one.problems for one in report.files) else 0
