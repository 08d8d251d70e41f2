"""Things to mind, which decide nothing: each a journal in the docstring."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.asks.judge import kept_goals


@pytest.mark.parametrize("context", ["personal", "both"])
def test_a_friend_is_minded_the_first_time_more_so(scene, context):
    """
    tie Anne context:professional closeness:good
    2026-03-01 asked Léa advice
    2026-03-02 answered Léa yes
    """
    scene = scene.with_line(f"tie Léa context:{context} closeness:good")
    assert scene.judge("advice person Léa", "2026-02-28").said == {"Léa": "go | friend first-hat"}
    assert scene.judge("advice person Léa").said == {"Léa": "go | friend"}
    assert scene.judge("advice person Anne").said == {"Anne": "go"}


def test_a_referral_concerns_a_friends_employer(scene):
    """
    person Léa company:Airbus
    tie Léa context:both closeness:good
    tie Paul context:both closeness:good
    company Airbus referrals:yes
    """
    verdicts = scene.judge("referral person Léa")
    assert verdicts.said == {"Léa": "go | friend first-hat blurred"}
    assert verdicts["Léa"].mind[-1].details == {"company": "Airbus"}
    assert scene.judge("referral company Airbus").said == {"Léa": "go | friend first-hat blurred"}
    assert scene.judge("interview company Airbus").said == {"Léa": "go | friend first-hat blurred"}
    assert scene.judge("interview person Léa").said == {"Léa": "go | friend first-hat"}
    assert scene.judge("referral person Paul").said == {
        "Paul": "care: policy-unknown | friend first-hat"
    }


def test_leading_to_a_colleague_concerns_a_friends_employer(scene):
    """
    person Léa company:Airbus
    person Omar company:"Airbus SAS"
    person Zoé company:Safran
    tie Léa context:personal closeness:good
    tie Léa -- Omar context:professional
    tie Léa -- Zoé context:professional
    tie Anne context:professional closeness:good
    tie Anne -- Zoé context:personal
    """
    assert scene.judge("interview person Omar").said == {"Léa": "go | friend first-hat blurred"}
    assert scene.judge("interview person Zoé").said == {
        "Léa": "go | friend first-hat",
        "Anne": "go",
    }


def test_leading_to_their_own_friend_is_minded(scene):
    """
    tie Léa context:personal closeness:good
    tie Léa -- Zoé context:both closeness:good
    tie Zoé -- Omar context:professional
    tie Anne context:personal closeness:slight
    tie Anne -- Omar closeness:slight
    """
    verdicts = scene.judge("interview person Omar")
    assert verdicts.said == {
        "Anne": "go | friend first-hat",
        "Léa": "go | friend first-hat blurred",
    }
    assert verdicts["Léa"].mind[-1].details == {"friend": scene.who("Zoé")}


def test_whoever_is_best_for_another_goal_is_kept_for_it(scene):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    tie Anne closeness:slight
    tie Anne -- Léa closeness:slight
    """
    other = scene.judge("interview company Airbus", id="other", purpose="le poste")
    this = scene.goal("advice person Léa")
    scene.kept = kept_goals(this, [other.judgement])
    verdicts = scene.judge("advice person Léa")
    assert verdicts.said == {"Léa": "go | keep-for"}
    assert verdicts["Léa"].mind[0].facts[0].text == "le poste"


def test_the_only_way_to_another_goal_is_kept_even_while_waiting(scene):
    """
    person Léa company:Airbus
    person Anne company:Safran
    person Paul company:Safran
    tie Léa closeness:good
    tie Anne closeness:good
    tie Paul closeness:good
    2026-05-20 asked Léa advice
    2026-05-20 asked Anne advice
    2026-05-20 asked Paul advice
    """
    this = scene.goal("review person Léa")
    only = scene.judge("interview company Airbus")
    several = scene.judge("interview company Safran")
    nobody = scene.judge("interview company Thales")
    kept = kept_goals(this, [only.judgement, several.judgement, nobody.judgement])
    assert kept == {scene.who("Léa"): (only.judgement.goal,)}


def test_only_other_open_goals_keep_somebody(scene):
    """
    person Léa company:Airbus
    tie Léa closeness:good
    """
    this = scene.goal("interview company Airbus")
    judgement = scene.judge("interview company Airbus").judgement
    advice = scene.judge("advice company Airbus").judgement

    def keeping(**changes):
        return kept_goals(this, [replace(advice, goal=replace(advice.goal, **changes))])

    assert kept_goals(this, [judgement]) == {}
    assert keeping() == {scene.who("Léa"): (advice.goal,)}
    assert keeping(done=date(2026, 5, 1)) == {}
    assert keeping(created=date(2026, 6, 2)) == {}
    assert len(keeping(created=date(2026, 6, 1))) == 1
