"""The road map in force: the steps of the plan made last."""

from collections.abc import Iterable

from entregent.domain.facts import Entry
from entregent.domain.upkeep import Planned


def in_force(entries: Iterable[Entry]) -> tuple[Planned, ...]:
    """Return the steps of the last batch that holds any, by day.

    A plan replaces the one before it as a whole, so that taking it back brings that one back.
    """
    steps = [(entry.batch, entry.fact) for entry in entries if isinstance(entry.fact, Planned)]
    last = max((batch for batch, _ in steps), default=None)
    standing = (fact for batch, fact in steps if batch == last)
    return tuple(sorted(standing, key=lambda step: (step.due, step.need)))
