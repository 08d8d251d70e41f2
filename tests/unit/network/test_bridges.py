"""Ties without which two circles would be linked by nobody but me."""

from entregent.network.bridges import Bridge, Side, bridges
from entregent.network.reach import Web


def web(*ties):
    pairs = [tie.split("-") for tie in ties]
    people = sorted({one for pair in pairs for one in pair} - {"me"})
    links = [(a, b, 0.5, 0.5) for a, b in pairs]
    return Web.of(["me", *people], links, dict.fromkeys(people, 0.5), 3)


CHOIR, CLUB = ["léa", "anne"], ["omar", "zoé"]
BOTH = {"choir": CHOIR, "club": CLUB}
AROUND_ME = ("me-léa", "me-anne", "me-omar", "me-zoé")


def test_one_tie_between_two_circles_is_a_bridge():
    known = web(*AROUND_ME, "léa-anne", "omar-zoé", "léa-omar")
    assert bridges(known, BOTH) == [
        Bridge(Side("léa", 2, ("choir",)), Side("omar", 2, ("club",))),
    ]


def test_two_ties_between_them_are_none():
    assert bridges(web(*AROUND_ME, "léa-anne", "omar-zoé", "léa-omar", "anne-zoé"), BOTH) == []


def test_a_circle_need_not_be_tied_together():
    (bridge,) = bridges(web(*AROUND_ME, "léa-omar"), BOTH)
    assert bridge == Bridge(Side("léa", 1, ("choir",)), Side("omar", 1, ("club",)))


def test_a_tie_within_a_circle_joins_no_circles():
    known = web(*AROUND_ME, "léa-anne", "anne-omar", "omar-zoé", "léa-paul", "paul-max")
    (bridge,) = bridges(known, {"choir": [*CHOIR, "omar"], "club": ["paul", "max"]})
    assert {bridge.one.person, bridge.other.person} == {"léa", "paul"}


def test_a_circle_on_both_sides_is_not_parted():
    known = web(*AROUND_ME, "léa-omar", "omar-zoé")
    assert bridges(known, {"choir": ["léa", "zoé"], "club": ["omar"]}) == []


def test_three_people_are_a_circle_though_it_has_no_name():
    three = ("a-b", "b-c", "c-a", "me-a")
    known = web(*three, "d-e", "e-f", "f-d", "a-d")
    assert bridges(known, {}) == [Bridge(Side("a", 3), Side("d", 3))]
    assert bridges(web(*three, "d-e", "a-d"), {}) == [], "two people are a pair"


def test_the_largest_sides_come_first():
    known = web("me-a", "a-b", "b-c", "c-a", "c-d", "d-e", "e-f", "f-d", "f-g", "g-h", "h-f", "b-x")
    named = {"choir": ["a", "b"], "club": ["d", "e"], "one": ["x"]}
    assert [(b.one.person, b.other.person) for b in bridges(known, named)] == [
        ("c", "d"), ("b", "x"),
    ]  # fmt: skip


def test_ties_beyond_reach_are_not_told():
    line = ("me-a", "a-b", "b-c", "c-d", "d-e", "e-f")
    assert bridges(web(*line), {}) == []
    (bridge,) = bridges(web(*line, "me-b"), {})
    assert {bridge.one.person, bridge.other.person} == {"c", "d"}
    assert bridges(web("me-a", "x-y"), {"one": ["x"], "two": ["y"]}) == []
