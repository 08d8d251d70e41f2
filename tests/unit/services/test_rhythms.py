"""Rhythms: chosen in days or by name, for a person or a circle of the book."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.services.recording import record
from entregent.services.rhythms import days_of, for_circle, for_person, standing


@pytest.mark.parametrize(
    ("word", "days"), [("1", 1), ("45", 45), ("Weekly", 7), ("monthly", 30), ("none", None)]
)
def test_a_rhythm_is_a_number_of_days_or_a_word(word, days):
    assert days_of(word) == days


@pytest.mark.parametrize("word", ["", "0", "-3", "3651", "often", "٣", "1.5", "9" * 5000])
def test_anything_else_is_refused(word, refused):
    among = "weekly, monthly, quarterly, yearly, none"
    with refused("rhythm.unreadable", value=word, among=among, most="3650"):
        days_of(word)


def test_those_that_stand_are_listed_circles_first(story):
    """
    person Léa circle:Fac circle:Escalade
    tie Omar
    """
    desk = story.desk
    for fact in (
        for_person(desk, story.id("Omar"), 30),
        for_person(desk, story.id("Léa"), 7),
        for_circle(desk, "fac", 91),
        for_circle(desk, "ESCALADE", 7),
    ):
        record(desk, [fact], "rhythm")
    later = replace(for_person(desk, story.id("Omar"), None), on=date(2026, 3, 2))
    record(story.on("2026-03-02").desk, [later], "rhythm")

    told = [rhythm.circle or rhythm.days for rhythm in standing(story.on("2026-03-02").desk)]
    assert told == ["Escalade", "Fac", 7]


def test_a_rhythm_is_with_somebody_else_or_a_known_circle(story, refused):
    """
    person Léa circle:Fac
    """
    with refused("person.me"):
        for_person(story.desk, story.book.owner, 7)
    with refused("rhythm.circle", name="bureau", among="Fac"):
        for_circle(story.desk, "bureau", 7)
