"""Who is judged, for what, through which chain, in what order."""

import pytest

from entregent.asks.judge import at_once
from entregent.asks.routes import plan_routes
from entregent.domain.asking import Chain, ToPerson
from entregent.domain.facts import Need
from entregent.domain.ids import ME
from entregent.domain.sectors import Sector, Sectors


def test_the_person_to_reach_is_asked_directly_when_tied_to_me(scene):
    """
    tie Omar closeness:slight
    tie Léa closeness:close
    tie Léa -- Omar closeness:close
    """
    verdicts = scene.judge("interview person Omar")
    assert verdicts.names == ["Omar"]
    assert verdicts["Omar"].kind == "interview"
    assert verdicts.chain("Omar") == ["me", "Omar"]


def test_an_introduction_always_goes_through_others(scene):
    """
    tie Omar closeness:slight
    tie Léa closeness:close
    tie Léa -- Omar closeness:close
    """
    verdicts = scene.judge("introduction person Omar")
    assert verdicts.names == ["Léa"]
    assert verdicts.chain("Léa") == ["me", "Léa", "Omar"]
    assert scene.judge("introduction person Léa").chain("Omar") == ["me", "Omar", "Léa"]


@pytest.mark.parametrize("kind", ["interview", "referral", "advice", "review", "ideas"])
def test_somebody_i_am_not_tied_to_is_reached_through_others(scene, kind):
    """
    tie Léa closeness:close
    tie Léa -- Omar closeness:close
    """
    verdicts = scene.judge(f"{kind} person Omar")
    assert verdicts.said == {"Léa": "go"}
    assert verdicts["Léa"].kind == "introduction"


def test_a_company_is_reached_directly_and_through_others(scene):
    """
    person Omar company:"Airbus SAS"
    person Zoé company:Airbus from:2026-07
    person Paul company:Airbus to:2026-05
    person Anne company:Airbus to:2026-06
    tie Omar closeness:slight
    tie Zoé closeness:close
    tie Paul closeness:close
    tie Anne closeness:close
    tie Léa closeness:close
    tie Léa -- Omar closeness:good
    """
    verdicts = scene.judge("introduction company airbus")
    assert {name: verdicts.chain(name) for name in verdicts.names} == {
        "Anne": ["me", "Anne"],
        "Léa": ["me", "Léa", "Omar"],
        "Omar": ["me", "Omar"],
    }
    assert {candidate.kind for candidate in verdicts.judgement.candidates} == {"introduction"}


def test_a_sector_is_somebodys_own_or_their_employers(scene):
    """
    person Omar company:"Airbus SAS"
    person Zoé sector:Aeronautique
    person Paul company:Michelin
    company airbus sector:aéronautique
    company michelin sector:pneu
    tie Omar closeness:close
    tie Zoé closeness:good
    tie Paul closeness:close
    """
    assert scene.judge("advice sector AÉRONAUTIQUE").names == ["Omar", "Zoé"]


def test_the_table_tells_an_employers_sector_where_nobody_said_it(scene):
    """
    person Omar company:"Airbus SAS"
    person Zoé company:Safran
    person Paul company:Michelin
    company safran sector:défense
    tie Omar closeness:close
    tie Zoé closeness:good
    tie Paul closeness:close
    """
    names = frozenset({"aerospace", "aeronautique"})
    air = Sector("aerospace", "aéronautique", "aerospace", names)
    scene.sectors = Sectors((air,), {"airbus": "aerospace", "safran": "aerospace"})
    assert scene.judge("advice sector aerospace").names == ["Omar"]
    assert scene.judge("advice sector Aéronautique").names == ["Omar"]


def test_a_topic_is_all_its_words_in_what_people_do_and_offer(scene):
    """
    person Omar title:"Directrice des achats"
    person Zoé company:Safran title:"Achat responsable"
    person Paul projects:"réseaux d'achats"
    person Anne topic:achats
    person Luc title:Acheteur
    tie Omar closeness:close
    tie Zoé closeness:close
    tie Paul closeness:close
    tie Anne closeness:close
    tie Luc closeness:close
    offer Luc "un réseau d'achat"
    need Luc "des achats"
    """
    assert scene.judge("advice topic achats").names == ["Anne", "Luc", "Omar", "Paul", "Zoé"]
    assert scene.judge('advice topic "les réseaux d’achats"').names == ["Luc", "Paul"]
    assert scene.judge("advice topic réseau").names == ["Luc", "Paul"]
    assert scene.judge("advice topic ache").names == []
    assert scene.judge("advice topic le").names == []


def test_ideas_are_asked_of_close_friends(scene):
    """
    tie Léa closeness:close context:both
    tie Omar closeness:close
    tie Paul closeness:close context:professional
    tie Anne closeness:good context:personal
    tie Anne -- Léa closeness:close
    tie Léa -- Omar closeness:close
    tie Léa -- me since:2012
    """
    verdicts = scene.judge("ideas")
    assert verdicts.said == {"Léa": "go | friend first-hat", "Omar": "go"}
    assert verdicts["Léa"].kind == "ideas"


@pytest.mark.parametrize(
    "tie",
    [
        "tie Omar",
        "2026-05-01 met Omar",
        "2026-05-01 wrote Omar by:them",
        "2026-05-01 gave Omar x",
        "2026-05-01 invited Omar",
        "worked Omar company:Airbus",
    ],
)
def test_any_tie_will_do(scene, tie):
    """
    person Omar
    """
    assert scene.judge("advice person Omar").nobody == ("no-way", None)
    assert scene.with_line(tie).judge("advice person Omar").names == ["Omar"]


def test_chains_have_three_ties_at_most(scene):
    """
    tie A closeness:close
    tie A -- B closeness:close
    tie B -- C closeness:close
    tie C -- D closeness:close
    """
    assert scene.judge("interview person C").chain("A") == ["me", "A", "B", "C"]
    assert scene.judge("interview person D").nobody == ("no-way", None)


def test_one_candidate_a_person_with_their_best_chain(scene):
    """
    person Omar company:Airbus
    person Zoé company:Airbus
    tie Léa closeness:close
    tie Léa -- Omar closeness:slight
    tie Léa -- Zoé closeness:good
    """
    verdicts = scene.judge("interview company Airbus")
    assert verdicts.names == ["Léa"]
    assert verdicts.chain("Léa") == ["me", "Léa", "Zoé"]


def test_the_order_is_verdict_then_odds_then_name(scene):
    """
    person A company:Airbus
    person É company:Airbus
    person D company:Airbus
    person W company:Airbus
    person N company:Airbus
    person C company:Airbus
    tie A closeness:slight
    tie É closeness:good
    tie D closeness:good
    tie W closeness:close
    tie N closeness:close
    tie C closeness:close
    boundary N no:all
    busy C from:2026-06-01 to:2026-06-01
    2026-03-01 received W x
    """
    verdicts = scene.judge("interview company Airbus")
    assert verdicts.names == ["D", "É", "A", "C", "W", "N"]
    odds = [one.chain.odds for one in verdicts.judgement.candidates]
    assert odds[0] == odds[1] > odds[2]
    assert all(0 < value <= 1 for value in odds)


def test_a_recent_ask_makes_way_for_others(scene):
    """
    person A company:Airbus
    person B company:Airbus
    tie A closeness:good
    tie B closeness:good
    2026-05-01 asked A advice
    2026-05-01 answered A later
    """
    assert scene.judge("interview company Airbus").names == ["B", "A"]


def test_nobody_is_said_with_the_first_day_that_changes_it(scene):
    """
    person A company:Airbus
    person B company:Airbus
    person C company:Airbus
    tie A closeness:good
    tie B closeness:good
    tie C closeness:good
    2026-05-20 asked A advice
    2026-05-10 asked B advice
    boundary C no:all until:2026-06-02
    """
    assert scene.judge("interview company Airbus").nobody == ("all-wait", "2026-06-09")
    assert scene.judge("interview company Safran").nobody == ("no-way", None)


def test_nobody_is_left_when_everybody_refuses(scene):
    """
    person A company:Airbus
    person B company:Airbus
    tie A closeness:good
    tie B closeness:good
    boundary A no:all until:2026-06-12
    boundary B no:all until:2026-06-11
    """
    assert scene.judge("interview company Airbus").nobody == ("none-willing", "2026-06-12")


def test_what_lies_ahead_changes_nothing(scene):
    """
    tie Omar closeness:good
    2026-06-02 asked Omar advice
    2026-06-03 answered Omar uncomfortable
    2026-06-02 received Omar x
    2026-06-02 met Omar
    2026-06-02 met Zoé
    2026-06-02 gave Anne x
    """
    assert scene.judge("advice person Omar").said == {"Omar": "go"}
    assert scene.judge("advice person Zoé").nobody == ("no-way", None)
    assert scene.judge("advice person Anne").nobody == ("no-way", None)


def test_i_am_never_my_own_target(scene):
    """
    me "Nadia" company:Airbus
    tie Omar closeness:good
    """
    assert scene.judge("advice company Airbus").nobody == ("no-way", None)
    goal = scene.goal("advice person Omar")
    mine = type(goal)(goal.id, goal.kind, ToPerson(ME))
    assert plan_routes(scene.situation("2026-06-01"), mine) == ()


def test_facts_that_judge_nobody_are_passed_over(scene):
    """
    tie Omar closeness:good
    """
    scene.facts.append(Need(scene.who("Omar"), "un graphiste"))
    assert scene.judge("advice person Omar").said == {"Omar": "go"}


def test_nobody_is_answered_at_once_where_somebody_missing_may_do_better(scene):
    """
    tie Omar closeness:slight
    """
    goal, situation = scene.goal("interview person Omar"), scene.situation("2026-03-02")
    routes = {scene.who("Omar"): Chain((ME, scene.who("Omar")), 0.5)}

    assert at_once(situation, goal, routes, above=0.5) is None
