"""Routing an association's asks: few are asked often, nobody above what they take."""

from datetime import date

import pytest

from entregent.asks.pool.load import spread
from entregent.asks.pool.model import (
    Member,
    MemberId,
    Pool,
    Request,
    RequestId,
    Spread,
    Turn,
    UnmetCode,
)
from entregent.asks.pool.route import route
from entregent.asks.pool.timetable import Window, timetable

MONDAY = date(2026, 3, 2)
LEA, OMAR, INES, PAUL = (MemberId(name) for name in ("léa", "omar", "inès", "paul"))


def pool(members, ties, requests):
    both = {}
    for (one, other), strength in ties.items():
        both.setdefault(one, {})[other] = strength
        both.setdefault(other, {})[one] = strength
    return Pool({member.id: member for member in members}, both, requests)


def wish(name, asker, opens=MONDAY, by=date(2026, 3, 31), wants="airbus"):
    return Request(RequestId(name), asker, wants, opens, by)


def serving(who, **more):
    return Member(who, frozenset({"airbus"}), **more)


def test_two_requests_go_to_two_members_though_one_is_nearer():
    members = [serving(LEA, per_month=9, rest_days=0), serving(OMAR), Member(INES), Member(PAUL)]
    ties = {(INES, LEA): 0.9, (PAUL, LEA): 0.9, (INES, OMAR): 0.1, (PAUL, OMAR): 0.1}
    routing = route(pool(members, ties, [wish("a", INES), wish("b", PAUL)]), MONDAY)
    assert routing.loads == {LEA: 1, OMAR: 1}
    assert routing.nearest == Spread(2, 0.5)
    assert routing.spread == Spread(1, 0.0)


def test_who_is_at_rest_is_asked_on_the_first_free_day():
    members = [serving(LEA, free_from=date(2026, 3, 10)), Member(INES)]
    routing = route(pool(members, {(INES, LEA): 0.5}, [wish("a", INES)]), MONDAY)
    assert routing.routed[0].turns == (Turn(LEA, date(2026, 3, 10)),)


def test_one_who_leads_is_asked_before_the_one_they_lead_to():
    members = [Member(INES), Member(LEA), serving(OMAR)]
    ties = {(INES, LEA): 0.5, (LEA, OMAR): 0.5}
    routing = route(pool(members, ties, [wish("a", INES)]), MONDAY)
    first, then = routing.routed[0].turns
    assert (first.member, then.member) == (LEA, OMAR)
    assert MONDAY == first.on < then.on <= date(2026, 3, 31)


def test_another_leads_where_the_first_leads_to_somebody_who_takes_no_more():
    members = [
        *(Member(INES), Member(LEA), Member(PAUL)),
        serving(OMAR, per_month=1, free_from=date(2027, 1, 1)),
        serving(MemberId("zoé")),
    ]
    ties = {
        (INES, LEA): 0.9,
        (LEA, OMAR): 0.9,
        (INES, PAUL): 0.2,
        (PAUL, MemberId("zoé")): 0.2,
    }
    routing = route(pool(members, ties, [wish("a", INES)]), MONDAY)
    assert [turn.member for turn in routing.routed[0].turns] == [PAUL, "zoé"]
    assert routing.loads == {PAUL: 1, "zoé": 1}


@pytest.mark.parametrize(
    ("request_", "code", "could"),
    [
        (wish("a", INES, wants="safran"), UnmetCode.NOBODY, ()),
        (wish("a", INES, by=date(2026, 2, 27), opens=date(2026, 2, 2)), UnmetCode.LATE, ()),
        (wish("a", INES, opens=date(2027, 2, 2), by=date(2027, 3, 2)), UnmetCode.LATE, ()),
        (wish("a", INES, by=date(2026, 3, 3)), UnmetCode.FULL, (LEA,)),
    ],
)
def test_a_request_that_stays_open_says_why(request_, code, could):
    members = [serving(LEA, free_from=date(2026, 3, 10)), Member(INES)]
    routing = route(pool(members, {(INES, LEA): 0.5}, [request_]), MONDAY)
    assert [(one.code, one.could) for one in routing.unmet] == [(code, could)]
    assert routing.routed == ()


def test_nobody_asks_nobody():
    routing = route(Pool({}, {}, []), MONDAY)
    assert (routing.bound, routing.spread, routing.nearest) == (0, Spread(0, 0.0), Spread(0, 0.0))


def test_a_request_moves_another_to_make_room():
    members = [serving(LEA), serving(OMAR), Member(INES), Member(PAUL)]
    ties = {(INES, LEA): 0.9, (INES, OMAR): 0.5, (PAUL, LEA): 0.9}
    routing = route(pool(members, ties, [wish("a", INES), wish("b", PAUL)]), MONDAY)
    assert {one.request: one.turns[0].member for one in routing.routed} == {"a": OMAR, "b": LEA}


def test_a_timetable_keeps_rests_months_and_working_days():
    windows = [Window(MONDAY, date(2026, 5, 31))] * 3
    one_a_month = Member(LEA, per_month=1, rest_days=14)
    assert timetable(one_a_month, windows) == [MONDAY, date(2026, 4, 1), date(2026, 5, 1)]
    saturday = Window(date(2026, 3, 7), date(2026, 3, 8))
    assert timetable(one_a_month, [saturday]) == [date(2026, 3, 7)]
    assert timetable(one_a_month, [Window(date(2026, 3, 7), MONDAY.replace(day=9))]) == [
        date(2026, 3, 9)
    ]
    assert timetable(Member(LEA, per_month=0), windows) is None


def test_the_gini_index_of_one_who_bears_all():
    assert spread({LEA: 4}, [LEA, OMAR, INES, PAUL]) == Spread(4, 0.75)


def test_somebody_who_needs_no_rest_may_be_asked_twice_on_a_day():
    members = [serving(LEA, per_month=2, rest_days=0), Member(INES)]
    both = [wish("a", INES, by=MONDAY), wish("b", INES, by=MONDAY)]
    routing = route(pool(members, {(INES, LEA): 0.5}, both), MONDAY)
    assert (len(routing.routed), routing.bound) == (2, 2)
