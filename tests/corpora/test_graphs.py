"""Graphs to measure on, and LDBC's social network: shortest paths and trusted paths.

The benchmark's interactive queries 13 and 14 ask how far apart two people are, and for all shortest
paths between them, weighed by how much each two neighbours on a path answered each other. Both can
be asked of our graph; a plain breadth-first search tells what must come out.
"""

import math
import os
import random
import runpy
from collections import deque
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from entregent.network import graph as whichever
from entregent.network import twin

ROOT = Path(__file__).parents[2]
GRAPHS = Path(os.environ.get("ENTREGENT_SHARED", ROOT.parent / "shared")) / "data" / "graphs"
LDBC = GRAPHS / "ldbc"
FAR = 5
"""Nobody in LDBC's test data is further apart."""
SCALE = 16
"""Halves by which the odds of a tie halve: small enough for nine digits over five ties."""

bench = SimpleNamespace(**runpy.run_path(str(ROOT / "bench" / "graphs.py")))
needs_ldbc = pytest.mark.skipif(not LDBC.is_dir(), reason="LDBC's files are not here")
needs_structures = pytest.mark.skipif(not GRAPHS.is_dir(), reason="the real graphs are not here")


@pytest.fixture(params=[whichever.Graph, twin.Graph], ids=["graph", "twin"])
def graph(request):
    return request.param


@pytest.fixture(scope="module")
def ldbc():
    """Who knows whom among 184 people, by their places, and how much they answered each other."""
    ids, ties = bench.ldbc_knows(LDBC)
    replies = bench.ldbc_replies(LDBC)
    halves = {(a, b): replies[min(ids[a], ids[b]), max(ids[a], ids[b])] for a, b in ties}
    return len(ids), halves


def built(graph, people, strength):
    ties = list(strength)
    return graph.build(
        people,
        np.array([a for a, _ in ties], dtype=np.int32),
        np.array([b for _, b in ties], dtype=np.int32),
        np.array([strength[tie] for tie in ties], dtype=np.float32),
        np.ones(people, dtype=np.float32),
    )


def rows(people, ties):
    known = [[] for _ in range(people)]
    for a, b in ties:
        known[a].append(b)
        known[b].append(a)
    return known


def distances(known, source):
    far = {source: 0}
    queue = deque([source])
    while queue:
        person = queue.popleft()
        for other in known[person]:
            if other not in far:
                far[other] = far[person] + 1
                queue.append(other)
    return far


def shortest_paths(known, far, target):
    """Yield all shortest paths to the target, from where `far` counts."""
    if far[target] == 0:
        yield (target,)
        return
    for before in known[target]:
        if far[before] == far[target] - 1:
            for path in shortest_paths(known, far, before):
                yield (*path, target)


@needs_ldbc
def test_how_far_apart_two_people_are(graph, ldbc):
    people, halves = ldbc
    asked = built(graph, people, dict.fromkeys(halves, 1.0))
    known = rows(people, halves)
    for source in random.Random(1).sample(range(people), 12):
        far = distances(known, source)
        found = {
            target: next(
                hops for hops in range(1, FAR + 1) if asked.chains(source, [target], hops, best=1)
            )
            for target in range(people)
            if target != source
        }
        assert {source: 0, **found} == far


@needs_ldbc
def test_all_shortest_paths_by_how_much_people_answered_each_other(graph, ldbc):
    people, halves = ldbc
    most = max(halves.values())
    asked = built(
        graph, people, {tie: 2 ** ((half - most) / SCALE) for tie, half in halves.items()}
    )
    known = rows(people, halves)
    dice = random.Random(2)
    for source in dice.sample(range(people), 12):
        far = distances(known, source)
        for target in dice.sample([each for each in range(people) if each != source], 6):
            weighed = [
                (sum(halves[min(tie), max(tie)] for tie in pairwise(path)), path)
                for path in shortest_paths(known, far, target)
            ]
            chains = asked.chains(source, [target], far[target], best=1000)
            told = [
                (round(SCALE * math.log2(chain.odds)) + most * far[target], tuple(chain.people))
                for chain in chains
            ]
            assert sorted(told) == sorted(weighed)
            assert [weight for weight, _ in told] == sorted((w for w, _ in weighed), reverse=True)


@needs_structures
@pytest.mark.parametrize(
    ("name", "people", "ties"),
    [
        ("ego-twitter-undirected", 81_306, 1_342_296),
        ("astro-ph-cc1", 17_903, 196_972),
        ("ca-condmat-cc1", 21_363, 91_286),
    ],
)
def test_a_real_structure_is_read_without_ties_to_oneself(name, people, ties):
    read = bench.jlg(GRAPHS / f"{name}.jlg", seed=1)
    assert (read.people, read.a.size) == (people, ties)
    assert (read.a < read.b).all()


def test_an_invented_graph_has_just_so_many_ties_each_once():
    made = bench.synthetic(5_000, 50_000, seed=3)
    lower, higher = np.minimum(made.a, made.b), np.maximum(made.a, made.b)
    assert np.unique(lower.astype(np.int64) * 5_000 + higher).size == 50_000
    assert (lower < higher).all()
    assert lower.min() >= 0
    assert higher.max() < 5_000
    for odds in (made.strength, made.willingness):
        assert 0 < odds.min() <= odds.max() <= 1


def test_the_same_seed_invents_the_same_graph():
    one, again, other = (bench.synthetic(500, 3_000, seed) for seed in (1, 1, 2))
    assert (one.a == again.a).all()
    assert (one.strength == again.strength).all()
    assert (one.a != other.a).any()


def test_strengths_may_have_few_levels():
    made = bench.synthetic(500, 3_000, seed=1, levels=bench.FEW_LEVELS)
    assert np.unique(made.strength).tolist() == pytest.approx(bench.FEW_LEVELS)


def test_too_many_ties_for_so_few_people_are_refused():
    with pytest.raises(ValueError, match="too many"):
        bench.synthetic(10, 46, seed=1)
