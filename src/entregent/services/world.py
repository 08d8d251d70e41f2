"""The world as the book tells it on a day: ties, histories, rules, and the network they make."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from entregent.asks.routes import RouteQuery
from entregent.asks.situation import Situation, gather_rules
from entregent.asks.willingness import willingness
from entregent.domain.asking import Chain, Goal
from entregent.domain.facts import (
    DEEDS,
    Asked,
    Bond,
    Boundary,
    Busy,
    Connected,
    Deed,
    Discreet,
    Entry,
    House,
    LeftOut,
    Offer,
    Tied,
    Worked,
)
from entregent.domain.ids import PersonId
from entregent.domain.pairs import Pair, pair
from entregent.ledger.history import History, histories
from entregent.ledger.matters import matters
from entregent.network.chains import Network
from entregent.network.ties import Ties, build_ties, connections, landmark
from entregent.services.desk import Desk
from entregent.services.employers import addressed

_BONDS = (Tied, Connected, Worked)
_RULES = (Boundary, Busy, Offer, House, LeftOut, Discreet)


@dataclass(frozen=True)
class World:
    """A situation, and what its ties make of it; computed once for all goals."""

    situation: Situation
    ties: Ties
    goals: tuple[Goal, ...]
    bonds: tuple[Entry, ...]

    @cached_property
    def willingness(self) -> Mapping[PersonId, float]:
        """How likely each person is to say yes just now; for ordering chains only.

        Nothing is known of most that tells them from a stranger.
        """
        known = self.situation
        stranger = willingness(None, None, known.settings)
        people = dict.fromkeys(chain(known.people, *known.ties), stranger)
        for who in {*known.histories, *self.ties.spoken_of()}:
            tie, history = known.my_tie(who), known.histories.get(who)
            people[who] = willingness(history, tie, known.settings)
        return people

    @cached_property
    def network(self) -> Network:
        """Everybody who is tied, seen from me."""
        known = self.situation
        return Network.of(known.owner, self.ties, self.willingness, known.settings)

    @cached_property
    def connected(self) -> Mapping[Pair, date]:
        """The day on which each pair became connected on a network, where known."""
        return connections(self.bonds, self.situation.today)

    def chains(self, query: RouteQuery, best: int | None = None) -> list[Chain]:
        """Return the best chain through each first person, or the `best` of them only."""
        return self.network.chains(
            query.targets,
            query.hops,
            best=best,
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
    with book.moment():
        goals = tuple(book.goals())
        entries = book.entries((*DEEDS, *_BONDS, *_RULES))
        deeds = _deeds(entries)
        bonds = tuple(entry for entry in entries if isinstance(entry.fact, Bond))
        past = histories(deeds, desk.today, desk.settings, goals)
        ties = _tied(desk, bonds, past)
        people = book.people()

    def last(person: PersonId) -> date | None:
        tie = ties.get(pair(book.owner, person))
        return tie.last if tie is not None else None

    situation = Situation(
        owner=book.owner,
        today=desk.today,
        settings=desk.settings,
        people={person.id: person for person in people},
        ties=ties,
        histories=past,
        rules=gather_rules(entry.fact for entry in entries),
        matters=matters(goals, (deed for deed in deeds if isinstance(deed, Asked))),
        addressed=addressed(people, last, desk.reference.domains, desk.today),
        sectors=lambda: desk.reference.sectors,
    )
    return World(situation, ties, goals, bonds)


def ties(desk: Desk, past: Mapping[PersonId, History]) -> Ties:
    """Return every pair that is tied, as of today."""
    return _tied(desk, desk.book.entries(_BONDS), past)


def past_of(desk: Desk) -> dict[PersonId, History]:
    """Return the history of everybody whom a deed speaks of."""
    deeds = _deeds(desk.book.entries(DEEDS))
    return histories(deeds, desk.today, desk.settings, desk.book.goals())


def _tied(desk: Desk, bonds: Iterable[Entry], past: Mapping[PersonId, History]) -> Ties:
    weighed_at = landmark(desk.today, desk.settings)
    traces = desk.book.traces(desk.today, weighed_at, desk.settings.half_life_days)
    return build_ties(bonds, traces, past, desk.today, desk.settings, desk.book.owner)


def _deeds(entries: Iterable[Entry]) -> list[Deed]:
    return [entry.fact for entry in entries if isinstance(entry.fact, Deed)]
