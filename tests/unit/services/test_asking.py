"""Asking: plans that are kept, found again and judged."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.asking import (
    Code,
    NobodyCode,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.facts import Asked
from entregent.domain.words import Kind
from entregent.network.reasons import Rests
from entregent.services import asking
from entregent.services.drafting import finish


def test_planning_keeps_a_goal_and_starts_no_rest(story):
    """
    tie Léa closeness:good
    """
    goal = story.plan("advice", person="Léa", purpose="mon CV", by=date(2026, 4, 1))
    assert story.book.goals() == [goal]
    assert (goal.kind, goal.target) == (Kind.ADVICE, ToPerson(story.id("Léa")))
    assert (goal.purpose, goal.by, goal.created) == ("mon CV", date(2026, 4, 1), date(2026, 3, 1))
    assert story.deeds(Asked) == []
    assert asking.judge(story.desk, goal).candidates[0].because == ()


def test_a_sector_is_asked_for_by_any_of_its_names(story):
    """
    tie Léa closeness:good
    person Léa sector:aéronautique
    tie Omar closeness:good
    person Omar company:Volèle
    tie Ana closeness:good
    person Ana company:Orme
    company Orme sector:aviation
    tie Zoé closeness:good
    person Zoé company:"Banque du Lac"
    """
    known = story.informed().desk
    goal = asking.plan(known, Kind.ADVICE, ToSector("aerospace"))
    names = {person.id: person.name for person in story.book.people()}
    asked = [names[one.chain.people[1]] for one in asking.judge(known, goal).candidates]
    assert sorted(asked) == ["Ana", "Léa", "Omar"]
    assert asking.judge(story.desk, goal).candidates == ()


def test_the_same_open_goal_is_one_plan_whose_words_may_change(story):
    """
    tie Léa closeness:good
    """
    first = story.plan("advice", person="Léa", purpose="mon CV", by=date(2026, 4, 1))
    assert story.on("2026-03-05").plan("advice", person="Léa") == first
    again = story.plan("advice", person="Léa", purpose="ma lettre", by=date(2026, 5, 1))
    assert (again.id, again.purpose, again.by) == (first.id, "ma lettre", date(2026, 5, 1))
    assert story.book.goals() == [again]


def test_another_kind_target_or_matter_is_another_plan(story):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    """
    first = story.plan("advice", person="Léa")
    others = [
        story.plan("review", person="Léa"),
        story.plan("advice", person="Omar"),
        story.plan("advice", company="Airbus"),
        story.plan("advice", person="Léa", continues=first.id),
    ]
    assert len({goal.id for goal in (first, *others)}) == 5


def test_a_goal_that_is_reached_may_be_planned_anew(story):
    """
    tie Léa closeness:good
    """
    first = story.plan("advice", person="Léa")
    finish(story.desk, first.id, catalogue=Content(), lang=None)
    assert story.plan("advice", person="Léa").id != first.id


def test_a_plan_is_named_by_its_id_its_beginning_or_its_end(story, refused):
    """
    tie Léa
    """
    one, two = story.plan("advice", person="Léa"), story.plan("review", person="Léa")
    for goal in (one, two):
        assert asking.goal(story.desk, goal.id) == goal
        assert asking.goal(story.desk, goal.id[-10:]) == goal
    apart = next(n for n, (a, b) in enumerate(zip(one.id, two.id, strict=True)) if a != b)
    assert asking.goal(story.desk, one.id[: apart + 1]) == one
    for words in ("nope", "", one.id[:apart]):
        with refused("ask.unknown", id=words):
            asking.goal(story.desk, words)


def test_a_matter_is_continued_by_a_plan_or_by_an_ask_that_was_sent(story, refused):
    """
    tie Léa closeness:good
    2026-02-20 asked Léa advice ask:a1
    """
    sent = story.plan("advice", person="Léa", continues="a1")
    assert sent.continues == "a1"
    assert story.plan("review", person="Léa", continues=sent.id[-10:]).continues == sent.id
    with refused("ask.unknown", id="none"):
        story.plan("advice", person="Léa", continues="none")


def test_nobody_is_the_target_of_their_own_ask(story, refused):
    """
    person Léa
    """
    with refused("person.me"):
        asking.plan(story.desk, Kind.ADVICE, ToPerson(story.book.owner))
    assert story.book.goals() == []


@pytest.mark.parametrize(
    ("first", "again", "other"),
    [
        (ToCompany("Airbus SAS"), ToCompany("airbus"), ToCompany("Safran")),
        (ToSector("Énergie"), ToSector("energie"), ToTopic("energie")),
        (ToTopic("Emballages"), ToTopic("emballages"), ToSector("emballages")),
        (ToFriends(), ToFriends(), ToTopic("emballages")),
    ],
)
def test_a_target_is_one_however_it_is_spelled(story, first, again, other):
    """
    person Léa
    """
    plan = asking.plan(story.desk, Kind.IDEAS, first)
    assert asking.plan(story.desk, Kind.IDEAS, again) == plan
    assert asking.plan(story.desk, Kind.IDEAS, other).id != plan.id


def test_continuing_a_matter_obeys_no_rest(story):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    person Léa company:Airbus
    person Omar company:Airbus
    2026-02-25 asked Léa interview ask:a1
    2026-02-26 answered Léa yes
    """
    fresh = asking.judge(story.desk, story.plan("interview", company="Airbus"))
    assert [c.verdict for c in fresh.candidates if c.person == story.id("Léa")] == ["wait"]
    same = asking.judge(story.desk, story.plan("interview", company="Airbus", continues="a1"))
    assert [c.verdict for c in same.candidates if c.person == story.id("Léa")] == ["go"]


def test_somebody_is_better_kept_for_another_open_goal(story):
    """
    person Léa company:Airbus
    person Omar company:Safran
    tie Léa closeness:good
    tie Omar closeness:good
    """
    other = story.plan("interview", company="Airbus")
    goal = story.plan("review", person="Léa")
    (lea,) = asking.judge(story.desk, goal).candidates
    assert Code.KEEP_FOR in {reason.code for reason in lea.mind}
    finish(story.desk, other.id, catalogue=Content(), lang=None)
    (lea,) = asking.judge(story.desk, goal).candidates
    assert lea.mind == ()


def test_nobody_leads_there(story):
    """
    person Léa
    """
    judgement = asking.judge(story.desk, story.plan("interview", company="Airbus"))
    assert judgement.nobody.code is NobodyCode.NO_WAY


def test_each_tie_of_a_chain_tells_what_it_rests_on(story):
    """
    tie Léa closeness:good
    person Omar company:Airbus
    2026-02-01 met Léa
    tie Léa -- Omar closeness:good
    """
    answer = asking.answer(story.desk, story.plan("introduction", person="Omar"))
    (lea,) = answer.judgement.candidates
    first, second = answer.evidence(lea.chain)
    assert (first.b, first.kind, first.count) == (story.id("Léa"), Rests.ENCOUNTERS, 1)
    assert (second.b, second.kind) == (story.id("Omar"), Rests.CLOSENESS)


def test_where_there_is_no_way_there_is_no_evidence(story):
    """
    leave-out Paul
    """
    answer = asking.answer(story.desk, story.plan("advice", person="Paul"))
    (paul,) = answer.judgement.candidates
    assert (paul.verdict, answer.evidence(paul.chain)) == ("never", ())


def test_one_company_spelled_otherwise_is_the_same_goal(carnet):
    first = carnet.plan("interview", company="Airbus")
    assert carnet.plan("interview", company="AIRBUS SA").id == first.id


def test_a_goal_is_not_wanted_by_a_day_gone_by(story, refused):
    """
    person Omar
    """
    target = ToPerson(story.id("Omar"))
    with refused("ask.by-past", day="2026-02-28"):
        asking.plan(story.desk, Kind.ADVICE, target, by=date(2026, 2, 28))
    assert asking.plan(story.desk, Kind.ADVICE, target, by=date(2026, 3, 1)).by == date(2026, 3, 1)
