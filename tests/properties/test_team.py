"""A room is shared out as evenly as can be, and alike by every partner."""

from dataclasses import replace
from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from entregent.coach.team.dividing import shared_out
from entregent.coach.team.guests import Guests
from entregent.coach.team.plan import plan
from entregent.domain.partners import Named, Share

COST = st.one_of(st.none(), st.integers(0, 3))


@st.composite
def rooms(draw, most_tasks=5, most_hands=4):
    hands = draw(st.integers(1, most_hands))
    row = st.lists(COST, min_size=hands, max_size=hands).filter(
        lambda costs: any(cost is not None for cost in costs)
    )
    return draw(st.lists(row, max_size=most_tasks)), hands


def worth(costs, hands, whose):
    loads = [whose.count(hand) for hand in range(hands)]
    return sum(load**2 for load in loads), sum(
        row[hand] for row, hand in zip(costs, whose, strict=True)
    )


@given(rooms())
def test_no_way_of_sharing_out_is_better(room):
    costs, hands = room
    allowed = [[hand for hand in range(hands) if row[hand] is not None] for row in costs]
    best = min(worth(costs, hands, list(way)) for way in product(*allowed))
    assert worth(costs, hands, shared_out(costs, hands)) == best


@given(rooms(most_tasks=40))
def test_an_assignment_to_places_in_each_load_is_no_better(room):
    costs, hands = room
    whose = shared_out(costs, hands)
    assert all(row[hand] is not None for row, hand in zip(costs, whose, strict=True))
    if not costs:
        return
    weight = 1000
    places = [(hand, place) for place in range(len(costs)) for hand in range(hands)]
    matrix = np.array(
        [
            [
                1e9 if row[hand] is None else row[hand] + weight * (2 * place + 1)
                for hand, place in places
            ]
            for row in costs
        ]
    )
    least = matrix[linear_sum_assignment(matrix)].sum()
    squares, paid = worth(costs, hands, whose)
    assert squares * weight + paid == least


# --- the plan ----------------------------------------------------------------------------------

GUESTS = [
    *(Named(f"Invité {letter}", company) for letter in "ABC" for company in ("", "Airbus")),
    *(Named("invite a", "AIRBUS"), Named("Camille"), Named("Nora", "Miel")),
]
SOME = st.lists(st.sampled_from(GUESTS), max_size=5).map(tuple)
SEEKS = st.lists(st.sampled_from(("Airbus", "du miel", "un emploi")), max_size=2).map(tuple)


@st.composite
def teams(draw):
    names = draw(
        st.lists(
            st.sampled_from(("Camille", "Samir", "Léa", "Tom")), min_size=2, max_size=4, unique=True
        )
    )
    return [Share(name, draw(SEEKS), draw(SOME), draw(SOME), draw(SOME)) for name in names]


def spoken_of(team):
    return [one for share in team for one in (*share.meets, *share.knows, *share.presents)]


def senses(text):
    return frozenset(word.lower() for word in text.split() if len(word) > 3)


@given(teams(), st.randoms())
def test_every_partner_has_the_same_plan_in_whatever_order_shares_come(team, shuffle):
    made = plan(team, senses)
    told = [
        replace(
            share,
            meets=tuple(shuffle.sample(share.meets, len(share.meets))),
            knows=tuple(shuffle.sample(share.knows, len(share.knows))),
        )
        for share in shuffle.sample(team, len(team))
    ]
    again = plan(told, senses)
    assert (again.tasks, again.introductions) == (made.tasks, made.introductions)


@given(teams())
def test_everybody_wished_for_is_somebodys_once_and_nobody_else_is(team):
    made = plan(team, senses)
    guests = Guests(
        [one for share in team for one in (*share.meets, *share.knows, *share.presents)]
    )
    names = {share.name for share in team}
    wished = {guests.key(one) for share in team for one in share.meets if one.name not in names}
    tasked = [guests.key(task.guest) for task in made.tasks]
    assert sorted(tasked) == sorted(wished)
    assert {task.by for task in made.tasks} <= names


@given(teams())
def test_the_plan_holds_nothing_but_what_was_shared(team):
    made = plan(team, senses)
    shared = set(spoken_of(team))
    assert {task.guest for task in made.tasks} <= shared
    assert {one.guest for one in made.introductions} <= shared
    words = {text for share in team for text in share.seeks}
    assert {one.seeks for one in made.introductions if one.seeks} <= words


@given(teams())
def test_nobody_goes_to_a_guest_whom_another_has_a_better_way_to(team):
    made = plan(team, senses)
    guests = Guests(
        [one for share in team for one in (*share.meets, *share.knows, *share.presents)]
    )
    for task in made.tasks:
        key = guests.key(task.guest)
        presents = {s.name for s in team if key in set(map(guests.key, s.presents))}
        knows = {s.name for s in team if key in set(map(guests.key, s.knows))} | presents
        wishes = {s.name for s in team if key in set(map(guests.key, s.meets))}
        best = next(some for some in (wishes & knows, presents, knows, {task.by}) if some)
        assert task.by in best
        assert set(task.others) == wishes - {task.by}
