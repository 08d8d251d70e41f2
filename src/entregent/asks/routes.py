"""Routes: which chains a judgement needs of the network, and how the answers join."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from entregent.asks.avoid import avoid, avoided, closed
from entregent.asks.situation import Situation
from entregent.asks.targets import target_set
from entregent.domain.asking import Chain, Goal, ToFriends, ToPerson
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind

_DIRECT_ONLY = frozenset({Kind.REFERENCE, Kind.RECOMMENDATION})
_DIGITS = 9


@dataclass(frozen=True, slots=True)
class RouteQuery:
    """The best chain through each first person, to any of `targets`, within `hops` ties.

    Nobody in `avoid` stands on a chain, and nobody in `closed` in between (they may come first).
    """

    targets: frozenset[PersonId]
    hops: int
    avoid: frozenset[PersonId] = frozenset()
    closed: frozenset[PersonId] = frozenset()


def plan_routes(situation: Situation, goal: Goal) -> tuple[RouteQuery, ...]:
    """Return what to ask of the network for `goal`, the queries whose answers stand first first.

    First whom I may ask directly; then who leads to somebody; then who leads only to people whose
    boundary forbids it. Nobody leads to somebody I know who rests: that would be no rest.
    No way is looked for to somebody whom I named but must avoid.
    """
    wanted = target_set(situation, goal.target)
    return routes_to(situation, goal, wanted, avoid(situation), closed(situation))


def routes_to(
    situation: Situation,
    goal: Goal,
    wanted: frozenset[PersonId],
    away: frozenset[PersonId],
    shut: frozenset[PersonId],
) -> tuple[RouteQuery, ...]:
    """Return the same where it is known who is `wanted`, whom to `avoid`, and who is `closed`."""
    named = goal.target.person if isinstance(goal.target, ToPerson) else None
    if named is not None and avoided(situation, named):
        return ()
    wanted = wanted - away
    direct = frozenset(who for who in wanted if asked_directly(situation, goal, who))
    queries = [RouteQuery(direct, 1, away)]
    if not _direct_only(goal) and named not in direct:
        barred = frozenset(
            who for who in wanted if situation.limits(who, Kind.INTRODUCTION, goal.kind)
        )
        hops = situation.settings.hops
        led_to = wanted - {who for who in direct if situation.history(who).rest is not None}
        queries.append(RouteQuery(led_to - barred, hops, away, shut))
        queries.append(RouteQuery(led_to & barred, hops, away, shut))
    return tuple(query for query in queries if query.targets)


def asked_directly(situation: Situation, goal: Goal, person: PersonId) -> bool:
    """Tell whether somebody of the target set is asked themself: I am tied to them.

    A person to be introduced to is not: others lead there.
    """
    introduced = goal.kind is Kind.INTRODUCTION and isinstance(goal.target, ToPerson)
    return situation.my_tie(person) is not None and not introduced


def led_to(situation: Situation, goal: Goal) -> bool:
    """Tell whether others may lead to a goal.

    Not to one for those who know my work, for friends, or for a person I know or must avoid.
    """
    named = goal.target.person if isinstance(goal.target, ToPerson) else None
    known = named is not None and (situation.my_tie(named) or avoided(situation, named))
    return not _direct_only(goal) and not known


def gather_routes(
    answers: Iterable[Iterable[Chain]], willingness: Mapping[PersonId, float]
) -> dict[PersonId, Chain]:
    """Join the network's answers: the first chain of each first person stands.

    The odds of a direct chain are the tie's; the willingness of whom one asks comes to them here.
    """
    routes: dict[PersonId, Chain] = {}
    for chains in answers:
        for chain in chains:
            routes.setdefault(chain.people[1], _willing(chain, willingness))
    return routes


def _willing(chain: Chain, willingness: Mapping[PersonId, float]) -> Chain:
    if not chain.direct:
        return chain
    odds = chain.odds * willingness[chain.people[-1]]
    return Chain(chain.people, round(odds, _DIGITS))


def _direct_only(goal: Goal) -> bool:
    return goal.kind in _DIRECT_ONLY or isinstance(goal.target, ToFriends)
