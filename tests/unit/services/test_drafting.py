"""Drafting: whom a message is written to, and the messages that close a goal."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.facts import Answered, Received
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.domain.words import Kind, Reply
from entregent.drafts.brief import Medium
from entregent.services import drafting
from entregent.services.moments import Wish
from entregent.services.recording import record

CONTENT = Content()


@pytest.fixture
def write(story):
    def to(goal, name=None, *, channel="email", helper=None, **more):
        wish = Wish(
            to=story.id(name) if name else None,
            medium=Medium(channel),
            helper=story.id(helper) if helper else None,
            **more,
        )
        return drafting.draft(story.desk, goal, wish, catalogue=CONTENT)

    return to


@pytest.fixture
def finish(story):
    def done(goal, lang=None):
        return drafting.finish(story.desk, goal.id, catalogue=CONTENT, lang=lang)

    return done


def answer(carnet, name, day, reply):
    said = Answered(carnet.id(name), date.fromisoformat(day), Reply(reply))
    record(carnet.desk, [said], "answered")


def names(closings):
    return [closing.person.name for closing in closings]


# --- a message -------------------------------------------------------------------------------


def test_by_default_the_best_candidate_is_written_to(story, write):
    """
    person Léa company:Airbus
    person Omar company:Airbus
    tie Léa closeness:close context:professional
    tie Omar closeness:slight context:professional
    """
    drafted = write(story.plan("interview", company="Airbus"))
    assert drafted.candidate.person == story.id("Léa")
    assert "Léa" in drafted.draft.body


def test_somebody_may_be_named_instead_even_one_who_rests(story, write):
    """
    person Léa company:Airbus
    person Omar company:Airbus
    tie Léa closeness:close context:professional
    tie Omar closeness:slight context:professional
    2026-02-27 asked Omar advice
    """
    drafted = write(story.plan("interview", company="Airbus"), "Omar")
    assert (drafted.candidate.person, drafted.candidate.verdict) == (story.id("Omar"), "wait")
    assert "Omar" in drafted.draft.body


def test_a_boundary_blocks_the_draft(story, write, refused):
    """
    person Léa company:Airbus
    tie Léa closeness:close
    boundary Léa no:interview
    """
    goal = story.plan("interview", company="Airbus")
    with refused("draft.never", name="Léa"):
        write(goal, "Léa")
    with refused("draft.nobody"):
        write(goal)


def test_somebody_who_leads_nowhere_is_not_written_to(story, write, refused):
    """
    person Léa company:Airbus
    tie Léa closeness:close
    tie Omar closeness:close
    """
    with refused("draft.no-way", name="Omar"):
        write(story.plan("interview", company="Airbus"), "Omar")


def test_writing_keeps_nothing(story, write):
    """
    tie Léa closeness:good
    """
    goal = story.plan("advice", person="Léa")
    before = story.dump()
    assert write(goal) == write(goal)
    assert story.dump() == before


def test_the_readers_own_language_comes_before_the_one_given(story, write):
    """
    person Mark lang:en
    person Léa lang:fr-FR
    person Omar lang:de
    tie Mark closeness:good
    tie Léa closeness:good
    tie Omar closeness:good
    """
    plans = {name: story.plan("advice", person=name) for name in ("Mark", "Léa", "Omar")}
    assert write(plans["Mark"], lang="fr").draft.language == "en"
    assert write(plans["Léa"], lang="en").draft.language == "fr"
    assert write(plans["Omar"], lang="fr").draft.language == "fr"
    assert write(plans["Omar"]).draft.language == story.desk.settings.lang
    assert write(plans["Omar"], lang="de").draft.language == "en"


@pytest.mark.parametrize("channel", ["email", "sms", "linkedin", "spoken"])
def test_each_channel_has_its_message(story, write, channel):
    """
    tie Léa closeness:good address:tu
    """
    drafted = write(story.plan("advice", person="Léa"), channel=channel, lang="fr").draft
    assert drafted.channel == channel
    assert drafted.body


# --- the goal is reached ---------------------------------------------------------------------


def test_whoever_has_not_answered_is_released_and_whoever_helped_is_told(story, finish):
    """
    tie Ana closeness:good
    tie Léa closeness:good
    tie Omar closeness:good
    tie Paul closeness:good
    tie Zoé closeness:good
    person Ana company:Airbus
    """
    goal = story.plan("interview", company="Airbus")
    for name in ("Ana", "Léa", "Omar", "Paul"):
        story.asked(name, "2026-02-10", "introduction", ask=goal.id)
    story.asked("Zoé", "2026-02-10", "advice")
    answer(story, "Léa", "2026-02-12", "yes")
    answer(story, "Paul", "2026-02-12", "no")
    helped = Received(story.id("Omar"), date(2026, 2, 14), "m'a présentée")
    record(story.desk, [helped], "received")
    done = finish(goal, "fr")
    assert names(done.withdrawn) == ["Ana"]
    assert sorted(names(done.told)) == ["Léa", "Omar", "Paul"]
    assert done.goal.done == date(2026, 3, 1)
    assert story.book.goals() == [done.goal]
    assert "Ana" in done.withdrawn[0].draft.body
    assert done.withdrawn[0].draft.language == "fr"


def test_help_from_before_the_ask_is_no_help_with_it(story, finish):
    """
    tie Léa closeness:good
    2026-01-05 received Léa "relu mon CV"
    """
    goal = story.plan("advice", person="Léa")
    story.asked("Léa", "2026-02-10", "advice", ask=goal.id)
    done = finish(goal)
    assert (names(done.withdrawn), names(done.told)) == (["Léa"], [])


def test_an_ask_that_continues_the_matter_belongs_to_the_goal(story, finish):
    """
    tie Léa closeness:good
    """
    goal = story.plan("advice", person="Léa")
    story.asked("Léa", "2026-02-10", "advice", ask=goal.id)
    answer(story, "Léa", "2026-02-11", "later")
    more = story.plan("advice", person="Léa", continues=goal.id)
    story.asked("Léa", "2026-02-20", "advice", ask=more.id)
    assert names(finish(goal).withdrawn) == ["Léa"]


def endings(finished):
    return {one.person.name: str(one.part) for one in (*finished.told, *finished.withdrawn)}


def test_each_answer_has_its_ending(story, finish):
    """
    person Ana company:Airbus
    tie Ana closeness:good
    tie Léa closeness:good address:tu
    tie Omar closeness:good
    tie Paul closeness:good address:tu
    tie Zoé closeness:good address:tu
    """
    goal = story.plan("interview", company="Airbus")
    replies = {"Ana": "", "Léa": "yes", "Omar": "no", "Paul": "later", "Zoé": "uncomfortable"}
    for name, reply in replies.items():
        story.asked(name, "2026-02-10", "introduction", ask=goal.id)
        if reply:
            answer(story, name, "2026-02-12", reply)
    done = finish(goal, "fr")
    assert endings(done) == {
        "Ana": "waiting",
        "Léa": "helped",
        "Omar": "no",
        "Paul": "later",
        "Zoé": "uncomfortable",
    }
    assert sorted(names(done.withdrawn)) == ["Ana", "Paul"]
    said = {one.person.name: one.draft.body for one in (*done.told, *done.withdrawn)}
    assert len(set(said.values())) == 5
    assert "franche" in said["Omar"] or "détour" in said["Omar"]
    assert "«\u00a0plus tard\u00a0»" in said["Paul"]
    assert "je n’y reviendrai pas" in said["Zoé"]


def test_a_yes_counts_whatever_was_said_afterwards(story, finish):
    """
    tie Léa closeness:good
    """
    goal = story.plan("advice", person="Léa")
    story.asked("Léa", "2026-02-10", "advice", ask=goal.id)
    answer(story, "Léa", "2026-02-11", "yes")
    story.asked("Léa", "2026-02-20", "advice", ask=goal.id)
    answer(story, "Léa", "2026-02-21", "no")
    assert endings(finish(goal)) == {"Léa": "helped"}


def test_nothing_is_written_to_whom_one_leaves_out_or_who_must_not_know(story, finish):
    """
    person Ana company:Safran
    tie Ana closeness:good
    tie Léa closeness:good
    tie Omar closeness:good
    tie Paul closeness:good
    discreet company:Safran
    discreet Léa
    leave-out Omar
    """
    goal = story.plan("interview", company="Airbus")
    for name in ("Ana", "Léa", "Omar", "Paul"):
        story.asked(name, "2026-02-10", "introduction", ask=goal.id)
    assert endings(finish(goal)) == {"Paul": "waiting"}


def lead(carnet, name, text="", **where):
    record(carnet.desk, [Lead(carnet.id(name), date(2026, 2, 1), text, **where)], "lead")


def test_the_leads_it_answers_end_and_their_givers_hear_of_it(story, finish):
    """
    person Omar company:Airbus
    tie Ana closeness:close
    tie Léa closeness:close address:tu
    tie Zoé closeness:close
    """
    goal = story.plan("interview", company="Airbus")
    lead(story, "Léa", company="AIRBUS SAS")
    lead(story, "Ana", "la bourse de l'emploi", ask=goal.id)
    lead(story, "Zoé", company="Safran")
    done = finish(goal, "fr")
    assert endings(done) == {"Ana": "led", "Léa": "led"}
    assert [one.company or one.text for one in done.leads] == [
        "la bourse de l'emploi",
        "AIRBUS SAS",
    ]
    ends = story.deeds(LeadEnded)
    assert {(one.person, one.lead) for one in ends} == {
        (story.id("Ana"), "la bourse de l'emploi"),
        (story.id("Léa"), "AIRBUS SAS"),
    }
    assert {one.told for one in ends} == {None}
    told = next(one.draft.body for one in done.told if one.person.name == "Léa")
    assert "tes idées" in told


@pytest.mark.parametrize(
    ("goal", "where", "ends"),
    [
        ({"person": "Omar"}, {"other": "Omar"}, True),
        ({"person": "Omar"}, {"company": "Airbus"}, False),
        ({"company": "Airbus"}, {"text": "Airbus, peut-être"}, False),
        ({"sector": "Aéronautique"}, {"sector": "aeronautique"}, True),
        ({"sector": "énergie"}, {"sector": "aéronautique"}, False),
        ({"topic": "réemploi"}, {"text": "réemploi"}, False),
    ],
)
def test_a_lead_is_answered_where_it_points_to_the_goal(story, finish, goal, where, ends):
    """
    person Omar company:Airbus
    tie Omar closeness:good
    tie Léa closeness:close
    """
    if "other" in where:
        where = {"other": story.id(where["other"])}
    lead(story, "Léa", **where)
    assert bool(finish(story.plan("advice", **goal)).leads) is ends


def test_a_lead_that_ended_before_does_not_end_again(story, finish):
    """
    tie Léa closeness:close
    """
    lead(story, "Léa", company="Airbus")
    record(story.desk, [LeadEnded(story.id("Léa"), date(2026, 2, 3), "airbus")], "lead")
    assert finish(story.plan("advice", company="Airbus")).leads == ()


def test_without_anybody_asked_there_is_nobody_to_write_to(story, finish):
    """
    tie Léa closeness:good
    2026-02-10 asked Léa advice
    """
    done = finish(story.plan("advice", person="Léa"))
    assert (done.withdrawn, done.told) == ((), ())


def test_a_goal_is_reached_once(story, finish, refused):
    """
    tie Léa closeness:good
    """
    goal = story.plan("advice", person="Léa")
    finish(goal)
    with refused("ask.already-done", day="2026-03-01"):
        finish(goal)


def test_an_unknown_goal_cannot_be_reached(carnet, refused):
    with refused("ask.unknown", id="nope"):
        drafting.finish(carnet.desk, "nope", catalogue=CONTENT, lang=None)


def test_the_message_takes_back_the_ask_of_this_goal_not_a_later_one(story, finish):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    goal = story.plan("introduction", person="Omar")
    story.asked("Léa", "2026-02-10", "introduction", ask=goal.id)
    alone = finish(goal, "en").withdrawn[0].draft
    again = story.plan("introduction", person="Omar")
    story.asked("Léa", "2026-02-10", "introduction", ask=again.id)
    story.asked("Léa", "2026-02-20", Kind.REVIEW)
    assert finish(again, "en").withdrawn[0].draft.subject == alone.subject
