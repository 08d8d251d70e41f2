"""The main job: whom may I ask, through whom, when, and why."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from entregent.asks.judge import at_once, kept_goals
from entregent.asks.judge import judge as judge_goal
from entregent.asks.routes import gather_routes, plan_routes
from entregent.asks.situation import Situation
from entregent.asks.willingness import Swayed, explain
from entregent.domain.asking import Chain, Goal, Judgement, Target, ToPerson
from entregent.domain.facts import Asked
from entregent.domain.ids import AskId, PersonId
from entregent.domain.pairs import pair
from entregent.domain.words import Kind
from entregent.network.reasons import TieEvidence, chain_evidence
from entregent.services.asking_targets import same_target
from entregent.services.desk import Desk
from entregent.services.outlooks import Outlooks
from entregent.services.ports import BookError
from entregent.services.world import World, world

_FEW = 64
"""So many first people are looked at to find the best way to another goal."""
_NO_ODDS = 0.0


def plan(
    desk: Desk,
    kind: Kind,
    target: Target,
    *,
    purpose: str = "",
    by: date | None = None,
    continues: AskId | None = None,
) -> Goal:
    """Keep a goal as a planned ask; the same open goal is one plan, whose words may change.

    Planning is not asking: no rest starts. Raises BookError: person.me when the target is the
    owner, ask.by-past, ask.unknown for `continues`.
    """
    if by is not None and by < desk.today:
        raise BookError("ask.by-past", day=by.isoformat())
    if target == ToPerson(desk.book.owner):
        raise BookError("person.me")
    if continues is not None:
        continues = _matter(desk, continues)
    for known in desk.book.goals():
        same = (known.kind, known.continues) == (kind, continues)
        if same and same_target(known.target, target) and known.done is None:
            again = replace(known, purpose=purpose or known.purpose, by=by or known.by)
            if again != known:
                desk.book.keep(again)
            return again
    goal = Goal(AskId(desk.ids.new()), kind, target, purpose, by, continues, desk.today)
    desk.book.keep(goal)
    return goal


def goal(desk: Desk, ask: str) -> Goal:
    """Return the planned ask whose id is, begins or ends so. Raises BookError: ask.unknown."""
    goals = desk.book.goals()
    exact = [known for known in goals if known.id == ask]
    found = exact or [g for g in goals if g.id.startswith(ask) or g.id.endswith(ask)]
    if len(found) != 1 or not ask:
        raise BookError("ask.unknown", id=ask)
    return found[0]


@dataclass(frozen=True)
class Answer:
    """A judgement, with the world it was made in."""

    judgement: Judgement
    known: World

    def evidence(self, chain: Chain) -> tuple[TieEvidence, ...]:
        """Return what each tie of a chain rests on; nothing where there is no way."""
        ties = self.known.situation.ties
        if any(pair(one, other) not in ties for one, other in pairwise(chain.people)):
            return ()
        return chain_evidence(chain.people, ties, self.known.connected)

    def sways(self, person: PersonId) -> tuple[Swayed, ...]:
        """Return what sways somebody's willingness just now, the weightiest first."""
        situation = self.known.situation
        history, tie = situation.histories.get(person), situation.my_tie(person)
        return explain(history, tie, situation.settings)

    @cached_property
    def outlooks(self) -> Outlooks:
        """Whether chains carry, and what they open."""
        return Outlooks(self.known)


def answer(desk: Desk, goal: Goal) -> Answer:
    """Judge a goal, and be ready to tell what each chain rests on."""
    known = world(desk)
    return Answer(judge_in(known, goal), known)


def judge(desk: Desk, goal: Goal) -> Judgement:
    """Judge everybody who might be asked for a goal, best first."""
    return judge_in(world(desk), goal)


def judge_in(known: World, goal: Goal) -> Judgement:
    """Judge a goal in a world that was read already."""
    others = [_best(known, other) for other in known.goals if _is_open(other) and other != goal]
    return _judged(known, known.keeping(kept_goals(goal, others)), goal)


def _best(known: World, goal: Goal) -> Judgement:
    """Judge a goal as far as it takes to know its best or only way.

    Most often one of the first few may be asked at once; else everybody is judged.
    """
    answers = [
        known.chains(query, best=None if query.hops == 1 else _FEW)
        for query in plan_routes(known.situation, goal)
    ]
    above = max((found[-1].odds for found in answers if len(found) == _FEW), default=_NO_ODDS)
    routes = gather_routes(answers, known.willingness)
    found = at_once(known.situation, goal, routes, above=above)
    return found if found is not None else _judged(known, known.situation, goal)


def _judged(known: World, situation: Situation, goal: Goal) -> Judgement:
    answers = [known.chains(query) for query in plan_routes(situation, goal)]
    return judge_goal(situation, goal, gather_routes(answers, known.willingness))


def _is_open(goal: Goal) -> bool:
    return goal.done is None


def _matter(desk: Desk, ask: AskId) -> AskId:
    """Return the full id of an ask that was sent or planned."""
    sent = {e.fact.ask for e in desk.book.entries((Asked,)) if isinstance(e.fact, Asked)}
    return ask if ask in sent else goal(desk, ask).id
