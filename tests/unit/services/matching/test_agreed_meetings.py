"""Meetings that were agreed already: when each is held, and which cannot be."""

import pytest

from entregent.domain.reading import Problem
from entregent.matching.check import faults_of_meetings
from entregent.matching.people import Attendee, Role
from entregent.services.matching import agreed
from entregent.services.matching.agreed import agreed_meetings
from entregent.services.matching.brought import Agreement
from entregent.services.matching.meetings import Wish


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(agreed, "MOVES", 2_000)


def somebody(who, *, at=None, avoid=(), role=Role.GUEST):
    available = None if at is None else frozenset(at)
    return Attendee(who, who, f"row={who}", available=available, avoid=frozenset(avoid), role=role)


def everybody(names="abcd"):
    return [somebody(who) for who in names]


def meet(row, a, b, *slots):
    return Agreement(a, b, f"row={row}", frozenset(slots) if slots else None)


def cannot(*rows):
    return [Problem(f"row={row}", "match.cannot-be") for row in rows]


def planned(people, wish, *agreements):
    """The timetable's rows, its faults and the problems, in one."""
    told, problems = agreed_meetings(people, wish, agreements)
    rows = [tuple(map(str, row)) for row in told.rows]
    assert faults_of_meetings(rows, told.rules) == ()
    return told, problems


def test_each_is_held_at_a_table_and_nobody_waits():
    people = everybody()
    told, problems = planned(people, Wish(slots=4), meet(1, "a", "b"), meet(2, "c", "a"))
    assert problems == []
    assert {frozenset(row[2:]) for row in told.rows} == {frozenset("ab"), frozenset("ac")}
    first, second = sorted(row[0] for row in told.rows)
    assert second == first + 1
    assert (told.value, told.bound, told.gap) == (0, 0, 0)
    assert (told.slots, told.tables) == (4, 2)
    assert (told.fairness.fewest, told.fairness.median) == (0, 1)


def test_a_wait_that_no_plan_avoids_is_counted():
    told, _ = planned(everybody("abc"), Wish(slots=3), meet(1, "a", "b", 1), meet(2, "a", "c", 3))
    assert [row[0] for row in told.rows] == [1, 3]
    assert (told.value, told.bound, told.fairness.worst_value) == (1, 1, 1)


def test_a_meeting_is_held_in_one_of_its_slots_while_both_are_there():
    people = [somebody("a", at=[2, 3]), somebody("b"), somebody("c")]
    told, problems = planned(
        people, Wish(), meet(1, "b", "a", 1, 3), meet(2, "a", "c", 1), meet(3, "b", "c", 9)
    )
    assert told.rows == ((3, 1, "a", "b"),)
    assert problems == cannot(2, 3)


def test_those_kept_apart_hold_no_meeting_though_they_agreed():
    people = [somebody("a", avoid=["b"]), somebody("b"), somebody("c")]
    told, problems = planned(people, Wish(slots=2), meet(1, "b", "a"), meet(2, "b", "c"))
    assert [row[2:] for row in told.rows] == [("b", "c")]
    assert problems == cannot(1)


def test_nobody_has_more_meetings_than_they_wish_the_first_agreed_stand():
    told, problems = planned(
        everybody(), Wish(slots=4, most=1), *(meet(n, "a", who) for n, who in enumerate("bc"))
    )
    assert [row[2:] for row in told.rows] == [("a", "b")]
    assert problems == cannot(1)


def test_with_no_table_none_is_held():
    told, problems = planned(everybody(), Wish(slots=2, tables=0), meet(1, "a", "b"))
    assert told.rows == ()
    assert problems == cannot(1)


def test_the_last_is_left_out_of_somebody_whose_meetings_all_want_one_slot():
    told, problems = planned(
        everybody(), Wish(slots=2), meet(1, "b", "a", 1), meet(2, "c", "a", 1), meet(3, "c", "d", 2)
    )
    assert told.rows == ((1, 1, "a", "b"), (2, 1, "c", "d"))
    assert problems == cannot(2)


def test_the_last_is_left_out_where_tables_are_too_few():
    told, problems = planned(
        everybody(), Wish(slots=1, tables=1), meet(1, "a", "b"), meet(2, "c", "d")
    )
    assert told.rows == ((1, 1, "a", "b"),)
    assert problems == cannot(2)


def test_newcomers_are_given_their_host_and_slots_are_those_people_speak_of():
    people = [somebody("n", at=[8], role=Role.NEWCOMER), somebody("h", role=Role.HOST)]
    told, _ = planned(people, Wish(), meet(1, "n", "h"))
    assert told.hosts == {"n": "h"}
    assert told.rows == ((8, 1, "n", "h"),)
