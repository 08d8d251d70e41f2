"""Tables that people change between, for people of a list."""

from itertools import pairwise

import pytest

from entregent.matching.check import faults_of_tables
from entregent.matching.people import Attendee, Role
from entregent.services.matching.brought import Scored
from entregent.services.matching.seating import seating
from entregent.services.ports import BookError


def somebody(who, *, at=None, avoid=(), role=Role.GUEST):
    available = None if at is None else frozenset(at)
    return Attendee(who, who, f"row={who}", available=available, avoid=frozenset(avoid), role=role)


def guests(count):
    return [somebody(f"g{n}") for n in range(count)]


def seated(people, *, seats=2, rounds=2, tables=None, scored=None, seed=1):
    told = seating(people, seats=seats, rounds=rounds, tables=tables, scored=scored, seed=seed)
    assert faults_of_tables([tuple(map(str, row)) for row in told.rows], told.rules) == ()
    return told


def where(told, who):
    """The table of somebody, round after round."""
    return [table for _, table, one in told.rows if one == who]


def test_everybody_sits_once_a_round_and_meets_anew():
    told = seated(guests(4), rounds=3)
    assert (told.tables, told.rounds, told.repeats) == (2, 3, 0)
    assert len(told.rows) == 12
    assert (told.value, told.bound, told.gap) == (6, 6, 0)
    assert told.met == {f"g{n}": 3 for n in range(4)}


def test_as_many_tables_as_told_and_seats_are_kept():
    assert {row[1] for row in seated(guests(6), seats=4, tables=3).rows} == {1, 2, 3}
    with pytest.raises(BookError) as refused:
        seated(guests(5), seats=2, tables=2)
    assert (refused.value.key, refused.value.details) == (
        "match.few-seats",
        {"tables": "2", "seats": "2"},
    )


def test_hosts_stay_each_at_a_table_of_their_own():
    hosts = [somebody("h", role=Role.HOST), somebody("i", role=Role.HOST)]
    told = seated([*guests(4), *hosts], seats=3, rounds=2)
    assert where(told, "h") == [1, 1]
    assert where(told, "i") == [2, 2]
    newcomers = [somebody("n", role=Role.NEWCOMER)]
    assert seated([*newcomers, hosts[0]]).hosts == {"n": "h"}


def test_hosts_beyond_the_tables_go_round_as_guests_do():
    hosts = [somebody(who, role=Role.HOST) for who in "hijk"]
    told = seated(hosts, rounds=2, tables=2)
    assert where(told, "h") == [1, 1]
    assert where(told, "i") == [2, 2]
    assert any(one != other for who in "jk" for one, other in pairwise(where(told, who)))
    assert told.repeats == 0


def test_who_is_away_for_a_round_has_no_seat_in_it():
    told = seated([*guests(3), somebody("z", at=[2])], rounds=3)
    assert [row[0] for row in told.rows if row[2] == "z"] == [2]
    assert told.met["z"] == 1
    assert told.rules.available["z"] == {2}


def test_only_those_who_are_there_count_as_met_or_as_met_again():
    told = seated([*guests(2), somebody("z", at=[3])], seats=3, rounds=3)
    assert told.met == {"g0": 2, "g1": 2, "z": 2}
    assert (told.value, told.bound, told.repeats) == (3, 3, 2)
    told = seated([*guests(2), somebody("z", at=[])], seats=3, rounds=1)
    assert (told.value, told.bound, told.repeats) == (1, 3, 0)


def test_scores_count_for_those_who_are_there():
    scored = [Scored("g0", "g1", 2.0), Scored("z", "g0", 5.0), Scored("y", "g1", 7.0)]
    people = [*guests(2), somebody("z", at=[2]), somebody("y", at=[3])]
    told = seated(people, seats=4, rounds=2, scored=scored)
    assert (told.value, told.bound) == (7, 14)


def test_those_kept_apart_share_no_table_where_that_can_be():
    told = seated([somebody("a", avoid=["b"]), somebody("b"), *guests(2)], rounds=2)
    assert told.together == 0
    assert all(one != other for one, other in zip(where(told, "a"), where(told, "b"), strict=True))
    assert seated([somebody("a", avoid=["b"]), somebody("b")], rounds=1).together == 1


def test_given_scores_decide_who_sits_with_whom():
    scored = [Scored("g0", "g3", 5.0), Scored("g2", "g1", 4.0), Scored("g0", "g1", 1.0)]
    told = seated(guests(4), rounds=1, scored=scored)
    assert told.value == 9 <= told.bound
    assert where(told, "g0") == where(told, "g3")
    assert where(told, "g1") == where(told, "g2")


def test_without_a_round_nobody_sits():
    told = seated(guests(2), rounds=0)
    assert (told.rows, told.gap) == ((), 0)
    assert told.met == {"g0": 0, "g1": 0}
