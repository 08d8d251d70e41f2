"""The road map: needs become plans, plans become steps, and the former road gives way."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.asks.campaign.model import MetCode, Pace, UnmetCode
from entregent.content import Content
from entregent.domain.asking import ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.facts import Answered, LeftOut
from entregent.domain.upkeep import Planned
from entregent.domain.wanted import Aim, Needs, Refused, Wanted
from entregent.domain.words import Kind, Reply
from entregent.services.asking import plan as plan_one
from entregent.services.drafting import finish
from entregent.services.planning import draw, keep
from entregent.services.recording import record
from entregent.services.undoing import undo

SPRING = Pace(weeks=8)


def need(name, kind="advice", person="", **more):
    """One need; whom it names is a person unless said otherwise."""
    aim = next((Aim(key) for key in ("company", "sector", "topic") if key in more), Aim.PERSON)
    words = person or more.pop(aim, "")
    aim = aim if words else Aim.FRIENDS
    return Wanted(name, Kind(kind), aim, words, **more)


def drawn(carnet, *wanted, pace=SPRING):
    return draw(carnet.desk, Needs(wanted), pace)


def kept(carnet, *wanted, pace=SPRING):
    road = drawn(carnet, *wanted, pace=pace)
    return road, keep(carnet.desk, road, "plan needs.toml")


def steps(carnet, road):
    names = {person.id: person.name for person in carnet.book.people()}
    return [(one.need, names[one.person], one.on.isoformat()) for one in road.campaign.steps]


def test_what_is_drawn_is_not_kept_until_it_is_wanted(story):
    """
    tie Léa closeness:good
    """
    road = drawn(story, need("a", person="Léa"))
    assert steps(story, road) == [("a", "Léa", "2026-03-02")]
    assert (story.book.goals(), story.deeds(Planned)) == ([], [])
    batch = keep(story.desk, road, "plan needs.toml")
    (goal,) = story.book.goals()
    assert (goal.kind, goal.target) == (Kind.ADVICE, ToPerson(story.id("Léa")))
    assert story.deeds(Planned) == [
        Planned(story.id("Léa"), date(2026, 3, 1), "a", goal.id, Kind.ADVICE, date(2026, 3, 2))
    ]
    assert story.book.batches()[-1].id == batch


def test_a_step_through_somebody_says_whom_it_leads_to(story):
    """
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    kept(story, need("a", "introduction", person="Omar"))
    (step,) = story.deeds(Planned)
    assert (step.person, step.other) == (story.id("Léa"), story.id("Omar"))


def test_the_same_road_is_kept_once_and_another_takes_its_place(story):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    """
    _, first = kept(story, need("a", person="Léa"))
    assert kept(story, need("a", person="Léa"))[1] is None
    _, second = kept(story, need("a", person="Léa"), need("b", person="Omar"))
    assert len(story.deeds(Planned)) == 3
    undo(story.desk, second)
    assert kept(story, need("a", person="Léa"))[1] is None
    assert first


def test_a_road_without_a_step_leaves_none_of_the_former_one(story):
    """
    tie Léa closeness:good
    """
    kept(story, need("a", person="Léa"))
    record(story.desk, [LeftOut(story.id("Léa"))], "leave-out")
    road, batch = kept(story, need("a", person="Léa"))
    assert [one.code for one in road.campaign.unmet] == [UnmetCode.NEVER]
    assert batch is None
    assert story.deeds(Planned) == []


def test_an_ask_sent_for_a_step_is_known_however_often_the_road_is_made_again(story):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    """
    needs = (need("a", person="Léa"), need("b", person="Omar"))
    kept(story, *needs)
    story.asked("Léa", "2026-03-01", "advice")
    for _ in range(3):
        road, _ = kept(story, *needs)
        assert [(one.need, one.code) for one in road.campaign.met] == [("a", MetCode.WAITING)]
    record(story.desk, [LeftOut(story.id("Omar"))], "leave-out")
    for _ in range(2):
        road, _ = kept(story, *needs)
        assert [one.need for one in road.campaign.met] == ["a"]
    assert {one.need for one in story.deeds(Planned)} == {"a"}


def test_an_ask_counts_towards_the_pace_when_no_step_is_left(story):
    """
    tie Léa closeness:good
    """
    once = Pace(weeks=8, per_person=1)
    kept(story, need("a", person="Léa"), pace=once)
    story.asked("Léa", "2026-03-01", "advice")
    later = Answered(story.id("Léa"), date(2026, 3, 1), Reply.LATER)
    record(story.desk, [later], "answered")
    for _ in range(2):
        road, _ = kept(story, need("a", person="Léa"), pace=once)
        assert [one.code for one in road.campaign.unmet] == [UnmetCode.PACE]
    assert len(story.deeds(Planned)) == 1


def test_a_file_in_which_no_need_can_be_read_leaves_the_road_as_it_is(story):
    """
    tie Léa closeness:good
    """
    kept(story, need("a", person="Léa"))
    road, batch = kept(story, need("a", person="Lea Nobody"))
    assert (len(road.refused), batch) == (1, None)
    assert len(story.deeds(Planned)) == 1


def test_the_words_of_a_plan_change_with_its_need(story):
    """
    tie Léa closeness:good
    """
    kept(story, need("a", person="Léa", by=date(2026, 4, 1)))
    assert kept(story, need("a", person="Léa", purpose="mon CV"))[1] is None
    (goal,) = story.book.goals()
    assert (goal.purpose, goal.by) == ("mon CV", None)
    story.plan("review", person="Léa")
    kept(story, need("a", "review", person="Léa", by=date(2026, 2, 1)))
    assert story.book.goals()[-1].by == date(2026, 2, 1)


def test_a_plan_of_a_later_day_is_not_known_yet(story):
    """
    tie Léa closeness:good
    """
    kept(story.on("2026-03-09"), need("a", person="Léa"))
    road, batch = kept(story, need("a", person="Léa"))
    assert (steps(story, road), road.campaign.moved) == ([("a", "Léa", "2026-03-02")], ())
    assert batch


def test_what_needs_aim_at(story):
    """
    tie Léa closeness:close
    person Léa company:Orme sector:énergie topic:achats
    """
    road = drawn(
        story,
        need("company", company="Orme"),
        need("sector", sector="énergie"),
        need("topic", topic="achats"),
        need("friends", "ideas"),
    )
    assert [goal.target for goal in road.goals.values()] == [
        *(ToCompany("Orme"), ToSector("énergie"), ToTopic("achats"), ToFriends()),
    ]


def test_a_need_that_was_planned_already_is_the_same_plan(story):
    """
    tie Léa closeness:good
    """
    before = story.plan("advice", person="Léa", purpose="mon CV", by=date(2026, 4, 1))
    (goal,) = drawn(story, need("a", person="Léa")).goals.values()
    assert goal == replace(before, by=None)
    (goal,) = drawn(story, need("a", person="Léa", purpose="une lettre")).goals.values()
    assert (goal.id, goal.purpose) == (before.id, "une lettre")
    continued = plan_one(story.desk, Kind.REVIEW, ToPerson(story.id("Léa")), continues=before.id)
    (goal,) = drawn(story, need("a", "review", person="Léa")).goals.values()
    assert goal.id != continued.id


def test_needs_for_two_things_are_two_plans_and_in_the_same_words_one(story):
    """
    tie Léa closeness:good
    person Léa company:Orme
    tie Omar closeness:good
    person Omar company:Orme
    """
    before = story.plan("interview", company="Orme", purpose="les achats")
    needs = (
        need("ventes", "interview", company="ORME SA", purpose="les ventes"),
        need("achats", "interview", company="Orme", purpose="les achats"),
        need("encore", "interview", company="Orme", purpose="les ventes"),
        need("bis", "interview", company="Orme", purpose="les achats"),
    )
    road, _ = kept(story, *needs)
    goals = road.goals
    assert goals["achats"].id == goals["bis"].id == before.id
    assert goals["ventes"].id == goals["encore"].id != before.id
    assert {one.need: one.code for one in road.campaign.unmet} == {
        "encore": UnmetCode.SAME_NEED,
        "bis": UnmetCode.SAME_NEED,
    }
    assert {one.id for one in story.book.goals()} == {goals["achats"].id, goals["ventes"].id}
    assert kept(story, *needs)[1] is None


def test_a_goal_reached_within_the_year_meets_its_need(story):
    """
    tie Léa closeness:good
    """
    goal = story.plan("advice", person="Léa", purpose="mon CV")
    finish(story.desk, goal.id, catalogue=Content(), lang="fr")
    for purpose in ("mon CV", ""):
        road = drawn(story, need("a", person="Léa", purpose=purpose))
        assert [one.code for one in road.campaign.met] == [MetCode.DONE], purpose
    assert steps(story, drawn(story, need("a", person="Léa", purpose="autre chose")))
    later = story.on("2027-03-10")
    assert steps(later, drawn(later, need("a", person="Léa", purpose="mon CV")))


def test_who_is_not_clear_is_refused_and_the_rest_is_planned(story):
    """
    tie "Léa Martin" closeness:good
    tie "Léa Roux" closeness:good
    """
    unclear = [need(f"x{number}", person="Lea Martn") for number in range(25)]
    road = drawn(
        story,
        need("deux", person="Léa", place="line=3"),
        need("moi", person="me"),
        need("bien", person="Léa Roux"),
        *unclear,
    )
    assert [one.need for one in road.campaign.steps] == ["bien"]
    told = {one.id: one.problems[0] for one in road.refused}
    assert (told["deux"].where, told["deux"].what) == ("line=3", "person.ambiguous")
    assert told["moi"].what == "person.me"
    assert (told["x0"].what, told["x0"].details["near"]) == ("person.unknown", "Léa Martin")
    assert told["x24"].details["near"] == ""
    already = Refused("z", ())
    assert draw(story.desk, Needs(refused=(already,)), SPRING).refused == (already,)


@pytest.mark.parametrize("shelf", ["memory", "file"])
def test_a_road_map_is_kept_on_every_shelf(story):
    """
    tie Léa closeness:good
    """
    assert kept(story, need("a", person="Léa"))[1]
    assert len(story.deeds(Planned)) == 1
