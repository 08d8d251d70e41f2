"""Reasons never to ask: each a journal in the docstring, judged on 2026-06-01."""


def test_a_boundary_blocks_what_it_covers(scene):
    """
    tie Omar closeness:good
    boundary Omar no:referral no:reference until:2026-06-10 because:"gel"
    """
    verdicts = scene.judge("referral person Omar")
    assert verdicts.said == {"Omar": "never: boundary | policy-unknown"}
    assert verdicts.until("Omar") == "2026-06-11"
    assert verdicts.nobody == ("none-willing", "2026-06-11")
    assert verdicts["Omar"].because[0].details["because"] == "gel"
    assert scene.judge("advice person Omar").said == {"Omar": "go"}


def test_a_boundary_holds_on_its_last_day_and_not_after(scene):
    """
    tie Omar closeness:good
    boundary Omar no:all until:2026-05-31
    """
    assert scene.judge("advice person Omar", "2026-05-31").said == {"Omar": "never: boundary"}
    assert scene.judge("advice person Omar", "2026-06-01").said == {"Omar": "go"}


def test_a_boundary_without_end_leaves_no_date(scene):
    """
    tie Omar closeness:good
    boundary Omar no:all
    boundary Omar no:advice until:2026-06-10
    """
    verdicts = scene.judge("advice person Omar")
    assert verdicts.until("Omar") is None
    assert len(verdicts["Omar"].because[0].facts) == 2
    assert verdicts.nobody == ("none-willing", None)


def test_two_boundaries_end_with_the_later(scene):
    """
    tie Omar closeness:good
    boundary Omar no:all until:2026-06-03
    boundary Omar no:advice until:2026-06-10
    """
    assert scene.judge("advice person Omar").until("Omar") == "2026-06-11"


def test_a_boundary_until_the_end_of_the_calendar_leaves_no_date(scene):
    """
    tie Omar closeness:good
    boundary Omar no:all until:9999-12-31
    """
    verdicts = scene.judge("advice person Omar")
    assert verdicts.said == {"Omar": "never: boundary"}
    assert verdicts.until("Omar") is None


def test_a_connector_may_refuse_introductions(scene):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    boundary Léa no:introduction
    """
    assert scene.judge("interview person Omar").said == {"Léa": "never: boundary"}


def test_a_connector_is_judged_for_an_introduction_only(scene):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    boundary Léa no:interview
    """
    verdicts = scene.judge("interview person Omar")
    assert verdicts.said == {"Léa": "go"}
    assert verdicts["Léa"].kind == "introduction"


def test_the_targets_own_boundary_blocks_an_introduction(scene):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    boundary Omar no:introduction
    """
    verdicts = scene.judge("introduction person Omar")
    assert verdicts.said == {"Léa": "never: boundary"}
    reason = verdicts["Léa"].because[0]
    assert reason.facts[0].person == scene.who("Omar")
    assert reason.details["by"] == scene.who("Omar")


def test_the_targets_boundary_on_the_kind_wanted_blocks_too(scene):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    boundary Omar no:interview
    """
    assert scene.judge("interview person Omar").said == {"Léa": "never: boundary"}
    assert scene.judge("introduction person Omar").said == {"Léa": "go"}


def test_a_connector_leads_to_somebody_without_boundary_where_there_is_one(scene):
    """
    person Omar company:Airbus
    person Zoé company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:close
    tie Léa -- Zoé closeness:slight
    boundary Omar no:introduction
    """
    verdicts = scene.judge("interview company Airbus")
    assert verdicts.said == {"Léa": "go"}
    assert verdicts.chain("Léa") == ["me", "Léa", "Zoé"]


def test_left_out_people_are_no_candidates(scene):
    """
    person Paul company:Airbus
    person Omar company:Airbus
    tie Paul closeness:good
    tie Omar closeness:good
    leave-out Paul
    """
    assert scene.judge("advice company Airbus").said == {"Omar": "go"}


def test_left_out_people_are_named_when_i_name_them(scene):
    """
    tie Paul closeness:good
    tie Léa closeness:good
    tie Léa -- Paul closeness:good
    leave-out Paul
    """
    for kind in ("advice", "introduction"):
        verdicts = scene.judge(f"{kind} person Paul")
        assert verdicts.said == {"Paul": "never: left-out"}
        assert verdicts.chain("Paul") == ["me", "Paul"]
        assert verdicts["Paul"].because[0].details == {"how": "left-out"}


def test_left_out_people_are_named_even_when_nothing_ties_us(scene):
    """
    person Paul
    leave-out Paul
    """
    assert scene.judge("advice person Paul").said == {"Paul": "never: left-out | dormant"}


def test_those_who_must_not_know_are_left_out(scene):
    """
    person Paul company:Michelin
    person Anne company:Safran
    position Anne company:Michelin from:2010-01 to:2020-01
    tie Paul closeness:good
    tie Anne closeness:good
    tie Léa closeness:good
    discreet company:"MICHELIN SA"
    discreet Léa
    """
    how = {name: scene.judge(f"advice person {name}").said[name] for name in ("Paul", "Léa")}
    assert how == {"Paul": "never: left-out", "Léa": "never: left-out"}
    assert scene.judge("advice person Paul")["Paul"].because[0].details["how"] == "discreet-company"
    assert scene.judge("advice person Léa")["Léa"].because[0].details["how"] == "discreet"
    assert scene.judge("advice person Anne").said == {"Anne": "go"}
    assert scene.judge("advice company Michelin").nobody == ("no-way", None)


def test_nobody_left_out_stands_on_a_chain(scene):
    """
    tie Léa closeness:good
    tie Léa -- Paul closeness:close
    tie Paul -- Omar closeness:close
    tie Léa -- Anne closeness:slight
    tie Anne -- Omar closeness:slight
    leave-out Paul
    """
    verdicts = scene.judge("interview person Omar")
    assert verdicts.chain("Léa") == ["me", "Léa", "Anne", "Omar"]


def test_nobody_who_refuses_introductions_stands_between_others(scene):
    """
    tie Léa closeness:good
    tie Paul closeness:good
    tie Léa -- Paul closeness:close
    tie Paul -- Omar closeness:close
    boundary Paul no:introduction
    """
    verdicts = scene.judge("interview person Omar")
    assert verdicts.said == {"Paul": "never: boundary"}


def test_a_reference_needs_common_work(scene):
    """
    me "Nadia" company:Airbus from:2019-02
    position me company:Michelin from:2014-03 to:2019-01
    person Omar company:Airbus from:2015-01 to:2019-01
    position Omar company:Michelin from:2019-02
    tie Omar closeness:good
    """
    for kind in ("reference", "recommendation"):
        assert scene.judge(f"{kind} person Omar").said == {"Omar": "never: no-common-work"}
    assert scene.judge("advice person Omar").said == {"Omar": "go"}


def test_a_reference_is_never_asked_through_others(scene):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    for kind in ("reference", "recommendation"):
        verdicts = scene.judge(f"{kind} person Omar")
        assert verdicts.said == {}
        assert verdicts.nobody == ("no-way", None)


def test_common_work_confirmed_for_later_confirms_nothing_yet(scene):
    """
    tie Omar closeness:good
    worked Omar company:Michelin from:2026-07 to:2026-12
    """
    assert scene.judge("reference person Omar").said == {"Omar": "never: no-common-work"}
    assert scene.judge("reference person Omar", "2026-07-01").said == {"Omar": "go"}


def test_a_usage_of_no_forbids_a_referral(scene):
    """
    person Omar company:Airbus
    tie Omar closeness:good
    company "Airbus SAS" referrals:no
    """
    verdicts = scene.judge("referral company Airbus")
    assert verdicts.said == {"Omar": "never: policy-forbids"}
    assert verdicts["Omar"].because[0].details == {"company": "Airbus SAS"}
    assert scene.judge("referral person Omar").said == {"Omar": "never: policy-forbids"}
    assert scene.judge("interview company Airbus").said == {"Omar": "go"}


def test_of_several_employers_the_first_that_may_refer_counts(scene):
    """
    person Omar company:Airbus
    position Omar company:Safran
    tie Omar closeness:good
    company Airbus referrals:no
    company Safran referrals:yes
    """
    assert scene.judge("referral person Omar").said == {"Omar": "go"}
    assert scene.judge("referral company Airbus").said == {"Omar": "never: policy-forbids"}


def test_several_employers_that_all_refuse_forbid(scene):
    """
    person Omar company:Airbus
    position Omar company:Safran
    tie Omar closeness:good
    company Airbus referrals:no
    company Safran referrals:no
    """
    assert scene.judge("referral person Omar").said == {"Omar": "never: policy-forbids"}


def test_discomfort_is_remembered_for_its_kind(scene):
    """
    tie Omar closeness:good
    2025-01-10 asked Omar advice
    2025-01-12 answered Omar uncomfortable
    """
    assert scene.judge("advice person Omar").said == {"Omar": "never: was-uncomfortable"}
    assert scene.judge("review person Omar").said == {"Omar": "go"}


def test_discomfort_is_taken_back_by_a_yes_or_a_later(scene):
    """
    tie Omar closeness:good
    tie Anne closeness:good
    tie Zoé closeness:good
    2025-01-10 asked Omar advice
    2025-01-12 answered Omar uncomfortable
    2025-02-10 asked Omar advice
    2025-02-12 answered Omar yes
    2025-01-10 asked Anne advice
    2025-01-12 answered Anne uncomfortable
    2025-02-12 answered Anne later
    2025-01-10 asked Zoé advice
    2025-01-12 answered Zoé uncomfortable
    2025-02-10 asked Zoé review
    2025-02-12 answered Zoé yes
    """
    assert scene.judge("advice person Omar").said == {"Omar": "go"}
    assert scene.judge("advice person Anne").said == {"Anne": "go"}
    assert scene.judge("advice person Zoé").said == {"Zoé": "never: was-uncomfortable"}


def test_discomfort_is_lifted_by_hand_and_not_by_a_no(scene):
    """
    tie Omar closeness:good
    tie Anne closeness:good
    tie Zoé closeness:good
    2025-01-10 asked Omar advice
    2025-01-12 answered Omar uncomfortable
    2025-01-12 lifted Omar advice
    2025-01-10 asked Anne advice
    2025-01-12 answered Anne uncomfortable
    2025-02-12 lifted Anne review
    2025-01-10 asked Zoé advice
    2025-01-12 answered Zoé uncomfortable
    2025-02-10 asked Zoé advice
    2025-02-12 answered Zoé no
    2025-03-01 met Zoé
    """
    assert scene.judge("advice person Omar").said == {"Omar": "go"}
    assert scene.judge("advice person Anne").said == {"Anne": "never: was-uncomfortable"}
    assert scene.judge("advice person Zoé", "2025-12-01").said == {
        "Zoé": "never: was-uncomfortable"
    }


def test_every_reason_is_listed_the_strongest_decides(scene):
    """
    tie Omar context:both
    boundary Omar no:advice until:2026-07-01
    busy Omar from:2026-05-20 to:2026-06-05
    2026-05-25 asked Omar advice
    2026-05-26 answered Omar uncomfortable
    """
    verdicts = scene.judge("advice person Omar")
    assert verdicts.said == {
        "Omar": "never: boundary was-uncomfortable | only-way dormant busy friend"
    }
    assert verdicts.until("Omar") is None
