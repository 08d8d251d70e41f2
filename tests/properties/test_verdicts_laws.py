"""Laws of the judgement, on small random worlds."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.asks.judge import at_once, judge
from entregent.asks.routes import gather_routes, plan_routes
from entregent.asks.situation import Situation, gather_rules
from entregent.asks.willingness import willingness
from entregent.domain.asking import Code, Goal, ToCompany, ToFriends, ToPerson, Verdict
from entregent.domain.facts import (
    DEEDS,
    Answered,
    Asked,
    Boundary,
    Busy,
    Encounter,
    Entry,
    Gave,
    House,
    Invited,
    LeftOut,
    Lifted,
    Position,
    Received,
    Source,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.months import Month
from entregent.domain.people import Person, Trace
from entregent.domain.words import Channel, Closeness, Context, Kind, Origin, Reply, Usage
from entregent.ledger.history import histories
from entregent.ledger.matters import matters
from entregent.network.chains import Network
from entregent.network.ties import LANDMARK, build_ties
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings()
RANK = list(Verdict)
NAMES = ("anne", "léa", "omar", "zoé")
ANYBODY = st.sampled_from(NAMES)
AGO = st.one_of(st.integers(0, 40), st.integers(0, 400))
PAST = AGO.map(lambda ago: TODAY - timedelta(days=ago))
AHEAD = st.integers(1, 400).map(lambda days: TODAY + timedelta(days=days))
KIND = st.sampled_from([Kind.ADVICE, Kind.INTRODUCTION, *Kind])
ASKED = st.sampled_from([Kind.ADVICE, Kind.INTRODUCTION])
CLOSENESS = st.none() | st.sampled_from(Closeness)
CONTEXT = st.none() | st.sampled_from(Context)


def deeds(day):
    return st.one_of(
        st.builds(Asked, ANYBODY, day, ASKED),
        st.builds(Asked, ANYBODY, day, KIND),
        st.builds(Answered, ANYBODY, day, st.sampled_from(Reply)),
        st.builds(Received, ANYBODY, day),
        st.builds(Gave, ANYBODY, day),
        st.builds(Thanked, ANYBODY, day),
        st.builds(Invited, ANYBODY, day),
        st.builds(Lifted, ANYBODY, day, KIND),
        st.builds(Encounter, ANYBODY, st.just("me"), day, st.sampled_from(Channel)),
    )


RULES = st.one_of(
    st.builds(Boundary, ANYBODY, st.frozensets(KIND, max_size=2), st.none() | PAST | AHEAD),
    st.builds(Busy, ANYBODY, PAST, PAST | AHEAD),
    st.builds(Worked, ANYBODY, st.just("Airbus")),
    st.builds(House, st.just("Airbus"), referrals=st.sampled_from(Usage)),
    st.builds(LeftOut, ANYBODY),
)
TIES = st.one_of(
    st.builds(Tied, ANYBODY, st.just("me"), CONTEXT, closeness=CLOSENESS),
    st.builds(Tied, ANYBODY, ANYBODY, CONTEXT, closeness=CLOSENESS),
)
HELD = st.builds(
    Position,
    st.sampled_from((*NAMES, "me")),
    st.sampled_from(["Airbus", "Safran"]),
    start=st.none() | st.just(Month(2020, 1)),
    end=st.none() | st.just(Month(2024, 1)),
)
FACTS = st.tuples(
    st.lists(TIES, min_size=2, max_size=7),
    st.lists(HELD, min_size=1, max_size=4),
    st.lists(st.one_of(deeds(PAST), deeds(PAST), RULES), max_size=18),
).map(lambda groups: [fact for group in groups for fact in group])
TARGET = st.one_of(
    st.builds(ToPerson, ANYBODY),
    st.builds(ToCompany, st.sampled_from(["Airbus", "Safran"])),
    st.just(ToFriends()),
)
GOAL = st.builds(Goal, st.just("this"), KIND, TARGET)


def judged(facts, goal, today=TODAY):
    """Judge as a verb does: facts to ties and histories, ties to chains, chains to verdicts."""
    situation, routes = routed(facts, goal, today)
    return judge(situation, goal, routes)


def routed(facts, goal, today=TODAY):
    """Return what a judgement rests on: the situation, and the chains through each first person."""
    people = {
        name: Person(
            name,
            name,
            positions=tuple(f for f in facts if isinstance(f, Position) and f.person == name),
        )
        for name in (*NAMES, "me")
    }
    past = [fact for fact in facts if isinstance(fact, DEEDS)]
    known = histories(past, today, SETTINGS)
    ties = build_ties(
        [Entry("", "", fact, Source(Origin.HAND)) for fact in facts],
        [_trace(fact) for fact in facts if isinstance(fact, Encounter) and fact.on <= today],
        known,
        today,
        SETTINGS,
        "me",
    )
    rules = gather_rules(fact for fact in facts if not isinstance(fact, DEEDS))
    asked = [fact for fact in past if isinstance(fact, Asked)]
    situation = Situation("me", today, SETTINGS, people, ties, known, rules, matters((), asked))
    ready = {
        name: willingness(known.get(name), situation.my_tie(name), SETTINGS) for name in people
    }
    network = Network.of("me", ties, ready, SETTINGS)
    answers = [
        network.chains(query.targets, query.hops, None, 1, avoid=query.avoid, closed=query.closed)
        for query in plan_routes(situation, goal)
    ]
    return situation, gather_routes(answers, ready)


def _trace(fact):
    weight = 2 ** ((fact.on - LANDMARK).days / SETTINGS.half_life_days)
    return Trace(fact.person, fact.other, fact.channel, weight, 1, fact.on, fact.on)


def of(judgement, person):
    return next((one for one in judgement.candidates if one.person == person), None)


@settings(deadline=None, max_examples=300)
@given(FACTS, GOAL)
def test_a_judgement_is_well_formed(facts, goal):
    judgement = judged(facts, goal)
    ranks = []
    for one in judgement.candidates:
        codes = [reason.code for reason in (*one.because, *one.mind)]
        assert len(codes) == len(set(codes))
        assert not {Code.RESTING, Code.ONLY_WAY} <= set(codes)
        assert (Code.RESTING in codes) is bool(one.instead)
        assert all(reason.verdict is one.verdict for reason in one.because)
        assert bool(one.because) is (one.verdict is not Verdict.GO)
        strongest = RANK.index(one.verdict)
        assert all(r.verdict is None or RANK.index(r.verdict) > strongest for r in one.mind)
        assert one.chain.people[:2] == ("me", one.person)
        assert one.until is None or one.until > TODAY
        ranks.append((-strongest, -one.chain.odds, one.person))
    assert ranks == sorted(ranks)
    able = any(one.verdict in (Verdict.GO, Verdict.CARE) for one in judgement.candidates)
    assert (judgement.nobody is None) is able


@settings(deadline=None, max_examples=300)
@given(FACTS, GOAL, st.integers(0, 3))
def test_who_may_be_asked_at_once_is_the_best_of_all(facts, goal, missing):
    situation, routes = routed(facts, goal)
    best = judge(situation, goal, routes).candidates[:1]
    ranked = sorted(routes, key=lambda who: -routes[who].odds)
    shown = ranked[: max(0, len(ranked) - missing)]
    above = max((routes[who].odds for who in set(ranked) - set(shown)), default=0.0)
    found = at_once(situation, goal, {who: routes[who] for who in shown}, above=above)
    if found is not None:
        assert found.candidates == best
        assert best[0].verdict is Verdict.GO
    elif shown == ranked:
        assert [one for one in best if one.verdict is Verdict.GO] == []


@settings(deadline=None, max_examples=200)
@given(FACTS, GOAL, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(facts, goal, dice):
    worded = [fact for fact in facts if isinstance(fact, Tied | House)]
    others = [fact for fact in facts if not isinstance(fact, Tied | House | Position)]
    held = [fact for fact in facts if isinstance(fact, Position)]
    shuffled = list(others)
    dice.shuffle(shuffled)
    once = judged([*worded, *held, *others], goal)
    again = judged([*shuffled, *worded, *held], goal)
    assert [_told(one) for one in again.candidates] == [_told(one) for one in once.candidates]
    assert again.nobody == once.nobody


def _told(one):
    codes = [[reason.code for reason in reasons] for reasons in (one.because, one.mind)]
    return (one.person, one.verdict, one.chain, one.until, one.instead, codes)


@settings(deadline=None, max_examples=200)
@given(FACTS, GOAL, st.lists(deeds(AHEAD), min_size=1, max_size=5))
def test_what_is_to_come_changes_nothing(facts, goal, ahead):
    assert judged([*facts, *ahead], goal) == judged(facts, goal)


@settings(deadline=None, max_examples=300)
@given(FACTS, GOAL, KIND)
def test_one_more_ask_never_improves_their_verdict(facts, goal, kind):
    earlier = [f for f in facts if not isinstance(f, Answered | Invited) or f.on < TODAY]
    for before in judged(earlier, goal).candidates:
        asked = Asked(before.person, TODAY, kind)
        after = of(judged([*earlier, asked], goal), before.person)
        assert RANK.index(after.verdict) <= RANK.index(before.verdict)
        assert after.chain.odds <= before.chain.odds


@settings(deadline=None, max_examples=300)
@given(FACTS, GOAL)
def test_until_is_the_first_free_day(facts, goal):
    today = judged(facts, goal)
    for one in today.candidates:
        if one.until is not None:
            eve = of(judged(facts, goal, one.until - timedelta(days=1)), one.person)
            then = of(judged(facts, goal, one.until), one.person)
            dated = {reason.code for reason in one.because}
            if one.verdict in (Verdict.NEVER, Verdict.WAIT) and eve and then:
                assert RANK.index(eve.verdict) <= RANK.index(one.verdict)
                assert not dated & {r.code for r in then.because if r.verdict is one.verdict}


@settings(deadline=None, max_examples=200)
@given(FACTS, GOAL, ANYBODY)
def test_a_boundary_on_everything_is_always_kept(facts, goal, person):
    judgement = judged([*facts, Boundary(person)], goal)
    found = of(judgement, person)
    assert found is None or found.verdict is Verdict.NEVER
    assert all(person not in one.chain.people[2:-1] for one in judgement.candidates)
    asked_for = isinstance(goal.target, ToPerson) and goal.target.person == person
    if asked_for and judgement.candidates:
        assert {one.verdict for one in judgement.candidates} == {Verdict.NEVER}
