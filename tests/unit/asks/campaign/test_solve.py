"""The best plan where parts of asks would be worth more than whole ones."""

import pytest

from entregent.asks.campaign import solve as solving
from entregent.asks.campaign.programme import Chosen, Column, Row, solve

NEEDS = {"a": "advice person Léa", "b": "advice person Samir", "c": "advice person Zoé"}


def test_the_bound_is_that_of_whole_asks(plan):
    """
    person Léa circle:fac circle:judo
    person Samir circle:judo circle:chorale
    person Zoé circle:chorale circle:fac
    tie Léa closeness:good
    tie Samir closeness:good
    tie Zoé closeness:good
    """
    found = plan(NEEDS, per_circle=1, weeks=1).campaign
    assert len(found.steps) == 1
    assert found.bound == pytest.approx(found.value)
    assert found.greedy == pytest.approx(found.value)


def test_a_programme_too_wide_keeps_the_looser_bound(plan, monkeypatch):
    """
    person Léa circle:fac circle:judo
    person Samir circle:judo circle:chorale
    person Zoé circle:chorale circle:fac
    tie Léa closeness:good
    tie Samir closeness:good
    tie Zoé closeness:good
    """
    monkeypatch.setattr(solving, "_WIDE", 0)
    found = plan(NEEDS, per_circle=1, weeks=1).campaign
    assert found.value == pytest.approx(found.bound * 2 / 3)
    assert found.gap == pytest.approx(1 / 3)


def test_two_needs_that_lead_to_the_same_person_leave_them_their_rest(plan):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Samir closeness:good
    tie Omar closeness:slight
    tie Léa -- Omar closeness:close
    tie Samir -- Omar closeness:close
    """
    needs = {"a": "interview company Airbus *5", "b": "referral company Airbus *5"}
    found = plan(needs, weeks=1, per_person=1)
    assert len(found.campaign.steps) == 2
    assert found.campaign.bound == pytest.approx(found.campaign.value)


def test_a_programme_without_a_choice_chooses_nothing():
    found = solve([Column(0, 0, 1.0)], [Row([0], -1)], 0.0)
    assert found == Chosen((), float("inf"))
