"""What sways somebody's willingness, with its facts; the number itself is for ordering only."""

from datetime import date

import pytest

from entregent.asks.willingness import explain, willingness
from entregent.domain.facts import Answered, Asked, Gave, Received
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context, Kind, Reply
from entregent.ledger.history import histories
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings()
COLLEAGUE = Tie("léa", "me", Context.PROFESSIONAL, closeness=Closeness.GOOD)
FRIEND = Tie("léa", "me", Context.PERSONAL, closeness=Closeness.CLOSE)


def told(deeds, tie=None):
    history = histories(deeds, TODAY, SETTINGS).get("léa")
    return [(one.sway.value, one.eases) for one in explain(history, tie, SETTINGS)]


def test_a_stranger_stands_at_six_in_ten_and_nothing_is_said_of_them():
    assert willingness(None, None, SETTINGS) == pytest.approx(0.6, abs=0.002)
    assert explain(None, None, SETTINGS) == ()


def test_the_weightiest_comes_first_each_with_its_days():
    deeds = [
        Asked("léa", date(2026, 5, 20), Kind.ADVICE, "un avis"),
        Answered("léa", date(2026, 5, 22), Reply.YES),
        Gave("léa", date(2026, 5, 25), "relu son dossier", 4),
    ]
    assert told(deeds, COLLEAGUE) == [
        ("gave", True),
        ("good", True),
        ("asked", False),
        ("said-yes", True),
    ]
    history = histories(deeds, TODAY, SETTINGS)["léa"]
    gave = explain(history, COLLEAGUE, SETTINGS)[0]
    assert [(fact.what, fact.on, fact.text) for fact in gave.facts] == [
        ("gave", date(2026, 5, 25), "relu son dossier")
    ]


def test_among_close_friends_help_is_not_counted():
    deeds = [Gave("léa", date(2026, 5, 25)), Received("léa", date(2024, 5, 25))]
    assert told(deeds, FRIEND) == [("close", True)]


def test_what_is_long_ago_is_worth_no_word():
    assert told([Asked("léa", date(2025, 6, 1), Kind.IDEAS)]) == []


def test_thanks_that_wait_weigh():
    assert told([Received("léa", date(2026, 5, 25))], FRIEND) == [
        ("close", True),
        ("thanks-owed", False),
    ]


def test_a_reference_weighs_more_than_ideas():
    def after(kind):
        past = histories([Asked("léa", date(2026, 5, 30), kind)], TODAY, SETTINGS)["léa"]
        return willingness(past, COLLEAGUE, SETTINGS)

    assert after(Kind.REFERENCE) < after(Kind.INTRODUCTION) < after(Kind.IDEAS)
