"""Chains against brute force: every simple path, weighed and sorted."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.network.graph import Chain, Graph

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
    return {
        "source": draw(st.integers(0, people - 1)),
        "targets": draw(some),
        "hops": draw(st.integers(1, 4)),
        "best": draw(st.none() | st.integers(1, 12)),
        "per_connector": draw(st.none() | st.integers(1, 3)),
        "avoid": draw(st.just(()) | some),
        "closed": draw(st.just(()) | some),
    }


def built(ties, there, back, people, willing):
    return Graph.build(people, [a for a, _ in ties], [b for _, b in ties], there, willing, back)


def brute_force(graph, query):
    people, ties, there, back, willing = graph
    strength = {}
    for (a, b), one, other in zip(ties, there, back or there, strict=True):
        strength[a, b], strength[b, a] = one, other
    found = []

    def walk(path, odds):
        if path[-1] in query["targets"] and len(path) > 1:
            found.append(Chain(path, round(odds, 9)))
        if len(path) > query["hops"] or (len(path) > 2 and path[-1] in query["closed"]):
            return
        for other in range(people):
            step = strength.get((path[-1], other))
            if step is not None and other not in path and other not in query["avoid"]:
                passed = odds if len(path) == 1 else odds * willing[path[-1]]
                walk((*path, other), passed * step)

    walk((query["source"],), 1.0)
    found.sort(key=lambda chain: (-chain.odds, chain.people))
    most, kept, counts = query["per_connector"] or len(found), [], {}
    for chain in found:
        counts[chain.people[1]] = counts.get(chain.people[1], 0) + 1
        if counts[chain.people[1]] <= most:
            kept.append(chain)
    return kept[: query["best"]]


@settings(max_examples=600, deadline=None)
@given(st.data())
def test_chains_are_those_of_brute_force(data):
    people, ties, there, back, willing = graph = data.draw(graphs())
    query = data.draw(queries(people))
    assert built(ties, there, back, people, willing).chains(**query) == brute_force(graph, query)


@settings(max_examples=300, deadline=None)
@given(graphs(), st.integers(1, 4))
def test_the_best_to_all_is_the_best_chain_to_each(graph, hops):
    people, ties, there, back, willing = graph
    known = built(ties, there, back, people, willing)
    best = {
        target: chains[0].odds
        for target in range(1, people)
        if (chains := known.chains(0, [target], hops, best=1))
    }
    odds = known.best_to_all(0, hops)
    assert list(odds) == [0.0, *(best.get(person, 0.0) for person in range(1, people))]
