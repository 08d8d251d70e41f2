"""Chains against brute force: every simple path, weighed and sorted."""

import os

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.network import graph, twin
from entregent.network.graph import Chain

TIMES = int(os.environ.get("ENTREGENT_FUZZ", "1"))
"""How many times as many graphs as usual are drawn."""
GRAPHS = {graph.Graph, twin.Graph}
"""The kernel where it is compiled, and its twin."""

FEW = tuple(float(np.float32(level)) for level in (0.3, 0.6, 0.9, 1.0))
"""Few levels, as declared closeness has: equal odds are common."""


@st.composite
def graphs(draw):
    """Draw people, ties both ways, willingness; strengths of few levels or of any."""
    people = draw(st.integers(2, 7))
    level = draw(st.sampled_from([st.sampled_from(FEW), st.floats(0.0625, 1.0, width=32)]))
    pairs = [(a, b) for a in range(people) for b in range(a + 1, people)]
    ties = draw(st.lists(st.sampled_from(pairs), unique=True))
    there = draw(st.lists(level, min_size=len(ties), max_size=len(ties)))
    asymmetric = draw(st.booleans())
    back = draw(st.lists(level, min_size=len(ties), max_size=len(ties))) if asymmetric else None
    willing = draw(st.lists(level, min_size=people, max_size=people))
    return people, ties, there, back, willing


@st.composite
def queries(draw, people):
    some = st.sets(st.integers(0, people - 1), max_size=4)
    targets = st.sets(st.integers(0, people - 1), min_size=1, max_size=8)
    return {
        "source": draw(st.integers(0, people - 1)),
        "targets": draw(targets),
        "hops": draw(st.integers(1, 6)),
        "best": draw(st.none() | st.integers(1, 50)),
        "per_connector": draw(st.none() | st.integers(1, 3)),
        "avoid": draw(st.just(()) | some),
        "closed": draw(st.just(()) | some),
    }


def built(ties, there, back, people, willing):
    columns = [a for a, _ in ties], [b for _, b in ties], there, willing, back
    return [kind.build(people, *columns) for kind in GRAPHS]


def brute_force(graph, query):
    people, ties, there, back, willing = graph
    strength = {}
    for (a, b), one, other in zip(ties, there, back or there, strict=True):
        strength[a, b], strength[b, a] = one, other
    found = []
    avoid = set(query["avoid"]) - {query["source"]}

    def walk(path, strong, willingly):
        if path[-1] in query["targets"] and len(path) > 1:
            found.append(Chain(path, round(strong * willingly, 9)))
        if len(path) > query["hops"] or (len(path) > 2 and path[-1] in query["closed"]):
            return
        for other in range(people):
            step = strength.get((path[-1], other))
            if step is not None and other not in path and other not in avoid:
                own = 1.0 if len(path) == 1 else willing[path[-1]]
                walk((*path, other), strong * step, willingly * own)

    walk((query["source"],), 1.0, 1.0)
    found.sort(key=lambda chain: (-chain.odds, chain.people))
    most, kept, counts = query["per_connector"] or len(found), [], {}
    for chain in found:
        counts[chain.people[1]] = counts.get(chain.people[1], 0) + 1
        if counts[chain.people[1]] <= most:
            kept.append(chain)
    return kept[: query["best"]]


@settings(max_examples=600 * TIMES, deadline=None)
@given(st.data())
def test_chains_are_those_of_brute_force(data):
    people, ties, there, back, willing = graph = data.draw(graphs())
    query = data.draw(queries(people))
    expected = brute_force(graph, query)
    for known in built(ties, there, back, people, willing):
        assert known.chains(**query) == expected


@settings(max_examples=300 * TIMES, deadline=None)
@given(graphs(), st.integers(1, 4))
def test_the_best_to_all_is_the_best_chain_to_each(graph, hops):
    people, ties, there, back, willing = graph
    every = brute_force(
        graph,
        {
            "source": 0,
            "targets": range(1, people),
            "hops": hops,
            "best": None,
            "per_connector": None,
            "avoid": (),
            "closed": (),
        },
    )
    odds = [0.0] * people
    for chain in reversed(every):
        odds[chain.people[-1]] = chain.odds
    for known in built(ties, there, back, people, willing):
        assert list(known.best_to_all(0, hops)) == odds


@st.composite
def changes(draw, people):
    """Ties of somebody that take the place of all they had, there and back."""
    person = draw(st.integers(0, people - 1))
    others = draw(st.sets(st.integers(0, people - 1).filter(lambda one: one != person)))
    size = {"min_size": len(others), "max_size": len(others)}
    level = st.sampled_from(FEW)
    back = st.none() | st.lists(level, **size)
    return person, sorted(others), draw(st.lists(level, **size)), draw(back)


def changed(graph, change):
    people, ties, there, back, willing = graph
    person, others, new, new_back = change
    rows = zip(ties, there, back or there, strict=True)
    rest = [row for row in rows if person not in row[0]]
    rest += [
        ((person, other), one, two)
        for other, one, two in zip(others, new, new_back or new, strict=True)
    ]
    ties, there, back = ([row[part] for row in rest] for part in range(3))
    return people, ties, there, back, willing


@settings(max_examples=300 * TIMES, deadline=None)
@given(data=st.data())
def test_a_changed_graph_answers_as_one_built_anew(data, tmp_path_factory):
    people, ties, there, back, willing = graph = data.draw(graphs())
    twins = built(ties, there, back, people, willing)
    for _ in range(data.draw(st.integers(1, 3))):
        change = data.draw(changes(people))
        graph = changed(graph, change)
        for known in twins:
            known.replace_ties(*change)
    query = data.draw(queries(people))
    expected = brute_force(graph, query)
    path = tmp_path_factory.getbasetemp() / "changed.graph"
    for known in twins:
        assert known.chains(**query) == expected
        known.save(path)
        assert type(known).open(path).chains(**query) == expected
