"""Gifts: what one may do for somebody, with no ask in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entregent.domain.asking import Goal
from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Lead
from entregent.ledger.settling import Suggestion


class What(StrEnum):
    """What there is to give, the first things first."""

    THANKS = "thanks"
    """They helped on that day and were not thanked."""
    OUTCOME = "outcome"
    """What they helped with ended on that day, and they were not told."""
    LEAD = "lead"
    """An idea of theirs ended on that day, and they were not told."""
    OFFER = "offer"
    """I can give what they look for."""
    INTRODUCTION = "introduction"
    """`other` can give what they look for: an introduction to offer, with both sides' consent."""
    BIRTHDAY = "birthday"
    NEW_JOB = "new-job"
    """An import of that day brought a new post."""
    MOVE = "move"
    """An import of that day brought a new place."""
    QUIET = "quiet"
    """By the rhythm I chose, they would have heard from me by that day."""
    TURN = "turn"
    """Help came from them rather than from me, the last time on that day."""


@dataclass(frozen=True, slots=True)
class Gift:
    """One thing to give to `person`: what, the day it speaks of, and what tells it from others.

    `text` is what they did, look for or suggested; `more` what answers it: an offer, a company, a
    place, how it ended. `since` is the last encounter, for a silence.
    """

    what: What
    person: PersonId
    on: date
    item: str
    other: PersonId | None = None
    text: str = ""
    more: str = ""
    since: date | None = None
    goal: Goal | None = None
    lead: Lead | None = None

    @property
    def suggestion(self) -> Suggestion:
        """What it is known by, to be done, snoozed or let go."""
        return Suggestion(self.item, self.person, self.other)
