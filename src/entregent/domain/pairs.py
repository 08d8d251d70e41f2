"""Pairs: how a mapping names what lies between two people, whoever is named first."""

from typing import TypeAlias

from entregent.domain.ids import PersonId

Pair: TypeAlias = tuple[PersonId, PersonId]


def pair(one: PersonId, other: PersonId) -> Pair:
    """Return the two ids in order, so that either of them may be named first."""
    return (one, other) if one <= other else (other, one)
