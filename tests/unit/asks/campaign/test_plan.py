"""The road map: rules carried forward in time, the pace, deadlines, and what stays unmet."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.asks.campaign.model import Need
from entregent.domain.words import Kind


def test_an_ask_planned_now_lets_that_person_rest_before_the_next(plan):
    """
    tie Léa closeness:good
    """
    found = plan({"a": "advice person Léa", "b": "review person Léa *5"})
    assert found.said == ["b: Léa 2026-06-01", "a: Léa 2026-06-15"]
    assert found.judged == {"b": "go", "a": "go"}
    assert [step.week for step in found.campaign.steps] == [1, 3]
    assert found.campaign.gap == pytest.approx(0, abs=1e-9)


def test_the_rest_is_the_owners_to_set(scene, plan):
    """
    tie Léa closeness:good
    """
    needs = {"a": "advice person Léa", "b": "review person Léa *5"}
    scene.settings = replace(scene.settings, rest_days=10)
    assert plan(needs).said == ["b: Léa 2026-06-01", "a: Léa 2026-06-11"]
    scene.settings = replace(scene.settings, rest_days=0)
    assert plan(needs).said == ["b: Léa 2026-06-01", "a: Léa 2026-06-08"]


def test_nobody_is_asked_more_often_than_the_pace_says(plan):
    """
    tie Léa closeness:good
    """
    needs = {"a": "advice person Léa", "b": "review person Léa", "c": "interview person Léa"}
    found = plan(needs)
    assert len(found.campaign.steps) == 2
    left = next(iter(found.campaign.unmet)).need
    assert found.why(left) == "pace per-person Léa"
    assert plan(needs, per_person=3).campaign.unmet == ()


def test_the_weeks_pace_spreads_asks_and_the_important_come_first(plan):
    """
    tie Léa closeness:good
    tie Samir closeness:good
    tie Zoé closeness:good
    """
    needs = {
        "a": "advice person Léa *1",
        "b": "advice person Samir *3",
        "c": "advice person Zoé *5",
    }
    found = plan(needs, per_week=1)
    assert found.said == ["c: Zoé 2026-06-01", "b: Samir 2026-06-08", "a: Léa 2026-06-15"]
    assert plan(needs, per_week=1, weeks=2).why("a") == "pace weeks Léa"
    hurried = {**needs, "a": "advice person Léa *1 <2026-06-14"}
    assert plan(hurried, per_week=1, weeks=2).why("a") == "pace per-week Léa"


def test_those_of_one_circle_are_spared_together(plan):
    """
    person Léa circle:fac
    person Samir circle:Fac
    person Zoé circle:judo
    tie Léa closeness:good
    tie Samir closeness:good
    tie Zoé closeness:good
    """
    needs = {"a": "advice person Léa *5", "b": "advice person Samir", "c": "advice person Zoé"}
    found = plan(needs, per_circle=1)
    assert found.said == ["a: Léa 2026-06-01", "c: Zoé 2026-06-01", "b: Samir 2026-06-08"]
    late = {"a": "advice person Léa *5 <2026-06-05", "b": "advice person Samir <2026-06-05"}
    assert plan(late, per_circle=1).why("b") == "pace per-circle Samir"


def test_room_comes_back_within_the_week_and_before_a_deadline(plan):
    """
    tie Léa closeness:good
    tie Zoé closeness:good
    2026-05-27 asked Zoé advice
    2026-05-27 answered Zoé yes
    """
    needs = {"a": "advice person Léa"}
    assert plan(needs, weeks=1, per_week=1).said == ["a: Léa 2026-06-03"]
    needs = {"a": "advice person Léa", "b": "review person Zoé <2026-06-11"}
    days = [day.split()[-1] for day in plan(needs, weeks=2, per_week=1).said]
    assert days == ["2026-06-03", "2026-06-10"]


def test_what_was_sent_this_week_counts(plan):
    """
    person Samir circle:fac
    person Zoé circle:fac
    tie Léa closeness:good
    tie Samir closeness:good
    2026-05-29 asked Zoé advice
    2026-05-29 answered Zoé yes
    """
    needs = {"a": "advice person Léa", "b": "advice person Samir"}
    assert [day.split()[-1] for day in plan(needs, per_week=2).said] == ["2026-06-01", "2026-06-05"]
    assert plan({"b": needs["b"]}, per_circle=1).said == ["b: Samir 2026-06-05"]
    assert plan({"a": needs["a"]}, per_week=1).said == ["a: Léa 2026-06-05"]


def test_whoever_rests_now_is_planned_from_the_day_they_are_free(plan):
    """
    tie Léa closeness:good
    2026-05-20 asked Léa advice
    2026-05-21 answered Léa yes
    """
    assert plan({"a": "review person Léa"}).said == ["a: Léa 2026-06-03"]


def test_an_invitation_opens_the_door_at_once(plan):
    """
    tie Léa closeness:good
    2026-05-30 asked Léa advice
    2026-05-31 invited Léa
    """
    assert plan({"a": "review person Léa"}).said == ["a: Léa 2026-06-01"]


@pytest.mark.parametrize(
    ("reply", "said"),
    [("", "2026-06-10"), ("later", "2026-06-11"), ("no", "2026-08-10")],
)
def test_silence_later_and_no_are_waited_out(scene, plan, reply, said):
    """
    tie Léa closeness:good
    2026-05-11 asked Léa advice
    """
    line = f"2026-05-12 answered Léa {reply}" if reply else ""
    scene.facts = scene.with_line(line).facts
    assert plan({"a": "advice person Léa"}).said == [f"a: Léa {said}"]


def test_a_no_to_one_kind_is_a_no_to_that_kind(plan):
    """
    tie Léa closeness:good
    2026-05-11 asked Léa advice
    2026-05-12 answered Léa no
    """
    found = plan({"a": "advice person Léa", "b": "review person Léa"}, weeks=4)
    assert found.said == ["b: Léa 2026-06-01"]
    assert found.why("a") == "waits 2026-08-10 said-no Léa"


def test_thanks_come_a_week_before_the_ask(plan):
    """
    tie Léa closeness:good
    2026-05-01 received Léa "une adresse"
    """
    found = plan({"a": "review person Léa", "b": "advice person Léa"})
    assert found.said == ["a: Léa 2026-06-08", "b: Léa 2026-06-22"]
    (thanks,) = found.campaign.thanks
    assert (thanks.on, thanks.before) == (date(2026, 5, 1), date(2026, 6, 8))
    assert plan({"a": "review person Léa"}, weeks=1).why("a") == (
        "waits 2026-06-08 thanks-owed Léa"
    )


def test_a_boundary_is_kept_until_it_ends(plan):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:close
    boundary Léa no:advice until:2026-06-10
    boundary Omar no:introduction until:2026-06-16
    """
    found = plan({"a": "advice person Léa *1", "b": "introduction person Omar *5"})
    assert found.said == ["b: Léa 2026-06-17", "a: Léa 2026-07-01"]
    assert found.chain("b") == ["me", "Léa", "Omar"]


def test_a_boundary_without_end_and_a_discomfort_bar_for_good(plan):
    """
    tie Léa closeness:good
    tie Samir closeness:good
    boundary Léa no:advice
    2026-01-11 asked Samir review
    2026-01-12 answered Samir uncomfortable
    """
    found = plan({"a": "advice person Léa", "b": "review person Samir"})
    assert found.why("a") == "never boundary Léa"
    assert found.why("b") == "never was-uncomfortable Samir"
    assert (found.campaign.value, found.campaign.bound, found.campaign.gap) == (0, 0, 0)


def test_whom_one_must_avoid_is_never_planned(plan):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Omar closeness:good
    leave-out Omar
    """
    found = plan({"a": "advice person Omar", "b": "advice company Airbus"})
    assert found.why("a") == "never left-out Omar"
    assert found.why("b") == "no-way"


def test_busy_days_are_left_free(plan):
    """
    tie Léa closeness:good
    busy Léa from:2026-05-20 to:2026-06-10
    busy Léa from:2026-08-01 to:2026-08-03
    """
    assert plan({"a": "advice person Léa"}).said == ["a: Léa 2026-06-11"]
    assert plan({"a": "advice person Léa"}, weeks=1).why("a") == "waits 2026-06-11 Léa"
    late = plan({"a": "advice person Léa <2026-06-10"})
    assert late.why("a") == "deadline 2026-06-11 Léa"


def test_weekends_are_left_alone_unless_a_deadline_leaves_nothing_else(plan):
    """
    tie Léa closeness:good
    2026-05-23 asked Léa advice
    2026-05-23 answered Léa yes
    """
    assert plan({"a": "review person Léa"}, weeks=2).said == ["a: Léa 2026-06-08"]
    assert plan({"a": "review person Léa <2026-06-07"}).said == ["a: Léa 2026-06-06"]


def test_a_deadline_is_kept_and_one_that_has_passed_is_said(plan):
    """
    tie Léa closeness:good
    2026-05-20 asked Léa advice
    2026-05-21 answered Léa yes
    """
    found = plan(
        {
            "a": "review person Léa <2026-06-03",
            "b": "interview person Léa <2026-05-31",
            "c": "advice person Léa <2026-06-02",
        }
    )
    assert found.said == ["a: Léa 2026-06-03"]
    assert found.why("b") == "deadline"
    assert found.why("c") == "deadline 2026-06-03 resting Léa"


def test_nobody_leads_to_somebody_i_know_while_they_rest(plan):
    """
    person Omar company:Airbus
    tie Omar closeness:good
    tie Léa closeness:close
    tie Léa -- Omar closeness:close
    2025-03-01 asked Omar introduction
    2025-03-02 answered Omar uncomfortable
    """
    today = {"a": "review person Omar *5 <2026-06-01", "b": "introduction company Airbus *1"}
    assert plan(today, weeks=2).said == ["a: Omar 2026-06-01"]
    found = plan({**today, "a": "review person Omar *5"}, weeks=2)
    assert found.said == ["b: Léa 2026-06-01", "a: Omar 2026-06-02"]
    assert found.chain("b") == ["me", "Léa", "Omar"]
    assert found.campaign.gap == pytest.approx(0, abs=1e-6)


def test_one_may_lead_to_several_i_know(plan):
    """
    person Omar company:Airbus
    person Zoé company:Safran
    tie Omar closeness:slight
    tie Zoé closeness:slight
    tie Léa closeness:close
    tie Léa -- Omar closeness:close
    tie Léa -- Zoé closeness:close
    2025-03-01 asked Omar introduction
    2025-03-02 answered Omar uncomfortable
    2025-03-01 asked Zoé introduction
    2025-03-02 answered Zoé uncomfortable
    """
    needs = {"a": "introduction company Airbus", "b": "introduction company Safran *4"}
    assert plan(needs).said == ["b: Léa 2026-06-01", "a: Léa 2026-06-15"]
    assert plan({**needs, "c": "review person Zoé *1 <2026-06-01"}).said == [
        "a: Léa 2026-06-01",
        "c: Zoé 2026-06-01",
        "b: Léa 2026-06-15",
    ]


def test_somebody_i_know_is_introduced_by_others(plan):
    """
    tie Omar closeness:good
    tie Léa closeness:good
    tie Léa -- Omar closeness:close
    """
    found = plan({"a": "introduction person Omar", "b": "introduction person Omar *5"})
    assert found.chain("b") == ["me", "Léa", "Omar"]
    assert found.said == ["b: Léa 2026-06-01", "a: Léa 2026-06-15"]


def test_a_way_opens_on_the_day_a_position_begins(plan):
    """
    person Omar company:Airbus from:2026-07
    person Zoé company:Airbus to:2026-05
    tie Omar closeness:good
    tie Zoé closeness:good
    """
    assert plan({"a": "advice company Airbus"}).said == ["a: Omar 2026-07-01"]
    assert plan({"a": "advice company Airbus"}, weeks=3).why("a") == "no-way"


def test_a_way_closes_when_a_position_ends(plan):
    """
    person Omar company:Airbus to:2026-12
    person Zoé company:Airbus to:2026-06
    tie Omar closeness:slight
    tie Zoé closeness:close
    2026-05-20 asked Zoé review
    2026-05-21 answered Zoé yes
    busy Zoé from:2026-06-01 to:2026-06-20
    """
    found = plan({"a": "advice company Airbus *5", "b": "interview company Airbus"})
    assert found.said == ["b: Omar 2026-06-01", "a: Zoé 2026-06-22"]
    assert plan({"a": "advice company Airbus"}, today="2026-12-07").said == ["a: Omar 2026-12-07"]


def test_one_plan_named_twice_is_met_once(scene, plan):
    """
    tie Léa closeness:good
    """
    goal = scene.goal("advice person Léa")
    needs = [Need("a", goal), Need("b", goal)]
    found = plan(needs)
    assert found.said == ["a: Léa 2026-06-01"]
    assert (found.unmet("b").code, found.unmet("b").same) == ("same-need", "a")


def test_no_weeks_no_steps(plan):
    """
    tie Léa closeness:good
    """
    found = plan({"a": "advice person Léa"}, weeks=0)
    assert found.said == []
    assert found.unmet("a").code == "waits"


def test_no_room_at_all_is_no_plan(plan):
    """
    tie Léa closeness:good
    """
    found = plan({"a": "advice person Léa"}, per_week=0)
    assert found.said == []
    assert found.why("a") == "pace per-week Léa"


def test_the_kind_is_an_introduction_where_somebody_leads(plan):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    found = plan({"a": "advice company Airbus"})
    assert found.campaign.steps[0].kind is Kind.INTRODUCTION
    assert found.campaign.value == pytest.approx(3 * found.campaign.steps[0].chain.odds)


def test_the_reasons_are_those_of_the_day_when_all_before_went_well(plan):
    """
    person Samir
    tie Léa context:personal closeness:good
    tie Samir
    2025-06-20 met Samir
    2026-02-01 asked Samir advice
    2026-02-02 answered Samir no
    2026-05-01 received Samir "une adresse"
    """
    found = plan(
        {"a": "advice person Léa", "b": "review person Léa *5", "c": "review person Samir"}
    )
    assert found.judged["b"] == "go friend first-hat"
    assert found.judged["a"] == "go friend"
    assert found.judged["c"] == "go"
    late = plan({"c": "review person Samir"}, today="2026-06-13")
    assert late.judged["c"] == "care dormant"
