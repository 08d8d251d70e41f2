"""What I say of things to do: done, not now, never mind."""

from datetime import date

import pytest

from entregent.domain.facts import Asked, Thanked
from entregent.domain.ids import AskId, RequestId
from entregent.domain.inbox import Requested, Step
from entregent.domain.upkeep import Kept, Planned, Settled, Settling, Side
from entregent.domain.words import Kind
from entregent.ledger.agenda import Due
from entregent.ledger.introduction_states import Move
from entregent.services import settling
from entregent.services.agenda import agenda, ahead
from entregent.services.introducing import Beginning, begin, introduced, take
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.undoing import undo

TODAY = date(2026, 3, 1)


def key(story, due):
    return next(item.key for item in ahead(story.desk) if item.due is due)


def dues(story):
    return [item.due for item in agenda(story.desk)]


def test_thanks_said_are_thanks(story):
    """
    2026-02-20 received Léa "relu mon CV"
    """
    word = settling.done(story.desk, key(story, Due.THANKS))
    assert word.fact == Thanked(story.id("Léa"), TODAY)
    assert dues(story) == []
    undo(story.desk, word.batch)
    assert dues(story) == [Due.THANKS]


def test_a_promise_kept_by_me_or_by_them(story):
    """
    2026-02-10 promised Léa "un livre"
    2026-02-10 promised Léa "un café" by:them
    """
    lea, day = story.id("Léa"), date(2026, 2, 27)
    mine = settling.done(story.desk, key(story, Due.PROMISE), day)
    theirs = settling.done(story.desk, key(story, Due.PROMISED))
    assert mine.fact == Kept(lea, day, "un livre")
    assert theirs.fact == Kept(lea, TODAY, "un café", Side.THEM)
    assert dues(story) == []


def test_a_step_taken_is_an_ask_that_starts_a_rest(story):
    """
    tie Léa
    """
    goal = story.plan("advice", person="Léa", purpose="mon CV")
    step = Planned(story.id("Léa"), TODAY, "n", AskId(goal.id), Kind.ADVICE, TODAY)
    record(story.desk, [step], "plan")
    word = settling.done(story.desk, key(story, Due.STEP))
    assert word.fact == Asked(story.id("Léa"), TODAY, Kind.ADVICE, "mon CV", goal.id)
    assert dues(story) == []
    assert dues(story.on("2026-03-08")) == [Due.REST_ENDS]


def test_an_unanswered_ask_day_by_day(story):
    """
    2026-02-19 asked Léa advice
    """
    assert dues(story) == [Due.FOLLOW_UP, Due.REST_ENDS]
    once = settling.done(story.desk, key(story, Due.FOLLOW_UP))
    assert once.fact.settling is Settling.DONE
    assert dues(story) == [Due.REST_ENDS]
    assert dues(story.on("2026-03-10")) == []
    later = story.on("2026-03-11")
    assert dues(later) == [Due.LET_GO]
    settling.snooze(later.desk, key(later, Due.LET_GO), 5)
    assert dues(story.on("2026-03-15")) == []
    again = story.on("2026-03-16")
    assert dues(again) == [Due.LET_GO]
    word = settling.done(again.desk, key(again, Due.LET_GO))
    assert word.fact.settling is Settling.LET_GO
    assert dues(again) == dues(story.on("2026-04-20")) == []


def test_an_ask_is_let_go_at_once(story):
    """
    2026-02-10 asked Léa advice
    """
    word = settling.let_go(story.desk, key(story, Due.FOLLOW_UP))
    assert word.fact.settling is Settling.LET_GO
    assert dues(story) == dues(story.on("2026-04-01")) == []
    undo(story.desk, word.batch)
    assert dues(story) == [Due.FOLLOW_UP]


def test_what_leaves_no_fact_of_its_own_is_settled(story):
    """
    2026-02-20 asked Léa advice
    2026-02-21 answered Léa yes
    """
    goal = story.plan("review", person="Léa", by=date(2026, 3, 4))
    for due in (Due.REST_ENDS, Due.DEADLINE):
        word = settling.done(story.desk, key(story, due).upper())
        assert isinstance(word.fact, Settled)
        assert word.until is None
    assert dues(story) == []
    assert next(one for one in story.book.goals() if one.id == goal.id).done is None


def test_put_off_for_a_week_some_days_or_to_a_day(story):
    """
    2026-02-20 received Léa "relu mon CV"
    """
    this = key(story, Due.THANKS)
    assert settling.snooze(story.desk, this).until == date(2026, 3, 8)
    assert settling.snooze(story.desk, this, 2).until == date(2026, 3, 3)
    assert settling.snooze(story.desk, this, date(2026, 3, 5)).until == date(2026, 3, 5)
    assert dues(story.on("2026-03-04")) == []
    assert dues(story.on("2026-03-05")) == [Due.THANKS]


@pytest.mark.parametrize("day", [TODAY, date(2026, 2, 1)])
def test_nothing_is_put_off_to_a_day_that_came(story, refused, day):
    """
    2026-02-20 received Léa "relu mon CV"
    """
    with refused("agenda.snooze-past", day=day.isoformat()):
        settling.snooze(story.desk, key(story, Due.THANKS), day)
    assert dues(story) == [Due.THANKS]


def test_nothing_is_done_before_it_came_about_nor_tomorrow(story, refused):
    """
    2026-02-20 received Léa "relu mon CV"
    """
    this = key(story, Due.THANKS)
    with refused("agenda.too-early", day="2026-02-19", start="2026-02-20"):
        settling.done(story.desk, this, date(2026, 2, 19))
    with refused("date.future", day="2026-03-02"):
        settling.done(story.desk, this, date(2026, 3, 2))
    assert dues(story) == [Due.THANKS]


def test_a_key_that_nothing_bears(story, refused):
    """
    2026-02-20 received Léa "relu mon CV"
    """
    with refused("agenda.no-item", item="zzzzz"):
        settling.done(story.desk, "zzzzz")
    this = key(story, Due.THANKS)
    settling.let_go(story.desk, this)
    with refused("agenda.no-item", item=this):
        settling.done(story.desk, this)


def introduce(story, *steps):
    """Léa asks to meet Omar on the first of February; then steps."""
    lea, omar = story.id("Léa"), story.id("Omar")
    desk = story.on("2026-02-01").desk
    _, one = begin(introduced(desk), Beginning(Step.ASKED, lea, omar), desk.today)
    for step in steps:
        take(introduced(desk), one.id, Move(step), on=desk.today)


@pytest.mark.parametrize(
    ("steps", "say", "step"),
    [
        ([], settling.done, Step.SOUGHT),
        ([Step.SOUGHT], settling.done, Step.FOLLOWED_UP),
        ([Step.SOUGHT], settling.let_go, Step.LET_GO),
        ([Step.SOUGHT, Step.AGREED], settling.done, Step.MADE),
        ([Step.SOUGHT, Step.DECLINED], settling.done, Step.TOLD),
    ],
)
def test_an_introduction_moves_on_by_what_is_said_of_it(story, steps, say, step):
    """
    tie Léa
    tie Omar
    """
    introduce(story, *steps)
    word = say(story.desk, key(story, Due.INTRODUCTION))
    assert word.fact.step is step
    undo(story.desk, word.batch)
    assert key(story, Due.INTRODUCTION) == word.item.key


def test_an_introduction_that_need_not_be_sought_today_goes_on(story):
    """
    tie Léa
    tie Omar
    """
    introduce(story)
    word = settling.let_go(story.desk, key(story, Due.INTRODUCTION))
    assert word.fact.settling is Settling.LET_GO
    assert dues(story) == []


def test_what_was_put_off_for_long_is_called_back_by_its_key(story):
    """
    2026-02-20 received Léa "relu mon CV"
    """
    this = key(story, Due.THANKS)
    settling.snooze(story.desk, this, 300)
    assert ahead(story.desk) == ()
    settling.snooze(story.desk, this, 1)
    assert dues(story.on("2026-03-02")) == [Due.THANKS]


def test_something_given_today_or_before(story):
    """
    person Léa birthday:03-03
    tie Léa
    """
    this = key(story, Due.GIFT)
    before = settling.done(story.desk, this, date(2026, 2, 28))
    assert (before.fact.on, before.fact.settling) == (date(2026, 2, 28), Settling.DONE)
    undo(story.desk, before.batch)
    today = settling.done(story.desk, this)
    assert (today.fact.on, dues(story)) == (TODAY, [])


def test_a_place_in_the_list_names_a_line_too(story, refused):
    """
    2026-02-20 received Léa "relu mon CV"
    2026-02-10 promised Léa "un livre"
    """
    assert settling.let_go(story.desk, "2").item.due is Due.THANKS
    for word in ("0", "2", "١"):
        with refused("agenda.no-item", item=word):
            settling.done(story.desk, word)
    assert settling.done(story.desk, "1").item.due is Due.PROMISE


def test_a_request_is_done_by_its_answer_and_may_be_let_go(story):
    """
    tie Léa
    """
    request = RequestId("019c-0000-request")
    asked = Requested(story.id("Léa"), date(2026, 2, 20), Kind.ADVICE, request)
    record(story.desk, [asked], "inbox")
    with pytest.raises(BookError, match=r"agenda\.which-answer"):
        settling.done(story.desk, key(story, Due.REQUEST))
    assert dues(story) == [Due.REQUEST]
    settling.let_go(story.desk, key(story, Due.REQUEST))
    assert dues(story) == []
