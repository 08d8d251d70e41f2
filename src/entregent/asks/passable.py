"""Ties that an ask may go by: what my own reserve and what others asked of me leave open."""

from dataclasses import dataclass

from entregent.asks.avoid import avoid, closed
from entregent.asks.situation import Situation
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind


@dataclass(frozen=True, slots=True)
class Passable:
    """Which ties an ask may go by; made by `passable`."""

    owner: PersonId
    away: frozenset[PersonId]
    """Who has no passable tie."""
    unasked: frozenset[PersonId]
    """Who has only the one with me, and to whom nobody leads."""

    def between(self, one: PersonId, other: PersonId) -> bool:
        """Tell whether an ask may go by the tie of these two."""
        if one in self.away or other in self.away:
            return False
        mine = self.owner in (one, other)
        return mine or not (one in self.unasked or other in self.unasked)


def passable(situation: Situation) -> Passable:
    """Return by which ties an ask may go.

    Not by those of anybody who is left out, must not know, or is not to be asked anything. Who is
    not asked for introductions (a boundary, or a past discomfort) keeps only the tie with me.
    """
    shut = closed(situation)
    silent = {who for who in shut if all(situation.limits(who, kind) for kind in Kind)}
    uneasy = {
        who for who, past in situation.histories.items() if past.discomfort(Kind.INTRODUCTION)
    }
    return Passable(situation.owner, avoid(situation) | silent, shut | uneasy)
