"""Rest, the wait for an answer, and what ends them."""

import pytest


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        ("2026-03-01", "wait resting, until 2026-03-15"),
        ("2026-03-14", "wait resting, until 2026-03-15"),
        ("2026-03-15", "go"),
    ],
)
def test_day_13_waits_and_day_14_is_free(story, today, verdict):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    tie Samir closeness:slight
    tie Samir -- Omar closeness:slight
    2026-03-01 asked Léa advice "un avis"
    2026-03-01 answered Léa yes
    """
    assert story(today).verdicts("introduction", person="Omar")["Léa"] == verdict


def test_who_can_serve_instead_stands_same_circle_first(story):
    """
    person Omar company:Airbus
    person Léa circle:fac
    person Samir circle:fac
    person Zoé circle:vélo
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    tie Samir closeness:slight
    tie Samir -- Omar closeness:slight
    tie Zoé closeness:close context:professional
    tie Zoé -- Omar closeness:close
    tie Ali closeness:good
    tie Ali -- Omar closeness:good
    boundary Ali no:introduction
    2026-03-01 asked Léa advice
    2026-03-01 answered Léa yes
    """
    told = story("2026-03-05")
    found = told.candidates("introduction", person="Omar")
    assert [told.name(person) for person in found["Léa"].instead] == ["Samir", "Zoé"]
    assert list(found) == ["Zoé", "Samir", "Léa", "Ali"]


def test_the_only_way_may_be_asked_with_care(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    2026-03-01 asked Léa advice
    2026-03-02 answered Léa yes
    """
    told = story("2026-03-05")
    assert told.verdicts("introduction", person="Omar") == {
        "Léa": "care only-way, until 2026-03-15"
    }


def test_somebody_else_who_waits_for_another_reason_cannot_serve(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    tie Samir closeness:good
    tie Samir -- Omar closeness:good
    2026-02-01 received Samir "m'a relu"
    2026-03-01 asked Léa advice
    2026-03-02 answered Léa yes
    """
    assert story("2026-03-05").verdicts("introduction", person="Omar") == {
        "Léa": "care only-way, until 2026-03-15",
        "Samir": "wait thanks-owed",
    }


def test_two_who_rest_cannot_stand_in_for_each_other(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    tie Samir closeness:slight
    tie Samir -- Omar closeness:good
    2026-03-01 asked Léa advice
    2026-03-02 answered Léa yes
    2026-03-03 asked Samir advice
    2026-03-04 answered Samir no
    """
    assert story("2026-03-05").verdicts("introduction", person="Omar") == {
        "Léa": "care only-way, until 2026-03-15",
        "Samir": "care only-way, until 2026-03-17",
    }


@pytest.mark.parametrize(
    ("today", "verdict"),
    [("2026-03-30", "wait unanswered, until 2026-03-31"), ("2026-03-31", "go")],
)
def test_an_ask_without_an_answer_waits_thirty_days(story, today, verdict):
    """
    tie Léa closeness:good
    2026-03-01 asked Léa advice
    """
    assert story(today).verdicts("advice", person="Léa")["Léa"] == verdict


def test_come_back_any_time_ends_the_rest_and_the_wait(story):
    """
    tie Léa closeness:good
    2026-03-01 asked Léa advice
    2026-03-03 invited Léa
    """
    assert story("2026-03-04").verdicts("advice", person="Léa") == {"Léa": "go"}
    again = story("2026-03-06", more="2026-03-05 asked Léa review")
    assert again.verdicts("advice", person="Léa") == {
        "Léa": "wait unanswered, mind only-way, until 2026-04-04"
    }


def test_the_same_matter_neither_starts_nor_obeys_a_rest(story):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice ask:A1
    2026-02-02 answered Léa yes
    2026-03-01 asked Léa advice ask:A2 continues:A1
    2026-03-02 answered Léa yes
    """
    assert story("2026-03-03").verdicts("review", person="Léa") == {"Léa": "go"}
    resting = story("2026-02-05")
    assert resting.verdicts("review", person="Léa") == {"Léa": "care only-way, until 2026-02-15"}
    assert resting.verdicts("review", person="Léa", continues="A1") == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "verdict"),
    [("2026-04-09", "wait said-later, until 2026-04-10"), ("2026-04-10", "go")],
)
def test_later_means_thirty_days(story, today, verdict):
    """
    tie Léa closeness:good
    2026-03-01 asked Léa advice
    2026-03-11 answered Léa later
    """
    assert story(today).verdicts("review", person="Léa")["Léa"] == verdict


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        ("2026-05-29", "wait said-no, until 2026-05-30"),
        ("2026-05-30", "care said-no"),
        ("2027-05-30", "care said-no"),
    ],
)
def test_a_no_waits_ninety_days_then_asks_for_care(story, today, verdict):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-03-01 answered Léa no
    """
    assert story(today).verdicts("advice", person="Léa")["Léa"] == verdict
    assert story(today).verdicts("review", person="Léa")["Léa"] == "go"


def test_a_no_is_over_when_something_else_happened(story):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-03-01 answered Léa no
    2026-04-01 met Léa at:"salon"
    """
    assert story("2026-05-29").verdicts("advice", person="Léa")["Léa"].startswith("wait said-no")
    assert story("2026-05-30").verdicts("advice", person="Léa") == {"Léa": "go"}


def test_what_lies_after_today_has_not_happened(story):
    """
    tie Léa closeness:good
    2026-03-10 asked Léa advice
    2026-03-11 answered Léa uncomfortable
    2026-03-12 received Léa "m'a relu"
    """
    assert story("2026-03-09").verdicts("advice", person="Léa") == {"Léa": "go"}


def test_nobody_leads_to_somebody_i_know_while_they_rest(story):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    tie Samir closeness:good
    tie Samir -- Léa closeness:good
    2026-03-01 asked Léa advice
    2026-03-02 answered Léa yes
    """
    told = story("2026-03-05")
    assert told.verdicts("interview", company="Airbus") == {
        "Léa": "care only-way, until 2026-03-15"
    }
    assert told.verdicts("introduction", person="Léa") == {"Samir": "go"}
    rested = story("2026-03-20")
    assert rested.verdicts("interview", company="Airbus") == {"Léa": "go", "Samir": "go"}
