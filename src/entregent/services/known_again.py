"""Files known again: a standing import's, where nothing since has a say in what they tell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from entregent.domain.batches import BatchKind, BatchLine, FileReport
from entregent.domain.facts import Apart, Detail, Position, Seen, Trashed
from entregent.domain.reading import Reading
from entregent.domain.words import Origin
from entregent.services.ports import Book, BookError

_IDENTITY = frozenset({Detail, Position, Seen, Apart, Trashed})
"""What the owner's own words may change about who is who, or whose records are taken in."""
_BY_HAND = frozenset({Origin.HAND, Origin.JOURNAL})


def marks_by_path(book: Book) -> Mapping[str, Sequence[str]]:
    """Return the marks that all imports in a book left, by path, oldest first."""
    found: dict[str, list[str]] = {}
    for line in book.batches():
        for report in line.files:
            if report.mark:
                found.setdefault(report.path, []).append(report.mark)
    return found


def standing_marks(book: Book) -> Sequence[Mapping[str, str]]:
    """Return the marks, by path, of each import whose files would tell nothing new, latest first.

    What came later may be other sources' words, or the owner's about what people did; never the
    same kind of source's, nor what the owner says of who somebody is.
    """
    return [{report.path: report.mark for report in line.files} for line in _standing(book)]


def known_again(book: Book, readings: Collection[Reading]) -> tuple[FileReport, ...]:
    """Account for files that hold what a standing import took from them.

    Raises BookError: book.moved when somebody else wrote to the book since they were known.
    """
    marks = {reading.path: reading.mark for reading in readings}
    for line in _standing(book):
        if marks == {report.path: report.mark for report in line.files}:
            return tuple(_again(report) for report in line.files)
    raise BookError("book.moved")


def _standing(book: Book) -> Iterator[BatchLine]:
    lines = book.batches()
    merged = {batch for _, _, batch in book.merges()}
    later: set[Origin] = set()
    for line in reversed(lines):
        ours = {report.origin for report in line.files}
        is_last = line is lines[-1]
        if ours and _tells_the_same(line) and (is_last or not ours & (later | _BY_HAND)):
            told = frozenset() if is_last else book.told_since(line.id)
            if not any(_bears_on(ours, origin, kind) for origin, kind in told):
                yield line
        if line.id in merged:
            return
        later |= ours


def _bears_on(ours: Collection[Origin], origin: Origin, kind: type) -> bool:
    """Tell whether a later fact may change what a file of ours tells."""
    return origin in ours or (origin in _BY_HAND and kind in _IDENTITY)


def _tells_the_same(line: BatchLine) -> bool:
    """Tell whether all these files are marked, and say the same on any day."""
    problems = (problem for report in line.files for problem in report.problems)
    return (
        line.kind is BatchKind.IMPORT
        and all(report.mark for report in line.files)
        and all(problem.what != "import.future-date" for problem in problems)
    )


def _again(report: FileReport) -> FileReport:
    same = report.new + report.changed + report.same
    return replace(report, new=0, changed=0, same=same)
