"""Reasons to wait: each a journal in the docstring, with the days before and after."""

from dataclasses import replace

import pytest


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-01", "wait: resting"),
        ("2026-05-14", "wait: resting"),  # day 13
        ("2026-05-15", "go"),  # day 14
        ("2026-04-30", "go"),  # the day before: nothing has happened yet
    ],
)
def test_somebody_asked_rests_fourteen_days(scene, today, said):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:good
    tie Samir closeness:good
    2026-05-01 asked Léa advice
    2026-05-01 answered Léa yes
    """
    verdicts = scene.judge("interview company Airbus", today)
    assert verdicts.said["Léa"] == said
    assert verdicts.said["Samir"] == "go"
    resting = said != "go"
    assert verdicts.until("Léa") == ("2026-05-15" if resting else None)
    assert verdicts.instead("Léa") == (["Samir"] if resting else [])


@pytest.mark.parametrize(
    ("today", "said"),
    [("2026-05-14", "care: only-way"), ("2026-05-15", "go")],
)
def test_the_only_way_may_be_asked_though_resting(scene, today, said):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice "mon CV"
    2026-05-01 answered Léa yes
    2026-04-20 asked Léa review
    2026-04-21 answered Léa yes
    """
    verdicts = scene.judge("interview person Léa", today)
    assert verdicts.said == {"Léa": said}
    assert verdicts.nobody is None
    for reason in verdicts["Léa"].because:
        assert verdicts.until("Léa") == "2026-05-15"
        assert reason.details["times"] == 2
        assert reason.details["month"] == 2
        assert reason.details["text"] == "mon CV"
        assert [(fact.what, fact.text) for fact in reason.facts] == [("asked", "mon CV")]


def test_the_rest_is_the_owners_to_set(scene):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice
    2026-05-01 answered Léa yes
    """
    scene.settings = replace(scene.settings, rest_days=21)
    assert scene.judge("review person Léa", "2026-05-21").said == {"Léa": "care: only-way"}
    assert scene.judge("review person Léa", "2026-05-22").said == {"Léa": "go"}


def test_who_could_serve_instead_comes_by_circle_then_odds_then_name(scene):
    """
    person Léa company:Airbus circle:fac
    person Samir company:Airbus circle:Fac
    person Anne company:Airbus
    person Zoé company:Airbus
    person Bruno company:Airbus
    person Paul company:Airbus
    tie Léa closeness:good
    tie Samir closeness:slight
    tie Anne closeness:close
    tie Zoé closeness:good
    tie Bruno closeness:good
    tie Paul closeness:close
    2026-05-28 asked Léa advice
    2026-05-29 answered Léa yes
    2026-05-28 asked Paul advice
    2026-05-29 answered Paul yes
    """
    verdicts = scene.judge("interview company Airbus")
    assert verdicts.instead("Léa") == ["Samir", "Anne", "Bruno", "Zoé"]
    assert verdicts.instead("Paul") == ["Anne", "Bruno", "Zoé", "Samir"]
    assert verdicts.names == ["Anne", "Bruno", "Zoé", "Samir", "Paul", "Léa"]


def test_whoever_waits_for_another_reason_cannot_serve_instead(scene):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    person Anne company:Airbus
    tie Léa closeness:good
    tie Samir closeness:good
    tie Anne closeness:good
    boundary Anne no:interview
    2026-05-28 asked Léa advice
    2026-05-29 answered Léa yes
    2026-03-01 received Samir "une adresse"
    """
    verdicts = scene.judge("interview company Airbus")
    assert verdicts.said == {
        "Léa": "care: only-way",
        "Samir": "wait: thanks-owed",
        "Anne": "never: boundary",
    }


def test_two_who_rest_and_nobody_else_are_both_the_only_way(scene):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:good
    tie Samir closeness:slight
    2026-05-28 asked Léa advice
    2026-05-29 answered Léa yes
    2026-05-28 asked Samir advice
    2026-05-29 answered Samir yes
    """
    assert scene.judge("interview company Airbus").said == {
        "Léa": "care: only-way",
        "Samir": "care: only-way",
    }


def test_somebody_who_takes_care_can_serve_instead(scene):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:good
    tie Samir
    2026-05-28 asked Léa advice
    2026-05-29 answered Léa yes
    """
    verdicts = scene.judge("interview company Airbus")
    assert verdicts.said == {"Samir": "care: dormant", "Léa": "wait: resting"}


def test_an_invitation_ends_the_rest_and_the_wait_until_the_next_ask(scene):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice
    2026-05-01 invited Léa
    2026-05-12 asked Léa advice
    2026-05-20 invited Léa
    """
    assert scene.judge("review person Léa", "2026-05-02").said == {"Léa": "go"}
    assert scene.judge("review person Léa", "2026-05-13").said == {
        "Léa": "wait: unanswered | only-way"
    }
    assert scene.judge("review person Léa", "2026-05-20").said == {"Léa": "go"}


def test_continuing_a_matter_starts_no_rest_and_obeys_none(scene):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice ask:first
    2026-05-03 answered Léa yes
    2026-05-10 asked Léa advice ask:second continues:first
    2026-05-10 answered Léa yes
    """
    assert scene.judge("review person Léa", "2026-05-14").said == {"Léa": "care: only-way"}
    assert scene.judge("review person Léa", "2026-05-15").said == {"Léa": "go"}
    for earlier in ("first", "second"):
        said = scene.judge("advice person Léa", "2026-05-02", continues=earlier).said
        assert said == {"Léa": "wait: unanswered"}
        assert scene.judge("advice person Léa", "2026-05-11", continues=earlier).said == {
            "Léa": "go"
        }


def test_continuing_a_matter_frees_those_who_were_asked_in_it(scene):
    """
    person Léa company:Airbus
    person Samir company:Airbus
    tie Léa closeness:good
    tie Samir closeness:good
    2026-05-01 asked Léa advice ask:first
    2026-05-03 answered Léa yes
    2026-05-01 asked Samir advice
    2026-05-03 answered Samir yes
    """
    verdicts = scene.judge("advice company Airbus", "2026-05-05", continues="first")
    assert verdicts.said == {"Léa": "go", "Samir": "wait: resting"}
    verdicts = scene.judge("advice company Airbus", "2026-05-05", continues="unheard-of")
    assert verdicts.said == {"Léa": "go", "Samir": "go"}


def test_a_plan_may_tell_that_an_ask_continues_another(scene):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice ask:second
    2026-05-03 answered Léa yes
    """
    goal = scene.goal("advice person Léa")
    scene.plans = [replace(goal, id="first"), replace(goal, id="second", continues="first")]
    assert scene.judge("review person Léa", "2026-05-05").said == {"Léa": "go"}
    assert scene.judge("review person Léa", "2026-05-05", continues="first").said == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-31", "wait: thanks-owed"),
        ("2027-05-29", "wait: thanks-owed"),  # day 364
        ("2027-05-30", "go"),  # day 365
    ],
)
def test_help_is_thanked_for_first(scene, today, said):
    """
    tie Léa closeness:good
    2026-05-30 received Léa "m'a présentée à Omar"
    """
    verdicts = scene.judge("advice person Léa", today)
    assert verdicts.said == {"Léa": said}
    assert verdicts.until("Léa") is None
    for reason in verdicts["Léa"].because:
        assert reason.details["text"] == "m'a présentée à Omar"


def test_one_thank_you_clears_all_before_it_and_nothing_after(scene):
    """
    tie Léa closeness:close
    2026-03-01 received Léa "un"
    2026-04-01 received Léa "deux"
    2026-04-01 thanked Léa
    2026-05-01 received Léa "trois"
    """
    assert scene.judge("advice person Léa", "2026-03-31").said == {"Léa": "wait: thanks-owed"}
    assert scene.judge("advice person Léa", "2026-04-01").said == {"Léa": "go"}
    assert scene.judge("advice person Léa", "2026-05-01").said == {"Léa": "wait: thanks-owed"}
    assert scene.judge("advice person Léa").nobody == ("all-wait", None)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-30", "wait: unanswered"),  # day 29
        ("2026-05-31", "go"),  # day 30
    ],
)
def test_an_ask_waits_thirty_days_for_its_answer(scene, today, said):
    """
    tie Léa closeness:good
    2026-05-01 asked Léa advice
    """
    verdicts = scene.judge("review person Léa", today)
    assert verdicts.said == {"Léa": said}
    waits = said != "go"
    assert verdicts.until("Léa") == ("2026-05-31" if waits else None)
    assert verdicts.nobody == (("all-wait", "2026-05-31") if waits else None)


def test_only_the_last_ask_is_waited_for(scene):
    """
    tie Léa closeness:good
    2026-05-10 asked Léa advice
    2026-05-12 asked Léa review
    2026-05-14 answered Léa yes
    """
    assert scene.judge("advice person Léa").said == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-31", "wait: said-later"),  # day 29
        ("2026-06-01", "go"),  # day 30
    ],
)
def test_later_means_thirty_days(scene, today, said):
    """
    tie Léa closeness:good
    2026-04-01 asked Léa advice
    2026-05-02 answered Léa later
    """
    verdicts = scene.judge("review person Léa", today)
    assert verdicts.said == {"Léa": said}
    assert verdicts.until("Léa") == ("2026-06-01" if said != "go" else None)


def test_later_counts_though_nothing_is_known_to_have_been_asked(scene):
    """
    tie Léa closeness:good
    2026-05-25 answered Léa later
    """
    verdicts = scene.judge("review person Léa")
    assert verdicts.said == {"Léa": "wait: said-later"}
    assert verdicts["Léa"].because[0].details["kind"] is None


def test_an_answer_since_replaces_later(scene):
    """
    tie Léa closeness:good
    2026-04-01 asked Léa advice
    2026-05-20 answered Léa later
    2026-05-25 answered Léa yes
    """
    assert scene.judge("review person Léa").said == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "said", "until"),
    [
        ("2026-05-29", "wait: said-no", "2026-05-30"),  # day 89
        ("2026-05-30", "care: said-no", None),  # day 90
    ],
)
def test_no_means_ninety_days_then_care(scene, today, said, until):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-03-01 answered Léa no
    """
    verdicts = scene.judge("advice person Léa", today)
    assert verdicts.said == {"Léa": said}
    assert verdicts.until("Léa") == until
    assert scene.judge("review person Léa", today).said == {"Léa": "go"}


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2026-03-02 met Léa", "go"),
        ("2026-03-02 messaged Léa by:them", "go"),
        ("2026-03-01 met Léa", "care: said-no"),
        ("2026-03-02 gave Léa x", "go"),
        ("2026-03-02 invited Léa", "go"),
        ("2026-03-02 thanked Léa", "care: said-no"),
        ("2026-03-02 asked Léa review", "care: said-no"),
    ],
)
def test_a_no_is_over_once_something_else_happens(scene, since, said):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-03-01 answered Léa no
    """
    assert scene.with_line(since).judge("advice person Léa").said == {"Léa": said}


def test_a_no_is_over_once_they_helped_or_answered_again(scene):
    """
    tie Léa closeness:good
    tie Anne closeness:good
    2026-02-01 asked Léa advice
    2026-02-05 answered Léa no
    2026-03-02 received Léa "une adresse"
    2026-03-03 thanked Léa
    2026-02-01 asked Anne advice
    2026-02-05 answered Anne no
    2026-03-01 asked Anne review
    2026-03-02 answered Anne yes
    """
    assert scene.judge("advice person Léa", "2026-05-05").said == {"Léa": "wait: said-no"}
    assert scene.judge("advice person Léa", "2026-05-06").said == {"Léa": "go"}
    assert scene.judge("advice person Anne", "2026-05-06").said == {"Anne": "go"}


def test_a_no_counts_for_the_kind_of_the_latest_unanswered_ask(scene):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-02-02 asked Léa review
    2026-02-03 answered Léa no
    2026-02-04 answered Léa yes
    """
    assert scene.judge("review person Léa", "2026-03-10").said == {"Léa": "wait: said-no"}
    assert scene.judge("advice person Léa", "2026-03-10").said == {"Léa": "go"}


def test_the_first_free_day_is_that_of_the_last_reason(scene):
    """
    tie Léa closeness:good
    busy Léa from:2026-05-01 to:2026-07-01
    2026-05-20 asked Léa advice
    2026-05-25 answered Léa later
    2026-05-28 asked Léa review
    """
    verdicts = scene.judge("advice person Léa")
    assert verdicts.said == {"Léa": "wait: unanswered said-later | only-way busy"}
    assert verdicts.until("Léa") == "2026-06-27"
    assert verdicts.nobody == ("all-wait", "2026-06-27")
