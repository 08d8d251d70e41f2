"""Import: readings become people and facts, in one batch that can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.reading import Reading
from entregent.identity.alike import Alike
from entregent.services.contradicting import remarked
from entregent.services.desk import Desk
from entregent.services.intake import Intake
from entregent.services.known_again import known_again
from entregent.services.shown import trashed


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do: no batch when nothing entered the book."""

    batch: BatchId | None
    files: tuple[FileReport, ...]
    suggestions: tuple[Alike[PersonId], ...] = ()


def import_files(desk: Desk, readings: Iterable[Reading], *, dry_run: bool) -> ImportReport:
    """Take in what readers read, as one batch; with `dry_run` only tell what it would do.

    Raises BookError: book.moved when somebody else wrote to the book meanwhile.
    """
    held = tuple(readings)
    if held and all(reading.again for reading in held):
        return ImportReport(None, known_again(desk.book, held))
    intake = Intake(desk, held)
    files = tuple(intake.take(number, reading) for number, reading in enumerate(held))
    files = remarked(desk, files, intake.entries, intake.called)
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
            files=tuple(replace(report, changes=(), remarks=()) for report in files),
            title=", ".join(report.path for report in files),
            after=intake.after,
        )
    )
    return ImportReport(intake.batch, files, suggestions)
