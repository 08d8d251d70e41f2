"""Whose turn it is to help."""

from datetime import date, timedelta

import pytest

from entregent.domain.facts import Gave, Received, Thanked
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context
from entregent.ledger.history import histories
from entregent.ledger.turn import Turn, turn
from entregent.settings import Settings

TODAY = date(2026, 6, 1)


def ago(days):
    return TODAY - timedelta(days=days)


def got(days, weight=1):
    return Received("léa", ago(days), weight=weight)


def gave(days):
    return Gave("léa", ago(days))


THANKS = Thanked("léa", TODAY)


@pytest.mark.parametrize(
    ("deeds", "whose"),
    [
        ([got(10), THANKS], Turn.MINE),
        ([got(10), gave(20), THANKS], Turn.EVEN),
        ([got(10, weight=5), gave(20), THANKS], Turn.EVEN),
        ([got(10), gave(5)], Turn.MINE),
        ([got(364), gave(365), THANKS], Turn.MINE),
        ([got(365), gave(364)], Turn.THEIRS),
        ([THANKS], Turn.EVEN),
    ],
)
def test_whoever_gave_less_in_a_year_has_the_turn(deeds, whose):
    known = histories(deeds, TODAY, Settings())["léa"]
    assert turn(known, None) is whose
    assert turn(known, Tie("me", "léa", closeness=Closeness.GOOD)) is whose


def test_close_friends_do_not_count():
    known = histories([got(1)], TODAY, Settings())["léa"]
    close = Tie("me", "léa", closeness=Closeness.CLOSE)
    assert turn(known, close) is None
    working = Tie("me", "léa", Context.PROFESSIONAL, closeness=Closeness.CLOSE)
    assert turn(known, working) is Turn.MINE
