"""The case: one person one might write to for a goal, with what reasons need to know."""

from dataclasses import dataclass

from entregent.asks.situation import Situation
from entregent.domain.asking import Chain, Goal, Noted, ToCompany
from entregent.domain.facts import Asked, Boundary, Received
from entregent.domain.ids import PersonId
from entregent.domain.people import Tie
from entregent.domain.text import company_key
from entregent.domain.words import Kind
from entregent.ledger.history import History


@dataclass(frozen=True, slots=True)
class Case:
    """`person` might be asked for `kind`, first on `chain`, for the sake of `goal`."""

    situation: Situation
    goal: Goal
    person: PersonId
    kind: Kind
    chain: Chain

    @property
    def history(self) -> History:
        """What happened with this person."""
        return self.situation.history(self.person)

    @property
    def tie(self) -> Tie | None:
        """What ties me to this person."""
        return self.situation.my_tie(self.person)

    @property
    def friend(self) -> Tie | None:
        """The tie, when it is personal, or personal and professional."""
        tie = self.tie
        return tie if tie is not None and tie.friendly else None

    @property
    def close_friend(self) -> bool:
        """Whether nothing is counted with this person."""
        tie = self.tie
        return tie is not None and tie.close_friend

    @property
    def target(self) -> PersonId:
        """The person at the end of the chain."""
        return self.chain.people[-1]

    @property
    def company(self) -> str:
        """The folded key of the company the goal names, or nothing."""
        target = self.goal.target
        return company_key(target.name) if isinstance(target, ToCompany) else ""

    @property
    def same_matter(self) -> bool:
        """Whether writing to this person continues a matter, and so is not a new ask.

        When none of the asks of that matter is known by its id, it may have been anybody's.
        """
        earlier = self.goal.continues
        if earlier is None:
            return False
        matter = self.situation.matters.get(earlier, earlier)
        asked = {
            who
            for who, history in self.situation.histories.items()
            if any(past.matter == matter for past in history.asks)
        }
        return not asked or self.person in asked


def note_ask(asked: Asked) -> Noted:
    """Return an ask as a reason's fact."""
    return Noted(asked.person, "asked", asked.on, asked.text)


def note_help(received: Received) -> Noted:
    """Return help received as a reason's fact."""
    return Noted(received.person, "received", received.on, received.text)


def note_limit(limit: Boundary) -> Noted:
    """Return a boundary as a reason's fact."""
    return Noted(limit.person, "boundary", limit.until, limit.because)
