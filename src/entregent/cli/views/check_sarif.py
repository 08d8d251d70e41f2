"""Remarks as SARIF 2.1.0, which editors and code hosts read."""

from pathlib import Path
from urllib.parse import quote

import entregent
from entregent.cli.json_shapes import Document
from entregent.cli.places import Lines
from entregent.locale.languages import Language
from entregent.tact.check import Rules
from entregent.tact.finding import Checked, Finding, Level
from entregent.tact.rule import Rule

_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def document(text: str, checked: Checked, rules: Rules, spoken: Language, name: str) -> Document:
    """Return one run over one text; `name` is its file's, or `-`."""
    held = sorted({one.code for one in checked.findings})
    known = {rule.code: rule for rule in rules.rules}
    uri = "stdin" if name == "-" else quote(Path(name).as_posix())
    run = _Run(uri, Lines(text), {code: at for at, code in enumerate(held)})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "entregent",
                        "version": entregent.__version__,
                        "rules": [_rule(known[code], spoken) for code in held],
                    }
                },
                "language": spoken,
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": uri}, "contents": {"text": text}}],
                "results": [run.result(one) for one in checked.findings],
            }
        ],
    }


def _rule(rule: Rule, spoken: Language) -> Document:
    told = rule.told[spoken]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": told.why},
        "help": {"text": told.message},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


class _Run:
    """Words the results of one text."""

    def __init__(self, uri: str, lines: Lines, places: dict[str, int]) -> None:
        self._artifact = {"uri": uri, "index": 0}
        self._lines = lines
        self._places = places

    def result(self, one: Finding) -> Document:
        result = {
            "ruleId": one.code,
            "ruleIndex": self._places[one.code],
            "level": _LEVELS[one.level],
            "message": {"text": one.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": self._artifact,
                        "region": self._region(one) | {"snippet": {"text": one.quote}},
                    }
                }
            ],
        }
        return result if one.better is None else result | {"fixes": [self._fix(one, one.better)]}

    def _fix(self, one: Finding, better: str) -> Document:
        put = {"deletedRegion": self._region(one), "insertedContent": {"text": better}}
        return {"artifactChanges": [{"artifactLocation": self._artifact, "replacements": [put]}]}

    def _region(self, one: Finding) -> Document:
        start, end = self._lines.place(one.start), self._lines.place(one.end)
        return {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": one.start,
            "charLength": one.end - one.start,
        }
