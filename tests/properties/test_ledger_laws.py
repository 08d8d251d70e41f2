"""Laws of the ledger: order of entry, the future, what one fact more changes."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.facts import Answered, Asked, Gave, Invited, Lifted, Received, Thanked
from entregent.domain.upkeep import Settled, Settling
from entregent.domain.words import Kind, Reply
from entregent.ledger.agenda import Known, View, agenda
from entregent.ledger.history import History, histories
from entregent.ledger.settling import Settlings
from entregent.ledger.turn import Turn, turn
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings()
PERSON = st.sampled_from(["léa", "omar"])
DAY = st.integers(-20, 500).map(lambda ago: TODAY - timedelta(days=ago))
KIND = st.sampled_from([Kind.ADVICE, Kind.REVIEW])
ASK = st.none() | st.sampled_from(["one", "two", "three"])
TEXT = st.sampled_from(["", "un", "deux"])
DEED = st.one_of(
    st.builds(Asked, PERSON, DAY, KIND, TEXT, ASK, ASK),
    st.builds(Answered, PERSON, DAY, st.sampled_from(Reply)),
    st.builds(Invited, PERSON, DAY),
    st.builds(Received, PERSON, DAY, TEXT),
    st.builds(Gave, PERSON, DAY, TEXT),
    st.builds(Thanked, PERSON, DAY),
    st.builds(Lifted, PERSON, DAY, KIND),
)
DEEDS = st.lists(DEED, max_size=14)


def known(deeds):
    return histories(deeds, TODAY, SETTINGS)


@given(DEEDS, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(deeds, dice):
    shuffled = list(deeds)
    dice.shuffle(shuffled)
    assert known(shuffled) == known(deeds)


@given(DEEDS, DEED)
def test_what_is_to_come_changes_nothing(deeds, deed):
    later = type(deed)(deed.person, TODAY + timedelta(days=1), *_rest(deed))
    assert known([*deeds, later]) == known(deeds)


def _rest(deed):
    return [getattr(deed, name) for name in type(deed).__dataclass_fields__ if name not in _FIRST]


_FIRST = ("person", "on")


@given(DEEDS)
def test_every_answer_is_kept_and_no_ask_is_answered_before_it_was_made(deeds):
    for person, history in known(deeds).items():
        heard = [d for d in deeds if isinstance(d, Answered) and d.person == person]
        assert len(history.answers) == len([d for d in heard if d.on <= TODAY])
        for past in history.asks:
            assert past.answer is None or past.answer.on >= past.asked.on


@given(DEEDS)
def test_thanks_today_clear_all_that_is_owed(deeds):
    thanked = known([*deeds, Thanked("léa", TODAY)])
    assert thanked["léa"].unthanked is None


@given(DEEDS)
def test_an_ask_today_starts_a_rest_and_an_invitation_ends_it(deeds):
    past = [deed for deed in deeds if deed.on < TODAY]
    asked = known([*past, Asked("léa", TODAY, Kind.ADVICE)])["léa"]
    assert asked.rest is not None
    assert asked.rest.until == TODAY + timedelta(days=SETTINGS.rest_days)
    invited = known([*past, Asked("léa", TODAY, Kind.ADVICE), Invited("léa", TODAY)])["léa"]
    assert invited.rest is invited.awaited is None


@given(DEEDS)
def test_turns_are_one_anothers_mirror(deeds):
    history = known([*deeds, Thanked("léa", TODAY)])["léa"]
    mirrored = History(
        "léa",
        TODAY,
        SETTINGS,
        thanked=history.thanked,
        received=tuple(Received("léa", deed.on) for deed in history.gave),
        gave=tuple(Gave("léa", deed.on) for deed in history.received),
    )
    opposite = {Turn.MINE: Turn.THEIRS, Turn.THEIRS: Turn.MINE, Turn.EVEN: Turn.EVEN}
    assert turn(mirrored, None) is opposite[turn(history, None)]


@given(DEEDS)
def test_the_agenda_does_not_depend_on_the_order_of_people(deeds):
    past = list(known(deeds).values())
    view = View(TODAY, TODAY + timedelta(days=28), SETTINGS, Settlings.of((), TODAY))
    there = agenda(Known(past), view)
    assert agenda(Known(past[::-1]), view) == there
    assert len({item.suggestion for item in there}) == len(there)


@given(DEEDS, st.integers(0, 40))
def test_what_was_let_go_never_comes_back(deeds, later):
    view = View(TODAY, TODAY + timedelta(days=28), SETTINGS, Settlings.of((), TODAY))
    seen = agenda(Known(tuple(known(deeds).values())), view)
    words = [Settled(TODAY, one.item, Settling.LET_GO, one.person, one.other, None) for one in seen]
    day = TODAY + timedelta(days=later)
    then = View(day, day, SETTINGS, Settlings.of(words, day))
    past = histories([deed for deed in deeds if deed.on <= TODAY], day, SETTINGS)
    items = agenda(Known(tuple(past.values())), then)
    assert {one.suggestion for one in items}.isdisjoint(one.suggestion for one in seen)
