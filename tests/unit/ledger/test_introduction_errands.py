"""What an introduction asks of me, on which day, and what stands in its way."""

from datetime import date, timedelta

import pytest

from entregent.domain.facts import Boundary, Busy
from entregent.domain.inbox import Brokered, Party, Step
from entregent.domain.words import Kind
from entregent.ledger.introduction_errands import (
    Bar,
    Barred,
    Due,
    Errand,
    Reserve,
    barred,
    busy_until,
    errands,
)
from entregent.ledger.introduction_states import Move
from entregent.ledger.introductions import introductions
from entregent.settings import Settings

DAY = date(2026, 3, 2)
TODAY = date(2026, 6, 1)
PERSON, OTHER = Party
LET_GO = Move(Step.LET_GO)


def after(days):
    return DAY + timedelta(days=days)


def one(*steps, other="omar"):
    facts = []
    for number, words in enumerate(steps):
        step, _, party = words.partition(" ")
        side = Party(party) if party else None
        facts.append(Brokered("léa", other, after(number), "one", Step(step), "", side))
    (found,), _ = introductions(facts, TODAY, "me")
    return found


def due(*steps, reserve=None):
    found = errands(one(*steps), reserve or Reserve(), TODAY, Settings())
    return [(each.errand.value, each.on, each.party) for each in found]


def test_each_state_says_what_is_next_and_from_which_day():
    assert due("asked") == [("seek", DAY, OTHER)]
    assert due("offered") == [("seek", DAY, PERSON), ("seek", DAY, OTHER)]
    assert due("asked", "sought") == [("no-word", after(11), OTHER)]
    assert due("asked", "sought", "agreed") == [("make", after(2), None)]
    assert due("asked", "sought", "declined") == [("tell", after(2), PERSON)]
    assert due("asked", "let-go") == [("tell", after(1), PERSON)]
    made = ("asked", "sought", "agreed", "made")
    assert due(*made) == [("ask-how", after(24), PERSON)]
    assert due(*made, "checked") == []
    assert due(*made, "outcome") == [("thank", after(4), OTHER)]
    assert due(*made, "outcome", "thanked") == []
    assert errands(one("asked", other="léa"), Reserve(), TODAY, Settings()) == ()


def test_silence_is_let_go_first_and_followed_up_once():
    (first,) = errands(one("asked", "sought"), Reserve(), TODAY, Settings())
    assert first.choices == (LET_GO, Move(Step.FOLLOWED_UP, OTHER))
    (second,) = errands(one("asked", "sought", "followed-up"), Reserve(), TODAY, Settings())
    assert second == Due(Errand.NO_WORD, after(12), (LET_GO,), OTHER)


def test_while_one_side_is_asked_the_other_may_be_too():
    assert due("offered", "sought other") == [("seek", DAY, PERSON), ("no-word", after(11), OTHER)]


def test_nobody_is_asked_in_a_busy_period():
    busy = {"omar": [Busy("omar", after(3), after(20)), Busy("omar", after(21), after(30))]}
    reserve = Reserve(busy=busy)
    assert busy_until("omar", reserve, after(2)) == after(2)
    assert busy_until("omar", reserve, after(10)) == after(31)
    assert due("asked", "sought", reserve=reserve) == [("no-word", after(31), OTHER)]


@pytest.mark.parametrize(
    ("reserve", "expected"),
    [
        (Reserve(), None),
        (Reserve({"omar": [Boundary("omar", frozenset({Kind.REFERRAL}))]}), None),
        (
            Reserve({"omar": [Boundary("omar", frozenset({Kind.INTRODUCTION}))]}),
            Barred(OTHER, Bar.BOUNDARY),
        ),
        (
            Reserve({"omar": [Boundary("omar", until=date(2026, 7, 1))]}),
            Barred(OTHER, Bar.BOUNDARY, date(2026, 7, 2)),
        ),
        (
            Reserve({"omar": [Boundary("omar", until=date(2026, 7, 1)), Boundary("omar")]}),
            Barred(OTHER, Bar.BOUNDARY),
        ),
        (Reserve(away={"omar"}), Barred(OTHER, Bar.LEFT_OUT)),
        (Reserve(uneasy={"omar"}), Barred(OTHER, Bar.UNCOMFORTABLE)),
        (Reserve(away={"léa"}), None),
    ],
)
def test_what_stands_in_the_way_of_what_somebody_asked_for(reserve, expected):
    assert barred(one("asked"), reserve, TODAY) == expected


def test_an_idea_of_mine_must_suit_both():
    assert barred(one("offered"), Reserve(away={"léa"}), TODAY) == Barred(PERSON, Bar.LEFT_OUT)


def test_what_is_barred_is_let_go_and_what_is_over_is_not_barred():
    reserve = Reserve(away={"omar"})
    assert due("asked", "sought", reserve=reserve) == [("withheld", after(1), None)]
    made = one("asked", "sought", "agreed", "made")
    assert barred(made, reserve, TODAY) is None
