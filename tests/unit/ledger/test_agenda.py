"""What the ledger suggests on a day."""

from datetime import date, timedelta

import pytest

from entregent.domain.asking import Goal, ToFriends
from entregent.domain.facts import Answered, Asked, Boundary, Received, Thanked
from entregent.domain.words import Kind, Reply
from entregent.ledger.agenda import AgendaItem, Due, agenda
from entregent.ledger.history import histories
from entregent.settings import Settings

TODAY = date(2026, 6, 1)


def ago(days):
    return TODAY - timedelta(days=days)


def due(*deeds, goals=(), boundaries=(), quiet=()):
    past = histories(deeds, TODAY, Settings())
    limits = {limit.person: (limit,) for limit in boundaries}
    return agenda(past.values(), goals, limits, quiet, TODAY, Settings())


def asked(days, person="léa", kind=Kind.ADVICE):
    return Asked(person, ago(days), kind, "mon CV", "plan")


def answered(days, reply=Reply.YES):
    return Answered("léa", ago(days), reply)


@pytest.mark.parametrize(("days", "there"), [(6, False), (7, True), (13, True), (14, False)])
def test_rests_that_end_within_a_week(days, there):
    ends = ago(days) + timedelta(days=14)
    item = AgendaItem(Due.REST_ENDS, ends, "léa", Kind.ADVICE, "mon CV", "plan")
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
def test_an_unanswered_ask_is_followed_up_once_then_let_go(days, what):
    items = due(asked(days))
    assert [item.due for item in items] == ([what] if what else [])
    assert all((item.on, item.goal) == (ago(days), "plan") for item in items)


def test_no_follow_up_before_the_tenth_day():
    assert [item.due for item in due(asked(10))] == [Due.FOLLOW_UP, Due.REST_ENDS]
    assert [item.due for item in due(asked(9))] == [Due.REST_ENDS]


@pytest.mark.parametrize(("days", "there"), [(29, False), (30, True), (59, True), (60, False)])
def test_who_said_later_is_come_back_to(days, there):
    item = AgendaItem(Due.COME_BACK, ago(days - 30), "léa", Kind.ADVICE)
    assert due(asked(70), answered(days, Reply.LATER)) == ((item,) if there else ())


def test_nobody_is_come_back_to_who_was_asked_since_or_answered_otherwise():
    assert due(asked(70), answered(40, Reply.LATER), asked(20), answered(19)) == ()
    waiting = due(asked(70), answered(40, Reply.LATER), asked(20))
    assert [item.due for item in waiting] == [Due.FOLLOW_UP]
    assert due(asked(70), answered(40, Reply.NO)) == ()


def test_thanks_owed_stay_until_given():
    owed = due(Received("léa", ago(3), "une adresse"))
    assert owed == (AgendaItem(Due.THANKS, ago(3), "léa", text="une adresse"),)
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
    items = due(goals=[goal])
    wanted = (
        AgendaItem(Due.DEADLINE, by, kind=Kind.REVIEW, text="le poste", goal="plan") if by else 0
    )
    assert items == ((wanted,) if there else ())


def test_nothing_is_suggested_about_some_but_thanks_to_those_with_boundaries():
    deeds = (Received("léa", ago(3)), asked(20))
    assert due(*deeds, quiet=["léa"]) == ()
    limited = due(*deeds, boundaries=[Boundary("léa", frozenset({Kind.ADVICE}))])
    assert [item.due for item in limited] == [Due.THANKS]
    other = due(*deeds, boundaries=[Boundary("léa", frozenset({Kind.REVIEW}))])
    assert [item.due for item in other] == [Due.THANKS, Due.FOLLOW_UP]


def test_the_most_pressing_comes_first_then_the_oldest():
    items = due(
        asked(40),
        asked(12, "anne"),
        asked(11, "zoé"),
        Received("zoé", ago(1)),
        goals=[Goal("plan", Kind.REVIEW, ToFriends(), by=TODAY)],
    )
    assert [(item.due, item.person) for item in items] == [
        (Due.DEADLINE, None),
        (Due.THANKS, "zoé"),
        (Due.FOLLOW_UP, "anne"),
        (Due.FOLLOW_UP, "zoé"),
        (Due.REST_ENDS, "anne"),
        (Due.REST_ENDS, "zoé"),
        (Due.LET_GO, "léa"),
    ]
