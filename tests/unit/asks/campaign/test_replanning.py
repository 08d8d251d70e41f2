"""Planning again: what was sent stays sent, and as little as possible moves."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.asks.campaign.model import MetCode
from entregent.domain.facts import Answered, Asked
from entregent.domain.ids import AskId
from entregent.domain.upkeep import Planned
from entregent.domain.words import Kind, Reply

NEEDS = {
    "a": "advice person Léa *5",
    "b": "review person Samir *4",
    "c": "interview person Zoé",
    "d": "review person Léa *2",
}


def happened(scene, *facts):
    scene.facts = [*scene.facts, *facts]


def asked(scene, name, day, kind, ask=None):
    return Asked(scene.who(name), date.fromisoformat(day), kind, ask=AskId(ask) if ask else None)


def answered(scene, name, day, reply):
    return Answered(scene.who(name), date.fromisoformat(day), reply)


def test_when_nothing_happened_nothing_moves(plan):
    """
    tie Léa closeness:good
    tie Samir closeness:good
    tie Zoé closeness:good
    """
    first = plan(NEEDS, per_week=1)
    assert set(first.standing.values()) == {"new"}
    again = plan(NEEDS, former=first.kept, per_week=1)
    assert again.said == first.said
    assert set(again.standing.values()) == {"kept"}
    assert again.campaign.moved == ()
    later = plan(NEEDS, today="2026-05-29", former=first.kept, per_week=1)
    assert later.said == first.said


def test_what_was_sent_is_not_planned_again_until_it_is_answered(scene, plan):
    """
    tie Léa closeness:good
    tie Samir closeness:good
    """
    needs = {"a": NEEDS["a"], "b": NEEDS["b"]}
    first = plan(needs)
    happened(scene, asked(scene, "Léa", "2026-06-01", Kind.ADVICE, "goal-a"))
    again = plan(needs, today="2026-06-02", former=first.kept)
    (met,) = again.met
    assert (met.need, met.code, met.person) == ("a", MetCode.WAITING, scene.who("Léa"))
    assert met.on == date(2026, 6, 1)
    happened(scene, answered(scene, "Léa", "2026-06-03", Reply.YES))
    (met,) = plan(needs, today="2026-06-03", former=first.kept).met
    assert met.code is MetCode.GRANTED


def test_after_thirty_days_of_silence_a_need_is_planned_again(plan):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice ask:goal-a
    """
    assert plan({"a": NEEDS["a"]}, today="2026-05-30").met != []
    assert plan({"a": NEEDS["a"]}, today="2026-06-01").said == ["a: Léa 2026-06-01"]


def test_an_ask_that_names_no_plan_belongs_to_the_step_it_carries_out(scene, plan):
    """
    tie Léa closeness:good
    tie Samir closeness:good
    """
    needs = {"a": NEEDS["a"], "b": NEEDS["b"]}
    first = plan(needs)
    happened(scene, asked(scene, "Léa", "2026-06-02", Kind.ADVICE))
    again = plan(needs, today="2026-06-03", former=first.kept)
    assert [met.need for met in again.met] == ["a"]
    assert [met.need for met in plan(needs, today="2026-06-03", earlier=first.kept).met] == ["a"]
    assert plan(needs, today="2026-06-03").met == []


@pytest.mark.parametrize(
    ("day", "kind"), [("2026-06-01", Kind.REVIEW), ("2026-06-09", Kind.ADVICE)]
)
def test_an_ask_of_another_kind_or_far_from_the_day_carries_out_nothing(scene, plan, day, kind):
    """
    tie Léa closeness:good
    """
    first = plan({"a": NEEDS["a"]})
    happened(scene, asked(scene, "Léa", day, kind))
    assert plan({"a": NEEDS["a"]}, today="2026-06-10", former=first.kept).met == []


def test_of_two_steps_an_ask_carries_out_the_nearer_then_the_other(scene, plan):
    """
    tie Léa closeness:good
    """
    lea = scene.who("Léa")
    steps = [
        Planned(lea, date(2026, 6, 1), name, AskId(f"goal-{name}"), Kind.ADVICE, date(2026, 6, due))
        for name, due in (("a", 1), ("b", 4))
    ]
    happened(
        scene,
        asked(scene, "Léa", "2026-06-03", Kind.ADVICE),
        asked(scene, "Léa", "2026-06-04", Kind.ADVICE),
    )
    needs = {"a": "advice person Léa", "b": "advice person Léa"}
    met = plan(needs, today="2026-06-05", former=steps).met
    assert [(one.need, one.on.day) for one in met] == [("a", 4), ("b", 3)]


def test_a_refused_need_goes_to_somebody_else_and_the_others_stay(scene, plan):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:close
    tie Samir closeness:slight
    tie Zoé closeness:good
    """
    needs = {"a": "interview company Airbus *5", "b": "review person Zoé", "c": "advice person Zoé"}
    first = plan(needs)
    assert "a: Léa 2026-06-01" in first.said
    happened(
        scene,
        asked(scene, "Léa", "2026-06-01", Kind.INTERVIEW, "goal-a"),
        answered(scene, "Léa", "2026-06-01", Reply.NO),
    )
    again = plan(needs, former=first.kept)
    assert "a: Samir 2026-06-01" in again.said
    assert again.standing == {"a": "new", "b": "kept", "c": "kept"}
    assert again.campaign.moved == ()


def test_a_step_moves_where_a_new_boundary_bars_it(scene, plan):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:close
    tie Samir closeness:slight
    """
    needs = {"a": "interview company Airbus *5"}
    first = plan(needs)
    scene.facts = scene.with_line("boundary Léa no:interview").facts
    again = plan(needs, former=first.kept)
    assert again.said == ["a: Samir 2026-06-01"]
    assert again.standing == {"a": "moved"}
    assert again.campaign.moved == ("a",)


def test_a_step_that_was_not_sent_goes_to_the_same_person_on_another_day(plan):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:good
    tie Samir closeness:good
    """
    needs = {"a": "interview company Airbus *5"}
    first = plan(needs)
    (step,) = first.campaign.steps
    again = plan(needs, today="2026-06-03", former=first.kept)
    assert again.campaign.steps[0].person == step.person
    assert again.campaign.steps[0].on == date(2026, 6, 3)
    assert again.standing == {"a": "moved"}


def test_a_step_stays_unless_moving_it_gains_a_lot(scene, plan):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:good
    tie Samir closeness:slight
    """
    needs = {"a": "interview company Airbus *5"}
    samir = scene.who("Samir")
    due = date(2026, 6, 8)
    stood = [Planned(samir, due, "a", AskId("goal-a"), Kind.INTERVIEW, due)]
    assert plan(needs, former=stood).campaign.steps[0].person != samir
    scene.facts = scene.with_line("tie Samir closeness:good").facts
    again = plan(needs, former=stood)
    assert again.said == ["a: Samir 2026-06-08"]
    assert again.standing == {"a": "kept"}


def test_asks_sent_for_the_plan_count_towards_what_one_person_is_asked(plan):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice ask:goal-a
    2026-05-01 answered Léa yes
    """
    needs = {"a": NEEDS["a"], "d": NEEDS["d"]}
    found = plan(needs, per_person=1)
    assert found.said == []
    assert found.why("d") == "pace per-person Léa"
    assert plan(needs, per_person=2).said == ["d: Léa 2026-06-01"]


def test_a_goal_that_is_reached_wants_no_step(scene, plan):
    """
    tie Léa closeness:good
    """
    told = scene.goal
    scene.goal = lambda words: replace(told(words), done=date(2026, 5, 30))
    found = plan({"a": NEEDS["a"]})
    (met,) = found.met
    assert (met.code, met.on, met.person) == (MetCode.DONE, date(2026, 5, 30), None)
    assert plan({"a": NEEDS["a"]}, today="2026-05-29").met == []


def test_continuing_a_matter_is_no_new_ask(plan):
    """
    tie Léa closeness:good
    tie Samir closeness:good
    2026-05-01 asked Léa advice ask:first
    2026-05-02 answered Léa yes
    2026-05-30 asked Léa advice continues:first
    2026-05-30 answered Léa yes
    """
    assert plan({"b": NEEDS["b"]}, per_week=1).said == ["b: Samir 2026-06-01"]
