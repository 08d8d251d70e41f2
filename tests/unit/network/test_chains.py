"""The network by people's own ids."""

from datetime import date

import pytest

from entregent.domain.asking import Chain
from entregent.domain.facts import Entry, Source, Tied
from entregent.domain.people import Tie, Trace
from entregent.domain.words import Channel, Closeness, Origin
from entregent.network.chains import Network
from entregent.network.strength import strength, strength_back
from entregent.network.ties import LANDMARK, build_ties
from entregent.settings import Settings

SETTINGS = Settings()


TODAY = date(2026, 6, 1)


def tied(*words):
    bonds = [
        Entry("id", "batch", Tied(one, other, closeness=closeness), Source(Origin.HAND))
        for one, other, closeness in words
    ]
    return build_ties(bonds, (), (), TODAY, SETTINGS, "me")


def tie(closeness):
    return Tie("a", "b", closeness=closeness, declared=True)


TIES = tied(
    ("zoé", "me", Closeness.GOOD),
    ("anne", "me", Closeness.SLIGHT),
    ("anne", "omar", Closeness.GOOD),
    ("zoé", "omar", Closeness.GOOD),
    ("omar", "paul", Closeness.GOOD),
)
NETWORK = Network.of("me", TIES, dict.fromkeys(("anne", "omar", "paul", "zoé"), 0.5), SETTINGS)
GOOD = strength(tie(Closeness.GOOD), SETTINGS)
SLIGHT = strength(tie(Closeness.SLIGHT), SETTINGS)


def near(people, odds):
    """A chain whose odds are these, as far as single precision goes."""
    return Chain(people, pytest.approx(odds, rel=1e-6))


def test_chains_speak_of_people():
    assert NETWORK.chains(["omar", "a stranger"]) == [
        near(("me", "zoé", "omar"), GOOD * 0.5 * GOOD),
        near(("me", "anne", "omar"), SLIGHT * 0.5 * GOOD),
    ]
    assert NETWORK.chains(["a stranger"]) == []


def test_some_are_avoided_or_closed_and_connectors_are_counted():
    assert [c.people[1] for c in NETWORK.chains(["omar"], avoid=["zoé"])] == ["anne"]
    assert NETWORK.chains(["paul"], closed=["omar"]) == []
    assert len(NETWORK.chains(["omar", "paul"], best=None, per_connector=1)) == 2
    assert len(NETWORK.chains(["omar", "paul"], 2, 1)) == 1


def test_the_best_to_everybody_who_can_be_reached():
    odds = NETWORK.best_to_all(hops=2)
    assert set(odds) == {"zoé", "anne", "omar"}
    assert odds["zoé"] == pytest.approx(GOOD)
    assert set(NETWORK.best_to_all()) == {"zoé", "anne", "omar", "paul"}


def test_an_ask_goes_towards_whoever_answers():
    path = (("me", "anne"), ("anne", "omar"), ("omar", "zoé"))
    ties = build_ties(
        (),
        [
            Trace(*ends, Channel.WROTE, weight, 1, LANDMARK, LANDMARK)
            for one, other in path
            for ends, weight in (((one, other), 1.0), ((other, one), 9.0))
        ],
        (),
        LANDMARK,
        SETTINGS,
        "me",
    )
    mine = ties["anne", "me"]
    network = Network.of("me", ties, dict.fromkeys(("anne", "omar", "zoé"), 1.0), SETTINGS)
    there = strength(mine, SETTINGS)
    assert network.chains(["zoé"]) == [near(("me", "anne", "omar", "zoé"), there**3)]
    turned = Network.of("zoé", ties, dict.fromkeys(("anne", "omar", "me"), 1.0), SETTINGS)
    back = strength_back(mine, SETTINGS)
    assert turned.chains(["me"]) == [near(("zoé", "omar", "anne", "me"), back**3)]
    assert back < there


def test_a_network_of_nobody_leads_nowhere():
    assert Network.of("me", tied(), {}, SETTINGS).chains(["omar"]) == []
