"""What an import did, file by file, and the batches of a book."""

import os
from collections.abc import Sequence
from typing import Literal

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.cli.short import short
from entregent.domain.batches import BatchKind, BatchLine, FileReport
from entregent.domain.people import Person
from entregent.domain.reading import Problem
from entregent.locale.wording import place_words, problem_sentence
from entregent.services.importing import ImportReport

_COUNTED = ("read", "new", "changed", "same")
_PROBLEMS = 5
_PAIRS = 5
_CHANGES = 5


def account(
    face: Face, report: ImportReport, names: Names, *, dry_run: Literal["yes", "no"]
) -> Paper:
    """Lay out what became of every file, the pairs to look at, and how to undo."""
    paper = face.paper()
    paths = _short([one.path for one in report.files])
    for one, path in zip(report.files, paths, strict=True):
        _file(paper, face, one, path)
    _suggestions(paper, face, report, names)
    paper.air()
    if report.batch:
        paper.write(face.say("import.undo", batch=short(report.batch)), touch=Touch.SOFT)
    else:
        key = "import.dry-run" if dry_run == "yes" else "import.nothing-new"
        paper.write(face.say(key), touch=Touch.SOFT)
    return paper


def _file(paper: Paper, face: Face, one: FileReport, path: str) -> None:
    paper.across(path, face.say(f"origin.{one.origin}"))
    if one.read or not one.problems:
        paper.write(_counts(face, [one]), indent=2)
    _changes(paper, face, one)
    _listed(paper, face, "import.problems", one.problems)
    _listed(paper, face, "import.remarks", one.remarks)


def _listed(paper: Paper, face: Face, title: str, problems: Sequence[Problem]) -> None:
    """Write the first of some problems under a title, and how many more there are."""
    if not problems:
        return
    paper.write(face.say(title, n=len(problems)), indent=2)
    for problem in problems[:_PROBLEMS]:
        where = place_words(face.speech, problem.where)
        told = problem_sentence(face.speech, problem)
        line = face.say("import.problem", where=where, what=told) if where else told
        paper.write(line, indent=4, lead="· ")
    left = len(problems) - _PROBLEMS
    if left > 0:
        paper.write(face.say("import.more-problems", n=left), indent=4, touch=Touch.SOFT)


def _changes(paper: Paper, face: Face, one: FileReport) -> None:
    for change in one.changes[:_CHANGES]:
        key = "import.change" if change.was else "import.addition"
        field = face.say(f"said.{change.field}")
        name = place_words(face.speech, change.name)
        told = {"name": name, "field": field, "was": change.was, "now": change.now}
        paper.write(face.say(key, **told), indent=4, lead="· ")
    left = len(one.changes) - _CHANGES
    if left > 0:
        paper.write(face.say("import.more-changes", n=left), indent=4, touch=Touch.SOFT)


def _suggestions(paper: Paper, face: Face, report: ImportReport, names: Names) -> None:
    if not report.suggestions:
        return
    if report.batch is None:
        paper.air()
        paper.write(face.say("import.pairs", n=len(report.suggestions)))
        return
    paper.label(face.say("import.suggestions"))
    for pair in report.suggestions[:_PAIRS]:
        one, other = names.person(pair.one), names.person(pair.other)
        paper.write(f"{_known_as(one)} · {_known_as(other)}", indent=2, lead="· ")
    left = len(report.suggestions) - _PAIRS
    if left > 0:
        paper.write(face.say("import.more-pairs", n=left), indent=4, touch=Touch.SOFT)


def _known_as(person: Person) -> str:
    """Return a name with what tells it from a namesake."""
    telling = next(iter((*person.emails, *person.phones, *person.circles)), "")
    held = next((position.company for position in person.positions if position.company), "")
    more = ", ".join(filter(None, (held, telling)))
    return f"{person.name} ({more})" if more else person.name


def _counts(face: Face, files: Sequence[FileReport]) -> str:
    """Return how many records were read, and what they were, leaving out what is nought."""
    sums = {name: sum(getattr(one, name) for one in files) for name in _COUNTED}
    parts = [face.say(f"import.{name}", n=n) for name, n in sums.items() if n or name == "read"]
    return ", ".join(parts)


def shelf(face: Face, lines: Sequence[BatchLine]) -> Paper:
    """Lay out the batches, the latest first, by the short ids that `undo` takes."""
    paper = face.paper()
    if not lines:
        paper.write(face.say("imports.none"))
    everything = [line.id for line in lines]
    for line in reversed(lines):
        when = face.speech.date(line.at.date())
        paper.across(title(face, line), when, lead=f"{short(line.id, everything)}  ")
        if line.kind is BatchKind.IMPORT:
            paper.write(_counts(face, line.files), indent=8)
    return paper


def title(face: Face, line: BatchLine) -> str:
    """Return what a batch is called: its command, or where its files come from."""
    paths = [one.path for one in line.files]
    if len(paths) > 1:
        return face.say("imports.files", folder=_common(paths), n=len(paths))
    return line.title or face.say(f"batch.{line.kind}")


def _short(paths: Sequence[str]) -> list[str]:
    """Return the paths of several files below the folder or archive they share, its name kept."""
    several = len(set(paths)) > 1 and not any("://" in path for path in paths)
    above, _, _ = _shared(paths).rpartition(os.sep) if several else ("", "", "")
    return [path.removeprefix(above).lstrip(os.sep) for path in paths] if above else list(paths)


def _common(paths: Sequence[str]) -> str:
    """Return the folder or account that holds all files, or the first where nothing does."""
    schemes = {path.partition("://")[0] for path in paths if "://" in path}
    places = [path.partition("://")[2] if "://" in path else path for path in paths]
    shared = _shared(places)
    return "://".join((*schemes, shared)) if shared and len(schemes) <= 1 else f"{paths[0]}…"


def _shared(paths: Sequence[str]) -> str:
    """Return the folder that holds all paths, empty where nothing does."""
    try:
        return os.path.commonpath(paths)
    except ValueError:
        return ""
