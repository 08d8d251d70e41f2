"""Messages beside a planned ask: whom they are for, and what they may say."""

from datetime import date
from itertools import pairwise

import pytest

from entregent.content import Content
from entregent.domain.facts import Answered, Invited, Received, Thanked
from entregent.domain.words import Kind, Reply
from entregent.drafts.brief import Medium, Moment
from entregent.services import drafting
from entregent.services.moments import Wish
from entregent.services.recording import record

CONTENT = Content()


@pytest.fixture
def write(story):
    def to(moment, name=None, goal=None, *, helper=None, channel="email", **more):
        wish = Wish(
            to=story.id(name) if name else None,
            moment=moment and Moment(moment),
            medium=Medium(channel),
            helper=story.id(helper) if helper else None,
            lang="fr",
            **more,
        )
        return drafting.draft(story.desk, goal, wish, catalogue=CONTENT)

    return to


def answer(carnet, name, day, reply):
    record(
        carnet.desk, [Answered(carnet.id(name), date.fromisoformat(day), Reply(reply))], "answered"
    )


# --- the next step of a matter -------------------------------------------------------------------


def test_an_ask_that_continues_a_matter_they_know_says_so_by_itself(story, write):
    """
    tie Léa closeness:good address:tu
    """
    first = story.plan("advice", person="Léa")
    story.asked("Léa", "2026-02-10", "advice", ask=first.id)
    answer(story, "Léa", "2026-02-12", "yes")
    second = story.plan("review", person="Léa", continues=first.id)
    drafted = write(None, None, second)
    assert drafted.moment is Moment.CONTINUE
    assert "10 février" in drafted.draft.body
    assert write("ask", None, second).moment is Moment.ASK
    assert write("continue", None, first).moment is Moment.CONTINUE


def test_an_ask_that_continues_what_somebody_else_was_asked_does_not(story, write):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    """
    first = story.plan("advice", person="Léa")
    story.asked("Léa", "2026-02-10", "advice", ask=first.id)
    second = story.plan("advice", person="Omar", continues=first.id)
    assert write(None, None, second).moment is Moment.ASK


def test_whoever_said_come_back_any_time_is_taken_at_their_word(story, write):
    """
    tie Léa closeness:good address:tu
    2026-02-10 asked Léa advice
    """
    goal = story.plan("review", person="Léa")
    assert write(None, "Léa", goal).moment is Moment.ASK
    record(story.desk, [Invited(story.id("Léa"), date(2026, 2, 12))], "invited")
    drafted = write(None, None, goal)
    assert drafted.moment is Moment.CONTINUE
    assert "revenir" in drafted.draft.body or "porte ouverte" in drafted.draft.body


def test_nothing_is_continued_that_did_not_begin(story, write, refused):
    """
    tie Léa closeness:good
    """
    with refused("draft.nothing-continues", name="Léa"):
        write("continue", None, story.plan("advice", person="Léa"))


def test_a_drink_is_announced_to_whom_one_asks(story, write):
    """
    tie Léa closeness:good address:tu
    """
    drafted = write("announce", None, story.plan("review", person="Léa"))
    assert drafted.moment is Moment.ANNOUNCE
    assert "relecture" in drafted.draft.body


# --- what needs an ask, or somebody --------------------------------------------------------------


@pytest.mark.parametrize("moment", ["continue", "announce", "withdraw", "outcome", "frank-no"])
def test_some_moments_start_from_an_ask(write, refused, moment):
    """
    tie Léa closeness:good
    """
    with refused("draft.needs-ask", moment=moment):
        write(moment, "Léa")


def test_the_others_need_somebody(story, write, refused):
    """
    tie Léa closeness:good
    """
    with refused("draft.needs-to", moment="lunch"):
        write("lunch")
    with refused("draft.needs-to", moment="withdraw"):
        write("withdraw", None, story.plan("advice", person="Léa"))
    with refused("draft.needs-to", moment="introduced"):
        write("introduced", None, story.plan("advice", company="Airbus"))


def test_nobody_writes_to_themselves(write, refused):
    """
    tie Léa closeness:good
    """
    with refused("person.me"):
        write("lunch", "me")


# --- looking back at an ask ----------------------------------------------------------------------


def test_a_reminder_is_of_the_ask_that_waits(story, write, refused):
    """
    tie Léa closeness:good address:tu
    2026-02-20 asked Léa review
    """
    drafted = write("follow-up", "Léa")
    assert "20 février" in drafted.draft.body
    assert "relecture" in drafted.draft.body
    answer(story, "Léa", "2026-02-22", "yes")
    with refused("draft.nothing-waits", name="Léa"):
        write("follow-up", "Léa")


def test_a_reminder_of_a_planned_ask_goes_to_whom_it_was_sent(story, write, refused):
    """
    tie Léa closeness:good address:tu
    """
    goal = story.plan("advice", person="Léa", purpose="choisir un master")
    with refused("draft.nothing-waits", name="Léa"):
        write("follow-up", "Léa", goal)
    story.asked("Léa", "2026-02-10", "advice", ask=goal.id)
    story.asked("Léa", "2026-02-20", "review")
    body = write("follow-up", None, goal).draft.body
    assert "10 février" in body
    assert "conseil" in body
    assert write("follow-up", "Léa").candidate.kind is Kind.REVIEW


@pytest.mark.parametrize(
    ("reply", "said"), [("no", "merci"), ("later", "ici là"), ("uncomfortable", "franch")]
)
def test_a_no_is_answered_as_it_was_said(story, write, reply, said):
    """
    tie Léa closeness:good address:tu
    """
    goal = story.plan("review", person="Léa")
    story.asked("Léa", "2026-02-10", "review", ask=goal.id)
    answer(story, "Léa", "2026-02-12", reply)
    for about in (write("accept-no", "Léa"), write("accept-no", None, goal)):
        assert said in about.draft.body.casefold()
        assert about.candidate.kind is Kind.REVIEW


def test_thanks_name_what_they_said_yes_to_what_i_say_or_their_help(story, write, refused):
    """
    tie Léa closeness:good address:tu
    """
    with refused("draft.thanks-what", name="Léa"):
        write("thank", "Léa")
    assert "ton coup de main" in write("thank", "Léa", about="son coup de main").draft.body
    helped = Received(story.id("Léa"), date(2026, 2, 9))
    record(story.desk, [helped], "received")
    assert "ton aide" in write("thank", "Léa").draft.body
    story.asked("Léa", "2026-02-10", "review")
    answer(story, "Léa", "2026-02-12", "yes")
    assert "ta relecture" in write("thank", "Léa").draft.body


def test_each_thanks_is_worded_otherwise_than_the_one_before(story, write):
    """
    tie Léa closeness:good address:tu
    2026-02-01 received Léa "a relu mon CV"
    """
    first = write("thank", "Léa").draft
    record(story.desk, [Thanked(story.id("Léa"), date(2026, 2, 2))], "thanked")
    second = write("thank", "Léa").draft
    assert first.body != second.body
    assert write("thank", "Léa", turn=1).draft.body != second.body


# --- an introduction -----------------------------------------------------------------------------


def test_whoever_introduced_me_stands_in_blind_copy_and_is_told_first(story, write):
    """
    person Omar company:Airbus
    tie Léa closeness:good
    tie Léa -- Omar closeness:good
    """
    goal = story.plan("interview", person="Omar", purpose="comprendre le réemploi")
    story.asked("Léa", "2026-02-10", "introduction", ask=goal.id)
    drafted = write("introduced", None, goal)
    assert drafted.candidate.person == story.id("Omar")
    assert [one.name for one in drafted.copied] == ["Léa"]
    assert "Léa" in drafted.draft.body.split("\n\n")[1]
    assert "comprendre le réemploi" in drafted.draft.body
    assert write("introduced", None, goal, channel="sms").copied == ()


def test_who_introduced_me_may_be_named_and_must_be_known(write, refused):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    """
    assert [one.name for one in write("introduced", "Omar", helper="Léa").copied] == ["Léa"]
    for helper in (None, "Omar", "me"):
        with refused("draft.needs-helper", name="Omar"):
            write("introduced", "Omar", helper=helper)


def test_a_boundary_holds_after_an_introduction_too(write, refused):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    boundary Omar no:interview
    leave-out Zoé
    """
    for name in ("Omar", "Zoé"):
        with refused("draft.never", name=name):
            write("introduced", name, helper="Léa")
    assert write("congratulate", "Omar", about="son prix").draft.body


# --- for its own sake ----------------------------------------------------------------------------


def test_congratulations_say_on_what(write, refused):
    """
    tie Léa closeness:good address:vous
    """
    for about in ("", "  "):
        with refused("draft.needs-for", moment="congratulate"):
            write("congratulate", "Léa", about=about)
    assert "votre nomination" in write("congratulate", "Léa", about="sa nomination").draft.body


def test_the_lunch_recalls_the_meeting_that_was_noted_by_hand(write):
    """
    tie Léa closeness:slight address:vous
    2026-02-10 met Léa at:"Salon du réemploi"
    2026-02-12 wrote Léa
    """
    assert "10 février" in write("lunch", "Léa").draft.body
    assert any("Salon" in write("lunch", "Léa", turn=n).draft.body for n in range(2))


def test_a_lunch_with_somebody_one_never_met_recalls_nothing(write):
    """
    tie Léa closeness:slight address:vous
    """
    drafted = write("lunch", "Léa")
    assert "déjeuner" in drafted.draft.body
    assert drafted.also is None


def test_a_lunch_with_somebody_i_mean_to_ask_says_that_it_would_hide_it(story, write):
    """
    tie Léa closeness:good
    tie Omar closeness:good
    """
    goal = story.plan("advice", person="Léa")
    assert write("lunch", "Léa").also == goal
    assert write("lunch", "Omar").also is None


def test_what_a_message_is_about_replaces_the_purpose_of_the_ask(story, write):
    """
    tie Léa closeness:good address:tu
    """
    goal = story.plan("advice", person="Léa", purpose="choisir un master")
    assert "préparer un oral" in write(None, None, goal, about="préparer un oral").draft.body


def test_two_asks_in_a_row_to_one_person_are_worded_otherwise(story, write):
    """
    tie Léa closeness:good address:tu
    """
    said = []
    for day in ("2026-01-01", "2026-01-20", "2026-02-10"):
        goal = story.plan("review", topic=f"relecture {day}")
        goal = story.plan("review", person="Léa", purpose=day)
        said.append(write("ask", "Léa", goal).draft.body.split("\n\n"))
        story.asked("Léa", day, "review", ask=goal.id)
    for first, second in pairwise(said):
        assert first[1].partition(".")[0] != second[1].partition(".")[0]
        assert first[-2] != second[-2]
