"""What there is to do on a day, as the book tells it."""

from datetime import date

import pytest

from entregent.domain.facts import Asked, Boundary, Encounter
from entregent.domain.ids import AskId
from entregent.domain.upkeep import Planned
from entregent.domain.words import Channel, Kind
from entregent.ledger.agenda import Due
from entregent.services.agenda import agenda, ahead
from entregent.services.recording import record


def told(story, items=None):
    names = {None: "", **{one.id: one.name for one in story.book.people()}}
    return [(item.due, names[item.person]) for item in items or agenda(story.desk)]


def test_the_agenda_says_what_to_do_today(story):
    """
    tie Léa
    tie Omar
    tie Paul
    2026-02-20 received Léa "relu mon CV"
    2026-02-15 asked Omar advice
    2026-02-15 received Paul "un conseil"
    2026-02-20 promised Léa "un livre" due:2026-03-01
    leave-out Paul
    """
    story.plan("advice", person="Léa", by=date(2026, 3, 4))
    assert told(story) == [
        (Due.PROMISE, "Léa"),
        (Due.THANKS, "Léa"),
        (Due.FOLLOW_UP, "Omar"),
        (Due.DEADLINE, ""),
    ]


def test_the_weeks_to_come_tell_more_than_today(story):
    """
    tie Omar
    2026-02-25 asked Omar advice
    """
    assert told(story) == []
    assert told(story, ahead(story.desk)) == [(Due.FOLLOW_UP, "Omar"), (Due.REST_ENDS, "Omar")]


def test_nobody_put_in_the_trash_or_who_must_not_know_is_spoken_of(story):
    """
    person Léa company:Airbus
    tie Léa
    2026-02-10 promised Léa "un livre"
    2026-02-20 received Léa "relu mon CV"
    discreet company:Airbus
    """
    story.tell("2026-03-04 met Léa")
    assert ahead(story.desk) == ()


def plan_step(story, name, day, kind=Kind.ADVICE, *, other="", goal=None):
    ask = goal or story.plan(kind, person=other or name).id
    target = story.id(other) if other else None
    fact = Planned(story.id(name), story.desk.today, "n", AskId(ask), kind, day, target)
    record(story.desk, [fact], "plan")
    return ask


@pytest.mark.parametrize(("day", "there"), [(1, True), (8, True), (9, False)])
def test_the_steps_of_this_week(story, day, there):
    """
    tie Léa
    """
    plan_step(story, "Léa", date(2026, 3, day))
    assert told(story) == ([(Due.STEP, "Léa")] if there else [])


def test_a_step_that_was_asked_is_no_more_to_be_done(story):
    """
    tie Léa
    """
    ask = plan_step(story, "Léa", date(2026, 3, 1))
    story.asked("Léa", "2026-03-01", "advice", ask=ask)
    assert Due.STEP not in [item.due for item in ahead(story.desk)]


def test_a_step_follows_the_rules_of_the_day(story):
    """
    tie Léa
    tie Omar
    tie Léa -- Omar
    """
    plan_step(story, "Léa", date(2026, 3, 1), Kind.INTRODUCTION, other="Omar")
    assert told(story) == [(Due.STEP, "Léa")]
    asked = Asked(story.id("Léa"), date(2026, 2, 20), Kind.REVIEW)
    record(story.desk, [asked], "asked")
    [step] = [item for item in ahead(story.desk) if item.due is Due.STEP]
    assert step.day == date(2026, 3, 22)
    record(story.desk, [Boundary(story.id("Omar"), frozenset({Kind.INTRODUCTION}))], "no")
    assert Due.STEP not in [item.due for item in ahead(story.desk)]


def test_thanks_come_before_a_step(story):
    """
    tie Léa
    2026-02-20 received Léa "relu mon CV"
    """
    plan_step(story, "Léa", date(2026, 3, 1))
    assert told(story) == [(Due.THANKS, "Léa")]


def test_a_step_through_somebody_gone_is_none(story):
    """
    tie Léa
    tie Omar
    """
    goal = story.plan("advice", person="Léa").id
    plan_step(story, "Omar", date(2026, 3, 1), goal=goal)
    assert told(story) == [(Due.STEP, "Omar")]
    story.book.forget(story.id("Omar"), [])
    assert told(story) == []


def test_whom_a_calendar_has_me_meet(story):
    """
    tie Léa
    """
    story.tell('2026-03-03 met Léa at:"café du lac"')
    story.tell("2026-04-03 met Léa")
    [item] = agenda(story.desk)
    assert (item.due, item.on, item.text) == (Due.MEETING, date(2026, 3, 3), "café du lac")
    today = Encounter(story.book.owner, story.id("Léa"), story.desk.today, Channel.MET)
    record(story.desk, [today], "met")
    assert agenda(story.desk) == (item,)
