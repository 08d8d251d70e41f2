"""The JSON of imports: what came of each file, and who may be one person."""

from collections.abc import Sequence

from entregent.cli.json_shapes import Document, named
from entregent.cli.names import Names
from entregent.domain.batches import BatchLine, FileReport
from entregent.domain.ids import PersonId
from entregent.domain.reading import Problem
from entregent.identity.alike import Alike
from entregent.identity.likeness import Like
from entregent.locale.speech import Speech
from entregent.locale.wording import problem_sentence
from entregent.services.importing import ImportReport


def file_report(report: FileReport, speech: Speech) -> Document:
    """Return what became of a file's records."""
    return {
        "path": report.path,
        "kind": report.origin.value,
        "read": report.read,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "problems": [_problem(one, speech) for one in report.problems],
        "remarks": [_problem(one, speech) for one in report.remarks],
        "changes": [
            {
                "person": {"id": change.person, "name": change.name},
                "field": change.field,
                "was": change.was or None,
                "now": change.now,
            }
            for change in report.changes
        ],
    }


def _problem(problem: Problem, speech: Speech) -> Document:
    return {"where": problem.where, "what": problem_sentence(speech, problem)}


def because(pair: Alike[PersonId]) -> list[str]:
    """Return the codes of what speaks for two being one, how their names are alike first."""
    named_alike = [] if pair.names in (Like.NONE, Like.OTHER) else [f"{pair.names.value}"]
    return [*named_alike, *(sign.value for sign in pair.because)]


def imported(report: ImportReport, speech: Speech, names: Names) -> Document:
    """Return what an import did."""
    return {
        "batch": report.batch,
        "files": [file_report(one, speech) for one in report.files],
        "suggestions": [
            {
                "person": named(names, pair.other),
                "other": named(names, pair.one),
                "because": because(pair),
                "against": [sign.value for sign in pair.against],
            }
            for pair in report.suggestions
        ],
    }


def batches(lines: Sequence[BatchLine], speech: Speech) -> list[Document]:
    """Return batches as a list shows them, the latest first."""
    return [
        {
            "batch": line.id,
            "kind": line.kind.value,
            "at": line.at.isoformat(),
            "title": line.title,
            "files": [file_report(one, speech) for one in line.files],
        }
        for line in reversed(lines)
    ]
