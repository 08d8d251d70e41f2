"""Across events: whether one only ever makes friends there, or never does."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from entregent.domain.events import Mode
from entregent.domain.ids import PersonId

_FEW = 3
"""So many evenings in a row show a leaning; fewer are chance."""


class Leaning(StrEnum):
    """What the last evenings have in common; neither is a fault."""

    BEFRIENDING = "befriending"
    WORKING = "working"
    """No friend was made, and none was looked for."""


@dataclass(frozen=True, slots=True)
class Evening:
    """What one came for, whom one met, and whom of these one calls a friend since."""

    mode: Mode
    met: Collection[PersonId]
    friends: Collection[PersonId]

    @property
    def befriending(self) -> bool:
        """Whether the evening went to friendship: so chosen, or all who were met are friends."""
        return self.mode is Mode.FRIENDSHIP or set(self.met) <= set(self.friends)

    @property
    def working(self) -> bool:
        """Whether it went to work alone."""
        return self.mode is Mode.NETWORK and set(self.met).isdisjoint(self.friends)


def leaning(evenings: Sequence[Evening]) -> Leaning | None:
    """Return what the last evenings at which somebody was met have in common, in time's order."""
    last = [one for one in evenings if one.met][-_FEW:]
    if len(last) < _FEW:
        return None
    if all(one.befriending for one in last):
        return Leaning.BEFRIENDING
    return Leaning.WORKING if all(one.working for one in last) else None
