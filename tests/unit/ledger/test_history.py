"""What the ledger remembers of somebody."""

from datetime import date, timedelta

import pytest

from entregent.domain.asking import Goal, ToFriends
from entregent.domain.facts import (
    Answered,
    Asked,
    Gave,
    Invited,
    Lifted,
    Received,
    Thanked,
)
from entregent.domain.words import Kind, Reply
from entregent.ledger.history import History, histories
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings()


def ago(days):
    return TODAY - timedelta(days=days)


def history(*deeds, goals=()):
    return histories(deeds, TODAY, SETTINGS, goals)["léa"]


def asked(days, kind=Kind.ADVICE, **more):
    return Asked("léa", ago(days), kind, **more)


def answered(days, reply=Reply.YES):
    return Answered("léa", ago(days), reply)


def test_nothing_happened_with_whom_only_the_future_knows():
    deeds = [asked(-1), Gave("léa", ago(-1)), asked(0)]
    assert histories(deeds[:2], TODAY, SETTINGS) == {}
    assert len(history(*deeds).asks) == 1
    empty = History("léa", TODAY, SETTINGS)
    assert empty.rest is empty.awaited is empty.unthanked is empty.latest_answer is None
    assert empty.discomfort(Kind.ADVICE) is None
    assert not empty.happened_since(ago(1000))


@pytest.mark.parametrize(("days", "rests"), [(0, True), (13, True), (14, False)])
def test_rest_lasts_until_day_fourteen(days, rests):
    rest = history(asked(days)).rest
    assert (rest is not None) is rests
    if rest is not None:
        assert rest.until == ago(days) + timedelta(days=14)
        assert rest.asked == asked(days)


def test_the_latest_ask_sets_the_rest_unless_it_continues_another():
    first, later = asked(10, ask="one"), asked(2, ask="two", continues="one")
    assert history(first, later).rest.asked == first
    assert history(first, asked(2)).rest.asked == asked(2)
    assert history(later).rest is None


@pytest.mark.parametrize(("days", "rests"), [(11, True), (10, False), (3, False)])
def test_an_invitation_ends_the_rest_and_the_wait(days, rests):
    known = history(asked(10), Invited("léa", ago(days)))
    assert (known.rest is not None) is rests
    assert (known.awaited is not None) is rests


def test_an_answer_belongs_to_the_latest_unanswered_ask_before_it():
    known = history(
        asked(30, Kind.ADVICE),
        asked(20, Kind.REVIEW),
        answered(19, Reply.NO),
        answered(18, Reply.LATER),
        asked(5, Kind.REFERRAL),
    )
    assert [past.kind for past in known.answers] == [Kind.REVIEW, Kind.ADVICE]
    assert [past.answer and past.answer.reply for past in known.asks] == ["later", "no", None]
    assert known.awaited == asked(5, Kind.REFERRAL)
    assert known.latest_answer.reply is Reply.LATER
    assert known.answer_about(Kind.REVIEW).reply is Reply.NO
    assert known.answer_about(Kind.REFERRAL) is None


def test_an_answer_on_the_day_of_the_ask_is_to_that_ask():
    known = history(answered(5, Reply.NO), asked(5, Kind.REVIEW))
    assert known.answer_about(Kind.REVIEW).reply is Reply.NO
    assert known.awaited is None


def test_a_second_answer_revises_the_first():
    known = history(asked(30), answered(20, Reply.LATER), answered(10, Reply.UNCOMFORTABLE))
    assert known.asks[0].answer.reply is Reply.UNCOMFORTABLE
    assert known.discomfort(Kind.ADVICE).on == ago(10)


def test_an_answer_to_nothing_has_no_kind():
    known = history(answered(20, Reply.NO), asked(10))
    assert known.answers[0].kind is None
    assert known.awaited == asked(10)


def test_of_one_days_answers_the_most_cautious_counts_last():
    known = history(asked(30), answered(10, Reply.UNCOMFORTABLE), answered(10, Reply.YES))
    assert known.discomfort(Kind.ADVICE) is not None


def test_answering_a_matter_settles_what_waited_in_it():
    known = history(
        asked(40, Kind.REVIEW, ask="other"),
        asked(30, ask="one"),
        asked(20, ask="two", continues="one"),
        asked(10, ask="three", continues="two"),
        answered(5),
        answered(4, Reply.NO),
    )
    assert [past.answer and past.answer.reply for past in known.asks] == ["no", *["yes"] * 3]
    assert {past.matter for past in known.asks} == {"other", "one"}


def test_plans_tell_what_continues_what_even_in_a_circle():
    goals = [
        Goal("one", Kind.ADVICE, ToFriends(), continues="two"),
        Goal("two", Kind.ADVICE, ToFriends(), continues="one"),
        Goal("three", Kind.ADVICE, ToFriends()),
    ]
    known = history(asked(9, ask="two"), asked(8, ask="three"), asked(7), goals=goals)
    assert [past.continues for past in known.asks] == [True, False, False]
    assert [past.matter for past in known.asks] == ["one", "three", None]


@pytest.mark.parametrize(
    ("deeds", "owed"),
    [
        ([Received("léa", ago(364))], True),
        ([Received("léa", ago(365))], False),
        ([Received("léa", ago(9)), Thanked("léa", ago(9))], False),
        ([Received("léa", ago(9)), Thanked("léa", ago(10))], True),
        ([Received("léa", ago(20)), Received("léa", ago(9)), Thanked("léa", ago(1))], False),
        ([Received("léa", ago(20)), Thanked("léa", ago(15)), Received("léa", ago(9))], True),
    ],
)
def test_thanks_are_owed_for_a_year_until_given(deeds, owed):
    assert (history(*deeds).unthanked is not None) is owed


@pytest.mark.parametrize(
    ("since", "holds"),
    [
        ([], True),
        ([Lifted("léa", ago(20), Kind.ADVICE)], False),
        ([Lifted("léa", ago(21), Kind.ADVICE)], True),
        ([Lifted("léa", ago(5), Kind.REVIEW)], True),
        ([asked(10), answered(9, Reply.NO)], True),
        ([asked(10), answered(9, Reply.LATER)], False),
        ([asked(10), answered(9, Reply.YES)], False),
        ([asked(10, Kind.REVIEW), answered(9, Reply.YES)], True),
    ],
)
def test_discomfort_holds_until_taken_back_or_lifted(since, holds):
    known = history(asked(30), answered(20, Reply.UNCOMFORTABLE), *since)
    assert (known.discomfort(Kind.ADVICE) is not None) is holds
    assert known.discomfort(Kind.REVIEW) is None


def test_a_year_is_365_days_for_counting():
    known = history(
        *[Received("léa", ago(days), weight=5) for days in (0, 364, 365)],
        *[Gave("léa", ago(days)) for days in (364, 365)],
        *[asked(days) for days in (1, 2, 364, 365)],
    )
    assert (known.received_lately, known.gave_lately, known.asked_lately) == (2, 1, 3)


def test_something_happened_only_after_the_day():
    known = history(Gave("léa", ago(5)), Thanked("léa", ago(1)), Lifted("léa", ago(1), Kind.IDEAS))
    assert known.happened_since(ago(6))
    assert not known.happened_since(ago(5))
