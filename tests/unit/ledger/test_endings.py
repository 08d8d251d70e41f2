"""Who had a part in a goal, on facts that no book would hold together."""

from datetime import date

from entregent.domain.asking import Goal, ToCompany, ToFriends, ToPerson, ToSector
from entregent.domain.facts import Asked, Received
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.domain.words import Kind
from entregent.ledger.endings import answered_leads, endings
from entregent.ledger.history import histories
from entregent.settings import Settings

TODAY = date(2026, 3, 1)
GOAL = Goal("goal", Kind.ADVICE, ToCompany("Airbus"))
LEAD = Lead("léa", date(2026, 2, 1), company="Airbus")


def test_help_on_the_day_of_the_ask_is_help_with_it():
    day = date(2026, 2, 10)
    deeds = [Asked("léa", day, Kind.ADVICE, ask="goal"), Received("léa", day, "un avis")]
    (ending,) = endings(GOAL, histories(deeds, TODAY, Settings()).values(), [])
    assert (ending.person, ending.part) == ("léa", "helped")


def test_whoever_was_asked_has_one_ending_whatever_ideas_they_gave():
    deeds = [Asked("léa", date(2026, 2, 10), Kind.ADVICE, ask="goal")]
    known = histories(deeds, TODAY, Settings()).values()
    found = endings(GOAL, known, [LEAD, Lead("omar", date(2026, 2, 1), company="Airbus")])
    assert [(one.person, one.part) for one in found] == [("léa", "waiting"), ("omar", "led")]


def test_an_end_or_a_lead_of_tomorrow_has_not_come():
    tomorrow = date(2026, 3, 2)
    later = Lead("léa", tomorrow, company="Airbus")
    ended = LeadEnded("léa", tomorrow, "Airbus")
    assert answered_leads(GOAL, [LEAD, later], [ended], TODAY) == (LEAD,)


def test_an_ask_for_ideas_answers_only_what_was_given_to_it():
    goal = Goal("ideas", Kind.IDEAS, ToFriends())
    given = Lead("léa", date(2026, 2, 1), "la bourse", ask="ideas")
    assert answered_leads(goal, [LEAD, given], [], TODAY) == (given,)


def test_a_lead_answers_the_goal_it_points_to():
    day = date(2026, 2, 1)
    omar, sector = Lead("léa", day, other="omar"), Lead("léa", day, sector="Énergie")
    leads = [LEAD, omar, sector]
    assert answered_leads(Goal("g", Kind.ADVICE, ToPerson("omar")), leads, [], TODAY) == (omar,)
    assert answered_leads(Goal("g", Kind.ADVICE, ToSector("energie")), leads, [], TODAY) == (
        sector,
    )


def test_a_lead_given_again_after_its_end_is_a_new_one():
    again = Lead("léa", date(2026, 2, 20), company="Airbus")
    ended = LeadEnded("léa", date(2026, 2, 10), "Airbus")
    assert answered_leads(GOAL, [LEAD, again], [ended], TODAY) == (again,)
