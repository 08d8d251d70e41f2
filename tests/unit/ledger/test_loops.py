"""Loops: whoever helped hears from me how it ended, once."""

from datetime import date

from entregent.domain.asking import Goal, ToCompany, ToPerson
from entregent.domain.facts import Answered, Asked, Deed, Received, Thanked
from entregent.domain.ids import AskId, PersonId
from entregent.domain.words import Kind, Reply
from entregent.ledger.history import histories
from entregent.ledger.loops import outcomes
from entregent.settings import Settings

LEA, OMAR = PersonId("lea"), PersonId("omar")
ASK = AskId("ask")
TODAY = date(2026, 11, 27)


def day(text: str) -> date:
    return date.fromisoformat(text)


OPEN = Goal(ASK, Kind.INTRODUCTION, ToPerson(OMAR), "learn the trade")
DONE = Goal(ASK, Kind.INTRODUCTION, ToPerson(OMAR), done=day("2026-11-20"))
ASKED = Asked(LEA, day("2026-10-01"), Kind.INTRODUCTION, ask=ASK)
YES = Answered(LEA, day("2026-10-03"), Reply.YES)
MET = {OMAR: (day("2026-10-10"), day("2026-11-10"))}


def told(
    goal: Goal,
    *deeds: Deed,
    met: dict[PersonId, tuple[date, date]] | None = None,
    today: date = TODAY,
) -> list[str]:
    """Return the days of what Léa is to be told."""
    past = histories(deeds, today, Settings(), [goal])
    found = (g for one in past.values() for g in outcomes(one, [goal], met or {}))
    return [gift.on.isoformat() for gift in found]


def test_who_agreed_hears_that_the_goal_is_reached() -> None:
    assert told(DONE, ASKED, YES) == ["2026-11-20"]


def test_so_does_who_helped_without_a_word() -> None:
    assert told(DONE, ASKED, Received(LEA, day("2026-10-05"))) == ["2026-11-20"]


def test_who_said_no_or_nothing_or_was_never_asked_does_not_from_here() -> None:
    assert told(DONE, ASKED) == []
    assert told(DONE, ASKED, Answered(LEA, day("2026-10-03"), Reply.NO)) == []
    assert told(DONE, Received(LEA, day("2026-10-05"))) == []


def test_thanks_since_then_count_as_telling() -> None:
    assert told(DONE, ASKED, YES, Thanked(LEA, day("2026-11-20"))) == []
    assert told(DONE, ASKED, YES, Thanked(LEA, day("2026-11-19"))) == ["2026-11-20"]


def test_a_goal_done_in_days_to_come_is_still_open() -> None:
    assert told(DONE, ASKED, YES, today=day("2026-11-19")) == []


def test_after_a_year_it_is_no_news() -> None:
    assert told(DONE, ASKED, YES, today=day("2027-11-19")) == ["2026-11-20"]
    assert told(DONE, ASKED, YES, today=day("2027-11-20")) == []


def test_who_presented_me_hears_that_we_were_in_touch() -> None:
    assert told(OPEN, ASKED, YES, met=MET) == ["2026-10-10"]


def test_an_earlier_encounter_is_not_the_one_they_opened() -> None:
    earlier = {OMAR: (day("2026-01-10"), day("2026-11-10"))}
    only_before = {OMAR: (day("2026-01-10"), day("2026-10-03"))}

    assert told(OPEN, ASKED, YES, met=earlier) == ["2026-11-10"]
    assert told(OPEN, ASKED, YES, met=only_before) == []


def test_without_a_yes_or_an_encounter_there_is_nothing_to_tell() -> None:
    assert told(OPEN, ASKED, met=MET) == []
    assert told(OPEN, ASKED, YES) == []


def test_an_open_goal_that_is_no_introduction_to_a_person_tells_nothing_yet() -> None:
    advice = Goal(ASK, Kind.ADVICE, ToPerson(OMAR))
    company = Goal(ASK, Kind.INTRODUCTION, ToCompany("Airbus"))

    assert told(advice, ASKED, YES, met=MET) == []
    assert told(company, ASKED, YES, met=MET) == []


def test_the_person_themself_needs_no_news_of_themself() -> None:
    own = Goal(ASK, Kind.INTRODUCTION, ToPerson(LEA))

    assert told(own, ASKED, YES, met={LEA: MET[OMAR]}) == []
