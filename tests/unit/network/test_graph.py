"""Chains on small graphs, and what the graph refuses; the kernel and its twin alike."""

import array
import importlib
import itertools
import sys
from fractions import Fraction

import numpy as np
import pytest

from entregent.network import graph as graph_module
from entregent.network.graph import Chain
from entregent.network.twin import search

ME, LEA, SAMIR, OMAR, ZOE = range(5)
KNOWN = ((ME, LEA, 0.8), (ME, SAMIR, 0.5), (LEA, OMAR, 0.5), (SAMIR, OMAR, 0.8), (OMAR, ZOE, 0.5))


@pytest.fixture
def graph(graph_type):
    def build(*ties, willingness=(1, 1, 1, 1, 1), back=None):
        a, b, strength = zip(*ties, strict=True)
        return graph_type.build(5, a, b, strength, willingness, back)

    return build


def near(*chains):
    """Chains whose odds are these, as far as single precision goes."""
    return [Chain(people, pytest.approx(odds, abs=1e-7)) for people, odds in chains]


def test_the_best_chain_comes_first_and_equal_odds_by_people(graph):
    found = graph(*KNOWN).chains(ME, [OMAR])
    assert found == near(((ME, LEA, OMAR), 0.4), ((ME, SAMIR, OMAR), 0.4))
    assert isinstance(found[0], Chain)


def test_odds_have_nine_digits_and_halves_go_to_even(graph):
    ties = ((ME, LEA, 0.5**4), (LEA, OMAR, 0.5**6), (ME, SAMIR, 0.5**4), (SAMIR, OMAR, 3 * 0.5**6))
    found = graph(*ties).chains(ME, [OMAR])
    assert [chain.odds for chain in found] == [0.002929688, 0.000976562]
    assert [round(3 * 0.5**10, 9), round(0.5**10, 9)] == [0.002929688, 0.000976562]


def test_those_in_between_must_be_willing_but_not_the_ends(graph):
    found = graph(*KNOWN, willingness=(0.1, 0.5, 0.9, 0.1, 1)).chains(ME, [OMAR])
    assert found == near(((ME, SAMIR, OMAR), 0.36), ((ME, LEA, OMAR), 0.2))


def test_chains_have_so_many_ties_at_most(graph):
    known = graph((ME, LEA, 0.5), (LEA, SAMIR, 0.5), (SAMIR, OMAR, 0.5))
    assert known.chains(ME, [OMAR], hops=2) == []
    assert known.chains(ME, [OMAR], hops=3) == [Chain((ME, LEA, SAMIR, OMAR), 0.125)]
    assert known.chains(ME, [LEA], hops=1) == [Chain((ME, LEA), 0.5)]


def test_a_chain_may_be_long(graph_type):
    people = list(range(9))
    line = graph_type.build(9, people[:-1], people[1:], [0.5] * 8, [1] * 9)
    assert line.chains(0, [8], hops=7) == []
    assert line.chains(0, [8], hops=8) == [Chain(tuple(people), 0.003906250)]
    assert line.chains(0, [8], hops=8, closed=[1]) == line.chains(0, [8], hops=8)
    assert line.chains(0, [8], hops=8, closed=[5]) == []
    assert line.chains(0, [8], hops=8, avoid=[1]) == []


def test_any_target_will_do_but_not_the_source(graph):
    found = graph(*KNOWN).chains(ME, [LEA, OMAR, ME], best=2)
    assert found == near(((ME, LEA), 0.8), ((ME, LEA, OMAR), 0.4))
    assert graph(*KNOWN).chains(ME, [ME]) == []


def test_nobody_is_found_who_cannot_be_reached(graph):
    assert graph((ME, LEA, 0.5)).chains(ME, [ZOE], hops=8) == []


def test_each_connector_is_proposed_so_often_at_most(graph):
    known = graph(*KNOWN, (LEA, ZOE, 0.9), (LEA, SAMIR, 0.9))
    found = known.chains(ME, [OMAR, ZOE], best=None, per_connector=1)
    assert found == near(((ME, LEA, ZOE), 0.72), ((ME, SAMIR, LEA, ZOE), 0.405))
    assert len(known.chains(ME, [OMAR, ZOE], best=3, per_connector=2)) == 3


def test_the_search_stops_where_nothing_better_can_come(graph):
    ties = ((ME, LEA, 0.9), (ME, SAMIR, 0.1), (LEA, OMAR, 0.9), (SAMIR, OMAR, 0.9))
    found = graph(*ties).chains(ME, [OMAR], best=1, per_connector=1)
    assert found == near(((ME, LEA, OMAR), 0.81))


def test_some_stand_nowhere_and_some_only_first_or_last(graph):
    known = graph(*KNOWN, (LEA, SAMIR, 0.9))
    assert [c.people for c in known.chains(ME, [OMAR], avoid=[LEA])] == [(ME, SAMIR, OMAR)]
    assert known.chains(ME, [OMAR], avoid=[OMAR]) == []
    found = known.chains(ME, [OMAR, ZOE], best=None, closed=[SAMIR, OMAR])
    assert [c.people for c in found] == [
        (ME, LEA, OMAR),
        (ME, SAMIR, OMAR),
        (ME, SAMIR, LEA, OMAR),
    ]


def test_whoever_asks_is_never_avoided(graph):
    assert graph(*KNOWN).chains(ME, [LEA], 1, avoid=[ME]) == near(((ME, LEA), 0.8))


def test_a_tie_may_be_stronger_one_way(graph):
    known = graph((ME, LEA, 0.5), (OMAR, LEA, 0.1), back=(0.2, 0.9))
    assert known.chains(ME, [OMAR]) == near(((ME, LEA, OMAR), 0.45))
    assert known.chains(OMAR, [ME]) == near(((OMAR, LEA, ME), 0.02))


def test_the_best_to_all(graph):
    known = graph(*KNOWN, willingness=(0.1, 0.5, 1, 0.5, 1))
    assert list(known.best_to_all(ME)) == pytest.approx([0.0, 0.8, 0.5, 0.4, 0.1])
    assert list(known.best_to_all(ME, hops=2)) == pytest.approx([0.0, 0.8, 0.5, 0.4, 0.0])
    assert list(known.best_to_all(ZOE, hops=1)) == [0.0, 0.0, 0.0, 0.5, 0.0]


def test_willingness_changes_and_so_do_chains(graph):
    known = graph(*KNOWN)
    known.set_willingness([LEA, SAMIR], [0.5, 0.25])
    assert known.chains(ME, [OMAR]) == near(((ME, LEA, OMAR), 0.2), ((ME, SAMIR, OMAR), 0.1))
    for ids, values, fault in (
        ([LEA], [0.0], "willingness holds 0"),
        ([LEA, OMAR], [0.5], "ids and values"),
        ([5], [0.5], "no person 5"),
    ):
        with pytest.raises(ValueError, match=fault):
            known.set_willingness(ids, values)
    assert known.chains(ME, [OMAR], best=1) == near(((ME, LEA, OMAR), 0.2))


def test_somebodys_ties_are_replaced(graph):
    known = graph(*KNOWN)
    known.replace_ties(ZOE, [ME, LEA], [0.5, 0.25])
    assert known.ties == 6
    assert known.chains(ME, [ZOE]) == near(((ME, ZOE), 0.5), ((ME, LEA, ZOE), 0.2))
    assert known.chains(OMAR, [ZOE], hops=2) == near(((OMAR, LEA, ZOE), 0.125))
    known.replace_ties(ZOE, [ME], [0.5], [0.25])
    assert known.chains(ME, [ZOE], best=1) == [Chain((ME, ZOE), 0.25)]
    assert known.chains(ZOE, [ME], best=1) == [Chain((ZOE, ME), 0.5)]
    known.replace_ties(ZOE, [], [])
    assert known.chains(ME, [ZOE]) == []
    assert known.chains(ME, [OMAR], best=1) == near(((ME, LEA, OMAR), 0.4))


def test_ties_are_replaced_without_end(graph_type):
    """Beyond a number of changes the kernel lays its rows out anew."""
    people = 200
    known = graph_type.build(people, [0], [1], [0.5], [1] * people)
    for person in range(1, people):
        known.replace_ties(person, range(person), [0.5] * person)
    assert known.ties == people * (people - 1) // 2
    assert known.chains(3, [7], 1) == [Chain((3, 7), 0.5)]


@pytest.mark.parametrize(
    ("ties", "fault"),
    [
        (([ZOE], [0.5]), "themself"),
        (([LEA, LEA], [0.5, 0.5]), "twice"),
        (([5], [0.5]), "the tie 4, 5 names"),
        (([LEA], [2]), "strength holds 2"),
        (([LEA], [0.5], [0]), "strength_back holds 0"),
        (([LEA], []), "columns"),
        (([LEA], [0.5], []), "columns"),
    ],
)
def test_ties_are_not_replaced_by_unsound_ones(graph, ties, fault):
    known = graph(*KNOWN)
    with pytest.raises(ValueError, match=fault):
        known.replace_ties(ZOE, *ties)
    assert known.chains(OMAR, [ZOE], best=1) == near(((OMAR, ZOE), 0.5))


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        (([0], [1, 2], [0.5], [1, 1, 1]), "columns"),
        (([0], [1], [0.5, 0.5], [1, 1, 1]), "columns"),
        (([0], [1], [0.5], [1, 1]), "willingness holds 2 numbers for 3 people"),
        (([0], [3], [0.5], [1, 1, 1]), "the tie 0, 3"),
        (([-1], [1], [0.5], [1, 1, 1]), "the tie -1, 1"),
        (([2**40], [1], [0.5], [1, 1, 1]), "the tie 1099511627776, 1"),
        (([2**70], [1], [0.5], [1, 1, 1]), "out of range"),
        (([1], [1], [0.5], [1, 1, 1]), "1 is tied with themself"),
        (([0, 2, 1], [1, 1, 0], [0.5, 0.5, 0.5], [1, 1, 1]), "the tie 1, 0 is given twice"),
        (([0], [1], [0.0], [1, 1, 1]), "strength holds 0, which is not in"),
        (([0], [1], [1.5], [1, 1, 1]), "strength holds 1.5"),
        (([0], [1], [float("nan")], [1, 1, 1]), "strength holds nan"),
        (([0], [1], [float("inf")], [1, 1, 1]), "strength holds inf"),
        (([0], [1], [1e-60], [1, 1, 1]), "strength holds 0"),
        (([0], [1], [0.5], [1, 0, 1]), "willingness holds 0"),
        (([0], [1], [0.5], [1, 1, 1], [-1]), "strength_back holds -1"),
        (([0], [1], [0.5], [1, 1, 1], []), "columns"),
    ],
)
def test_a_graph_is_built_of_sound_columns_only(graph_type, columns, fault):
    with pytest.raises(ValueError, match=fault):
        graph_type.build(3, *columns)


@pytest.mark.parametrize("people", [-1, 2**32])
def test_people_are_so_many(graph_type, people):
    with pytest.raises(ValueError, match="people"):
        graph_type.build(people, [], [], [], [])


def test_a_graph_may_hold_nobody(graph_type):
    assert graph_type.build(0, [], [], [], []).people == 0


@pytest.mark.parametrize(
    "query",
    [
        {"source": 5, "targets": [1]},
        {"source": 0, "targets": [-1]},
        {"source": 0, "targets": [1], "avoid": [5]},
        {"source": 0, "targets": [1], "closed": [5]},
        {"source": 0, "targets": [1], "hops": 0},
        {"source": 0, "targets": [1], "hops": 9},
        {"source": 0, "targets": [1], "best": 0},
        {"source": 0, "targets": [1], "best": -1},
        {"source": 0, "targets": [1], "per_connector": 0},
        {"source": 0, "targets": []},
    ],
)
def test_a_query_names_people_of_the_graph_and_counts_from_one(graph, query):
    with pytest.raises(ValueError, match=r"no person|count from 1|at most 8 ties|no target"):
        graph(*KNOWN).chains(**query)


def test_best_to_all_starts_from_somebody_of_the_graph(graph):
    with pytest.raises(ValueError, match="no person 5"):
        graph(*KNOWN).best_to_all(5)


@pytest.mark.parametrize(
    "column",
    [
        list,
        tuple,
        iter,
        dict.fromkeys,
        lambda numbers: array.array("q", numbers),
        lambda numbers: array.array("B", numbers),
        lambda numbers: np.array(numbers, np.int16),
        lambda numbers: np.array(numbers, np.uint32),
        lambda numbers: np.repeat(np.array(numbers, np.int32), 3)[::3],
        lambda numbers: [np.int64(number) for number in numbers],
        lambda numbers: np.array(numbers, object),
        lambda numbers: dict.fromkeys(numbers).keys(),
        bytes,
    ],
)
def test_columns_come_in_many_forms(graph_type, column):
    known = graph_type.build(5, column([0, 1]), column([1, 2]), [0.5, 0.5], [1] * 5)
    assert known.chains(0, column([2])) == [Chain((0, 1, 2), 0.25)]


@pytest.mark.parametrize("real", [np.float32, np.float64, np.float16, int])
def test_strengths_come_in_many_forms(graph_type, real):
    known = graph_type.build(2, [0], [1], np.array([1], real), np.array([1, 1], real))
    assert known.chains(0, {1}) == [Chain((0, 1), 1.0)]


@pytest.mark.parametrize(
    "numbers",
    [
        [0.5],
        ["0"],
        "0",
        np.zeros((1, 1), np.int32),
        [None],
        7,
        [0, 0.5],
        [[0]],
        np.array([2**64 - 1], np.uint64),
        [2**63],
        [np.uint64(2**63)],
    ],
)
def test_people_are_whole_numbers(graph_type, numbers):
    with pytest.raises((TypeError, ValueError)):
        graph_type.build(2, numbers, [1], [0.5], [1, 1])


@pytest.mark.parametrize("numbers", [["0.5"], [b"1"], [None], [1j], "1", 7, [[1]]])
def test_strengths_are_numbers(graph_type, numbers):
    with pytest.raises((TypeError, ValueError)):
        graph_type.build(2, [0], [1], numbers, [1, 1])


@pytest.mark.parametrize("real", [lambda one: np.array([one], object), lambda one: [Fraction(one)]])
def test_strengths_may_be_any_kind_of_real_number(graph_type, real):
    known = graph_type.build(2, [0], [1], real(0.5), [1, 1])
    assert known.chains(0, [1]) == [Chain((0, 1), 0.5)]


def test_a_list_that_changes_while_it_is_read_does_no_harm(graph_type):
    numbers = [0] * 1000

    class Zero:
        def __index__(self):
            numbers.clear()
            return 0

    numbers[0] = Zero()
    with pytest.raises((ValueError, IndexError)):
        graph_type.build(2, numbers, [1] * 1000, [0.5] * 1000, [1, 1])


def test_a_refused_column_is_let_go(graph_type):
    table = np.zeros((1, 1), np.int32)
    view = memoryview(table)
    with pytest.raises(ValueError, match="one dimension"):
        graph_type.build(2, view, [1], [0.5], [1, 1])
    view.release()


def test_odds_may_be_too_small_for_nine_digits(graph_type):
    least = 2.0**-149
    line = graph_type.build(6, range(5), range(1, 6), [least] * 5, [least] * 6)
    assert line.chains(0, [5], 5) == [Chain((0, 1, 2, 3, 4, 5), 0.0)]
    assert line.chains(0, [3], 3) == [Chain((0, 1, 2, 3), 0.0)]


def test_many_equal_odds_are_gone_through_in_parts(graph_type, monkeypatch):
    monkeypatch.setattr(search, "_MOST_AT_ONCE", 50)
    layers = [range(start, start + 8) for start in (1, 9, 17)]
    ties = [(0, other) for other in layers[0]]
    for near, far in itertools.pairwise(layers):
        ties += itertools.product(near, far)
    a, b = zip(*ties, strict=True)
    known = graph_type.build(25, a, b, [0.5] * len(a), [1] * 25)
    found = known.chains(0, layers[2], best=3)
    assert [chain.people for chain in found] == [(0, 1, 9, 17), (0, 1, 9, 18), (0, 1, 9, 19)]
    found = known.chains(0, layers[2], best=3, per_connector=1)
    assert [chain.people for chain in found] == [(0, 1, 9, 17), (0, 2, 9, 17), (0, 3, 9, 17)]


def test_without_a_compiler_the_twin_stands_in(monkeypatch):
    monkeypatch.setitem(sys.modules, "entregent.network._kernel", None)
    try:
        assert importlib.reload(graph_module).Graph.__module__ == "entregent.network.twin.graph"
    finally:
        monkeypatch.undo()
        importlib.reload(graph_module)
