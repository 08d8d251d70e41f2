"""Meetings of two: from a list of people to a timetable with its reasons."""

from dataclasses import replace

import pytest

from entregent.domain.reading import Problem
from entregent.matching.check import faults_of_meetings
from entregent.matching.people import Attendee, Role
from entregent.services.matching.brought import Scored
from entregent.services.matching.meetings import (
    USUAL_SLOTS,
    Lack,
    Short,
    Wish,
    beyond,
    meetings,
    slots_of,
)


def somebody(who, *, offers=(), needs=(), at=None, avoid=(), role=Role.GUEST):
    return Attendee(
        who,
        who.upper(),
        f"row={who}",
        offers=offers,
        needs=needs,
        available=None if at is None else frozenset(at),
        avoid=frozenset(avoid),
        role=role,
    )


def pair_with_words(*more):
    """Two who have something for each other, and others."""
    return [
        somebody("a", offers=("law",), needs=("press",)),
        somebody("b", offers=("press",), needs=("law",)),
        *more,
    ]


def pairs(told):
    return [(slot, *sorted((a, b))) for slot, _, a, b in told.rows]


def sound(told):
    rows = [tuple(map(str, row)) for row in told.rows]
    return faults_of_meetings(rows, told.rules) == ()


def test_there_are_as_many_slots_as_wished_or_as_people_speak_of():
    people = [somebody("a", at=[2, 9]), somebody("b"), somebody("c", at=[500])]
    assert slots_of(people, 3) == 3
    assert slots_of(people, None) == 9
    assert slots_of([somebody("a", at=[2])], None) == USUAL_SLOTS


def test_rows_are_told_that_speak_of_slots_there_are_not():
    people = [
        somebody("a"),
        somebody("b", at=[1, 3]),
        somebody("c", at=[1, 4]),
        somebody("d", at=[5]),
        somebody("e", at=[]),
    ]
    assert beyond(people, 3) == [
        Problem("row=c", "match.slot-beyond", {"value": "4", "slots": "3"}),
        Problem("row=d", "match.never", {"name": "D"}),
        Problem("row=e", "match.never", {"name": "E"}),
    ]


def test_words_that_answer_each_other_bring_two_together():
    told = meetings(pair_with_words(), Wish(slots=3))
    assert len(told.rows) == 1
    assert told.rows[0][1:] == (1, "a", "b")
    assert told.value == pytest.approx(told.bound) == pytest.approx(2)
    assert (told.gap, told.short, sound(told)) == (0, (), True)
    assert (told.fairness.fewest, told.fairness.median) == (1, 1)
    assert told.fairness.worst_value == pytest.approx(2)


def test_words_are_the_same_whatever_their_capitals_and_accents():
    for offer, need in [("Économie", "economie"), ("economie", "Économie")]:
        people = [somebody("a", offers=(offer,)), somebody("b", needs=(need,))]
        assert meetings(people, Wish(slots=1)).value == pytest.approx(0.5)


def test_where_nobody_says_anything_everybody_meets_all_the_same():
    told = meetings([somebody(who) for who in "abcd"], Wish(slots=3))
    assert len({row[2:] for row in told.rows}) == len(told.rows) == 6
    assert [row[:2] for row in told.rows] == [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1), (3, 2)]
    assert sound(told)


def test_whom_no_words_lead_to_anybody_meets_somebody_too():
    told = meetings(pair_with_words(somebody("c"), somebody("d")), Wish(slots=1))
    assert pairs(told) == [(1, "a", "b"), (1, "c", "d")]
    assert told.value == pytest.approx(2)


def test_meetings_move_where_somebody_would_else_stand_alone():
    """The only table of the only slot in which c is there is given to c, who may meet d alone."""
    people = pair_with_words(somebody("c", at=[1], avoid=["a", "b"]), somebody("d"))
    told = meetings(people, Wish(slots=3, tables=1))
    assert sound(told)
    assert {frozenset(row[2:]) for row in told.rows} == {frozenset("ab"), frozenset("cd")}
    assert (1, "c", "d") in pairs(told)
    assert told.short == ()


def test_whoever_has_things_to_say_still_meets_when_meetings_move():
    trio = [somebody(who, offers=(who,), needs=tuple("abe")) for who in "abe"]
    people = [*trio, somebody("c", at=[1], avoid="abe"), somebody("d", avoid="abe")]
    told = meetings(people, Wish(slots=4, tables=1))
    assert sound(told)
    assert {"".join(sorted(row[2:])) for row in told.rows} == {"ab", "ae", "be", "cd"}


def test_of_meetings_for_company_as_many_stay_as_leave_nobody_alone():
    """Beside a and b, c meets g alone, in the first slot only; d, e and f have each other."""
    people = [
        *pair_with_words(),
        somebody("c", at=[1], avoid="abdef"),
        somebody("g", avoid="abdef"),
        *(somebody(who, avoid="ab") for who in "def"),
    ]
    told = meetings(people, Wish(slots=5, tables=1))
    assert sound(told)
    assert told.short == ()
    assert len(told.rows) == 4


def test_who_can_meet_nobody_moves_nothing_and_is_told_as_such():
    told = meetings(pair_with_words(somebody("c", avoid=["a", "b"])), Wish(slots=2))
    assert [row[2:] for row in told.rows] == [("a", "b")]
    assert told.short == (Short("c", Lack.NOBODY),)
    assert told.fairness.fewest == 0


def test_scores_given_by_hand_decide_alone():
    scored = [Scored("a", "b", 1.0), Scored("c", "a", 5.0)]
    told = meetings(pair_with_words(somebody("c")), Wish(slots=1, fairness=0), scored)
    assert pairs(told) == [(1, "a", "c")]
    assert (told.value, told.bound) == (5, 5)
    assert told.short == (Short("b", Lack.FULL),)


def test_nobody_meets_for_company_where_scores_were_given():
    told = meetings([somebody(who) for who in "abcd"], Wish(slots=2), [Scored("a", "b", 1.0)])
    assert [row[2:] for row in told.rows] == [("a", "b")]
    assert told.short == (Short("c", Lack.NOBODY), Short("d", Lack.NOBODY))


def test_sixty_people_whose_scores_are_all_equal_fill_every_slot():
    people = [somebody(f"p{n}") for n in range(60)]
    scored = [Scored(a.id, b.id, 1.0) for n, a in enumerate(people) for b in people[:n]]
    told = meetings(people, Wish(slots=2), scored)
    assert len(told.rows) == 60 == told.value == pytest.approx(told.bound)
    assert sound(told)


def test_nobody_meets_while_they_are_away():
    people = [somebody(who, at=at) for who, at in [("a", None), ("b", [2]), ("c", [1, 3])]]
    told = meetings(people, Wish())
    assert {(slot, a, b) for slot, a, b in pairs(told) if "b" in (a, b)} == {(2, "a", "b")}
    assert {slot for slot, a, b in pairs(told) if "c" in (a, b)} <= {1, 3}
    assert sound(told)


def test_scores_move_nobody_into_a_slot_they_are_away_from():
    people = [somebody("a"), somebody("b", at=[2]), somebody("c")]
    scored = [Scored("a", "b", 9.0), Scored("a", "c", 1.0), Scored("b", "c", 9.0)]
    told = meetings(people, Wish(slots=2, fairness=0), scored)
    assert sound(told)
    assert [slot for slot, a, b in pairs(told) if "b" in (a, b)] == [2]


def test_those_kept_apart_do_not_meet_whatever_their_words():
    people = pair_with_words()
    told = meetings([people[0], somebody("b", offers=("press",), avoid=["a"])], Wish(slots=2))
    assert told.rows == ()
    assert (told.value, told.bound, told.gap) == (0, 0, 0)


@pytest.mark.parametrize(
    ("wish", "lack"),
    [
        (Wish(slots=1, fewest=2), Lack.ABSENT),
        (Wish(slots=3, fewest=2, breaks=2), Lack.BREAKS),
        (Wish(slots=3, fewest=2, most=1), Lack.BREAKS),
        (Wish(slots=3, fewest=2, breaks=9), Lack.BREAKS),
        (Wish(slots=3, fewest=2, tables=0), Lack.NO_TABLE),
        (Wish(slots=3, fewest=2), Lack.NOBODY),
    ],
)
def test_whoever_has_fewer_meetings_than_wanted_is_told_with_the_first_reason(wish, lack):
    told = meetings(pair_with_words(), wish)
    assert told.short == (Short("a", lack), Short("b", lack))
    assert sound(told)


def test_two_who_are_never_there_together_have_nobody():
    a, b = pair_with_words()
    told = meetings([replace(a, available={1}), replace(b, available={2})], Wish(slots=2))
    assert told.rows == ()
    assert [one.lack for one in told.short] == [Lack.NOBODY, Lack.NOBODY]


def test_where_tables_are_too_few_that_is_the_reason():
    told = meetings([somebody(who) for who in "abcd"], Wish(slots=1, tables=1))
    assert [one.lack for one in told.short] == [Lack.FULL, Lack.FULL]


def test_breaks_and_the_most_meetings_are_kept():
    people = [somebody(who) for who in "abcdef"]
    for wish in (Wish(slots=4, breaks=2), Wish(slots=4, most=2), Wish(slots=4, breaks=1, most=2)):
        told = meetings(people, wish)
        held = [who for row in told.rows for who in row[2:]]
        assert {held.count(one.id) for one in people} == {2}
        assert sound(told)


def test_newcomers_are_given_their_host():
    people = pair_with_words(somebody("n", role=Role.NEWCOMER), somebody("h", role=Role.HOST))
    assert meetings(people, Wish(slots=2)).hosts == {"n": "h"}


def test_nobody_comes_and_nothing_is_planned():
    told = meetings([], Wish())
    assert (told.rows, told.value, told.short) == ((), 0, ())
    assert told.fairness.median == 0
