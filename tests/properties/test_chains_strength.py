"""Strength and willingness grow and shrink as they should."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from entregent.asks.willingness import willingness
from entregent.domain.facts import Answered, Asked, Gave, Received, Thanked
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context, Kind, Reply
from entregent.ledger.history import histories
from entregent.network.strength import strength, strength_back
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings()
AMOUNT = st.floats(0, 1e6)
CLOSENESS = st.none() | st.sampled_from(Closeness)
DAYS = st.integers(-50, 1000).map(lambda ago: TODAY - timedelta(days=ago))
RANK = (None, Closeness.SLIGHT, Closeness.GOOD, Closeness.CLOSE)


@st.composite
def ties(draw):
    return Tie(
        "me",
        "léa",
        draw(st.none() | st.sampled_from(Context)),
        closeness=draw(CLOSENESS),
        sent=draw(AMOUNT),
        received=draw(AMOUNT),
        crossed=draw(st.integers(0, 1000)),
        declared=draw(st.booleans()),
        worked=draw(AMOUNT),
    )


@given(ties(), AMOUNT, AMOUNT, st.integers(0, 100))
def test_more_evidence_never_weakens_a_tie(tie, sent, received, crossed):
    base = strength(tie, SETTINGS)
    assert 0 < base <= 1
    more = (
        replace(tie, sent=tie.sent + sent),
        replace(tie, received=tie.received + received),
        replace(tie, crossed=tie.crossed + crossed),
        replace(tie, declared=True),
        replace(tie, worked=tie.worked + sent),
        *(replace(tie, closeness=level) for level in RANK[RANK.index(tie.closeness) :]),
    )
    assert all(strength(stronger, SETTINGS) >= base for stronger in more)


@given(ties())
def test_an_ask_goes_more_easily_to_whom_more_came_from(tie):
    there, back = strength(tie, SETTINGS), strength_back(tie, SETTINGS)
    assert there == strength_back(replace(tie, sent=tie.received, received=tie.sent), SETTINGS)
    assert there >= back or tie.received < tie.sent
    assert there <= back or tie.received > tie.sent


DEEDS = st.lists(
    st.one_of(
        st.builds(Asked, st.just("léa"), DAYS, st.sampled_from(Kind)),
        st.builds(Answered, st.just("léa"), DAYS, st.sampled_from(Reply)),
        st.builds(Received, st.just("léa"), DAYS),
        st.builds(Gave, st.just("léa"), DAYS),
        st.builds(Thanked, st.just("léa"), DAYS),
    ),
    max_size=12,
)


def willing(deeds, tie):
    return willingness(histories(deeds, TODAY, SETTINGS).get("léa"), tie, SETTINGS)


@given(DEEDS, ties(), DAYS, st.sampled_from(Kind))
def test_one_more_ask_never_raises_willingness(deeds, tie, day, kind):
    base = willing(deeds, tie)
    assert 0 < base <= 1
    assert willing([*deeds, Asked("léa", day, kind)], tie) <= base


@given(DEEDS, ties(), DAYS)
def test_one_more_thing_given_or_thanked_never_lowers_it(deeds, tie, day):
    base = willing(deeds, tie)
    assert willing([*deeds, Gave("léa", day)], tie) >= base
    assert willing([*deeds, Thanked("léa", day)], tie) >= base


@given(DEEDS, ties())
def test_closer_people_are_never_less_willing_with_the_same_history(deeds, tie):
    asked = [deed for deed in deeds if isinstance(deed, Asked | Answered)]
    values = [willing(asked, replace(tie, closeness=level)) for level in RANK]
    assert values == sorted(values)
