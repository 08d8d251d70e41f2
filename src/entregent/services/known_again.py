"""Files known again: a standing import's, where nothing since has a say in what they tell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from entregent.domain.batches import BatchKind, BatchLine, FileReport
from entregent.domain.facts import Apart, Detail, Position, Seen, Trashed
from entregent.domain.ids import BatchId
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

    What came later may be other sources' words, the same kind of source's about people who were
    not in the book then, or the owner's about what people did; never what the owner says of who
    somebody is.
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
    for line in reversed(lines):
        ours = {report.origin for report in line.files}
        if ours and _tells_the_same(line):
            is_last = line is lines[-1]
            if is_last or not (ours & _BY_HAND or _is_retold(book, line.id, ours)):
                yield line
        if line.id in merged:
            return


def _is_retold(book: Book, batch: BatchId, ours: Collection[Origin]) -> bool:
    """Tell whether a later fact may change what a batch's files, of these origins, tell.

    Whom a later file of the same kind made was compared with everybody when it came in, and
    replaces nobody's words; the owner's own words about anybody may fit whom our files tell of.
    """
    told = book.told_since(batch, newcomers="with")
    if any(origin in _BY_HAND and kind in _IDENTITY for origin, kind in told):
        return True
    if all(origin not in ours for origin, _ in told):
        return False
    return any(origin in ours for origin, _ in book.told_since(batch, newcomers="without"))


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
