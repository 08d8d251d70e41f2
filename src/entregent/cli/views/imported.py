"""What an import did, file by file, and the batches of a book."""

from collections.abc import Sequence
from typing import Literal

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.cli.short import short
from entregent.domain.batches import BatchKind, BatchLine, FileReport
from entregent.locale.wording import problem_sentence
from entregent.services.importing import ImportReport

_PROBLEMS = 5
_PAIRS = 5


def account(
    face: Face, report: ImportReport, names: Names, *, dry_run: Literal["yes", "no"]
) -> Paper:
    """Lay out what became of every file, the pairs to look at, and how to undo."""
    paper = face.paper()
    for one in report.files:
        _file(paper, face, one)
    _suggestions(paper, face, report, names)
    paper.air()
    if report.batch:
        paper.write(face.say("import.undo", batch=short(report.batch)), touch=Touch.SOFT)
    else:
        key = "import.dry-run" if dry_run == "yes" else "import.nothing-new"
        paper.write(face.say(key), touch=Touch.SOFT)
    return paper


def _file(paper: Paper, face: Face, one: FileReport) -> None:
    paper.across(one.path, face.say(f"origin.{one.origin}"))
    counts = {name: getattr(one, name) for name in ("read", "new", "changed", "same")}
    if one.read or not one.problems:
        paper.write(face.say("import.counts", **counts), indent=2)
    if not one.problems:
        return
    paper.write(face.say("import.problems", n=len(one.problems)), indent=2)
    for problem in one.problems[:_PROBLEMS]:
        where = f"{problem.where} : " if problem.where else ""
        paper.write(where + problem_sentence(face.speech, problem), indent=4, lead="· ")
    left = len(one.problems) - _PROBLEMS
    if left > 0:
        paper.write(face.say("import.more-problems", n=left), indent=4, touch=Touch.SOFT)


def _suggestions(paper: Paper, face: Face, report: ImportReport, names: Names) -> None:
    if not report.suggestions:
        return
    paper.label(face.say("import.suggestions"))
    for pair in report.suggestions[:_PAIRS]:
        line = face.say(
            "import.pair", one=names.full(pair.other), other=names.full(pair.person)
        )
        paper.write(line, indent=2, lead="· ")
    left = len(report.suggestions) - _PAIRS
    if left > 0:
        paper.write(face.say("import.more-pairs", n=left), indent=4, touch=Touch.SOFT)


def shelf(face: Face, lines: Sequence[BatchLine]) -> Paper:
    """Lay out the batches, the latest first, by the short ids that `undo` takes."""
    paper = face.paper()
    if not lines:
        paper.write(face.say("imports.none"))
    everything = [line.id for line in lines]
    for line in reversed(lines):
        when = face.speech.date(line.at.date())
        paper.across(line.title or face.say(f"batch.{line.kind}"), when)
        paper.write(short(line.id, everything), indent=2, touch=Touch.SOFT)
        if line.kind is BatchKind.IMPORT:
            read, new = (sum(getattr(f, name) for f in line.files) for name in ("read", "new"))
            paper.write(face.say("imports.counts", read=read, new=new), indent=2)
    return paper
