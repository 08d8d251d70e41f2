"""The network by people's own ids."""

import pytest

from entregent.domain.asking import Chain
from entregent.domain.pairs import pair
from entregent.domain.people import Tie
from entregent.domain.words import Closeness
from entregent.network.chains import Network
from entregent.network.strength import strength, strength_back
from entregent.settings import Settings

SETTINGS = Settings()


def tie(a, b, closeness=Closeness.GOOD):
    return Tie(a, b, closeness=closeness)


TIES = {
    pair(tie.a, tie.b): tie
    for tie in (
        tie("me", "zoé"),
        tie("me", "anne", Closeness.SLIGHT),
        tie("anne", "omar"),
        tie("zoé", "omar"),
        tie("omar", "paul"),
    )
}
NETWORK = Network.of("me", TIES, dict.fromkeys(("anne", "omar", "paul", "zoé"), 0.5), SETTINGS)
GOOD = strength(tie("a", "b"), SETTINGS)
SLIGHT = strength(tie("a", "b", Closeness.SLIGHT), SETTINGS)


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
    mine = Tie("me", "anne", sent=1.0, received=9.0)
    theirs = [Tie("anne", "omar", sent=1.0, received=9.0), Tie("omar", "zoé", sent=1.0, received=9)]
    ties = {pair(one.a, one.b): one for one in (mine, *theirs)}
    network = Network.of("me", ties, dict.fromkeys(("anne", "omar", "zoé"), 1.0), SETTINGS)
    there = strength(mine, SETTINGS)
    assert network.chains(["zoé"]) == [near(("me", "anne", "omar", "zoé"), there**3)]
    turned = Network.of("zoé", ties, dict.fromkeys(("anne", "omar", "me"), 1.0), SETTINGS)
    back = strength_back(mine, SETTINGS)
    assert turned.chains(["me"]) == [near(("zoé", "omar", "anne", "me"), back**3)]
    assert back < there


def test_a_network_of_nobody_leads_nowhere():
    assert Network.of("me", {}, {}, SETTINGS).chains(["omar"]) == []
