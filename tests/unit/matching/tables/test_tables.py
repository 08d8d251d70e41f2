"""Tables that people change between: whom the rules and the search seat, and what is proven."""

import random
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.matching.scores import Given
from entregent.matching.tables import solve, worth
from entregent.matching.tables.bound import fewest_pairs, fewest_repeats
from entregent.matching.tables.fields import Group, field_of
from entregent.matching.tables.plan import Wanted, even_sizes, repeats
from entregent.matching.tables.search import Board, Effort, anneal, drawn, turn_of, turned
from entregent.matching.tables.solve import seat
from entregent.matching.tables.turning import by_rule
from entregent.matching.tables.worth import most_worth


@pytest.fixture(autouse=True)
def short(monkeypatch):
    monkeypatch.setattr(solve, "_TRIES", 20_000)
    monkeypatch.setattr(worth, "_MOVES", 300)


def times_met(seated):
    return Counter(
        pair for held in seated.rounds for table in held for pair in combinations(table, 2)
    )


def problems(seated, people, rounds, *, hosts=None, apart=()):
    """What is wrong with a plan, counted by hand."""
    met = times_met(seated)
    found = [] if len(seated.rounds) == rounds else ["not so many rounds"]
    for held in seated.rounds:
        if sorted(one for table in held for one in table) != list(range(people)):
            found.append("somebody has no seat, or two")
        sizes = [len(table) for table in held]
        if sizes and max(sizes) - min(sizes) > 1:
            found.append(f"uneven: {sizes}")
        found += [f"host {h} moved" for h, t in (hosts or {}).items() if h not in held[t]]
    if seated.repeats != sum(times - 1 for times in met.values()):
        found.append("repeats are counted wrongly")
    if seated.repeats < seated.bound:
        found.append("fewer repeats than were proven")
    if seated.met != len(met):
        found.append("pairs met are counted wrongly")
    if seated.together != sum((min(pair), max(pair)) in met for pair in set(apart)):
        found.append("pairs to be kept apart are counted wrongly")
    return found


@pytest.mark.parametrize(
    ("people", "seats", "rounds"),
    [
        (12, 4, 3),
        (16, 4, 5),
        (24, 6, 4),
        (24, 4, 5),
        (32, 4, 7),
        (40, 8, 5),
        (56, 8, 5),
        (100, 8, 6),
        (200, 8, 6),
        (49, 7, 8),
        (64, 8, 9),
        (32, 4, 9),
        (10, 4, 3),
        (9, 3, 4),
        (24, 4, 7),
        (15, 3, 7),
    ],
)
def test_no_plan_repeats_fewer_pairs(people, seats, rounds):
    seated = seat(people, seats=seats, rounds=rounds)
    assert problems(seated, people, rounds) == []
    assert seated.repeats == seated.bound
    assert seated.gap == 0


def test_thousands_are_seated_and_nobody_meets_twice():
    seated = seat(1999, seats=10, rounds=6)
    assert problems(seated, 1999, 6) == []
    assert seated.repeats == 0


@given(
    people=st.integers(0, 26),
    seats=st.integers(1, 7),
    rounds=st.integers(0, 5),
    data=st.data(),
)
@settings(max_examples=40, deadline=None)
def test_whoever_comes_has_one_seat_a_round(people, seats, rounds, data):
    tables = -(-people // seats) + data.draw(st.integers(0, 1))
    staying = data.draw(st.integers(0, min(tables, people // 2)))
    hosts = {one * 2: one for one in range(staying)}
    one = st.integers(0, max(people - 1, 0))
    apart = [
        pair for pair in data.draw(st.lists(st.tuples(one, one), max_size=4)) if pair[0] != pair[1]
    ]
    if min(even_sizes(people, tables), default=0) < 1:
        hosts = {}
    seated = seat(people, seats=seats, rounds=rounds, tables=tables, hosts=hosts, apart=apart)
    pairs = {(min(pair), max(pair)) for pair in apart}
    assert problems(seated, people, rounds, hosts=hosts, apart=pairs) == []


def least(people, sizes, rounds):
    """The fewest repeats of any plan, by trying them all; the first round is the same for all."""
    first, at = [], 0
    for size in sizes:
        first.append(tuple(range(at, at + size)))
        at += size

    def partitions(left, sizes):
        if not sizes:
            yield ()
            return
        for some in combinations(left, sizes[0]):
            rest = [one for one in left if one not in some]
            for others in partitions(rest, sizes[1:]):
                yield (some, *others)

    every = [
        frozenset(pair for table in held for pair in combinations(table, 2))
        for held in set(partitions(list(range(people)), sizes))
    ]

    def best(met, left):
        if not left:
            return 0
        return min(len(pairs & met) + best(met | pairs, left - 1) for pairs in set(every))

    return best(frozenset(pair for table in first for pair in combinations(table, 2)), rounds - 1)


@pytest.mark.parametrize(
    ("people", "seats", "rounds"), [(6, 3, 3), (6, 2, 3), (5, 2, 3), (5, 3, 3), (7, 4, 3)]
)
def test_the_bound_and_the_plan_hold_against_all_plans_there_are(people, seats, rounds):
    sizes = even_sizes(people, -(-people // seats))
    seated = seat(people, seats=seats, rounds=rounds)
    assert seated.bound <= least(people, sizes, rounds) == seated.repeats


def test_hosts_stay_and_meet_everybody_once_where_a_rule_holds():
    hosts = {3 * table: table for table in range(13)}
    seated = seat(100, seats=8, rounds=6, hosts=hosts)
    assert problems(seated, 100, 6, hosts=hosts) == []
    assert seated.repeats == 0


def test_two_hosts_at_each_table_repeat_only_each_other():
    hosts = dict(zip(range(20), [*range(10), *range(10)], strict=True))
    seated = seat(40, seats=4, rounds=3, hosts=hosts)
    assert problems(seated, 40, 3, hosts=hosts) == []
    assert seated.repeats == seated.bound == 20


@pytest.mark.parametrize("people", [25, 800])
def test_more_hosts_than_tables(people):
    number = -(-people // 5)
    hosts = {one: one % number for one in range(number + 2)}
    seated = seat(people, seats=5, rounds=3, hosts=hosts)
    assert problems(seated, people, 3, hosts=hosts) == []
    assert seated.gap < 0.05


def test_guests_who_come_back_meet_the_hosts_again():
    """Three tables of a host and three guests for five rounds: each guest comes back twice."""
    wanted = Wanted((4, 4, 4), 5, {0: 0, 1: 1, 2: 2})
    assert fewest_repeats(wanted) >= 9 * 2


def test_who_is_to_be_kept_apart_is_and_nothing_repeats_for_it():
    dice = random.Random(3)
    apart = {tuple(sorted(dice.sample(range(100), 2))) for _ in range(60)}
    seated = seat(100, seats=8, rounds=6, apart=apart)
    assert problems(seated, 100, 6, apart=apart) == []
    assert (seated.together, seated.repeats) == (0, 0)


def test_who_cannot_be_kept_apart_is_counted():
    everybody = set(combinations(range(6), 2))
    seated = seat(6, seats=3, rounds=2, apart=everybody)
    assert seated.together > 0
    assert problems(seated, 6, 2, apart=everybody) == []
    both = seat(6, seats=3, rounds=2, hosts={0: 0, 1: 0}, apart=[(1, 0)])
    assert both.together == 1


def test_the_same_seed_gives_the_same_plan():
    once, again = (seat(21, seats=4, rounds=6, seed=5) for _ in range(2))
    assert once == again


def test_scores_bring_those_together_who_have_most_to_say():
    dice = random.Random(1)
    friends = [(a, b, 1.0) for a, b in combinations(range(30), 2) if dice.random() < 0.3]
    scores, apart = Given(30, friends), [friends[0][:2]]
    plain = seat(30, seats=5, rounds=3)
    seated = seat(30, seats=5, rounds=3, scores=scores, apart=apart, hosts={4: 1})
    met = times_met(seated)
    assert problems(seated, 30, 3, hosts={4: 1}, apart=apart) == []
    assert seated.value == sum((a, b) in met for a, b, _ in friends) <= seated.most
    assert seated.value > 1.3 * sum((a, b) in times_met(plain) for a, b, _ in friends)
    assert 0 <= seated.gap < 0.5
    assert seated.together == 0
    assert seated == seat(30, seats=5, rounds=3, scores=scores, apart=apart, hosts={4: 1})


def test_no_plan_is_worth_more_than_the_bound():
    """All have met all: the bound is what there is; few can meet: it is no more than that."""
    everybody = Given(6, [(a, b, 2.0) for a, b in combinations(range(6), 2)])
    assert most_worth(Wanted((3, 3), 9), everybody) == pytest.approx(30)
    assert most_worth(Wanted((2, 2, 2), 1), everybody) <= 6 * 2 + 1e-9
    assert most_worth(Wanted((), 1), Given(0, [])) == 0


@pytest.mark.parametrize("people", [0, 1, 2])
@pytest.mark.parametrize("scored", [False, True])
def test_hardly_anybody_comes(people, scored):
    scores = Given(people, []) if scored else None
    seated = seat(people, seats=4, rounds=2, scores=scores)
    assert problems(seated, people, 2) == []
    assert seated.gap == 0


def test_no_rounds_seat_nobody():
    assert seat(5, seats=2, rounds=0).rounds == ()
    assert seat(5, seats=2, rounds=0, scores=Given(5, [])).rounds == ()


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"people": 9, "seats": 4, "rounds": 2, "tables": 2}, "too few"),
        ({"people": 9, "seats": 0, "rounds": 2}, "counted"),
        ({"people": 8, "seats": 4, "rounds": 2, "hosts": {0: 2}}, "there is not"),
        ({"people": 4, "seats": 2, "rounds": 2, "hosts": {0: 0, 1: 0, 2: 0}}, "more hosts"),
    ],
)
def test_what_cannot_be_is_refused(asked, says):
    people = asked.pop("people")
    with pytest.raises(ValueError, match=says):
        seat(people, **asked)


@pytest.mark.parametrize("size", [2, 3, 4, 8, 9, 25, 27])
def test_a_field_can_be_divided_by_all_but_nought(size):
    field = field_of(size)
    products, numbers = field.products(), np.arange(size)
    assert (np.sort(products[1:], axis=1) == numbers).all()
    sums = field.plus(numbers[:, None], numbers)
    assert (np.sort(sums, axis=1) == numbers).all()
    for n in numbers:
        assert (products[n][sums] == field.plus(products[n][:, None], products[n])).all()


@pytest.mark.parametrize("size", [0, 1, 6, 12, 100])
def test_there_is_no_field_of_other_sizes(size):
    assert field_of(size) is None
    assert Group(12).plus(np.array([7]), np.array([8])).tolist() == [3]


def test_rules_hold_no_further_than_they_reach():
    assert by_rule(Wanted(even_sizes(24, 6), 5)) is None
    assert by_rule(Wanted(even_sizes(15, 3), 4)) is None
    assert by_rule(Wanted(even_sizes(38, 8), 10)) is None
    assert by_rule(Wanted((), 4)) is None
    assert by_rule(Wanted(even_sizes(16, 8), 17)) is None
    pairs = Wanted(even_sizes(16, 8), 15)
    assert repeats(pairs, by_rule(pairs)) == 0
    laid = Wanted(even_sizes(31, 8), 9)
    assert repeats(laid, by_rule(laid)) == 0


def test_pigeonholes():
    assert fewest_pairs([4], 3) == 1
    assert fewest_pairs([4], 1) == 6
    assert fewest_pairs([8], 5, inside=3) == 3 + 1
    assert fewest_repeats(Wanted((4, 4), 0)) == 0


def test_a_turn_lays_its_rounds_again_and_repeats_no_more_than_it_counts():
    wanted = Wanted(even_sizes(15, 5), 7)
    turn = turn_of(wanted, 7)
    dice = random.Random(2)
    board = Board(wanted, turn, drawn(wanted, 1, dice))
    at = turned(anneal(board, list(range(15)), dice, Effort(5000, 0)), turn)
    assert repeats(wanted, at) <= board.cost
    assert len(at) == 7


def test_four_who_are_to_be_kept_apart_cannot_be_at_three_tables():
    apart = set(combinations(range(4), 2))
    seated = seat(12, seats=4, rounds=6, apart=apart)
    assert problems(seated, 12, 6, apart=apart) == []
    assert 1 <= seated.together < 6
