"""Import: readings become people and facts, in one batch that can be undone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.ids import BatchId
from entregent.domain.reading import Reading
from entregent.services.desk import Desk
from entregent.services.intake import Intake, Suggestion
from entregent.services.ports import Book


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: no batch when nothing entered the book."""

    batch: BatchId | None
    files: tuple[FileReport, ...]
    suggestions: tuple[Suggestion, ...] = ()


def marks(book: Book) -> Mapping[str, Sequence[str]]:
    """Return by path the marks that the imports in a book left, oldest first."""
    found: dict[str, list[str]] = {}
    for line in book.batches():
        for report in line.files:
            if report.mark:
                found.setdefault(report.path, []).append(report.mark)
    return found


def import_files(desk: Desk, readings: Iterable[Reading], *, dry_run: bool) -> ImportReport:
    """Take in what readers read, as one batch; with `dry_run` only tell what it would do.

    Raises BookError: book.moved when somebody else wrote to the book meanwhile.
    """
    intake = Intake(desk)
    files = tuple(intake.take(reading) for reading in readings)
    suggestions = tuple(intake.suggestions)
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
            files=files,
            title=", ".join(report.path for report in files),
            after=intake.after,
        )
    )
    return ImportReport(intake.batch, files, suggestions)
