"""Recording: what I say by hand, and what is refused."""

from datetime import date

import pytest

from entregent.domain.batches import BatchKind
from entregent.domain.facts import (
    Answered,
    Asked,
    Boundary,
    Busy,
    Discreet,
    Encounter,
    Invited,
    LeftOut,
    Need,
    Position,
    Received,
    Tied,
    Worked,
)
from entregent.domain.ids import AskId, PersonId
from entregent.domain.months import Month
from entregent.domain.words import Channel, Kind, Origin, Reply
from entregent.services.recording import record

TODAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 2)


def test_words_by_hand_are_one_small_batch_with_a_title(story):
    """
    person Léa
    """
    lea = story.id("Léa")
    batch = record(
        story.desk, [Need(lea, "un logo"), Received(lea, TODAY, "m'a relue")], "received"
    )
    line = story.book.batches()[-1]
    assert (line.id, line.kind, line.title) == (batch, BatchKind.HAND, "received")
    said = [entry for entry in story.book.entries() if entry.batch == batch]
    assert [entry.source.origin for entry in said] == [Origin.HAND, Origin.HAND]


def test_what_has_not_happened_yet_cannot_be_recorded(story, refused):
    """
    person Léa
    """
    lea, me = story.id("Léa"), story.book.owner
    facts = [
        Asked(lea, TOMORROW, Kind.ADVICE),
        Invited(lea, TOMORROW),
        Encounter(me, lea, TOMORROW, Channel.MET),
    ]
    before = story.dump()
    for fact in facts:
        with refused("date.future", day="2026-03-02"):
            record(story.desk, [Need(lea, "un logo"), fact], "too early")
    assert story.dump() == before


def test_a_period_to_come_is_no_future_date(story):
    """
    person Léa
    """
    record(story.desk, [Busy(story.id("Léa"), date(2027, 1, 1), date(2027, 2, 1))], "busy")
    assert len(story.deeds(Busy)) == 1


def test_an_answer_needs_an_ask_of_that_day_or_before(story, refused):
    """
    person Léa
    2026-02-10 asked Omar advice
    """
    story.asked("Léa", "2026-02-10", "advice")
    lea, omar = story.id("Léa"), story.id("Omar")
    with refused("answer.no-ask", name="Léa"):
        record(story.desk, [Answered(lea, date(2026, 2, 9), Reply.YES)], "answered")
    record(story.desk, [Answered(lea, date(2026, 2, 10), Reply.YES)], "answered")
    record(story.desk, [Answered(omar, TODAY, Reply.NO)], "answered")
    assert len(story.deeds(Answered)) == 2


def test_an_answer_of_somebody_never_asked_is_refused(story, refused):
    """
    person Léa
    """
    with refused("answer.no-ask", name="Léa"):
        record(story.desk, [Answered(story.id("Léa"), TODAY, Reply.YES)], "answered")
    with refused("answer.no-ask", name="nobody"):
        record(story.desk, [Answered(PersonId("nobody"), TODAY, Reply.YES)], "answered")


def test_an_ask_may_be_tied_to_its_plan_and_takes_over_its_matter(story):
    """
    person Léa
    """
    first = story.plan("advice", person="Léa")
    story.asked("Léa", "2026-02-01", "advice", ask=first.id)
    more = story.plan("advice", person="Léa", continues=first.id)
    story.asked("Léa", "2026-02-20", "advice", ask=more.id)
    one, two = story.deeds(Asked)
    assert (one.ask, one.continues) == (first.id, None)
    assert (two.ask, two.continues) == (more.id, first.id)


def test_an_ask_that_names_its_matter_itself_keeps_it(story):
    """
    person Léa
    """
    plan = story.plan("advice", person="Léa")
    said = Asked(story.id("Léa"), TODAY, Kind.ADVICE, ask=plan.id, continues=AskId("earlier"))
    record(story.desk, [said], "asked")
    assert story.deeds(Asked) == [said]


def test_an_unknown_plan_is_refused(story, refused):
    """
    person Léa
    """
    story.plan("advice", person="Léa")
    with refused("ask.unknown", id="nope"):
        story.asked("Léa", "2026-02-01", "advice", ask="nope")


@pytest.mark.parametrize("times", [1, 2])
def test_a_meeting_told_twice_counts_once(story, times):
    """
    person Léa
    """
    met = Encounter(story.book.owner, story.id("Léa"), TODAY, Channel.MET, "salon")
    for _ in range(times):
        record(story.desk, [met], "met")
    assert len(list(story.book.encounters())) == 1


def test_two_meetings_of_one_day_are_two_when_told_apart(story):
    """
    person Léa
    """
    me, lea = story.book.owner, story.id("Léa")
    record(story.desk, [Encounter(me, lea, TODAY, Channel.MET, "salon")], "met")
    record(story.desk, [Encounter(me, lea, TODAY, Channel.MET, "gare")], "met")
    record(story.desk, [Encounter(lea, me, TODAY, Channel.CALLED)], "called")
    assert len(list(story.book.encounters())) == 3


def test_nobody_asks_or_meets_themselves(story, refused):
    """
    person Léa
    """
    me = story.book.owner
    for fact in (
        Asked(me, TODAY, Kind.ADVICE),
        Received(me, TODAY, "un café"),
        Encounter(me, me, TODAY, Channel.MET),
        Boundary(me),
        LeftOut(me),
        Discreet(me),
    ):
        with refused("person.me"):
            record(story.desk, [fact], "alone")
    record(story.desk, [Need(me, "un logo")], "need")
    assert len(story.deeds(Need)) == 1


def test_a_tie_is_between_two(story, refused):
    """
    person Léa
    """
    me, lea = story.book.owner, story.id("Léa")
    for fact in (Tied(me, me), Tied(lea, lea), Worked(me, "Safran")):
        with refused("tie.self"):
            record(story.desk, [fact], "alone")
    record(story.desk, [Tied(lea, me), Worked(lea, "Safran")], "tie")
    assert len(story.deeds(Tied)) == len(story.deeds(Worked)) == 1


def test_a_busy_period_runs_forward(story, refused):
    """
    person Léa
    """
    lea, early, late = story.id("Léa"), date(2026, 3, 1), date(2026, 3, 2)
    with refused("period.backwards", start="2026-03-02", end="2026-03-01"):
        record(story.desk, [Busy(lea, late, early)], "backwards")
    record(story.desk, [Busy(lea, early, early), Busy(lea, early, late)], "forward")
    assert len(story.deeds(Busy)) == 2


@pytest.mark.parametrize("kind", [Position, Worked])
def test_months_run_forward(story, refused, kind):
    """
    person Léa
    """
    lea, early, late = story.id("Léa"), Month(2013, 1), Month(2014, 1)
    with refused("months.backwards", start="2014-01", end="2013-01"):
        record(story.desk, [kind(lea, "Safran", start=late, end=early)], "backwards")
    for start, end in ((early, late), (late, late), (late, None), (None, early)):
        record(story.desk, [kind(lea, "Safran", start=start, end=end)], "forward")
    assert len(list(story.book.entries((kind,), person=lea))) == 4
