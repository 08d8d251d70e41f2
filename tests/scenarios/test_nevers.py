"""What must not be asked at all."""

import pytest


@pytest.mark.parametrize(
    ("today", "verdict"),
    [
        ("2026-09-01", "never boundary, mind policy-unknown, until 2026-09-02"),
        ("2026-09-02", "care policy-unknown"),
    ],
)
def test_a_boundary_holds_to_its_last_day(story, today, verdict):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    boundary Léa no:referral until:2026-09-01
    """
    assert story(today).verdicts("referral", company="Airbus")["Léa"] == verdict
    assert story(today).verdicts("advice", company="Airbus")["Léa"] == "go"


def test_a_boundary_on_everything_has_no_end(story):
    """
    tie Léa closeness:good
    boundary Léa no:all
    """
    assert story("2026-09-01").verdicts("advice", person="Léa") == {"Léa": "never boundary"}


def test_the_boundary_of_the_person_to_meet_counts_too(story):
    """
    person Omar company:Airbus
    person Ana company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    boundary Omar no:introduction
    tie Max closeness:slight
    tie Max -- Omar closeness:slight
    tie Max -- Ana closeness:slight
    """
    told = story("2026-03-01")
    assert told.verdicts("introduction", person="Omar") == {
        "Léa": "never boundary",
        "Max": "never boundary",
    }
    at_airbus = told.candidates("introduction", company="Airbus")
    assert [told.name(step) for step in at_airbus["Max"].chain.people[1:]] == ["Max", "Ana"]
    assert at_airbus["Max"].verdict == "go"
    assert at_airbus["Léa"].verdict == "never"


def test_whoever_is_left_out_is_named_only_when_asked_for(story):
    """
    person Paul company:Airbus
    person Léa company:Airbus
    person Ida company:Michelin
    tie Paul closeness:good
    tie Léa closeness:good
    tie Ida closeness:good
    leave-out Paul
    discreet company:"Michelin SA"
    discreet Zoé
    tie Zoé closeness:good
    """
    told = story("2026-03-01")
    assert told.verdicts("advice", company="Airbus") == {"Léa": "go"}
    assert told.verdicts("advice", person="Paul") == {"Paul": "never left-out"}
    assert told.verdicts("advice", person="Ida") == {"Ida": "never left-out"}
    assert told.verdicts("advice", person="Zoé") == {"Zoé": "never left-out"}
    assert told.verdicts("advice", company="Michelin") == {}


def test_chains_avoid_those_who_must_not_know(story):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Paul closeness:close
    tie Paul -- Omar closeness:close
    tie Léa -- Ana closeness:slight
    tie Ana -- Omar closeness:slight
    discreet Paul
    """
    told = story("2026-03-01")
    chain = told.candidates("introduction", person="Omar")["Léa"].chain
    assert [told.name(step) for step in chain.people[1:]] == ["Léa", "Ana", "Omar"]


@pytest.mark.parametrize("kind", ["reference", "recommendation"])
def test_a_reference_needs_common_work(story, kind):
    """
    me Nadia company:Michelin from:2014-01 to:2018-11
    position me company:Valeo from:2018-12
    person Léa company:Airbus from:2019-01
    position Léa company:"Michelin SA" from:2018-11 to:2018-12
    person Max company:Michelin from:2018-12
    tie Léa closeness:good
    tie Max closeness:good
    tie Ana closeness:good
    worked Ana company:Valeo from:2019-01 to:2019-06
    """
    told = story("2026-03-01")
    assert told.verdicts(kind, person="Léa") == {"Léa": "care confirm-work"}
    assert told.verdicts(kind, person="Max") == {"Max": "never no-common-work"}
    assert told.verdicts(kind, person="Ana") == {"Ana": "go"}


def test_references_go_through_nobody(story):
    """
    me Nadia company:Michelin
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    told = story("2026-03-01")
    assert told.verdicts("reference", person="Omar") == {}
    assert told.ask("reference", person="Omar").nobody.code == "no-way"


def test_a_house_that_forbids_referrals(story):
    """
    company Safran referrals:no
    company Airbus referrals:ask
    company Orange referrals:yes
    person Léa company:Safran
    person Max company:Airbus
    person Ana company:Orange
    person Ida
    tie Léa closeness:good
    tie Max closeness:good
    tie Ana closeness:good
    tie Ida closeness:good
    """
    told = story("2026-03-01")
    assert told.verdicts("referral", company="safran") == {"Léa": "never policy-forbids"}
    assert told.verdicts("referral", person="Léa") == {"Léa": "never policy-forbids"}
    assert told.verdicts("referral", company="Airbus") == {"Max": "care policy-unknown"}
    assert told.verdicts("referral", person="Ana") == {"Ana": "go"}
    assert told.verdicts("referral", person="Ida") == {"Ida": "care policy-unknown"}


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ("", "never was-uncomfortable"),
        ("2026-03-05 lifted Léa advice", "go"),
        ("2026-03-05 lifted Léa review", "never was-uncomfortable"),
        ("2026-03-05 asked Léa review\n2026-03-06 answered Léa yes", "never was-uncomfortable"),
        ("2026-03-05 asked Léa advice\n2026-03-06 answered Léa no", "never was-uncomfortable"),
        ("2026-03-05 asked Léa advice\n2026-03-06 answered Léa yes", "go"),
        ("2026-03-05 asked Léa advice\n2026-03-06 answered Léa later", "go"),
    ],
)
def test_discomfort_lasts_until_it_is_taken_back(story, more, verdict):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-02-02 answered Léa uncomfortable
    """
    found = story("2026-07-01", more=more).verdicts("advice", person="Léa")["Léa"]
    assert found.split(",")[0] == verdict
