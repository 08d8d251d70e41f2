"""What a web of ties opens: whom, by whom, and where one person is the only way in."""

from entregent.network.reach import Opened, Web

EVEN = 0.5


def web(*ties, hops=3, strong=()):
    """Make a web around `me` of ties said as "me-léa"; those in `strong` carry better."""
    pairs = [tie.split("-") for tie in (*ties, *strong)]
    people = sorted({one for pair in pairs for one in pair} - {"me"})
    links = [(a, b, *(2 * [0.9 if f"{a}-{b}" in strong else EVEN])) for a, b in pairs]
    return Web.of(["me", *people], links, dict.fromkeys(people, EVEN), hops)


def test_a_friend_opens_where_her_friends_are():
    assert web("me-léa", "léa-omar").opened(["omar"]) == Opened(("omar",), (), ("léa",), "léa")


def test_somebody_i_know_there_is_a_way_in_alone():
    assert web("me-omar").opened(["omar", "a stranger"]) == Opened(
        ("omar",), ("omar",), ("omar",), "omar"
    )


def test_nobody_is_reached_beyond_so_many_ties():
    far = ("me-léa", "léa-omar", "omar-zoé", "zoé-paul")
    assert web(*far).opened(["paul"]) == Opened()
    assert web(*far, hops=4).opened(["paul"]).only == "léa"
    assert web("me-léa", hops=1).opened([]) == Opened()


def test_the_best_way_stands_first_and_equals_in_the_order_given():
    known = web("me-zoé", "me-anne", "anne-omar", "zoé-omar", strong=["me-paul", "paul-omar"])
    assert known.opened(["omar"]).through == ("paul", "anne", "zoé")


def test_a_friend_of_a_friend_i_know_is_no_way_in_of_his_own():
    assert web("me-léa", "me-samir", "samir-léa", "léa-omar").opened(["omar"]).through == ("léa",)


def test_but_whoever_leads_best_to_somebody_i_hardly_know_is_named_first():
    opened = web("me-omar", strong=["me-léa", "léa-omar"]).opened(["omar"])
    assert opened.through == ("léa", "omar")
    assert opened.only == "omar", "without Omar nobody is left there"


def test_two_friends_who_lead_to_one_person_leave_none_the_only_way():
    opened = web("me-léa", "me-samir", "léa-omar", "samir-omar").opened(["omar"])
    assert (opened.through, opened.only) == (("léa", "samir"), None)


def test_all_ways_may_pass_by_one_person_whom_i_do_not_know():
    ways = ("me-léa", "me-samir", "léa-omar", "samir-omar", "omar-paul")
    assert web(*ways).opened(["paul"]).only == "omar"
    assert web(*ways, "samir-zoé", "zoé-paul").opened(["paul"]).only is None
    assert web(*ways).opened(["paul", "omar"]).only is None, "Omar is there himself"


def test_of_several_narrow_places_the_nearest_is_named():
    ways = ("me-léa", "me-samir", "léa-omar", "samir-omar", "omar-paul", "paul-zoé")
    assert web(*ways, hops=4).opened(["zoé"]).only == "omar"
    assert web(*ways, "omar-anne", "anne-zoé", hops=4).opened(["zoé"]).only == "omar"
    wide = ("me-léa", "me-samir", "léa-omar", "samir-anne", "omar-paul", "anne-paul", "paul-zoé")
    assert web(*wide, hops=4).opened(["zoé"]).only == "paul", "the second place on the way"


def test_a_way_that_would_be_too_long_is_none_when_somebody_is_gone():
    ways = ("me-léa", "me-samir", "léa-omar", "samir-omar", "omar-paul")
    longer = ("samir-zoé", "zoé-anne", "anne-paul")
    assert web(*ways, *longer).opened(["paul"]).only == "omar"
    assert web(*ways, *longer, hops=4).opened(["paul"]).only is None


def test_a_tie_carries_as_it_runs():
    links = [("me", "léa", EVEN, 0.9), ("me", "samir", 0.6, 0.1)]
    known = Web.of(["me", "léa", "samir"], links, {"léa": EVEN, "samir": EVEN}, 3)
    assert known.opened(["léa", "samir"]).people == ("samir", "léa")


def test_the_chain_that_a_way_in_begins():
    known = web("me-léa", "me-samir", "samir-léa", "léa-omar", "omar-paul")
    assert known.chain("léa", ["omar", "paul"]) == ("me", "léa", "omar")
    assert known.chain("léa", ["paul"]) == ("me", "léa", "omar", "paul")
    assert known.chain("léa", ["léa", "omar"]) == ("me", "léa")
    assert known.chain("samir", ["omar"]) == ("me", "samir", "léa", "omar"), "no other way"
    assert known.chain("samir", ["paul"]) == ()


def test_whether_anybody_leads_to_somebody():
    known = web("me-léa", "léa-omar", "zoé-paul")
    assert known.reached("omar")
    assert not known.reached("paul")
