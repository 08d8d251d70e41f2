"""Rhythms: a word when the time I chose has passed since the last encounter, and not before."""

from datetime import date
from itertools import permutations

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.upkeep import Rhythm
from entregent.ledger.rhythms import Rhythms, quiet

LEA = Person(PersonId("lea"), "Léa", circles=("Fac", "Escalade"))
START = date(2026, 1, 1)
MONTHLY = Rhythm(START, 30, LEA.id)


def due(today: str, *rhythms: Rhythm, last: str = "") -> list[str]:
    """Return when a word to Léa was due, as suggested on a day."""
    day = date.fromisoformat(today)
    seen = {LEA.id: date.fromisoformat(last)} if last else {}
    return [gift.on.isoformat() for gift in quiet([LEA], Rhythms.of(rhythms, day), seen, day)]


def test_no_rhythm_no_suggestion() -> None:
    assert due("2026-12-01") == []


def test_it_is_due_once_the_days_have_passed_since_the_last_encounter() -> None:
    assert due("2026-03-02", MONTHLY, last="2026-02-01") == []
    assert due("2026-03-03", MONTHLY, last="2026-02-01") == ["2026-03-03"]


def test_without_any_encounter_it_starts_on_the_day_it_was_chosen() -> None:
    assert due("2026-01-30", MONTHLY) == []
    assert due("2026-01-31", MONTHLY) == ["2026-01-31"]


def test_it_starts_again_with_each_encounter() -> None:
    assert due("2026-03-03", MONTHLY, last="2026-03-02") == []


def test_each_silence_is_a_suggestion_of_its_own() -> None:
    day, rhythms = date(2026, 6, 1), Rhythms.of([MONTHLY], date(2026, 6, 1))

    (before,) = quiet([LEA], rhythms, {LEA.id: date(2026, 2, 1)}, day)
    (after,) = quiet([LEA], rhythms, {LEA.id: date(2026, 3, 1)}, day)

    assert before.suggestion != after.suggestion


def test_the_latest_word_stands_in_whatever_order_they_were_entered() -> None:
    weekly = Rhythm(date(2026, 2, 1), 7, LEA.id)

    for told in permutations((MONTHLY, weekly)):
        assert due("2026-02-10", *told, last="2026-02-01") == ["2026-02-08"]
    assert due("2026-12-01", MONTHLY, Rhythm(date(2026, 2, 1), None, LEA.id)) == []


def test_of_two_words_of_one_day_the_one_said_later_stands() -> None:
    none = Rhythm(START, None, LEA.id)

    assert due("2026-12-01", MONTHLY, none) == []
    assert due("2026-01-31", none, MONTHLY) == ["2026-01-31"]


def test_a_word_dated_ahead_does_not_count_yet() -> None:
    assert due("2026-01-20", Rhythm(date(2026, 1, 21), 1, LEA.id)) == []


def test_the_rhythm_of_a_circle_holds_for_who_is_in_it_however_it_is_spelled() -> None:
    assert due("2026-01-08", Rhythm(START, 7, circle="fac")) == ["2026-01-08"]
    assert due("2026-01-08", Rhythm(START, 7, circle="bureau")) == []


def test_of_two_circles_the_shorter_rhythm_counts() -> None:
    fac, climbing = Rhythm(START, 30, circle="Fac"), Rhythm(START, 7, circle="Escalade")

    assert due("2026-01-08", fac, climbing) == ["2026-01-08"]


def test_the_persons_own_rhythm_comes_before_that_of_their_circles() -> None:
    circle = Rhythm(START, 7, circle="Fac")

    assert due("2026-01-08", circle, MONTHLY) == []
    assert due("2026-12-01", circle, Rhythm(START, None, LEA.id)) == []


def test_a_circle_may_have_its_rhythm_taken_back() -> None:
    assert due("2026-12-01", Rhythm(START, None, circle="Fac")) == []
