"""News: what a source tells now, and told otherwise before; another spelling is none."""

from datetime import date, timedelta

import pytest

from entregent.domain.facts import Detail, Position
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.words import Origin, Said
from entregent.ledger.news import NEWS_DAYS, Told, moves, new_jobs

LEA = PersonId("lea")
TODAY = date(2026, 11, 27)
FIRST, SECOND, THIRD = (0, date(2025, 11, 1)), (1, date(2026, 11, 20)), (2, date(2026, 11, 25))


def post(told: str, at: tuple[int, date], origin: Origin = Origin.LINKEDIN) -> Told[Position]:
    """Return a post as `Company, Title, start, end` tells it, in one import."""
    company, title, start, end = (*map(str.strip, told.split(",")), "", "", "")[:4]
    months = (Month.parse(start) if start else None, Month.parse(end) if end else None)
    return Told(Position(LEA, company, title, *months), origin, *at)


def place(value: str, at: tuple[int, date], origin: Origin = Origin.GOOGLE) -> Told[Detail]:
    """Return a place as one import tells it."""
    return Told(Detail(LEA, Said.PLACE, value), origin, *at)


def jobs(*told: Told[Position], today: date = TODAY) -> list[str]:
    """Return the new posts of Léa, whose portrait holds the last told of them."""
    held = tuple(one.fact for one in told)
    people = {LEA: Person(LEA, "Léa", positions=held)}
    return [f"{gift.more}, {gift.text}".strip(", ") for gift in new_jobs(people, told, today)]


def moved(*told: Told[Detail], today: date = TODAY) -> list[str]:
    """Return the new places of Léa."""
    details = tuple((Said.PLACE, one.fact.value) for one in told)
    return [gift.more for gift in moves({LEA: Person(LEA, "Léa", details=details)}, told, today)]


def test_another_company_in_a_later_import_is_a_new_job() -> None:
    assert jobs(post("Airbus, Buyer", FIRST), post("Safran, Head of buying", SECOND)) == [
        "Safran, Head of buying"
    ]


def test_the_very_first_import_brings_no_news() -> None:
    assert jobs(post("Safran, Buyer", SECOND)) == []


def test_what_two_sources_say_differently_is_no_news() -> None:
    assert jobs(post("Airbus", FIRST, Origin.GOOGLE), post("Safran", SECOND)) == []


@pytest.mark.parametrize(
    "now",
    [
        "AIRBUS, buyer",
        "Airbus SAS, Buyer",
        "Airbus Group, Buyer",
        "Airbus, Buyers",
        "Airbus, Buyer (aerospace)",
        "Airbus",
        "Airbuss, Buyer",
    ],
)
def test_another_spelling_is_no_news(now: str) -> None:
    assert jobs(post("Airbus, Buyer", FIRST), post(now, SECOND)) == []


def test_an_abbreviation_is_no_news() -> None:
    assert (
        jobs(post("Airbus, Directrice des achats", FIRST), post("Airbus, Dir Achats", SECOND)) == []
    )


def test_another_role_in_the_same_company_is_a_new_job() -> None:
    assert jobs(post("Airbus, Buyer", FIRST), post("Airbus, Head of logistics", SECOND)) == [
        "Airbus, Head of logistics"
    ]


def test_back_to_an_earlier_employer_is_a_new_job() -> None:
    told = (post("Airbus", FIRST), post("Safran", SECOND), post("Airbus", THIRD))

    assert jobs(*told) == ["Safran", "Airbus"]


def test_a_dated_post_that_began_lately_is_one_and_an_old_or_past_one_is_not() -> None:
    first = post("Airbus, Buyer, 2019-01", FIRST)

    assert jobs(first, post("Safran, Buyer, 2026-09", SECOND)) == ["Safran, Buyer"]
    assert jobs(first, post("Safran, Buyer, 2024-09", SECOND)) == []
    assert jobs(first, post("Safran, Buyer, 2026-01, 2026-12", SECOND)) == []


def test_an_end_told_to_a_known_post_is_no_news() -> None:
    first = post("Airbus, Buyer, 2019-01", FIRST)

    assert jobs(first, post("Airbus, Buyer, 2019-01, 2026-12", SECOND)) == []


def test_dated_posts_told_before_stay_known_when_a_headline_changes() -> None:
    told = (
        post("Airbus, Buyer, 2019-01", FIRST),
        post("Airbus", FIRST),
        post("Safran", SECOND),
        post("Airbus", THIRD),
    )

    assert jobs(*told) == ["Safran"]


def test_a_post_that_the_portrait_does_not_hold_is_no_news() -> None:
    told = (post("Airbus", FIRST), post("Safran", SECOND))
    people = {LEA: Person(LEA, "Léa", positions=(Position(LEA, "Insee"),))}

    assert list(new_jobs(people, told, TODAY)) == []
    assert list(new_jobs({}, told, TODAY)) == []


def test_news_grow_old() -> None:
    told = (post("Airbus", FIRST), post("Safran", SECOND))

    assert jobs(*told, today=SECOND[1] + timedelta(days=NEWS_DAYS - 1)) == ["Safran"]
    assert jobs(*told, today=SECOND[1] + timedelta(days=NEWS_DAYS)) == []
    assert jobs(*told, today=SECOND[1] - timedelta(days=1)) == []


def test_two_new_posts_of_one_import_are_one_piece_of_news() -> None:
    told = (post("Airbus", FIRST), post("Safran", SECOND), post("Insee", SECOND))

    assert jobs(*told) == ["Insee"]


def test_another_place_is_a_move() -> None:
    assert moved(place("Lyon", FIRST), place("Nantes", SECOND)) == ["Nantes"]


@pytest.mark.parametrize("now", ["LYON", "Lyon, France", "69003 Lyon", "Lyonn"])
def test_another_spelling_of_a_place_is_no_move(now: str) -> None:
    assert moved(place("Lyon", FIRST), place(now, SECOND)) == []


def test_a_first_place_is_no_move_and_neither_is_that_of_another_source() -> None:
    assert moved(place("Lyon", SECOND)) == []
    assert moved(place("Lyon", FIRST), place("Nantes", SECOND, Origin.LINKEDIN)) == []


def test_a_move_grows_old_and_is_gone_when_the_place_was_taken_away() -> None:
    told = (place("Lyon", FIRST), place("Nantes", SECOND))

    assert moved(*told, today=SECOND[1] + timedelta(days=NEWS_DAYS)) == []
    assert list(moves({LEA: Person(LEA, "Léa")}, told, TODAY)) == []
