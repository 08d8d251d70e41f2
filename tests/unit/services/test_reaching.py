"""Reach: what my network opens, by whom, where one person is the only way in, and where not."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.asks.groups import gather_groups
from entregent.domain.asking import ToCompany, ToSector
from entregent.domain.words import Kind, Sort
from entregent.network.outlook import Carries, Opens
from entregent.services.asking import answer, plan
from entregent.services.reaching import reach, reach_place
from entregent.services.world import world


@pytest.fixture
def place(story):
    """Return what gives one place's people, ways and only way by name."""

    def of(name, sort=Sort.COMPANY):
        opened = reach_place(story.desk, sort, name).place.opened
        return names(story, opened.people), names(story, opened.through), named(story, opened.only)

    return of


def named(story, person):
    return person and story.book.person(person).name


def names(story, people):
    return [named(story, person) for person in people]


def told(found, sort):
    return [one.group.name for one in found.places if one.group.sort is sort]


def closed(found):
    return [group.name for group in found.closed]


def test_places_are_told_with_who_opens_them_the_most_opened_first(story, place):
    """
    person Léa company:Orme circle:chorale
    person Paul company:Orme
    person Omar company:Airbus circle:chorale
    tie Léa closeness:close
    tie Paul closeness:slight
    tie Léa -- Omar
    """
    found = reach(story.desk)
    assert told(found, Sort.COMPANY) == ["Orme", "Airbus"]
    assert told(found, Sort.CIRCLE) == ["chorale"]
    assert place("airbus") == (["Omar"], ["Léa"], "Léa")
    assert place("ORME SAS") == (["Léa", "Paul"], ["Léa", "Paul"], None)
    assert place("Chorale", Sort.CIRCLE) == (["Léa", "Omar"], ["Léa"], "Léa")


def test_of_places_as_open_those_that_others_open_come_first(story):
    """
    person Léa company:Aube
    person Omar company:Vigne
    tie Léa
    tie Léa -- Omar
    """
    assert told(reach(story.desk), Sort.COMPANY) == ["Vigne", "Aube"]


def test_sectors_are_those_of_people_and_of_their_employers(story):
    """
    person Léa sector:aviation
    person Omar company:Volèle
    person Zoé company:"Moulin vert"
    person Paul sector:poésie
    company "Moulin vert" sector:meunerie
    tie Léa
    tie Omar
    tie Zoé
    tie Paul
    """
    desk = story.informed().desk
    found = reach(desk)
    assert told(found, Sort.SECTOR) == ["aerospace", "meunerie", "poésie"]
    assert found.places[0].group.sector.fr == "aéronautique"
    sheet = reach_place(desk, Sort.SECTOR, "aéronautique")
    assert names(story, sheet.place.opened.people) == ["Léa", "Omar"]
    assert reach_place(desk, Sort.SECTOR, "banque").place.opened.people == ()


# --- reserve -----------------------------------------------------------------------------------


def test_who_is_left_out_or_must_not_know_stands_nowhere(story, place, refused):
    """
    person Léa company:Airbus circle:chorale
    person Paul company:Safran
    person Zoé company:Orme
    person Max company:Daher
    tie Léa
    tie Paul
    tie Zoé
    tie Zoé -- Max
    tie Léa -- Max
    leave-out Léa
    discreet Paul
    discreet company:Orme
    company Orme referrals:yes
    position Léa company:Vigne from:2014-01 to:2018-12
    """
    found = reach(story.desk)
    assert found.places == ()
    assert closed(found) == ["Daher"], "what they and their companies are is not told either"
    assert place("Daher") == ([], [], None)
    for name in ("Airbus", "Safran", "Orme", "Vigne"):
        with refused("reach.no-company", name=name, near=""):
            reach_place(story.desk, Sort.COMPANY, name)


def test_who_would_rather_not_introduce_leads_nowhere_and_is_not_led_to(place):
    """
    person Léa company:Orme
    person Omar company:Airbus
    person Zoé company:Safran
    tie Léa
    tie Léa -- Omar
    tie Paul
    tie Paul -- Zoé
    boundary Léa no:introduction
    boundary Zoé no:introduction
    """
    assert place("Airbus") == ([], [], None)
    assert place("Safran") == ([], [], None)
    assert place("Orme") == (["Léa"], ["Léa"], "Léa"), "she may still be asked for advice"


def test_who_is_not_to_be_asked_anything_opens_nothing(place):
    """
    person Léa company:Orme
    tie Léa
    boundary Léa no:all
    """
    assert place("Orme") == ([], [], None)


def test_who_was_uneasy_with_an_introduction_leads_nowhere(place):
    """
    person Omar company:Airbus
    tie Léa
    tie Léa -- Omar
    2026-01-10 asked Léa introduction
    2026-01-12 answered Léa uncomfortable
    """
    assert place("Airbus") == ([], [], None)


def test_nobody_is_opened_by_whom_an_ask_would_never_be_made_to(story):
    """
    person Omar company:Airbus
    person Zoé company:Airbus
    tie Léa
    tie Paul
    tie Max
    tie Léa -- Omar
    tie Paul -- Omar
    tie Max -- Zoé
    boundary Max no:introduction
    leave-out Paul
    """
    goal = plan(story.desk, Kind.INTRODUCTION, ToCompany("Airbus"))
    asked = {
        one.person
        for one in answer(story.desk, goal).judgement.candidates
        if one.verdict.value != "never"
    }
    sheet = reach_place(story.desk, Sort.COMPANY, "Airbus")
    assert set(sheet.place.opened.through) == asked == {story.id("Léa")}


# --- one place ---------------------------------------------------------------------------------


def test_a_place_shows_the_chain_by_each_way_in_and_what_it_is_worth(story):
    """
    person Omar company:Airbus
    tie Léa closeness:close
    tie Paul closeness:good
    tie Léa -- Omar closeness:close
    tie Paul -- Omar
    2026-02-25 asked Léa advice
    """
    sheet = reach_place(story.desk, Sort.COMPANY, "Airbus")
    assert [names(story, link.people)[1:] for link in sheet.links] == [
        ["Léa", "Omar"], ["Paul", "Omar"],
    ]  # fmt: skip
    assert [link.carries.level for link in sheet.links] == [Carries.WELL, Carries.BARELY]
    assert len(sheet.links[0].evidence) == 2
    assert sheet.opens.level is Opens.SOME
    assert sheet.resting == {story.id("Léa"): date(2026, 3, 11)}


def test_former_people_of_a_company_are_named_where_nobody_leads(story):
    """
    person Zoé company:Orme from:2018-01 to:2020-12
    person Paul company:Orme from:2019-01 to:2019-12
    person Max company:Orme from:2019-01 to:2019-12
    tie Zoé
    tie Paul
    leave-out Paul
    """
    sheet = reach_place(story.desk, Sort.COMPANY, "orme")
    assert (sheet.place.opened.people, sheet.links, sheet.opens) == ((), (), None)
    assert names(story, sheet.were) == ["Zoé"]


def test_places_that_only_goals_speak_of_are_known(story, refused):
    """
    person Léa company:Airbus circle:"chorale du lac"
    tie Léa
    """
    plan(story.desk, Kind.ADVICE, ToCompany("Daher"))
    plan(story.desk, Kind.ADVICE, ToSector("Mosaïque"))
    assert reach_place(story.desk, Sort.COMPANY, "Daher").place.opened.people == ()
    assert reach_place(story.desk, Sort.SECTOR, "mosaïque").place.opened.people == ()
    with refused("reach.no-company", name="Airbuss", near="Airbus"):
        reach_place(story.desk, Sort.COMPANY, "Airbuss")
    with refused("reach.no-circle", name="chorale", near="chorale du lac"):
        reach_place(story.desk, Sort.CIRCLE, "chorale")
    with refused("reach.no-sector", name="…", near=""):
        reach_place(story.desk, Sort.SECTOR, "…")


def test_a_company_is_called_as_most_spell_it_or_as_the_address_reads_that_tells_it(story):
    """
    person Léa
    person Anne company:ORME
    person Paul company:Orme
    person Zoé company:Orme to:2020-12
    company Daher referrals:yes
    """
    known = world(story.desk).situation
    known = replace(known, addressed={story.id("Léa"): ("credit du lac",)})
    assert sorted(group.name for group in gather_groups(known)) == [
        "Credit Du Lac",
        "Daher",
        "Orme",
    ]


# --- the only way, bridges, nobody, goals --------------------------------------------------------


def test_who_alone_opens_several_places_is_told_once(story):
    """
    person Léa company:Orme
    person Omar company:Airbus
    person Zoé company:Safran
    person Paul company:Daher
    tie Léa
    tie Paul
    tie Paul -- Yves
    tie Léa -- Omar
    tie Léa -- Zoé
    """
    alone = reach(story.desk).alone
    assert [named(story, who) for who in alone] == ["Léa"]
    (places,) = alone.values()
    assert [place.group.name for place in places] == ["Airbus", "Safran"], "Orme goes unsaid"


def test_a_bridge_joins_two_circles_and_says_what_it_rests_on(story):
    """
    person Léa circle:chorale
    person Anne circle:Chorale
    person Omar circle:escalade
    person Zoé circle:escalade
    person Max circle:solo
    tie Léa
    tie Anne
    tie Omar
    tie Zoé
    tie Max
    tie Léa -- Omar closeness:good
    tie Léa -- Max
    """
    found = reach(story.desk)
    ((bridge, link),) = found.bridges
    sides = {named(story, side.person): side.circles for side in (bridge.one, bridge.other)}
    assert sides == {"Léa": ("chorale",), "Omar": ("escalade",)}
    assert found.circles["escalade"] == "escalade"
    (rests,) = link.evidence
    assert rests.closeness.value == "good"


def test_where_nobody_leads_and_my_own_house_is_not_among_them(story):
    """
    me "Nadia Benali" company:Michelin
    person Omar company:Airbus circle:chorale
    company Daher sector:aviation
    """
    assert closed(reach(story.desk)) == ["Airbus", "aviation", "chorale", "Daher"]


def test_where_i_belong_is_told(story):
    """
    me "Nadia Benali" company:Michelin circle:chorale
    person Zoé company:Michelin circle:escalade
    tie Zoé
    """
    found = reach(story.desk)
    assert {one.group.name: one.group.mine for one in found.places} == {
        "Michelin": True, "escalade": False,
    }  # fmt: skip
    assert found.closed == (), "a circle of mine alone is no place where nobody leads"


def test_my_open_goals_are_told_with_who_leads_there(story):
    """
    person Omar company:Airbus
    person Zoé company:Safran
    tie Léa
    tie Paul
    tie Léa -- Omar
    leave-out Yves
    """
    goals = [
        story.plan("advice", company="Airbus"),
        story.plan("introduction", person="Omar"),
        story.plan("advice", company="Safran"),
    ]
    story.plan("ideas")
    story.plan("reference", company="Airbus")
    story.plan("introduction", person="Paul")
    story.plan("introduction", person="Yves")
    found = reach(story.desk).goals
    assert [goal for goal, _ in found] == goals
    assert [names(story, opened.through) for _, opened in found] == [["Léa"], ["Léa"], []]
