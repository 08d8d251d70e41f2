"""What is found in a message."""

from dataclasses import dataclass
from enum import StrEnum

from entregent.locale.languages import Language


class Level(StrEnum):
    """How much a remark weighs."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: which rule, where in the text as it was given, and what to do.

    `better` is a wording to put in the place of `quote`, None where none is safe. It adds no
    claim, and a text that holds it does not raise this rule there again.
    """

    code: str
    name: str
    level: Level
    start: int
    end: int
    quote: str
    message: str
    better: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A message that was checked: its language, and the remarks in the order of the text."""

    language: Language
    findings: tuple[Finding, ...]
