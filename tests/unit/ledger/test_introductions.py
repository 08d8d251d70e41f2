"""How far an introduction is: Léa asked me for one to Omar, or it was my idea."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from entregent.domain.inbox import Brokered, Party, Step
from entregent.ledger.introduction_states import (
    Agreed,
    Declined,
    LetGo,
    Made,
    Move,
    Outcome,
    Sought,
    Thanked,
    ToSeek,
    Void,
    Wait,
    advance,
    aware,
    begun,
    meant,
    moves,
)
from entregent.ledger.introductions import Oddity, Why, facing, introductions

DAY = date(2026, 3, 2)
PERSON, OTHER = Party


def told(*steps, person="léa", other="omar", start=DAY):
    """Facts a day apart: `told("asked", "sought", "agreed other")`."""
    facts = []
    for number, words in enumerate(steps):
        step, _, party = words.partition(" ")
        side = Party(party) if party else None
        on = start + timedelta(days=number)
        facts.append(Brokered(person, other, on, "one", Step(step), f"{step} text", side))
    return facts


def one(*steps, facts=None, today=date(2026, 12, 31), owner="me", **more):
    found, strays = introductions(facts or told(*steps, **more), today, owner)
    assert strays == ()
    (introduction,) = found
    return introduction


def after(number):
    return DAY + timedelta(days=number)


def test_the_whole_way_of_an_introduction_that_was_asked_for():
    steps = ("asked", "sought", "agreed", "made", "outcome", "thanked")
    states = [one(*steps[: n + 1]).state for n in range(len(steps))]
    assert states == [
        ToSeek(DAY, (OTHER,), (PERSON,)),
        Sought(after(1), (Wait(OTHER, after(1)),), (), (PERSON,)),
        Agreed(after(2)),
        Made(after(3)),
        Outcome(after(4), "outcome text"),
        Thanked(after(5), "outcome text"),
    ]
    words = [one(*steps[: n + 1]).word for n in range(len(steps))]
    assert tuple(words) == steps


def test_a_decline_leaves_the_asker_to_be_told_and_is_the_end():
    declined = one("asked", "sought", "declined")
    assert declined.state == Declined(after(2), OTHER, (PERSON,))
    assert declined.moves() == (Move(Step.TOLD, PERSON),)
    assert one("asked", "sought", "declined", "told").moves() == ()
    assert one("asked", "sought", "declined", "agreed").word == "declined"


def test_agreement_may_be_taken_back_until_the_introduction_is_made():
    back = one("asked", "sought", "agreed", "declined other")
    assert back.state == Declined(after(3), OTHER, (PERSON,))
    assert one("asked", "sought", "agreed", "made", "declined other").word == "made"


def test_an_idea_of_mine_needs_the_agreement_of_both():
    assert one("offered").state == ToSeek(DAY, (PERSON, OTHER))
    assert one("offered").word == "offered"
    half = one("offered", "sought other", "agreed")
    assert half.state == ToSeek(after(2), (PERSON,), (OTHER,))
    assert half.word == "asked"
    assert one("offered", "sought other", "agreed", "made").word == "asked"
    both = ("offered", "sought person", "sought other", "agreed other", "agreed person")
    assert one(*both).state == Agreed(after(4))
    waiting = one(*both[:4])
    assert waiting.state == Sought(after(2), (Wait(PERSON, after(1)),), (), (OTHER,))
    refused = one(*both[:4], "declined")
    assert refused.state == Declined(after(4), PERSON, (OTHER,))


def test_who_knows_of_nothing_is_told_of_nothing():
    assert one("asked", "let-go").state == LetGo(after(1), (PERSON,))
    assert one("asked", "sought", "let-go").state == LetGo(after(2), (PERSON, OTHER))
    assert one("offered", "let-go").state == LetGo(after(1), ())
    assert one("offered", "sought person", "declined").state == Declined(after(2), PERSON, ())
    assert one("asked", "sought", "let-go", "told other").moves() == (Move(Step.TOLD, PERSON),)


def test_one_follow_up_and_one_question_how_it_went():
    again = one("asked", "sought", "followed-up", "followed-up")
    assert again.state.waits == (Wait(OTHER, after(1), after(2)),)
    assert [odd.why for odd in again.oddities] == [Why.AGAIN]
    checked = one("asked", "sought", "agreed", "made", "checked", "checked")
    assert checked.state == Made(after(3), after(4))
    assert [odd.why for odd in checked.oddities] == [Why.AGAIN]


def test_words_are_kept_by_who_said_them_and_the_latest_lines_stand():
    known = one("asked", "lines", "sought", "agreed")
    assert known.lines == "lines text"
    assert known.wishes == {OTHER: "agreed text"}
    assert known.at(PERSON) == "léa"
    assert known.at(OTHER) == "omar"


@pytest.mark.parametrize(
    ("steps", "word", "why"),
    [
        (("asked", "made"), "asked", Why.OUT_OF_TURN),
        (("asked", "agreed"), "asked", Why.OUT_OF_TURN),
        (("asked", "sought", "made"), "sought", Why.OUT_OF_TURN),
        (("asked", "sought", "agreed person"), "sought", Why.OUT_OF_TURN),
        (("asked", "sought", "agreed", "sought"), "agreed", Why.AGAIN),
        (("asked", "asked"), "asked", Why.AGAIN),
        (("asked", "offered"), "asked", Why.OUT_OF_TURN),
        (("offered", "sought"), "offered", Why.OUT_OF_TURN),
    ],
)
def test_what_cannot_follow_changes_nothing_and_is_listed(steps, word, why):
    known = one(*steps)
    assert known.word == word
    assert known.oddities == (Oddity(told(*steps)[-1], why),)


def test_facts_that_speak_of_others_or_of_nothing_begun_are_listed():
    facts = [*told("asked"), *told("sought", person="ana", start=after(1))]
    known = one(facts=facts)
    assert [odd.why for odd in known.oddities] == [Why.OTHER_PEOPLE]
    early = one(facts=[*told("asked", start=after(5)), *told("sought")])
    assert [odd.why for odd in early.oddities] == [Why.NO_BEGINNING]
    assert early.word == "asked"
    found, strays = introductions(told("sought", "agreed"), after(9), "me")
    assert found == ()
    assert [odd.why for odd in strays] == [Why.NO_BEGINNING, Why.NO_BEGINNING]


def test_what_is_dated_after_today_has_not_happened():
    assert one("asked", "sought", today=DAY).word == "asked"


def test_two_who_turn_out_to_be_one_person_are_introduced_to_nobody():
    assert one("asked", "sought", other="léa").state == Void(DAY)
    assert one("asked", owner="omar").word == "void"
    assert one("asked", owner="omar").moves() == ()


def test_the_request_that_began_it_is_known():
    (fact,) = told("asked")
    named = Brokered("léa", "omar", DAY, "one", Step.ASKED, request="r1")
    assert one(facts=[named]).request == "r1"
    assert one(facts=[fact]).request is None


def test_the_order_of_entry_does_not_matter():
    facts = told("asked", "sought", "made", "agreed", "made", "agreed")
    first = one(facts=facts)
    assert all(one(facts=list(order)) == first for order in permutations(facts))


def test_a_name_is_learned_only_once_its_bearer_agreed():
    learned = {
        "asked": (False, True),
        "asked sought": (False, True),
        "asked sought agreed": (True, True),
        "asked sought agreed made": (True, True),
        "asked sought declined": (False, False),
        "asked sought let-go": (False, False),
        "offered": (False, False),
        "offered sought:person agreed": (False, True),
        "offered sought:other agreed": (True, False),
    }
    for words, expected in learned.items():
        known = one(*(word.replace(":", " ") for word in words.split()))
        assert (known.may_learn(PERSON), known.may_learn(OTHER)) == expected, words
    assert facing(PERSON) is OTHER
    assert facing(OTHER) is PERSON


# --- the machine, exhaustively -------------------------------------------------------------------

AFTER = {
    "asked": "lines sought let-go",
    "sought": "lines followed-up agreed declined let-go",
    "sought+": "lines agreed declined let-go",
    "agreed": "lines made declined let-go",
    "declined": "told",
    "declined+": "",
    "let-go": "told",
    "let-go+": "told",
    "let-go++": "",
    "made": "checked outcome",
    "made+": "outcome",
    "outcome": "thanked",
    "thanked": "",
}
"""What may follow in an introduction asked for, as a person would write it down."""


def plain(state, step):
    """Return where a step leads from a state of `AFTER`; the state itself where it may not come."""
    if step not in AFTER[state].split() or step == "lines":
        return state
    if step == "let-go":
        return "let-go+" if state == "asked" else "let-go"
    return f"{state}+" if step in ("followed-up", "checked", "told") else step


def named(state):
    """Return the name that `AFTER` has for a state."""
    match state:
        case ToSeek():
            return "asked"
        case Sought(waits=(Wait(followed_up=again),)):
            return "sought+" if again else "sought"
        case Declined(untold=untold):
            return "declined" if untold else "declined+"
        case LetGo(untold=untold):
            return "let-go" + "+" * (2 - len(untold))
        case Made(checked=checked):
            return "made+" if checked else "made"
        case _:
            return type(state).__name__.lower()


def test_every_sequence_of_six_steps_leads_where_the_plain_table_says():
    """Any side may be named with any step that speaks of one, OTHER where it may be either."""
    steps = [step for step in Step if step not in (Step.ASKED, Step.OFFERED)]
    tried = 0

    def go(state, expected, left):
        nonlocal tried
        tried += 1
        assert named(state) == expected
        if not left:
            return
        for step in steps:
            move = meant(state, step)
            if step in (Step.DECLINED, Step.TOLD) and move.party is None:
                move = Move(step, OTHER)
            reached = advance(state, move, DAY) or state
            go(reached, plain(expected, step.value), left - 1)

    go(begun(Step.ASKED, DAY), "asked", 5)
    assert tried == sum(len(steps) ** n for n in range(6))


def test_no_sequence_of_six_steps_makes_an_introduction_without_the_yes_of_both():
    """Every step with every side, from my own idea on; states met before are not walked again."""
    seen = {}

    def go(state, yes, left):
        if seen.get((state, yes), -1) >= left:
            return
        seen[state, yes] = left
        if isinstance(state, Made):
            assert yes == {PERSON, OTHER}
        if not left:
            return
        for step in Step:
            for party in (None, PERSON, OTHER):
                reached = advance(state, Move(step, party), DAY)
                allowed = Move(step, party) in moves(state)
                assert (reached is not None) is allowed or party is not None
                if reached is not None:
                    agreed = yes | {party} if step is Step.AGREED else yes
                    go(reached, frozenset(agreed), left - 1)

    go(begun(Step.OFFERED, DAY), frozenset(), 6)
    assert any(isinstance(state, Made) for state, _ in seen)


def test_who_is_aware_of_an_open_introduction():
    assert aware(one("offered").state) == ()
    assert aware(one("offered", "sought other").state) == (OTHER,)
    assert aware(one("asked", "sought", "agreed").state) == (PERSON, OTHER)
