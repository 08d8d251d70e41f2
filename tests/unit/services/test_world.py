"""The world: what judgements rest on, read from the book once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from entregent.domain.pairs import pair
from entregent.services.asking import judge_in
from entregent.services.world import world
from entregent.settings import Settings


def test_the_world_holds_people_ties_histories_rules_and_goals(story):
    """
    me "Nadia Benali"
    person Léa company:Airbus
    tie Léa closeness:good
    company Airbus referrals:no
    leave-out Paul
    2026-02-01 asked Léa advice
    """
    goal = story.plan("advice", person="Léa")
    known = world(story.desk)
    lea, me = story.id("Léa"), story.book.owner
    assert known.goals == (goal,)
    assert known.situation.people == {one.id: one for one in story.book.people()}
    assert pair(lea, me) in known.situation.ties
    assert set(known.situation.histories) == {lea}
    assert known.situation.rules.left_out == {story.id("Paul")}
    assert "airbus" in known.situation.rules.houses


@pytest.mark.parametrize("shelf", ["memory", "sqlite"])
@pytest.mark.parametrize("day", ["1900-01-01", "2026-03-01", "2999-12-31"])
@pytest.mark.parametrize("half_life", [1, 3, 180, 99999])
def test_a_fresh_letter_counts_whatever_the_half_life_and_the_day(carnet, day, half_life):
    written = date.fromisoformat(day) - timedelta(days=1)
    carnet = carnet.on(day)
    carnet.tell(f"{written} wrote Léa\n{written} wrote Léa by:them")
    desk = replace(carnet.desk, settings=Settings(half_life_days=half_life))
    tie = world(desk).situation.my_tie(carnet.id("Léa"))
    assert tie.sent == tie.received == pytest.approx(0.5 ** (1 / half_life))


def test_it_is_read_once_for_all_goals(story):
    """
    tie Léa closeness:good
    tie Léa -- Omar
    """
    known = world(story.desk)
    goals = [story.plan("advice", person="Léa"), story.plan("introduction", person="Omar")]
    for goal in goals:
        (candidate,) = judge_in(known, goal).candidates
        assert candidate.person == story.id("Léa")
    assert known.network is known.network
    assert known.willingness is known.willingness


def test_willingness_covers_everybody_and_lies_between_none_and_all(story):
    """
    tie Léa closeness:close
    tie Léa -- Omar
    person Zoé
    2026-02-27 asked Léa advice
    """
    known = world(story.desk)
    assert set(known.willingness) == {one.id for one in story.book.people()}
    assert all(0 < odds <= 1 for odds in known.willingness.values())


def test_keeping_changes_nothing_else(story):
    """
    tie Léa
    """
    known = world(story.desk)
    goal = story.plan("advice", person="Léa")
    kept = known.keeping({story.id("Léa"): (goal,)})
    assert kept.kept == {story.id("Léa"): (goal,)}
    assert kept.people is known.situation.people
