"""Leads: whose idea it was, how it ended, and whether they were told."""

from datetime import date
from itertools import permutations

from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.ledger.leads import Followed, follow, untold

LEA, OMAR = PersonId("lea"), PersonId("omar")
TODAY = date(2026, 11, 27)
SAFRAN = Lead(LEA, date(2026, 11, 2), "ask at Safran", company="Safran")


def ended(on: int, text: str = "", told: int | None = None, lead: str = "Safran") -> LeadEnded:
    """Return a word on how Léa's idea ended, on days of November."""
    heard = date(2026, 11, told) if told else None
    return LeadEnded(LEA, date(2026, 11, on), lead, None, text, heard)


def after(*endings: LeadEnded) -> Followed:
    """Return what became of the lead to Safran, whatever the order of entry."""
    answers = {str(follow([SAFRAN], told, TODAY)) for told in permutations(endings)}
    assert len(answers) == 1
    return follow([SAFRAN], endings, TODAY)[0]


def test_a_lead_is_open_until_it_ends() -> None:
    assert after() == Followed(SAFRAN)
    assert list(untold([after()])) == []


def test_an_ended_lead_is_to_be_told_to_its_giver() -> None:
    (gift,) = untold([after(ended(20, "an interview"))])

    assert (gift.person, gift.on, gift.text, gift.more) == (
        LEA,
        date(2026, 11, 20),
        "ask at Safran",
        "an interview",
    )


def test_once_told_nothing_is_left() -> None:
    told = after(ended(20, "an interview"), ended(21, told=21))

    assert (told.ended, told.told) == (ended(20, "an interview"), date(2026, 11, 21))
    assert list(untold([told])) == []


def test_a_later_word_on_how_it_ended_stands() -> None:
    assert after(ended(20, "an interview"), ended(25, "a job")).ended == ended(25, "a job")


def test_it_may_be_told_with_the_ending_itself() -> None:
    assert after(ended(20, "an interview", told=20)).told == date(2026, 11, 20)


def test_what_is_dated_ahead_has_not_happened() -> None:
    assert after(ended(28, "a job")) == Followed(SAFRAN)
    assert after(ended(20, "an interview", told=30)).told is None
    assert follow([SAFRAN], [], date(2026, 11, 1)) == []


def test_an_ending_of_another_idea_or_before_the_idea_changes_nothing() -> None:
    assert after(ended(20, "a job", lead="Airbus")) == Followed(SAFRAN)
    assert after(ended(1, "a job")) == Followed(SAFRAN)


def test_a_lead_to_a_person_and_one_of_words_are_told_apart() -> None:
    words = Lead(LEA, date(2026, 11, 2), "try the fair")
    person = Lead(LEA, date(2026, 11, 2), "try the fair", OMAR)

    found = follow([words, person], [ended(20, "met three people", lead="Try the FAIR")], TODAY)

    assert [one.lead for one in found if one.ended] == [words]
    assert words != person
    assert found[0].suggestion != found[1].suggestion


def test_the_same_idea_twice_ends_the_later_time() -> None:
    again = Lead(LEA, date(2026, 11, 10), "again", company="SAFRAN")

    found = follow([again, SAFRAN], [ended(20, "a job")], TODAY)

    assert [one.lead for one in found] == [SAFRAN, again]
    assert [one.ended is not None for one in found] == [False, True]


def test_a_lead_without_words_is_known_by_its_place() -> None:
    bare = Lead(LEA, date(2026, 11, 2), sector="health")
    (one,) = follow([bare], [ended(20, lead="health")], TODAY)
    (gift,) = untold([one])

    assert (gift.text, gift.more) == ("health", "")
