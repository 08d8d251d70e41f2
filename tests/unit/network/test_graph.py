"""Chains on small graphs, and what the graph refuses."""

import pytest

from entregent.network.graph import Chain, Graph

ME, LEA, SAMIR, OMAR, ZOE = range(5)


def graph(*ties, willingness=(1, 1, 1, 1, 1), back=None):
    a, b, strength = zip(*ties, strict=True)
    return Graph.build(5, a, b, strength, willingness, back)


KNOWN = ((ME, LEA, 0.8), (ME, SAMIR, 0.5), (LEA, OMAR, 0.5), (SAMIR, OMAR, 0.8), (OMAR, ZOE, 0.5))


def test_the_best_chain_comes_first_and_equal_odds_by_people():
    assert graph(*KNOWN).chains(ME, [OMAR]) == [
        Chain((ME, LEA, OMAR), 0.4),
        Chain((ME, SAMIR, OMAR), 0.4),
    ]


def test_those_in_between_must_be_willing_but_not_the_ends():
    found = graph(*KNOWN, willingness=(0.1, 0.5, 0.9, 0.1, 1)).chains(ME, [OMAR])
    assert found == [Chain((ME, SAMIR, OMAR), 0.36), Chain((ME, LEA, OMAR), 0.2)]


def test_chains_have_so_many_ties_at_most():
    known = graph((ME, LEA, 0.5), (LEA, SAMIR, 0.5), (SAMIR, OMAR, 0.5))
    assert known.chains(ME, [OMAR], hops=2) == []
    assert known.chains(ME, [OMAR], hops=3) == [Chain((ME, LEA, SAMIR, OMAR), 0.125)]
    assert known.chains(ME, [LEA], hops=1) == [Chain((ME, LEA), 0.5)]


def test_any_target_will_do_and_none_but_the_source_gives_nothing():
    found = graph(*KNOWN).chains(ME, [LEA, OMAR, ME], best=2)
    assert found == [Chain((ME, LEA), 0.8), Chain((ME, LEA, OMAR), 0.4)]
    assert graph(*KNOWN).chains(ME, []) == []
    assert graph(*KNOWN).chains(ME, [ME]) == []


def test_each_connector_is_proposed_so_often_at_most():
    ties = (*KNOWN, (LEA, ZOE, 0.9), (LEA, SAMIR, 0.9))
    found = graph(*ties).chains(ME, [OMAR, ZOE], best=None, per_connector=1)
    assert found == [Chain((ME, LEA, ZOE), 0.72), Chain((ME, SAMIR, LEA, ZOE), 0.405)]
    assert len(graph(*ties).chains(ME, [OMAR, ZOE], best=3, per_connector=2)) == 3


def test_the_search_stops_where_nothing_better_can_come():
    ties = ((ME, LEA, 0.9), (ME, SAMIR, 0.1), (LEA, OMAR, 0.9), (SAMIR, OMAR, 0.9))
    found = graph(*ties).chains(ME, [OMAR], best=1, per_connector=1)
    assert found == [Chain((ME, LEA, OMAR), 0.81)]


def test_some_stand_nowhere_and_some_only_first_or_last():
    ties = (*KNOWN, (LEA, SAMIR, 0.9))
    assert [c.people for c in graph(*ties).chains(ME, [OMAR], avoid=[LEA])] == [(ME, SAMIR, OMAR)]
    assert graph(*ties).chains(ME, [OMAR], avoid=[OMAR]) == []
    found = graph(*ties).chains(ME, [OMAR, ZOE], best=None, closed=[SAMIR, OMAR])
    assert [c.people for c in found] == [
        (ME, LEA, OMAR),
        (ME, SAMIR, OMAR),
        (ME, SAMIR, LEA, OMAR),
    ]


def test_a_tie_may_be_stronger_one_way():
    known = graph((ME, LEA, 0.5), (OMAR, LEA, 0.1), back=(0.2, 0.9))
    assert known.chains(ME, [OMAR]) == [Chain((ME, LEA, OMAR), 0.45)]
    assert known.chains(OMAR, [ME]) == [Chain((OMAR, LEA, ME), 0.02)]


def test_the_best_to_all():
    known = graph(*KNOWN, willingness=(0.1, 0.5, 1, 0.5, 1))
    assert known.best_to_all(ME) == [0.0, 0.8, 0.5, 0.4, 0.1]
    assert known.best_to_all(ME, hops=2) == [0.0, 0.8, 0.5, 0.4, 0.0]
    assert known.best_to_all(ZOE, hops=1) == [0.0, 0.0, 0.0, 0.5, 0.0]


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        (([0], [1, 2], [0.5], [1, 1, 1]), "columns"),
        (([0], [1], [0.5, 0.5], [1, 1, 1]), "columns"),
        (([0], [1], [0.5], [1, 1]), "willingness holds 2 numbers for 3 people"),
        (([0], [3], [0.5], [1, 1, 1]), "the tie 0, 3"),
        (([-1], [1], [0.5], [1, 1, 1]), "the tie -1, 1"),
        (([1], [1], [0.5], [1, 1, 1]), "themself"),
        (([0, 1], [1, 0], [0.5, 0.5], [1, 1, 1]), "twice"),
        (([0], [1], [0.0], [1, 1, 1]), "strength holds 0.0"),
        (([0], [1], [1.5], [1, 1, 1]), "strength holds 1.5"),
        (([0], [1], [float("nan")], [1, 1, 1]), "strength holds nan"),
        (([0], [1], [0.5], [1, 0, 1]), "willingness holds 0"),
        (([0], [1], [0.5], [1, 1, 1], [-1]), "strength_back holds -1"),
        (([0], [1], [0.5], [1, 1, 1], []), "columns"),
    ],
)
def test_a_graph_is_built_of_sound_columns_only(columns, fault):
    with pytest.raises(ValueError, match=fault):
        Graph.build(3, *columns)


@pytest.mark.parametrize(
    "query",
    [
        {"source": 5, "targets": [1]},
        {"source": 0, "targets": [-1]},
        {"source": 0, "targets": [1], "avoid": [5]},
        {"source": 0, "targets": [1], "closed": [5]},
        {"source": 0, "targets": [1], "hops": 0},
        {"source": 0, "targets": [1], "best": 0},
        {"source": 0, "targets": [1], "best": -1},
        {"source": 0, "targets": [1], "per_connector": 0},
    ],
)
def test_a_query_names_people_of_the_graph_and_counts_from_one(query):
    with pytest.raises(ValueError, match=r"no person|count from 1"):
        graph(*KNOWN).chains(**query)


def test_best_to_all_starts_from_somebody_of_the_graph():
    with pytest.raises(ValueError, match="no person 5"):
        graph(*KNOWN).best_to_all(5)
