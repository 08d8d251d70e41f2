"""How like the sayings of a situation some words are."""

from math import log

import pytest

from entregent.coach.likeness import Likeness

TABLE = {
    "endings": "ing s",
    "small": "i the",
    "waltz": {"en": ["i am waltzing", "i waltz"], "words": {"en": "spin round-and"}},
}


@pytest.fixture
def likeness():
    return Likeness.of(TABLE, ["waltz", "polka"])


def test_a_word_weighs_by_how_often_sayings_hold_its_root(likeness):
    assert likeness.weights["waltz"] == {"waltz": log(1 + 2 / 0.3)}


def test_a_listed_word_counts_like_several_sayings_and_a_hyphen_joins_two(likeness):
    assert likeness.weights["spin"] == {"waltz": log(1 + 3 / 0.3)}
    assert likeness.weights["round and"] == {"waltz": log(1 + 3 / 0.3)}


def test_small_words_tell_nothing_alone(likeness):
    assert likeness.tells(["i", "the"]) == set()
    assert likeness.scores(["i", "the"]) == {}


def test_a_short_word_keeps_its_ending(likeness):
    assert likeness.root("ring") == "ring"
    assert likeness.root("waltzing") == "waltz"
