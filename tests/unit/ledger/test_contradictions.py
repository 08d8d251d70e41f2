"""Facts that cannot all be true: each rule on the smallest story that breaks it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.facts import (
    Answered,
    Asked,
    Busy,
    Gave,
    House,
    Invited,
    Position,
    Received,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.inbox import Requested, Responded, Response
from entregent.domain.months import Month
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised, Side
from entregent.domain.words import Kind, Reply
from entregent.ledger.contradictions import contradictions

TODAY = date(2026, 6, 1)


def day(text):
    return date.fromisoformat(text)


def asked(on):
    return Asked("léa", day(on), Kind.ADVICE)


def answered(on, reply=Reply.YES):
    return Answered("léa", day(on), reply)


def thanked(on):
    return Thanked("léa", day(on))


def received(on):
    return Received("léa", day(on))


def promised(on, text="le dossier", by=Side.ME, due=None):
    return Promised("léa", day(on), text, by, due and day(due))


def requested(on, by=None):
    return Requested("léa", day(on), Kind.ADVICE, "r1", by=by and day(by))


def responded(on, request="r1", until=None):
    return Responded("léa", day(on), request, Response.LATER, until and day(until))


STORIES = [
    # what has not come
    ("tomorrow's help", [received("2026-06-02")], ["0 ahead"]),
    ("today's help", [received("2026-06-01")], []),
    ("known since next year", [Tied("léa", "me", since="2027")], ["0 since-ahead"]),
    ("known since this month", [Tied("léa", "me", since="2026-06")], []),
    ("known since school", [Tied("léa", "me", since="le lycée")], []),
    ("work to come", [Worked("léa", "Airbus", Month(2026, 7))], ["0 since-ahead"]),
    ("work without dates", [Worked("léa", "Airbus")], []),
    # what ends before it begins
    ("a position", [Position("léa", "A", start=Month(2020, 5), end=Month(2020, 4))],
     ["0 backwards"]),
    ("a month's position", [Position("léa", "A", start=Month(2020, 5), end=Month(2020, 5))], []),
    ("a busy period", [Busy("léa", day("2026-03-02"), day("2026-03-01"))], ["0 backwards"]),
    ("a promise", [promised("2026-03-02", due="2026-03-01")], ["0 backwards"]),
    ("a request", [requested("2026-03-02", by="2026-03-01")], ["0 backwards"]),
    ("a later answer", [requested("2026-03-01"), responded("2026-03-02", until="2026-03-01")],
     ["1 backwards"]),
    # answers
    ("answered before asked", [asked("2026-03-02"), answered("2026-03-01")], ["1 answered-first"]),
    ("answered on the day", [asked("2026-03-02"), answered("2026-03-02")], []),
    ("answered without an ask", [answered("2026-03-01")], ["0 answered-nothing"]),
    ("an answer revised", [asked("2026-03-01"), answered("2026-03-02"),
                           answered("2026-03-03", Reply.NO)], []),
    ("two answers in a day", [asked("2026-03-01"), answered("2026-03-02"),
                              answered("2026-03-02", Reply.NO)], ["2 answered-twice"]),
    ("two answers to two asks", [asked("2026-03-01"), asked("2026-03-01"), answered("2026-03-02"),
                                 answered("2026-03-02", Reply.NO)], []),
    # thanks
    ("thanked for nothing", [thanked("2026-03-01"), received("2026-03-02")], ["0 thanked-nothing"]),
    ("thanked for help", [received("2026-03-01"), thanked("2026-03-01")], []),
    ("thanked for a yes", [asked("2026-03-01"), answered("2026-03-01"), thanked("2026-03-02")], []),
    ("thanked for a no", [asked("2026-03-01"), answered("2026-03-01", Reply.NO),
                          thanked("2026-03-02")], ["2 thanked-nothing"]),
    ("thanked for an invitation", [Invited("léa", day("2026-03-01")), thanked("2026-03-02")], []),
    ("thanked twice", [received("2026-03-01"), thanked("2026-03-02"), thanked("2026-03-09")],
     ["2 thanked-twice"]),
    ("thanked again", [received("2026-03-01"), thanked("2026-03-02"), received("2026-03-05"),
                       thanked("2026-03-09")], []),
    # what others ask of me
    ("an unknown request", [responded("2026-03-01")], ["0 responded-nothing"]),
    ("another request", [requested("2026-03-01"), responded("2026-03-02", "r2")],
     ["1 responded-nothing"]),
    ("answered before they asked", [requested("2026-03-02"), responded("2026-03-01")],
     ["1 responded-first"]),
    ("answered in order", [requested("2026-03-01"), responded("2026-03-01")], []),
    # promises and leads
    ("a kept promise", [promised("2026-03-01"), Kept("léa", day("2026-03-02"), "Le dossier")], []),
    ("some kept promise", [promised("2026-03-01"), Kept("léa", day("2026-03-02"))], []),
    ("a promise kept, in part of its words",
     [promised("2026-03-01"), Kept("léa", day("2026-03-02"), "Dossier")], []),
    ("a promise kept first", [promised("2026-03-03"), Kept("léa", day("2026-03-02"))],
     ["1 kept-nothing"]),
    ("the other side's", [promised("2026-03-01", by=Side.THEM), Kept("léa", day("2026-03-02"))],
     ["1 kept-nothing"]),
    ("other words", [promised("2026-03-01"), Kept("léa", day("2026-03-02"), "un café")],
     ["1 kept-nothing"]),
    ("a lead ended", [Lead("léa", day("2026-03-01"), company="Airbus"),
                      LeadEnded("léa", day("2026-03-02"), "airbus")], []),
    ("no such lead", [Lead("léa", day("2026-03-01"), company="Airbus"),
                      LeadEnded("léa", day("2026-03-02"), "Safran")], ["1 ended-nothing"]),
    # what is nobody's, or needs nothing before it
    ("a house", [House("Airbus")], []),
    ("a gift", [Gave("léa", day("2026-03-01"))], []),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "found"), [story[1:] for story in STORIES],
                         ids=[story[0] for story in STORIES])  # fmt: skip
def test_each_fact_that_does_not_fit_is_named(facts, found):
    assert [f"{one.at} {one.what}" for one in contradictions(facts, TODAY)] == found


def test_a_contradiction_tells_whose_it_is_and_both_days():
    (one,) = contradictions([asked("2026-03-02"), answered("2026-03-01")], TODAY)
    assert (one.person, one.on, one.against) == ("léa", day("2026-03-01"), day("2026-03-02"))


def test_what_one_person_did_contradicts_nothing_about_another():
    facts = [Asked("omar", day("2026-03-01"), Kind.ADVICE), answered("2026-03-02")]
    assert [one.what for one in contradictions(facts, TODAY)] == ["answered-nothing"]


@given(
    st.lists(st.sampled_from([fact for _, facts, _ in STORIES for fact in facts]), unique=True),
    st.randoms(use_true_random=False),
)
def test_the_order_of_entry_does_not_matter(facts, dice):
    shuffled = list(facts)
    dice.shuffle(shuffled)
    assert told(shuffled) == told(facts)


def told(facts):
    found = contradictions(facts, TODAY)
    return sorted((one.what, str(one.on), str(one.against)) for one in found)
