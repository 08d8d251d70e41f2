"""`import`: files and folders, recognised by content, in one undoable batch."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Literal

from entregent import bootstrap
from entregent.cli.dates import asking
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.json_imports import imported
from entregent.cli.mapping import mapping
from entregent.cli.names import Names
from entregent.cli.passwords import asking_password
from entregent.cli.progress import Progress
from entregent.cli.values import Worded
from entregent.domain.reading import Reading
from entregent.services.importing import ImportReport, import_files
from entregent.services.known_again import marks_by_path, standing_marks
from entregent.services.ports import BookError, DateOrder, Opened

PROBLEMS = 1
"""Exit code: something in the files could not be read."""
_ATTEMPTS = 3
"""How often files are read again when another command wrote to the book meanwhile."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


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
    asked = _Asked(paths, as_kind, mapping(columns), own_names, dates, dry_run)
    for left in reversed(range(_ATTEMPTS)):
        try:
            report, show = _attempt(face, asked)
        except BookError as error:
            if error.key != "book.moved" or not left:
                raise
        else:
            break
    show()
    return _code(report)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the person gave."""

    paths: tuple[str, ...]
    as_kind: str | None
    columns: Mapping[str, str]
    own_names: tuple[str, ...]
    dates: str | None
    dry_run: bool


def _attempt(face: Face, asked: _Asked) -> tuple[ImportReport, Callable[[], None]]:
    """Import once; return the report, and what shows it.

    Raises BookError: book.moved when another command wrote to the book meanwhile.
    """
    progress = Progress(face)
    opened = _opened(face, asked, progress)
    found = bootstrap.readers().read(opened)
    with _told_if_stopped(face), progress:
        first = list(islice(found, 1))  # refuses a missing path before a book is made
        with face.desk(writing=not asked.dry_run, trash="seen") as desk:
            readings = _watched(chain(first, found), progress)
            report = import_files(desk, readings, dry_run=asked.dry_run)
            trial: Literal["yes", "no"] = "yes" if asked.dry_run else "no"
            return report, _account(face, report, Names(desk), dry_run=trial)


@contextmanager
def _told_if_stopped(face: Face) -> Iterator[None]:
    """Say what became of an import that the person stopped: it enters whole or not at all."""
    try:
        yield
    except KeyboardInterrupt:
        face.note(face.say("import.stopped"))
        raise


def _opened(face: Face, asked: _Asked, progress: Progress) -> Opened:
    addresses = tuple(path for path in asked.paths if _ADDRESS.match(path))
    known = _known(face)
    return Opened(
        tuple(Path(path) for path in asked.paths if path not in addresses),
        asked.as_kind,
        asked.columns,
        owner=(*asked.own_names, *known.owner),
        dates=DateOrder(asked.dates) if asked.dates else None,
        ask=asking(face, progress),
        before=known.before,
        addresses=addresses,
        marks=known.marks,
        password=asking_password(face),
        tell=progress.reach,
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the book tells readers: its owner's names and numbers, and the marks it keeps."""

    owner: tuple[str, ...]
    before: Sequence[Mapping[str, str]]
    marks: Mapping[str, Sequence[str]]


def _known(face: Face) -> _Known:
    with face.desk(writing=False) as desk:
        owner = desk.book.person(desk.book.owner)
        before, marks = standing_marks(desk.book), marks_by_path(desk.book)
    return _Known((*owner.names, *owner.phones) if owner else (), before, marks)


def _account(
    face: Face, report: ImportReport, names: Names, *, dry_run: Literal["yes", "no"]
) -> Callable[[], None]:
    """Word what an import did while the book is open; return what shows it."""
    if face.as_json:
        names.meet({one for pair in report.suggestions for one in (pair.one, pair.other)})
        return partial(face.give, imported(report, face.speech, names))
    from entregent.cli.views.imported import account

    return partial(face.show, account(face, report, names, dry_run=dry_run))


def _watched(readings: Iterable[Reading], progress: Progress) -> Iterator[Reading]:
    yield from readings
    progress.settle()


def _code(report: ImportReport) -> int:
    return PROBLEMS if any(one.problems for one in report.files) else 0
