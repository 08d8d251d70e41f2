"""Where a rule speaks."""

from dataclasses import dataclass

from entregent.tact.finding import Level


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule speaks in a message's text.

    `better` is a wording for that place; `level` another level than the rule's, `None` the rule's.
    """

    start: int
    end: int
    better: str | None = None
    level: Level | None = None
