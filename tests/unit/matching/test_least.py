"""A little to say between any two."""

import numpy as np
import pytest

from entregent.matching.least import AtLeast
from entregent.matching.scores import Given


def little(seed=1, people=6):
    return AtLeast(Given(people, [(0, 1, 9.0)]), 0.5, 0.2, seed)


def test_any_two_have_a_little_and_nobody_with_themself():
    block = little().block(0, 6)
    apart = ~np.eye(6, dtype=bool)
    assert not block.diagonal().any()
    assert ((block[apart] >= 0.5) & ((block[apart] <= 0.6) | (block[apart] == 9))).all()
    assert block[0, 1] == block[1, 0] == 9


def test_it_is_the_same_both_ways_and_in_any_block():
    whole = little().block(0, 6)
    assert (whole == whole.T).all()
    assert (little().block(2, 5) == whole[2:5]).all()
    assert little().people == 6


def test_it_differs_from_pair_to_pair_and_with_the_seed():
    drawn = little(people=30).block(0, 30)[2, 3:]
    assert len(set(drawn.tolist())) > 20
    assert (drawn != little(2, 30).block(0, 30)[2, 3:]).any()


@pytest.mark.parametrize("seed", [-3, 0, 10**30])
def test_any_number_is_a_seed(seed):
    drawn = little(seed, 60).block(0, 60)[2, 3:]
    assert ((drawn >= 0.5) & (drawn <= 0.6)).all()
