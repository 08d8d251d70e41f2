"""How strong a tie is."""

from dataclasses import replace
from datetime import date
from math import log

import pytest

from entregent.domain.people import Tie
from entregent.domain.words import Closeness
from entregent.network.strength import exchanged, steady, strength, strength_back, together
from entregent.settings import Settings

BARE = Tie("me", "léa")


def of(**what):
    return strength(replace(BARE, **what), Settings())


def test_a_declared_closeness_counts_as_encounters_at_its_rate():
    assert steady(Closeness.CLOSE, Settings()) == pytest.approx(12 / 365 * 180 / log(2))
    assert steady(None, Settings()) == 0
    rates = [steady(closeness, Settings()) for closeness in Closeness]
    assert rates == sorted(rates, reverse=True)


def test_what_is_returned_counts_what_is_not_hardly_does():
    assert of(sent=10.0, received=10.0) > 0.8
    assert of(sent=20.0) < of(received=20.0) < 0.4
    assert of(sent=2.0, received=2.0) > of(received=20.0)


def test_what_comes_back_says_more_than_what_is_sent():
    assert exchanged(1.0, 1.0) == pytest.approx(1.0, abs=0.1)
    assert exchanged(1.0, 16.0) == pytest.approx(8 + 0.8, abs=0.05)
    assert exchanged(16.0, 1.0) == pytest.approx(2 + 0.05, abs=0.05)


def test_letters_without_an_answer_stay_less_than_a_listed_address():
    assert of() < of(sent=1.0) < of(sent=1e9) < of(declared=True)


def test_an_ask_the_other_way_sees_the_tie_from_there():
    tie = replace(BARE, sent=1.0, received=5.0, closeness=Closeness.SLIGHT)
    turned = replace(tie, sent=5.0, received=1.0)
    assert (
        strength_back(tie, Settings()) == strength(turned, Settings()) < strength(tie, Settings())
    )


def test_common_work_makes_less_of_a_tie_than_a_good_one_and_fades():
    start, end = date(2016, 1, 1), date(2026, 1, 1)
    lasting = together(start, end, end, Settings())
    assert lasting < steady(Closeness.GOOD, Settings())
    assert together(start, end, date(2026, 6, 30), Settings()) == pytest.approx(lasting / 2)
    assert of(declared=True) < of(declared=True, worked=lasting) < of(closeness=Closeness.CLOSE)


def test_words_and_lists_rank_as_one_expects():
    ranked = [
        of(closeness=Closeness.CLOSE),
        of(closeness=Closeness.GOOD),
        of(closeness=Closeness.SLIGHT),
        of(declared=True, crossed=10),
        of(declared=True),
        of(crossed=1),
        of(),
    ]
    assert ranked == sorted(ranked, reverse=True)
    assert len(set(ranked)) == len(ranked)
    assert all(0 < value < 1 for value in ranked)


def test_crossings_never_make_a_real_tie():
    assert of(crossed=10**6) == of(crossed=25) < of(closeness=Closeness.SLIGHT)
