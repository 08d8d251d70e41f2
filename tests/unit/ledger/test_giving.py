"""Giving: the first things first, of close friends one idea, and nobody who is to be left alone."""

from collections.abc import Collection
from datetime import date

from entregent.domain.facts import Busy, Deed, Gave, Received, Thanked
from entregent.domain.ids import PersonId
from entregent.domain.people import Tie
from entregent.domain.upkeep import Settled, Settling
from entregent.domain.words import Closeness
from entregent.ledger.gift import Gift, What
from entregent.ledger.giving import Circumstances, busy_on, from_history, gifts
from entregent.ledger.history import histories
from entregent.ledger.settling import Settlings
from entregent.settings import Settings

ME, LEA, OMAR = map(PersonId, ("me", "lea", "omar"))
TODAY = date(2026, 11, 27)
MAY = date(2026, 5, 1)


def gift(what: What, person: PersonId = LEA, other: PersonId | None = None) -> Gift:
    return Gift(what, person, TODAY, what.value, other)


def kept(
    *found: Gift,
    quiet: Collection[PersonId] = (),
    close: Collection[PersonId] = (),
    busy: Collection[PersonId] = (),
    settled: Collection[Settled] = (),
) -> list[What]:
    around = Circumstances(quiet, close, busy, Settlings.of(settled, TODAY))
    return [one.what for one in gifts(found, around)]


def ledger(*deeds: Deed, tie: Tie | None = None) -> list[What]:
    (history,) = histories(deeds, TODAY, Settings()).values()
    return [one.what for one in from_history(history, tie)]


def test_the_first_things_come_first_and_each_once() -> None:
    found = [gift(what) for what in reversed(What)]

    assert kept(*found, *found) == list(What)


def test_of_a_close_friend_one_idea_at_most_the_first() -> None:
    assert kept(gift(What.BIRTHDAY), gift(What.OFFER), close=[LEA]) == [What.OFFER]
    assert kept(gift(What.BIRTHDAY), gift(What.OFFER, OMAR), close=[LEA, OMAR]) == [
        What.OFFER,
        What.BIRTHDAY,
    ]


def test_when_that_one_is_settled_another_takes_its_place() -> None:
    done = Settled(TODAY, "offer", Settling.DONE, LEA)

    assert kept(gift(What.BIRTHDAY), gift(What.OFFER), close=[LEA], settled=[done]) == [
        What.BIRTHDAY
    ]


def test_nothing_is_suggested_of_people_to_be_left_alone() -> None:
    assert kept(gift(What.THANKS), quiet=[LEA]) == []
    assert kept(gift(What.INTRODUCTION, LEA, OMAR), quiet=[OMAR]) == []


def test_a_busy_time_is_left_calm_but_not_without_thanks() -> None:
    found = map(gift, (What.THANKS, What.QUIET, What.TURN, What.BIRTHDAY))

    assert kept(*found, busy=[LEA]) == [What.THANKS, What.BIRTHDAY]


def test_busy_are_those_whose_period_covers_the_day() -> None:
    told = [Busy(LEA, MAY, TODAY), Busy(OMAR, MAY, date(2026, 11, 26))]

    assert busy_on(told, TODAY) == {LEA}


def test_help_is_thanked_for_first() -> None:
    assert ledger(Received(LEA, MAY), Received(LEA, TODAY)) == [What.THANKS]


def test_then_it_is_my_turn_unless_i_gave_as_much() -> None:
    helped = (Received(LEA, MAY), Thanked(LEA, MAY))

    assert ledger(*helped) == [What.TURN]
    assert ledger(*helped, Gave(LEA, TODAY)) == []
    assert ledger(Gave(LEA, TODAY)) == []


def test_among_close_friends_nobody_has_a_turn() -> None:
    friend = Tie(ME, LEA, closeness=Closeness.CLOSE)

    assert ledger(Received(LEA, MAY), Thanked(LEA, MAY), tie=friend) == []
    assert ledger(Received(LEA, MAY), tie=friend) == [What.THANKS]
