"""Ties that an ask may go by: what my own reserve and what others asked of me leave open."""

from entregent.asks.avoid import avoid
from entregent.asks.situation import Situation
from entregent.domain.ids import PersonId
from entregent.domain.pairs import Pair
from entregent.domain.people import Tie
from entregent.domain.words import Kind


def passable(situation: Situation) -> dict[Pair, Tie]:
    """Return the ties of those who may be suggested, as far as each may be asked.

    Nobody who is left out or must not know has one. Who is not asked for introductions keeps only
    the tie with me, and nobody leads to them; who is not to be asked anything keeps none.
    """
    barred = unasked(situation)
    silent = {who for who in barred if all(situation.limits(who, kind) for kind in Kind)}
    away = avoid(situation) | silent
    return {
        (one, other): tie
        for (one, other), tie in situation.ties.items()
        if one not in away
        and other not in away
        and (situation.owner in (one, other) or (one not in barred and other not in barred))
    }


def unasked(situation: Situation) -> set[PersonId]:
    """Return who is not asked for introductions: a boundary, or a past discomfort, says so."""
    limited = {
        who for who in situation.rules.boundaries if situation.limits(who, Kind.INTRODUCTION)
    }
    return limited | {
        who for who, past in situation.histories.items() if past.discomfort(Kind.INTRODUCTION)
    }
