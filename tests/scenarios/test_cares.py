"""What asks for care, and what is only to be minded."""

import pytest


@pytest.mark.parametrize(
    ("today", "verdict"),
    [("2026-02-28", "wait thanks-owed"), ("2026-03-01", "go")],
)
def test_thanks_are_owed_for_a_year(story, today, verdict):
    """
    tie Léa closeness:good
    2025-03-01 received Léa "m'a relu"
    """
    assert story(today).verdicts("advice", person="Léa") == {"Léa": verdict}


def test_one_thank_you_clears_all_before_it(story):
    """
    tie Léa closeness:good
    2026-02-01 gave Léa "relu son dossier"
    2026-02-01 received Léa "m'a relu"
    2026-02-20 received Léa "m'a présentée"
    2026-02-20 thanked Léa
    """
    assert story("2026-03-01").verdicts("advice", person="Léa") == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "verdict"), [("2026-02-28", "go"), ("2026-03-01", "care dormant")]
)
def test_a_year_of_silence_is_named(story, today, verdict):
    """
    tie Léa closeness:close context:professional
    2025-03-01 called Léa by:them
    2025-12-01 asked Léa advice
    2025-12-02 answered Léa yes
    """
    assert story(today).verdicts("advice", person="Léa") == {"Léa": verdict}


def test_never_met_and_no_closeness_is_a_silence_too(story):
    """
    tie Léa context:professional
    tie Max closeness:slight
    """
    told = story("2026-03-01")
    assert told.verdicts("advice", person="Léa") == {"Léa": "care dormant"}
    assert told.verdicts("advice", person="Max") == {"Max": "go"}


def test_two_more_received_than_given_is_acknowledged_except_among_close_friends(story):
    """
    tie Léa closeness:good
    tie Max closeness:close context:personal
    tie Ana closeness:good
    2025-04-01 received Léa "un" weight:5
    2025-05-01 received Léa "deux"
    2025-05-02 thanked Léa
    2025-04-01 received Max "un"
    2025-05-01 received Max "deux"
    2025-05-02 thanked Max
    2025-04-01 received Ana "un"
    2025-05-01 received Ana "deux"
    2025-05-02 thanked Ana
    2025-06-01 gave Ana "un service"
    """
    told = story("2026-03-01")
    assert told.verdicts("advice", person="Léa") == {"Léa": "care one-way"}
    assert told.verdicts("advice", person="Max") == {"Max": "go, mind first-hat friend"}
    assert told.verdicts("advice", person="Ana") == {"Ana": "go"}
    assert story("2026-04-01").verdicts("advice", person="Léa") == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        ("2026-02-28", "go"),
        ("2026-03-01", "care busy, until 2026-04-01"),
        ("2026-03-31", "care busy, until 2026-04-01"),
        ("2026-04-01", "go"),
    ],
)
def test_a_busy_period_includes_both_its_days(story, today, verdict):
    """
    tie Léa closeness:good
    busy Léa from:2026-03-01 to:2026-03-31 because:"clôture"
    """
    assert story(today).verdicts("advice", person="Léa") == {"Léa": verdict}


def test_the_first_ask_of_a_friend_and_the_next(story):
    """
    tie Léa closeness:good context:both
    tie Max closeness:good context:personal
    tie Ana closeness:good context:professional
    2025-12-01 asked Max advice
    2025-12-02 answered Max yes
    """
    told = story("2026-03-01")
    assert told.verdicts("advice", person="Léa") == {"Léa": "go, mind first-hat friend"}
    assert told.verdicts("advice", person="Max") == {"Max": "go, mind friend"}
    assert told.verdicts("advice", person="Ana") == {"Ana": "go"}


def test_the_two_hats_are_blurred_by_their_employer_and_by_their_friends(story):
    """
    person Léa company:Airbus
    person Omar company:Airbus
    person Ida company:Valeo
    company Airbus referrals:yes
    tie Léa closeness:good context:both
    tie Léa -- Omar closeness:good context:professional
    tie Léa -- Ida closeness:good context:personal
    2025-12-01 asked Léa advice
    2025-12-02 answered Léa yes
    """
    told = story("2026-03-01")
    blurred = {"Léa": "go, mind blurred friend"}
    assert told.verdicts("interview", company="Airbus") == blurred
    assert told.verdicts("introduction", person="Omar") == blurred
    assert told.verdicts("introduction", person="Ida") == blurred
    assert told.verdicts("referral", person="Léa") == blurred
    assert told.verdicts("advice", person="Léa") == {"Léa": "go, mind friend"}


def test_somebody_may_be_better_kept_for_another_goal(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    told = story("2026-03-01")
    told.ask("introduction", person="Omar", keep=True)
    assert told.verdicts("advice", person="Léa") == {"Léa": "go, mind keep-for"}


def test_ideas_are_asked_of_close_friends(story):
    """
    tie Léa closeness:close context:both
    tie Max closeness:close
    tie Ana closeness:close context:professional
    tie Ida closeness:good context:personal
    """
    told = story("2026-03-01")
    assert told.verdicts("ideas") == {"Léa": "go, mind first-hat friend", "Max": "go"}


def test_sector_and_topic_find_people(story):
    """
    company Airbus sector:aéronautique
    person Léa company:Airbus title:"Responsable achats"
    person Max sector:Aeronautique projects:"emballages réutilisables"
    tie Léa closeness:good
    tie Max closeness:slight
    offer Léa "relecture en anglais"
    """
    told = story("2026-03-01")
    assert list(told.verdicts("advice", sector="AERONAUTIQUE")) == ["Léa", "Max"]
    assert list(told.verdicts("advice", topic="Achats")) == ["Léa"]
    assert list(told.verdicts("advice", topic="emballage")) == ["Max"]
    assert list(told.verdicts("advice", topic="relecture anglais")) == ["Léa"]


def test_a_chain_of_three_ties_is_judged_at_its_first_person(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Max closeness:good
    tie Max -- Omar closeness:good
    tie Max -- Far closeness:good
    tie Far -- Farther closeness:good
    """
    told = story("2026-03-01")
    found = told.candidates("interview", person="Omar")
    assert {name: one.kind for name, one in found.items()} == {"Léa": "introduction"}
    assert told.verdicts("interview", person="Farther") == {}


def test_nobody_is_kept_for_the_matter_that_is_continued(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    told = story("2026-03-01")
    first = told.ask("introduction", person="Omar", keep=True).goal
    assert told.verdicts("advice", person="Léa") == {"Léa": "go, mind keep-for"}
    assert told.verdicts("advice", person="Léa", continues=first.id) == {"Léa": "go"}
