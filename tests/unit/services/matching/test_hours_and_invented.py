"""When slots are on the wall, and people invented to rehearse an evening with."""

from datetime import date

from entregent.domain.time_of_day import TimeOfDay
from entregent.matching.people import Role
from entregent.services.matching.hours import Hours
from entregent.services.matching.invented import invented

WORDS = {
    "given": ("Léa", "Omar"),
    "family": ("Roux", "Haddad"),
    "companies": ("Airbus",),
    "subjects": ("law", "press", "export", "design", "sailing", "bees", "print"),
}


def test_slots_follow_each_other_with_their_pause():
    hours = Hours(date(2026, 4, 9), TimeOfDay(18 * 60 + 30), minutes=20, pause=10)
    assert (hours.minute(1), hours.minute(3)) == (18 * 60 + 30, 19 * 60 + 30)
    assert (hours.begin(3), hours.end(3)) == (TimeOfDay(19 * 60 + 30), TimeOfDay(19 * 60 + 50))


def test_an_evening_may_go_past_midnight():
    hours = Hours(date(2026, 4, 9), TimeOfDay(23 * 60 + 50))
    assert (hours.begin(2), hours.end(2)) == (TimeOfDay(10), TimeOfDay(25))
    assert hours.minute(2) == 24 * 60 + 10


def test_as_many_are_invented_as_asked_for_the_first_a_host():
    people = invented(WORDS, 200, seed=3).attendees
    assert [people[0].id, people[9].id, people[-1].id] == ["p001", "p010", "p200"]
    assert people[0].role is Role.HOST
    roles = [one.role for one in people]
    assert roles.count(Role.GUEST) > roles.count(Role.NEWCOMER) > roles.count(Role.HOST) > 1


def test_nobody_invented_needs_what_they_offer():
    for one in invented(WORDS, 60, seed=4).attendees:
        assert 1 <= len(one.offers) <= 3
        assert 1 <= len(one.needs) <= 3
        assert not set(one.offers) & set(one.needs)
        assert set(one.offers) | set(one.needs) <= set(WORDS["subjects"])


def test_the_same_seed_invents_the_same_people():
    assert invented(WORDS, 20, seed=5) == invented(WORDS, 20, seed=5)
    assert invented(WORDS, 20, seed=5) != invented(WORDS, 20, seed=6)
    assert invented(WORDS, 0, seed=5).attendees == ()
