"""Reach against brute force: every simple chain, everybody removed, every tie cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.network.bridges import bridges
from entregent.network.reach import Web

FEW = (0.3, 0.6, 0.9, 1.0)
PEOPLE = ["me", *"abcdefgh"]


@st.composite
def webs(draw):
    """Draw people, ties of few strengths either way, few of them mine, and how willing each is.

    Half of the webs are long, with a narrow place: all I know know `c`.
    """
    people = PEOPLE[: draw(st.integers(5, len(PEOPLE)))]
    pairs = [(a, b) for a in people[1:] for b in people[1:] if a < b]
    if draw(st.booleans()):
        ties = [("a", "me"), ("b", "me"), ("a", "c"), ("b", "c")]
        pairs = [(a, b) for a, b in pairs if a >= "c"]
    else:
        mine = draw(st.sets(st.sampled_from(people[1:]), min_size=1, max_size=3))
        ties = [(who, "me") for who in sorted(mine)]
    ties += draw(st.lists(st.sampled_from(pairs), unique=True, min_size=1, max_size=11))
    level = st.sampled_from(FEW)
    strength = {tie: (draw(level), draw(level)) for tie in ties}
    return people, strength, {person: draw(level) for person in people[1:]}


@st.composite
def groups(draw, people):
    return draw(st.sets(st.sampled_from(people[1:]), max_size=draw(st.integers(1, 4))))


def web_of(people, strength, willing, hops):
    return Web.of(people, [(*tie, *both) for tie, both in strength.items()], willing, hops)


def chains(strength, willing, hops, without=None):
    """Every simple chain from me, with its odds; whom I ask directly must be willing too."""
    near = {}
    for (a, b), (there, back) in strength.items():
        near.setdefault(a, {})[b], near.setdefault(b, {})[a] = there, back
    found = []

    def walk(path, odds):
        if len(path) == 2:
            found.append((path, odds * willing[path[-1]]))
        elif len(path) > 2:
            found.append((path, odds))
        if len(path) > hops:
            return
        passed = odds if len(path) == 1 else odds * willing[path[-1]]
        for other, tie in near.get(path[-1], {}).items():
            if other not in path and other != without:
                walk((*path, other), passed * tie)

    walk(("me",), 1.0)
    return found


def direct(strength):
    return {b if a == "me" else a for a, b in strength if "me" in (a, b)}


@settings(max_examples=500, deadline=None)
@given(st.data(), webs(), st.integers(1, 4))
def test_whom_and_by_whom_are_those_of_brute_force(data, web, hops):
    people, strength, willing = web
    group = data.draw(groups(people))
    mine = direct(strength)
    every = [(path, odds) for path, odds in chains(strength, willing, hops) if path[-1] in group]
    opened = web_of(people, strength, willing, hops).opened([*group, "a stranger"])
    assert set(opened.people) == {path[-1] for path, _ in every}
    assert set(opened.known) == group & mine
    ways = {path[1] for path, _ in every if mine.isdisjoint(path[2:])}
    firsts = {path[1] for path, _ in every}
    assert ways <= set(opened.through) <= firsts
    if every:
        best = max(round(odds, 9) for _, odds in every)
        assert opened.through[0] in {path[1] for path, odds in every if round(odds, 9) == best}
    for who in opened.people:
        assert any(path[1] in opened.through for path, _ in every if path[-1] == who)


@settings(max_examples=500, deadline=None)
@given(st.data(), webs(), st.integers(1, 5))
def test_the_only_way_in_is_who_closes_a_group_by_being_gone(data, web, hops):
    people, strength, willing = web
    group = data.draw(groups(people))
    mine = direct(strength)
    opened = web_of(people, strength, willing, hops).opened(group)

    def closes(who):
        left = chains(strength, willing, hops, without=who)
        return not any(path[-1] in group for path, _ in left)

    eligible = [who for who in people[1:] if who in mine or who not in group]
    gone = [who for who in eligible if opened.people and closes(who)]
    if opened.only is None:
        assert gone == []
    else:
        assert opened.only in gone
        assert opened.only in mine or mine.isdisjoint(gone), "the nearest to me is named"
    if len(opened.through) == 1:
        assert opened.only == opened.through[0]


@settings(max_examples=300, deadline=None)
@given(st.data(), webs(), st.integers(1, 4))
def test_a_chain_is_the_best_past_nobody_else_i_know(data, web, hops):
    people, strength, willing = web
    group = data.draw(groups(people))
    mine = direct(strength)
    known = web_of(people, strength, willing, hops)
    every = [(path, odds) for path, odds in chains(strength, willing, hops) if path[-1] in group]
    for first in people[1:]:
        begun = [one for one in every if one[0][1] == first]
        own = [one for one in begun if mine.isdisjoint(one[0][2:])] or begun
        at_once = [one for one in own if one[0] == ("me", first)] or own
        best = min(((-round(odds, 9), path) for path, odds in at_once), default=(0, ()))
        chain = known.chain(first, group) if first in mine else ()
        if len(chain) > 2:
            assert (-round(dict(every)[chain], 9), chain) >= best
            assert -round(dict(every)[chain], 9) == best[0]
        else:
            assert chain == best[1]


@settings(max_examples=500, deadline=None)
@given(st.data(), webs())
def test_bridges_are_the_ties_whose_loss_parts_two_circles(data, web):
    people, strength, willing = web
    circles = {name: data.draw(groups(people)) for name in ("choir", "club")}
    known = web_of(people, strength, willing, 3)
    among = [tie for tie in strength if "me" not in tie]

    def around(who, cut):
        side, waiting = set(), [who]
        while waiting:
            here = waiting.pop()
            if here not in side:
                side.add(here)
                waiting += [
                    b if a == here else a for a, b in among if here in (a, b) and (a, b) != cut
                ]
        return side

    def worth(side, beyond):
        own = [members for members in circles.values() if members & side and not members & beyond]
        return own or len(side) >= 3

    wanted = set()
    for one, other in among:
        side, beyond = around(one, (one, other)), around(other, (one, other))
        together = any({one, other} <= members for members in circles.values())
        reached = known.reached(one) and known.reached(other)
        apart = other not in side and worth(side, beyond) and worth(beyond, side)
        if apart and reached and not together:
            wanted.add(frozenset((one, other)))
    found = bridges(known, circles)
    assert {frozenset((b.one.person, b.other.person)) for b in found} == wanted
    for bridge in found:
        for here, there in ((bridge.one, bridge.other), (bridge.other, bridge.one)):
            cut = tuple(sorted((here.person, there.person)))
            side, beyond = around(here.person, cut), around(there.person, cut)
            assert here.people == len(side)
            assert set(here.circles) == {
                name for name, who in circles.items() if who & side and not who & beyond
            }
