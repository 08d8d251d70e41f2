"""Whom chains must avoid: people left out, and those who must not know of my search."""

from enum import StrEnum

from entregent.asks.situation import Situation
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind


class Avoided(StrEnum):
    """Why somebody is never suggested."""

    LEFT_OUT = "left-out"
    DISCREET = "discreet"
    DISCREET_COMPANY = "discreet-company"


def avoided(situation: Situation, person: PersonId) -> Avoided | None:
    """Tell whether somebody is never to be suggested, and why."""
    rules = situation.rules
    if person in rules.left_out:
        return Avoided.LEFT_OUT
    if person in rules.discreet:
        return Avoided.DISCREET
    shut = rules.discreet_companies
    if shut and shut.intersection(situation.employers(person)):
        return Avoided.DISCREET_COMPANY
    return None


def avoid(situation: Situation) -> frozenset[PersonId]:
    """Return everybody who stands nowhere on a chain; the owner is never among them."""
    rules = situation.rules
    hidden = (rules.left_out | rules.discreet).intersection(situation.people)
    if rules.discreet_companies:
        staff = situation.staff()
        hidden = hidden.union(*(staff.get(key, ()) for key in rules.discreet_companies))
    return hidden - {situation.owner}


def closed(situation: Situation) -> frozenset[PersonId]:
    """Return who asked not to be asked for introductions, and so never stands between others."""
    limited = situation.rules.boundaries
    return frozenset(who for who in limited if situation.limits(who, Kind.INTRODUCTION))
