"""What several evenings have in common, and when that is too little to say."""

from entregent.coach.debrief.leaning import Evening, Leaning, leaning
from entregent.domain.events import Mode


def evening(met="Léa Omar", friends="", mode="network"):
    return Evening(Mode(mode), met.split(), friends.split())


def test_evenings_that_all_go_to_friendship_show_it():
    chosen = evening(mode="friendship")
    all_friends = evening(friends="Léa Omar Chloé")
    assert leaning([chosen, all_friends, chosen]) is Leaning.BEFRIENDING


def test_evenings_that_all_go_to_work_show_it():
    assert leaning([evening(), evening(), evening(met="Chloé")]) is Leaning.WORKING


def test_a_bit_of_everything_shows_nothing():
    assert leaning([evening(), evening(mode="friendship"), evening()]) is None
    assert leaning([evening(), evening(), evening(friends="Léa")]) is None


def test_fewer_than_three_are_chance_and_an_evening_alone_is_none():
    assert leaning([evening(), evening()]) is None
    assert leaning([evening(), evening(), evening(met="")]) is None


def test_only_the_last_ones_count():
    assert leaning([evening(mode="friendship"), evening(), evening(), evening()]) is Leaning.WORKING
