"""Import: readings become people and facts, in one batch that can be undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from entregent.domain.batches import Batch, BatchKind, BatchLine, FileReport
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.reading import Reading
from entregent.identity import Alike
from entregent.services.desk import Desk
from entregent.services.intake import Intake
from entregent.services.ports import Book
from entregent.services.shown import trashed


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: no batch when nothing entered the book."""

    batch: BatchId | None
    files: tuple[FileReport, ...]
    suggestions: tuple[Alike[PersonId], ...] = ()


def marks_by_path(book: Book) -> Mapping[str, Sequence[str]]:
    """Return the marks that all imports in a book left, by path, oldest first."""
    found: dict[str, list[str]] = {}
    for line in book.batches():
        for report in line.files:
            if report.mark:
                found.setdefault(report.path, []).append(report.mark)
    return found


def marks_before(book: Book) -> Mapping[str, str]:
    """Return the marks of the files that the book took in last, by path.

    None when anything else came since, for it may have a say in what the same files tell now.
    """
    line = next(reversed(book.batches()), None)
    if line is None or not _tells_the_same(line):
        return {}
    return {report.path: report.mark for report in line.files}


def imported_again(book: Book) -> ImportReport:
    """Account for the files that the book took in last, when they hold the very same still."""
    line = book.batches()[-1]
    return ImportReport(None, tuple(_again(report) for report in line.files))


def _tells_the_same(line: BatchLine) -> bool:
    """Tell whether these files say the same on any day."""
    problems = (problem for report in line.files for problem in report.problems)
    return all(problem.what != "import.future-date" for problem in problems)


def _again(report: FileReport) -> FileReport:
    same = report.new + report.changed + report.same
    return replace(report, new=0, changed=0, same=same)


def import_files(desk: Desk, readings: Iterable[Reading], *, dry_run: bool) -> ImportReport:
    """Take in what readers read, as one batch; with `dry_run` only tell what it would do.

    Raises BookError: book.moved when somebody else wrote to the book meanwhile.
    """
    held = tuple(readings)
    intake = Intake(desk, held)
    files = tuple(intake.take(number, reading) for number, reading in enumerate(held))
    away = trashed(desk.book)
    suggestions = tuple(
        pair for pair in intake.suggestions if away.isdisjoint((pair.one, pair.other))
    )
    if dry_run or not (intake.entries or intake.encounters or intake.merges):
        return ImportReport(None, files, suggestions)
    desk.book.apply(
        Batch(
            intake.batch,
            BatchKind.IMPORT,
            desk.now,
            people=intake.people,
            entries=intake.entries,
            encounters=intake.encounters,
            merges=intake.merges,
            files=tuple(replace(report, changes=()) for report in files),
            title=", ".join(report.path for report in files),
            after=intake.after,
        )
    )
    return ImportReport(intake.batch, files, suggestions)
