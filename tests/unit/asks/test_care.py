"""Reasons to take care: each a journal in the docstring."""

from dataclasses import replace

import pytest

from entregent.domain.months import Month


@pytest.mark.parametrize("kind", ["reference", "recommendation"])
def test_overlapping_dates_ask_for_confirmation(scene, kind):
    """
    me "Nadia" company:Airbus from:2019-02
    position me company:"Michelin SA" from:2014-03 to:2019-01
    person Omar company:Safran from:2020-01
    position Omar company:Michelin from:2019-01 to:2019-12
    tie Omar closeness:good
    """
    verdicts = scene.judge(f"{kind} person Omar")
    assert verdicts.said == {"Omar": "care: confirm-work"}
    details = verdicts["Omar"].because[0].details
    assert details["start"] == details["end"] == Month(2019, 1)
    assert details["company"] == "Michelin"
    assert scene.judge("review person Omar").said == {"Omar": "go"}


def test_colleagues_of_today_overlap_though_nobody_says_since_when(scene):
    """
    me "Nadia" company:Airbus
    person Omar company:Airbus
    person Anne
    position Anne company:Airbus to:2020-01
    tie Omar closeness:good
    tie Anne closeness:good
    """
    assert scene.judge("reference person Omar").said == {"Omar": "care: confirm-work"}
    assert scene.judge("reference person Anne").said == {"Anne": "never: no-common-work"}


def test_work_to_come_is_no_common_work(scene):
    """
    me "Nadia" company:Airbus from:2019-02
    person Omar company:Airbus from:2026-07
    tie Omar closeness:good
    """
    assert scene.judge("reference person Omar", "2026-06-30").said == {
        "Omar": "never: no-common-work"
    }
    assert scene.judge("reference person Omar", "2026-07-01").said == {"Omar": "care: confirm-work"}


def test_common_work_i_confirmed_is_enough(scene):
    """
    me "Nadia" company:Airbus from:2019-02
    person Omar company:Airbus from:2019-02
    worked Omar company:Airbus from:2019-02
    worked Zoé company:Safran from:2010-01 to:2012-01
    tie Omar closeness:good
    tie Zoé closeness:good
    """
    assert scene.judge("reference person Omar").said == {"Omar": "go"}
    assert scene.judge("recommendation person Zoé").said == {"Zoé": "go"}


@pytest.mark.parametrize("usage", ["", "company Airbus referrals:ask", "company Airbus sector:air"])
def test_an_unknown_usage_asks_for_care(scene, usage):
    """
    person Omar company:Airbus
    tie Omar closeness:good
    """
    scene = scene.with_line(usage)
    for target in ("company AIRBUS", "person Omar"):
        verdicts = scene.judge(f"referral {target}")
        assert verdicts.said == {"Omar": "care: policy-unknown"}
        assert verdicts["Omar"].because[0].details["company"] == "Airbus"
    assert scene.judge("interview company Airbus").said == {"Omar": "go"}


def test_an_employer_nobody_named_has_no_known_usage(scene):
    """
    tie Omar closeness:good
    """
    verdicts = scene.judge("referral person Omar")
    assert verdicts.said == {"Omar": "care: policy-unknown"}
    assert verdicts["Omar"].because[0].details == {"company": "", "usage": None}


def test_a_usage_of_yes_is_no_reason_and_the_later_word_stands(scene):
    """
    person Omar company:Airbus
    tie Omar closeness:good
    company Airbus sector:aéronautique referrals:no
    company Airbus referrals:yes
    company Airbus sector:aérospatial
    """
    assert scene.judge("referral company Airbus").said == {"Omar": "go"}
    assert scene.judge("referral sector aerospatial").said == {"Omar": "go"}


def test_a_connectors_own_employer_does_not_matter(scene):
    """
    person Léa company:Airbus
    person Omar company:Safran
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    company Airbus referrals:no
    company Safran referrals:no
    """
    assert scene.judge("referral company Safran").said == {"Léa": "go"}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-05-31", "go"),  # day 364
        ("2026-06-01", "care: dormant"),  # day 365
    ],
)
@pytest.mark.parametrize("encounter", ["met Léa", "wrote Léa", "called Léa by:them"])
def test_a_year_of_silence_is_named(scene, today, said, encounter):
    """
    tie Léa closeness:close
    """
    scene = scene.with_line(f"2025-06-01 {encounter}")
    verdicts = scene.judge("advice person Léa", today)
    assert verdicts.said == {"Léa": said}
    for reason in verdicts["Léa"].because:
        assert reason.details["last"].isoformat() == "2025-06-01"
        assert [fact.what for fact in reason.facts] == ["encounter"]


def test_no_encounter_at_all_is_a_silence_unless_closeness_was_declared(scene):
    """
    tie Léa closeness:slight
    tie Anne context:professional
    2026-05-01 gave Anne "un conseil"
    2026-01-10 asked Paul advice
    2026-01-11 answered Paul yes
    """
    assert scene.judge("advice person Léa").said == {"Léa": "go"}
    verdicts = scene.judge("advice person Anne")
    assert verdicts.said == {"Anne": "care: dormant"}
    assert verdicts["Anne"].because[0].details == {"last": None}
    assert scene.judge("advice person Paul").said == {"Paul": "care: dormant"}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-03-01", "go"),  # one thing more
        ("2026-03-02", "care: one-way"),  # two
        ("2026-04-01", "go"),  # given back
        ("2026-05-02", "care: one-way"),
        ("2027-01-31", "care: one-way"),  # day 364 of the first
        ("2027-02-01", "go"),  # day 365
    ],
)
def test_help_that_goes_one_way_is_acknowledged(scene, today, said):
    """
    tie Léa closeness:good context:professional
    2026-02-01 received Léa "un" weight:5
    2026-03-02 received Léa "deux"
    2026-03-02 thanked Léa
    2026-02-01 thanked Léa
    2026-04-01 gave Léa "trois" weight:1
    2026-05-02 received Léa "quatre"
    2026-05-02 thanked Léa
    """
    verdicts = scene.judge("advice person Léa", today)
    assert verdicts.said == {"Léa": said}
    for reason in verdicts["Léa"].because:
        assert reason.details["received"] - reason.details["gave"] == 2
        assert len(reason.facts) == reason.details["received"] + reason.details["gave"]


def test_between_close_friends_nothing_is_counted(scene):
    """
    tie Léa closeness:close context:both
    tie Anne closeness:close
    tie Paul closeness:close context:professional
    2026-02-01 received Léa un
    2026-03-02 received Léa deux
    2026-03-02 thanked Léa
    2026-02-01 received Anne un
    2026-03-02 received Anne deux
    2026-03-02 thanked Anne
    2026-02-01 received Paul un
    2026-03-02 received Paul deux
    2026-03-02 thanked Paul
    """
    said = {
        name: scene.judge(f"advice person {name}").said[name] for name in ("Léa", "Anne", "Paul")
    }
    assert said == {"Léa": "go | friend first-hat", "Anne": "go", "Paul": "care: one-way"}


def test_the_gap_that_goes_one_way_is_the_owners_to_set(scene):
    """
    tie Léa closeness:good
    2026-02-01 received Léa un
    2026-02-01 thanked Léa
    """
    scene.settings = replace(scene.settings, one_way_gap=1)
    assert scene.judge("advice person Léa").said == {"Léa": "care: one-way"}


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-02-28", "go"),
        ("2026-03-01", "care: busy"),
        ("2026-03-31", "care: busy"),
        ("2026-04-01", "go"),
    ],
)
def test_a_busy_period_includes_both_its_days(scene, today, said):
    """
    tie Omar closeness:good
    busy Omar from:2026-03-01 to:2026-03-31 because:"clôture"
    busy Omar from:2026-03-10 to:2026-03-12
    """
    verdicts = scene.judge("advice person Omar", today)
    assert verdicts.said == {"Omar": said}
    assert verdicts.until("Omar") == ("2026-04-01" if said != "go" else None)
    for reason in verdicts["Omar"].because:
        assert reason.details["because"] == "clôture"


def test_a_busy_period_may_last_until_the_end_of_the_calendar(scene):
    """
    tie Omar closeness:good
    busy Omar from:2026-03-01 to:9999-12-31
    """
    verdicts = scene.judge("advice person Omar", "2026-06-01")
    assert verdicts.said["Omar"].startswith("care: busy")
    assert verdicts.until("Omar") is None


def test_care_has_no_date_when_one_of_its_reasons_has_none(scene):
    """
    tie Omar
    busy Omar from:2026-05-01 to:2026-06-30
    """
    verdicts = scene.judge("advice person Omar")
    assert verdicts.said == {"Omar": "care: dormant busy"}
    assert verdicts.until("Omar") is None
