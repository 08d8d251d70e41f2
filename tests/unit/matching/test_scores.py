"""How much two people have to say to each other."""

import numpy as np
import pytest

from entregent.matching.scores import Given, Relevance, Without


def test_what_one_needs_and_the_other_offers_scores_and_most_where_it_goes_both_ways():
    scores = Relevance([{"python"}, {"design"}, {"python"}], [{"design"}, {"python"}, set()])
    block = scores.block(0, 3)
    assert block[0, 1] == pytest.approx(2.0)
    assert block[1, 2] == pytest.approx(0.5)
    assert block[0, 2] == 0
    assert (block == block.T).all()


def test_a_rare_offer_weighs_more_than_a_common_one():
    offers = [{"law"}, {"law"}, {"law"}, {"beekeeping"}, set()]
    needs = [set(), set(), set(), set(), {"law", "beekeeping"}]
    row = Relevance(offers, needs).block(4, 5)[0]
    assert row[3] > row[0] > 0


def test_a_need_that_nobody_meets_takes_its_share():
    offers, needs = [{"law"}, set(), set()], [set(), {"law"}, {"law", "sailing"}]
    scores = Relevance(offers, needs).block(0, 1)[0]
    assert scores[1] == pytest.approx(0.5)
    assert 0 < scores[2] < scores[1]


def test_nobody_meets_themself_though_they_offer_what_they_need():
    assert Relevance([{"law"}, {"law"}], [{"law"}, set()]).block(0, 1)[0].tolist() == [0, 0.5]


def test_people_who_say_nothing_have_no_score():
    scores = Relevance([set(), set()], [set(), set()])
    assert scores.people == 2
    assert not scores.block(0, 2).any()


def test_given_scores_hold_either_way_and_the_last_word_stands():
    scores = Given(3, [(0, 1, 2.0), (1, 0, 3.0), (1, 2, -1.0)])
    assert scores.people == 3
    assert scores.block(0, 3).tolist() == [[0, 3, 0], [3, 0, 0], [0, 0, 0]]


def test_pairs_who_are_not_to_meet_have_no_score_whichever_comes_first():
    scores = Without(Given(3, [(0, 1, 2.0), (1, 2, 1.0)]), [(2, 1)])
    assert scores.people == 3
    assert scores.block(1, 3).tolist() == [[2, 0, 0], [0, 0, 0]]
    assert np.array_equal(Without(Given(3, [(0, 1, 2.0)]), []).block(0, 1), [[0, 2, 0]])
