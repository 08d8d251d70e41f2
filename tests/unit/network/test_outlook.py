"""Will a chain carry, and what does it open."""

from dataclasses import replace

import pytest

from entregent.domain.pairs import pair
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Sort
from entregent.network.outlook import (
    Carries,
    Carry,
    Ground,
    Opening,
    Opens,
    along,
    carry,
    in_touch,
    opening,
)
from entregent.network.strength import strength, strength_back
from entregent.settings import Settings

SETTINGS = Settings()
MINE = Tie("me", "omar", closeness=Closeness.GOOD)
THEIRS = Tie("léa", "omar", sent=1.0, received=4.0, declared=True)
TIES = {pair("me", "omar"): MINE, pair("léa", "omar"): THEIRS}
AEROSPACE = Ground(Sort.SECTOR, "aerospace", 0)
AIRBUS = Ground(Sort.COMPANY, "Airbus", 0)


def test_a_chain_is_weighed_the_way_it_runs():
    there = (strength(MINE, SETTINGS), strength_back(THEIRS, SETTINGS))
    assert along(("me", "omar", "léa"), TIES, SETTINGS) == there
    assert along(("léa", "omar"), TIES, SETTINGS) == (strength(THEIRS, SETTINGS),)
    assert along(("me",), TIES, SETTINGS) == ()
    with pytest.raises(KeyError):
        along(("me", "léa"), TIES, SETTINGS)


@pytest.mark.parametrize(
    ("strengths", "level", "thin"),
    [
        ([0.8], Carries.WELL, None),
        ([0.44], Carries.FAIRLY, ("me", "léa")),
        ([0.05], Carries.BARELY, ("me", "léa")),
        ([0.7, 0.7], Carries.WELL, None),
        ([0.6, 0.6], Carries.FAIRLY, None),
        ([0.9, 0.4], Carries.FAIRLY, ("léa", "omar")),
        ([0.2, 0.1, 0.9], Carries.BARELY, ("léa", "omar")),
        ([0.5, 0.5, 0.5], Carries.BARELY, None),
    ],
)
def test_a_chain_carries_as_its_ties_do_together(strengths, level, thin):
    people = ("me", "léa", "omar", "zoé")[: len(strengths) + 1]
    assert carry(people, strengths) == Carry(level, len(strengths), thin)


def test_in_touch_means_that_an_ask_would_carry():
    answered = replace(MINE, closeness=None, sent=1.0, received=1.0)
    unanswered = replace(MINE, closeness=None, declared=True, sent=9.0)
    touched = [in_touch(strength(tie, SETTINGS)) for tie in (MINE, answered, unanswered)]
    assert touched == [True, True, False]


def test_ground_where_i_am_in_touch_with_nobody_else_opens_much():
    assert opening([AIRBUS, AEROSPACE], 0.8) == Opening(Opens.MUCH, AEROSPACE)
    circle = Ground(Sort.CIRCLE, "choir", 0)
    assert opening([circle, AIRBUS], 0.8) == Opening(Opens.MUCH, circle)


@pytest.mark.parametrize(("mine", "moderate"), [(0.05, False), (0.3, True), (0.45, False)])
def test_a_tie_neither_close_nor_lost_into_new_ground_is_precious(mine, moderate):
    found = opening([AEROSPACE], mine)
    assert found == Opening(Opens.MUCH, AEROSPACE, moderate=moderate)


def test_ground_where_i_know_few_opens_some_and_so_does_a_new_company():
    few = replace(AEROSPACE, known=2)
    many = replace(AEROSPACE, known=3)
    assert opening([few, AIRBUS], 0.3) == Opening(Opens.SOME, few)
    assert opening([many, AIRBUS], 0.3) == Opening(Opens.SOME, AIRBUS)
    assert opening([AIRBUS], 0.3) == Opening(Opens.SOME, AIRBUS)


def test_where_i_belong_myself_nothing_is_new():
    own, house = replace(AEROSPACE, mine=True), replace(AIRBUS, mine=True)
    assert opening([own], 0.3) == Opening(Opens.LITTLE, own)
    assert opening([house], 0.3) == Opening(Opens.LITTLE, house)
    assert opening([own, AIRBUS], 0.3) == Opening(Opens.SOME, AIRBUS), "another house is new"
    energy = Ground(Sort.SECTOR, "energy", 2)
    assert opening([own, energy], 0.3) == Opening(Opens.SOME, energy)


def test_ground_i_frequent_opens_little_and_the_newest_of_a_kind_is_told():
    many, more = replace(AEROSPACE, known=3), Ground(Sort.SECTOR, "energy", 9)
    known = replace(AIRBUS, known=1)
    assert opening([more, many, known], 0.3) == Opening(Opens.LITTLE, many)
    assert opening([known], 0.3) == Opening(Opens.LITTLE, known)
    assert opening([], 0.3) is None
