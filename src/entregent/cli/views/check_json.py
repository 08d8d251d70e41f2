"""Remarks as JSON: keys are added, never renamed."""

from entregent.cli.json_shapes import Document
from entregent.tact.finding import Checked, Finding


def document(checked: Checked) -> Document:
    """Return the remarks on a message; offsets are code points of the text given."""
    findings = [_finding(one) for one in checked.findings]
    return {"language": checked.language, "findings": findings}


def _finding(one: Finding) -> Document:
    return {
        "code": one.code,
        "name": one.name,
        "level": one.level.value,
        "start": one.start,
        "end": one.end,
        "quote": one.quote,
        "message": one.message,
        "better": one.better,
    }
