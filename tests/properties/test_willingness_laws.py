"""Laws of willingness: in which direction each fact sways it, whatever the rest."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from entregent.asks.willingness import explain, willingness
from entregent.domain.facts import Answered, Asked, Gave, Invited, Lifted, Received, Thanked
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context, Kind, Reply
from entregent.ledger.history import histories
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings()
AGO = st.one_of(st.integers(0, 60), st.integers(0, 900))
DAY = AGO.map(lambda ago: TODAY - timedelta(days=ago))
KIND = st.sampled_from(Kind)
WEIGHT = st.integers(1, 5)
ASKED = st.builds(Asked, st.just("léa"), DAY, KIND)
GAVE = st.builds(Gave, st.just("léa"), DAY, st.just(""), WEIGHT)
RECEIVED = st.builds(Received, st.just("léa"), DAY, st.just(""), WEIGHT)
THANKED = st.builds(Thanked, st.just("léa"), DAY)
ANSWERED = st.builds(Answered, st.just("léa"), DAY, st.sampled_from(Reply))
OTHER = st.one_of(
    st.builds(Invited, st.just("léa"), DAY), st.builds(Lifted, st.just("léa"), DAY, KIND)
)
DEEDS = st.lists(st.one_of(ASKED, GAVE, RECEIVED, THANKED, ANSWERED, OTHER), max_size=12)
CONTEXT = st.none() | st.sampled_from(Context)
TIES = st.none() | st.builds(
    Tie, st.just("léa"), st.just("me"), CONTEXT, closeness=st.none() | st.sampled_from(Closeness)
)
CLOSER = [None, Closeness.SLIGHT, Closeness.GOOD, Closeness.CLOSE]
SLACK = 1e-12
"""What sums of the same things in another order may differ by."""


def of(deeds, tie):
    return willingness(history(deeds), tie, SETTINGS)


def history(deeds):
    return histories(deeds, TODAY, SETTINGS).get("léa")


def rises(before, after):
    return after > before + SLACK


@given(DEEDS, TIES)
def test_it_lies_between_nought_and_one(deeds, tie):
    assert 0 < of(deeds, tie) < 1


@given(DEEDS, TIES, ASKED)
def test_one_more_ask_never_raises_it(deeds, tie, asked):
    assert not rises(of(deeds, tie), of([*deeds, asked], tie))


@given(DEEDS, TIES, KIND, AGO, AGO)
def test_a_more_recent_ask_never_raises_it(deeds, tie, kind, one, other):
    longer, shorter = (TODAY - timedelta(days=ago) for ago in (max(one, other), min(one, other)))
    earlier = of([*deeds, Asked("léa", longer, kind)], tie)
    assert not rises(earlier, of([*deeds, Asked("léa", shorter, kind)], tie))


@given(DEEDS, TIES, DAY, st.sampled_from([(Kind.IDEAS, Kind.ADVICE), (Kind.ADVICE, Kind.REFERRAL)]))
def test_an_ask_of_a_heavier_kind_never_raises_it(deeds, tie, day, kinds):
    light, heavy = (of([*deeds, Asked("léa", day, kind)], tie) for kind in kinds)
    assert not rises(light, heavy)


@given(DEEDS, TIES, GAVE)
def test_one_more_thing_i_gave_never_lowers_it(deeds, tie, gave):
    assert not rises(of([*deeds, gave], tie), of(deeds, tie))


@given(DEEDS, TIES, RECEIVED)
def test_help_received_never_raises_it(deeds, tie, received):
    assert not rises(of(deeds, tie), of([*deeds, received], tie))


@given(DEEDS, TIES, THANKED)
def test_one_more_thanks_never_lowers_it(deeds, tie, thanked):
    assert not rises(of([*deeds, thanked], tie), of(deeds, tie))


@given(DEEDS, TIES, DAY)
def test_a_yes_never_lowers_it(deeds, tie, day):
    assert not rises(of([*deeds, Answered("léa", day, Reply.YES)], tie), of(deeds, tie))


@given(DEEDS, TIES, DAY, st.sampled_from([Reply.LATER, Reply.NO, Reply.UNCOMFORTABLE]))
def test_no_other_answer_raises_it(deeds, tie, day, reply):
    assert not rises(of(deeds, tie), of([*deeds, Answered("léa", day, reply)], tie))


@given(DEEDS, CONTEXT, st.integers(0, 2))
def test_a_closer_tie_never_lowers_it(deeds, context, place):
    far, near = (Tie("léa", "me", context, closeness=CLOSER[n]) for n in (place, place + 1))
    assert not rises(of(deeds, near), of(deeds, far))


@given(DEEDS, TIES, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(deeds, tie, dice):
    shuffled = list(deeds)
    dice.shuffle(shuffled)
    assert of(shuffled, tie) == of(deeds, tie)
    assert explain(history(shuffled), tie, SETTINGS) == explain(history(deeds), tie, SETTINGS)


@given(DEEDS, TIES)
def test_what_is_explained_is_what_sways_it(deeds, tie):
    told = explain(history(deeds), tie, SETTINGS)
    assert len({one.sway for one in told}) == len(told)
    sizes = [abs(one.amount) for one in told]
    assert sizes == sorted(sizes, reverse=True)
    dated = [one for one in told if one.sway not in ("close", "good")]
    assert all(one.facts and all(fact.on is not None for fact in one.facts) for one in dated)
    if tie is not None and tie.close_friend:
        assert not {"gave", "received"} & {one.sway for one in told}
