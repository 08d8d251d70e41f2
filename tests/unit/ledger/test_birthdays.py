"""Birthdays: those of the days to come, however they are written; never the age."""

from datetime import date

import pytest

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.words import Said
from entregent.ledger.birthdays import birthdays


def days(written: str, today: str, ahead: int = 7) -> list[str]:
    """Return the days on which the birthday of somebody is suggested."""
    person = Person(PersonId("lea"), "Léa", details=((Said.BIRTHDAY, written),))
    found = birthdays([person], date.fromisoformat(today), ahead)
    return [gift.on.isoformat() for gift in found]


@pytest.mark.parametrize(
    "written", ["1984-11-30", "--11-30", "19841130", "11-30", " 1984-11-30T00:00 "]
)
def test_a_birthday_is_read_with_and_without_its_year(written: str) -> None:
    assert days(written, "2026-11-27") == ["2026-11-30"]


def test_it_is_suggested_from_a_week_before_to_the_day_itself() -> None:
    assert days("1984-11-30", "2026-11-22") == []
    assert days("1984-11-30", "2026-11-23") == ["2026-11-30"]
    assert days("1984-11-30", "2026-11-30") == ["2026-11-30"]
    assert days("1984-11-30", "2026-12-01") == []


def test_it_is_seen_across_the_new_year() -> None:
    assert days("--01-02", "2026-12-29") == ["2027-01-02"]


def test_the_29th_of_february_falls_on_the_28th_in_a_common_year() -> None:
    assert days("1988-02-29", "2026-02-25") == ["2026-02-28"]
    assert days("1988-02-29", "2028-02-25") == ["2028-02-29"]


@pytest.mark.parametrize("written", ["", "in May", "1984", "--13-01", "1984-02-30"])
def test_what_is_no_day_is_passed_over(written: str) -> None:
    assert days(written, "2026-02-27") == []


def test_somebody_without_a_birthday_has_none() -> None:
    assert list(birthdays([Person(PersonId("omar"), "Omar")], date(2026, 1, 1), 366)) == []


def test_each_year_is_a_suggestion_of_its_own() -> None:
    person = Person(PersonId("lea"), "Léa", details=((Said.BIRTHDAY, "--05-17"),))
    items = [g.item for g in birthdays([person], date(2026, 5, 17), 365)]

    assert items == ["birthday:2026", "birthday:2027"]
