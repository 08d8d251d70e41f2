"""What the ledger suggests on a day, and in the weeks to come."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from entregent.domain.asking import Goal, ToFriends
from entregent.domain.facts import Answered, Asked, Boundary, Encounter, Invited, Received, Thanked
from entregent.domain.inbox import Brokered, Party, Requested, Responded, Response, Step
from entregent.domain.upkeep import Planned, Promised, Settled, Settling, Side
from entregent.domain.words import Channel, Kind, Reply
from entregent.ledger.agenda import (
    AgendaItem,
    Due,
    Known,
    View,
    When,
    agenda,
    between,
    for_today,
    plans,
)
from entregent.ledger.agenda.asks import once_more
from entregent.ledger.gift import Gift, What
from entregent.ledger.history import histories
from entregent.ledger.inbox.requests import requests
from entregent.ledger.introduction_errands import Reserve, errands
from entregent.ledger.introductions import introductions
from entregent.ledger.settling import Settlings, item_of
from entregent.settings import Settings

TODAY = date(2026, 6, 1)


def ago(days):
    return TODAY - timedelta(days=days)


def view(*settled, days=7):
    return View(TODAY, ago(-days), Settings(), Settlings.of(settled, TODAY))


def ahead(*deeds, settled=(), days=28, goals=(), boundaries=(), quiet=(), more=()):
    past = histories(deeds, TODAY, Settings())
    limits = {limit.person: (limit,) for limit in boundaries}
    known = Known(tuple(past.values()), goals, limits, quiet, more)
    return agenda(known, view(*settled, days=days))


def due(*deeds, **around):
    return for_today(ahead(*deeds, days=7, **around), view())


def told(items):
    return [(item.due, item.person) for item in items]


def asked(days, person="léa", kind=Kind.ADVICE, **more):
    return Asked(person, ago(days), kind, "mon CV", "plan", **more)


def answered(days, reply=Reply.YES):
    return Answered("léa", ago(days), reply)


def settled(item, word, days=0, until=None):
    return Settled(ago(days), item.item, word, item.person, item.other, until)


@pytest.mark.parametrize(("days", "there"), [(6, False), (7, True), (13, True), (14, False)])
def test_rests_that_end_within_a_week(days, there):
    ends = ago(days) + timedelta(days=14)
    rest = item_of("rest", ends)
    item = AgendaItem(Due.REST_ENDS, ends, "léa", Kind.ADVICE, "mon CV", "plan", rest)
    assert due(asked(days), answered(days)) == ((item,) if there else ())


@pytest.mark.parametrize(
    ("days", "what"),
    [
        (14, Due.FOLLOW_UP),
        (29, Due.FOLLOW_UP),
        (30, Due.LET_GO),
        (89, Due.LET_GO),
        (90, None),
    ],
)
def test_an_unanswered_ask_may_be_followed_up_then_is_let_go(days, what):
    items = due(asked(days))
    assert [item.due for item in items] == ([what] if what else [])
    assert all((item.on, item.goal) == (ago(days), "plan") for item in items)


def test_no_follow_up_before_the_tenth_day():
    assert [item.due for item in due(asked(10))] == [Due.FOLLOW_UP, Due.REST_ENDS]
    assert [item.due for item in due(asked(9))] == [Due.REST_ENDS]
    (word,) = (item for item in ahead(asked(9)) if item.due is Due.FOLLOW_UP)
    assert (word.day, word.when(TODAY)) == (ago(-1), When.SOON)


@pytest.mark.parametrize("since", [0, 9, 10, 20])
def test_who_wrote_once_more_is_never_told_to_write_again(since):
    said = once_more("léa", Kind.ADVICE, ago(29))
    word = Settled(ago(since), said.item, Settling.DONE, "léa")
    waiting = [item.due for item in due(asked(29), settled=[word])]
    assert waiting == ([Due.LET_GO] if since >= 10 else [])


@pytest.mark.parametrize(("days", "what"), [(9, []), (10, [Due.LET_GO]), (16, [Due.LET_GO])])
def test_an_ask_that_continues_an_unanswered_one_was_the_one_word_more(days, what):
    again = Asked("léa", ago(days), Kind.ADVICE, "mon CV", None, "plan")
    items = due(asked(40), again)
    assert [item.due for item in items if item.due is not Due.REST_ENDS] == what


def test_an_ask_that_continues_an_answered_one_may_be_followed_up():
    again = Asked("léa", ago(12), Kind.ADVICE, "la suite", None, "plan")
    assert [item.due for item in due(asked(40), answered(38), again)] == [Due.FOLLOW_UP]


@pytest.mark.parametrize(("days", "there"), [(29, False), (30, True), (59, True), (60, False)])
def test_who_said_later_is_come_back_to(days, there):
    back = item_of("come-back", Kind.ADVICE, ago(days))
    item = AgendaItem(Due.COME_BACK, ago(days - 30), "léa", Kind.ADVICE, item=back)
    assert due(asked(70), answered(days, Reply.LATER)) == ((item,) if there else ())
    if days < 30:
        assert told(ahead(asked(70), answered(days, Reply.LATER))) == [(Due.COME_BACK, "léa")]


def test_nobody_is_come_back_to_who_was_asked_since_or_answered_otherwise():
    assert due(asked(70), answered(40, Reply.LATER), asked(20), answered(19)) == ()
    waiting = due(asked(70), answered(40, Reply.LATER), asked(20))
    assert [item.due for item in waiting] == [Due.FOLLOW_UP]
    assert due(asked(70), answered(40, Reply.NO)) == ()
    assert due(asked(20), Invited("léa", ago(3))) == ()


def test_thanks_owed_stay_until_given():
    thanks = item_of("thanks", ago(3))
    owed = due(Received("léa", ago(3), "une adresse"))
    assert owed == (AgendaItem(Due.THANKS, ago(3), "léa", text="une adresse", item=thanks),)
    assert due(Received("léa", ago(3)), Thanked("léa", TODAY)) == ()


@pytest.mark.parametrize(
    ("by", "created", "done", "there"),
    [
        (ago(-7), None, None, True),
        (ago(-8), None, None, False),
        (ago(3), ago(9), None, True),
        (ago(3), ago(-1), None, False),
        (ago(3), None, ago(1), False),
        (ago(3), None, ago(-1), True),
        (None, None, None, False),
    ],
)
def test_goals_have_deadlines(by, created, done, there):
    goal = Goal("plan", Kind.REVIEW, ToFriends(), "le poste", by, None, created, done)
    items = [(item.due, item.on, item.goal) for item in due(goals=[goal])]
    assert items == ([(Due.DEADLINE, by, "plan")] if there else [])


@pytest.mark.parametrize(
    ("by", "on", "due_on", "what", "when"),
    [
        (Side.ME, 3, None, Due.PROMISE, When.OPEN),
        (Side.ME, 200, None, Due.PROMISE, When.OPEN),
        (Side.ME, 3, 0, Due.PROMISE, When.NOW),
        (Side.ME, 30, 10, Due.PROMISE, When.NOW),
        (Side.ME, 3, -7, Due.PROMISE, When.SOON),
        (Side.ME, 3, -8, None, None),
        (Side.THEM, 9, None, None, None),
        (Side.THEM, 10, None, Due.PROMISED, When.OPEN),
        (Side.THEM, 3, 0, Due.PROMISED, When.NOW),
        (Side.THEM, 3, -1, None, None),
        (Side.THEM, 200, 89, Due.PROMISED, When.NOW),
        (Side.THEM, 200, 90, None, None),
    ],
)
def test_promises_stand_at_once_or_for_their_day(by, on, due_on, what, when):
    day = None if due_on is None else ago(due_on)
    promise = Promised("léa", ago(on), "le livre", by, day)
    items = due(more=plans.promises([promise], view()))
    assert [(item.due, item.when(TODAY)) for item in items] == ([(what, when)] if what else [])


def steps(*planned, goals=(), sent=(), free=lambda _: TODAY, days=7):
    known = {goal.id: goal for goal in goals}
    return due(more=plans.steps(planned, known, sent, free, view(days=days)))


GOAL = Goal("plan", Kind.ADVICE, ToFriends(), "le poste")


def step(due_on, made=30):
    return Planned("léa", ago(made), "besoin", "plan", Kind.ADVICE, ago(due_on), "omar")


@pytest.mark.parametrize(("due_on", "there"), [(29, 1), (30, 0), (0, 1), (-7, 1), (-8, 0)])
def test_steps_of_the_road_map_until_they_are_long_past(due_on, there):
    items = steps(step(due_on), goals=[GOAL])
    assert [(item.due, item.on, item.text) for item in items] == [
        (Due.STEP, ago(due_on), "le poste")
    ] * there


def test_a_step_taken_by_anybody_or_without_its_goal_is_none():
    reached = Goal("plan", Kind.ADVICE, ToFriends(), done=ago(1))
    assert steps(step(0)) == steps(step(0), goals=[reached]) == ()
    assert steps(step(0), goals=[GOAL], sent=[asked(30, "omar")]) == ()
    assert len(steps(step(0), goals=[GOAL], sent=[asked(31, "omar")])) == 1


@pytest.mark.parametrize(
    ("ask", "taken"),
    [
        (Asked("léa", ago(4), Kind.ADVICE), True),
        (Asked("léa", ago(16), Kind.ADVICE), True),
        (Asked("léa", ago(17), Kind.ADVICE), False),
        (Asked("léa", ago(31), Kind.ADVICE), False),
        (Asked("omar", ago(10), Kind.ADVICE), False),
        (Asked("léa", ago(10), Kind.REVIEW), False),
        (Asked("léa", ago(10), Kind.ADVICE, ask="another"), False),
        (Asked("léa", ago(10), Kind.ADVICE, continues="another"), False),
    ],
)
def test_an_ask_that_names_no_plan_takes_the_step_of_those_days(ask, taken):
    assert (steps(step(10), goals=[GOAL], sent=[ask]) == ()) is taken


@pytest.mark.parametrize(("free", "day"), [(0, 0), (-3, -3), (-7, -7), (-8, None), (None, None)])
def test_a_step_waits_for_the_day_that_the_rules_leave_free(free, day):
    first = None if free is None else ago(free)
    items = steps(step(0), goals=[GOAL], free=lambda _: first)
    assert [item.day for item in items] == ([] if day is None else [ago(day)])


def met(days, person="léa", key="", where="café", channel=Channel.MET):
    return Encounter("me", person, ago(days), channel, where, key=key)


def test_the_meetings_of_a_calendar_everybody_of_one_together():
    coming = [met(-2, "omar", "x omar@y"), met(-2, "léa", "x léa@y"), met(-2, "ana", "z ana@y")]
    items = due(more=plans.meetings(coming, "me", view()))
    assert sorted([item.person, *item.with_them] for item in items) == [["ana"], ["léa", "omar"]]
    assert {(item.due, item.on, item.text) for item in items} == {(Due.MEETING, ago(-2), "café")}


@pytest.mark.parametrize(
    ("encounter", "there"),
    [
        (met(0, key="x léa@y"), True),
        (met(0, key="told|me|léa"), False),
        (met(-1, key="told|me|léa"), True),
        (met(-8, key="x léa@y"), False),
        (met(-1, channel=Channel.WROTE), False),
        (Encounter("léa", "omar", ago(-1), Channel.MET), False),
        (Encounter("léa", "me", ago(-1), Channel.MET), True),
        (Encounter("me", "me", ago(-1), Channel.MET), False),
    ],
)
def test_only_what_a_calendar_says_of_me_is_a_meeting_to_come(encounter, there):
    items = due(more=plans.meetings([encounter], "me", view()))
    assert told(items) == ([(Due.MEETING, "léa")] if there else [])


REQUEST = Requested("léa", ago(40), Kind.ADVICE, "r", "relire mon CV", by=ago(-3))


def responded(days, response=Response.LATER, until=None):
    return Responded("léa", ago(days), "r", response, None if until is None else ago(until))


@pytest.mark.parametrize(
    ("answers", "what"),
    [
        ([], (Due.REQUEST, ago(40))),
        ([responded(20, until=0)], (Due.REQUEST_AGAIN, TODAY)),
        ([responded(35, until=9)], (Due.REQUEST_AGAIN, TODAY)),
        ([responded(20, until=-5)], None),
        ([responded(20, Response.YES)], None),
        ([responded(20, Response.NO)], None),
    ],
)
def test_who_waits_for_my_answer_and_to_whom_i_said_later(answers, what):
    known = requests([REQUEST, *answers], TODAY, Settings())
    items = due(more=between.requests(known, (), view()))
    assert [(one.due, one.day) for one in items] == ([what] if what else [])
    assert all(one.request == "r" for one in items)
    assert due(more=between.requests(known, ["r"], view())) == ()


def test_a_later_is_foreseen_and_a_request_is_pressing_on_its_day():
    later = requests([REQUEST, responded(20, until=-9)], TODAY, Settings())
    assert list(between.requests(later, (), view())) == []
    [item] = ahead(more=between.requests(later, (), view(days=28)))
    assert (item.day, item.when(TODAY)) == (ago(-9), When.SOON)
    for by, when in ((-1, When.OPEN), (0, When.NOW), (None, When.OPEN)):
        day = None if by is None else ago(by)
        asked_of_me = requests([replace(REQUEST, by=day)], TODAY, Settings())
        [item] = due(more=between.requests(asked_of_me, (), view()))
        assert item.when(TODAY) is when


ASKED, OTHER = "léa", "omar"


def brokered(*steps):
    """Léa asks to meet Omar 20 days ago; then steps, each with its day and side."""
    told = [("asked", 20, None), *steps]
    facts = [Brokered(ASKED, OTHER, ago(n), "i", Step(word), party=who) for word, n, who in told]
    (one,), _ = introductions(facts, TODAY, "me")
    return one, errands(one, Reserve(), TODAY, Settings())


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], ("seek", OTHER, ASKED)),
        ([("sought", 12, Party.OTHER)], ("no-word", OTHER, ASKED)),
        ([("sought", 9, Party.OTHER)], None),
        ([("sought", 2, Party.OTHER)], None),
        (
            [("sought", 18, Party.OTHER), ("followed-up", 11, Party.OTHER)],
            ("no-word-again", OTHER, ASKED),
        ),
        ([("sought", 12, Party.OTHER), ("declined", 3, Party.OTHER)], ("tell", ASKED, None)),
        ([("sought", 12, Party.OTHER), ("agreed", 3, Party.OTHER)], ("make", ASKED, OTHER)),
    ],
)
def test_what_an_introduction_asks_of_me_and_of_whom_it_speaks(steps, expected):
    items = due(more=between.introductions([brokered(*steps)], view()))
    assert [(one.errand, one.person, one.other) for one in items] == (
        [expected] if expected else []
    )
    assert all(one.due is Due.INTRODUCTION for one in items)


def test_a_few_things_to_give_birthdays_first():
    found = [
        Gift(What.THANKS, "léa", ago(3), "thanks"),
        Gift(What.OFFER, "léa", ago(3), "offer"),
        Gift(What.QUIET, "omar", ago(3), "quiet"),
        Gift(What.BIRTHDAY, "ana", ago(-2), "birthday"),
        Gift(What.TURN, "zoé", ago(3), "turn"),
    ]
    items = due(more=between.gifts(found))
    assert [(one.person, one.when(TODAY)) for one in items] == [
        ("léa", When.OPEN),
        ("ana", When.SOON),
    ]
    assert due(more=between.gifts(found), quiet=["léa", "ana"]) == ()


def test_nothing_is_suggested_about_some_but_thanks_to_those_with_boundaries():
    deeds = (Received("léa", ago(3)), asked(20))
    assert due(*deeds, quiet=["léa"]) == ()
    limited = due(*deeds, boundaries=[Boundary("léa", frozenset({Kind.ADVICE}))])
    assert [item.due for item in limited] == [Due.THANKS]
    other = due(*deeds, boundaries=[Boundary("léa", frozenset({Kind.REVIEW}))])
    assert [item.due for item in other] == [Due.THANKS, Due.FOLLOW_UP]


def test_a_boundary_that_ends_before_the_day_forbids_nothing_then():
    later = (asked(70), answered(20, Reply.LATER))
    for last, there in ((-9, True), (-10, False)):
        limit = Boundary("léa", frozenset({Kind.ADVICE}), ago(last))
        assert bool(ahead(*later, boundaries=[limit])) is there


def test_nobody_left_out_is_named_beside_another():
    assert steps(step(0), goals=[GOAL]) != ()
    found = plans.steps([step(0)], {"plan": GOAL}, (), lambda _: TODAY, view())
    assert due(more=found, quiet=["omar"]) == ()


def test_what_is_due_comes_first_then_what_suits_then_what_comes():
    items = due(
        asked(40),
        asked(12, "anne"),
        asked(11, "zoé"),
        Received("zoé", ago(1)),
        goals=[
            Goal("plan", Kind.REVIEW, ToFriends(), by=TODAY),
            Goal("next", Kind.REVIEW, ToFriends(), by=ago(-1)),
        ],
        more=plans.promises([Promised("zoé", ago(3), "le livre", due=ago(1))], view()),
    )
    assert told(items) == [
        (Due.DEADLINE, None),
        (Due.PROMISE, "zoé"),
        (Due.THANKS, "zoé"),
        (Due.FOLLOW_UP, "anne"),
        (Due.FOLLOW_UP, "zoé"),
        (Due.LET_GO, "léa"),
        (Due.DEADLINE, None),
        (Due.REST_ENDS, "anne"),
        (Due.REST_ENDS, "zoé"),
    ]


@pytest.mark.parametrize(
    ("word", "days", "there"),
    [
        (Settling.DONE, 0, False),
        (Settling.LET_GO, 3, False),
        (Settling.OPEN, 0, True),
        (Settling.LET_GO, -1, True),
    ],
)
def test_what_is_done_or_let_go_is_gone(word, days, there):
    (item,) = due(asked(40))
    assert bool(due(asked(40), settled=[settled(item, word, days)])) is there


@pytest.mark.parametrize(
    ("until", "today", "later"),
    [(0, True, True), (-1, False, True), (-28, False, True), (-29, False, False)],
)
def test_what_was_put_off_comes_back_on_its_day(until, today, later):
    (item,) = due(asked(40))
    word = settled(item, Settling.SNOOZED, 2, ago(until))
    assert bool(due(asked(40), settled=[word])) is today
    coming = ahead(asked(40), settled=[word])
    assert [one.back for one in coming] == ([None if today else ago(until)] if later else [])


def test_what_was_put_off_for_no_day_does_not_come_back():
    (item,) = due(asked(40))
    assert ahead(asked(40), settled=[settled(item, Settling.SNOOZED)]) == ()


def test_a_key_stays_the_same_while_the_advice_changes():
    """Asked on 1 May, day after day: one kind word at most, then to let go."""
    keys, advice = set(), []
    for days in range(10, 90):
        today = date(2026, 5, 1) + timedelta(days=days)
        deed = Asked("léa", date(2026, 5, 1), Kind.ADVICE)
        past = histories([deed], today, Settings())
        seen = View(today, today, Settings(), Settlings.of((), today))
        (item,) = agenda(Known(tuple(past.values())), seen)
        keys.add(item.key)
        advice.append(item.due)
    assert len(keys) == 1
    assert advice == [Due.FOLLOW_UP] * 20 + [Due.LET_GO] * 60
