"""The world as the book tells it on a day: ties, histories, rules, and the network they make."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from entregent.asks.routes import RouteQuery
from entregent.asks.situation import Situation, gather_rules
from entregent.asks.willingness import willingness
from entregent.domain.asking import Chain, Goal
from entregent.domain.facts import (
    DEEDS,
    Asked,
    Boundary,
    Busy,
    Connected,
    Deed,
    Discreet,
    House,
    LeftOut,
    Offer,
    Tied,
    Worked,
)
from entregent.domain.ids import PersonId
from entregent.domain.pairs import Pair
from entregent.domain.people import Tie
from entregent.ledger.history import History, histories
from entregent.ledger.matters import matters
from entregent.network.chains import Network
from entregent.network.ties import LANDMARK, build_ties
from entregent.services.desk import Desk
from entregent.services.employers import addressed

_BONDS = (Tied, Connected, Worked)
_RULES = (Boundary, Busy, Worked, Offer, House, LeftOut, Discreet)


@dataclass(frozen=True)
class World:
    """A situation, and what its ties make of it; computed once for all goals."""

    situation: Situation
    goals: tuple[Goal, ...]

    @cached_property
    def willingness(self) -> Mapping[PersonId, float]:
        """How likely each person is to say yes just now; for ordering chains only."""
        known = self.situation
        people = {*known.people, *(person for between in known.ties for person in between)}
        return {
            person: willingness(known.histories.get(person), known.my_tie(person), known.settings)
            for person in people
        }

    @cached_property
    def network(self) -> Network:
        """Everybody who is tied, seen from me."""
        known = self.situation
        return Network.of(known.owner, known.ties, self.willingness, known.settings)

    def chains(self, query: RouteQuery) -> list[Chain]:
        """Return the best chain through each first person."""
        return self.network.chains(
            query.targets,
            query.hops,
            best=None,
            per_connector=1,
            avoid=query.avoid,
            closed=query.closed,
        )

    def keeping(self, kept: Mapping[PersonId, tuple[Goal, ...]]) -> Situation:
        """Return the situation that knows who is better kept for which other goal."""
        return replace(self.situation, kept=kept)


def world(desk: Desk) -> World:
    """Read from the book all that judgements rest on."""
    book = desk.book
    goals = tuple(book.goals())
    deeds = _deeds(desk)
    past = histories(deeds, desk.today, desk.settings, goals)
    people = book.people()
    known = ties(desk, past)
    last = {tie.b: tie.last for tie in known.values() if tie.a == book.owner and tie.last}
    situation = Situation(
        owner=book.owner,
        today=desk.today,
        settings=desk.settings,
        people={person.id: person for person in people},
        ties=known,
        histories=past,
        rules=gather_rules(entry.fact for entry in book.entries(_RULES)),
        matters=matters(goals, (deed for deed in deeds if isinstance(deed, Asked))),
        addressed=addressed(people, last, desk.reference.domains, desk.today),
        sectors=desk.reference.sectors,
    )
    return World(situation, goals)


def ties(desk: Desk, past: Mapping[PersonId, History]) -> dict[Pair, Tie]:
    """Return every pair that is tied, as of today."""
    book = desk.book
    traces = book.traces(desk.today, LANDMARK, desk.settings.half_life_days)
    bonds = book.entries(_BONDS)
    return build_ties(bonds, traces, past, desk.today, desk.settings, book.owner)


def past_of(desk: Desk) -> dict[PersonId, History]:
    """Return the history of everybody whom a deed speaks of."""
    return histories(_deeds(desk), desk.today, desk.settings, desk.book.goals())


def _deeds(desk: Desk) -> list[Deed]:
    return [entry.fact for entry in desk.book.entries(DEEDS)]  # type: ignore[misc]  # what DEEDS asks for
