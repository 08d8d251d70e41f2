"""Whether to take a request: each rule, and how they are weighed together."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.domain.facts import Answered, Asked, Boundary, Busy, House, Worked
from entregent.domain.ids import PersonId, RequestId
from entregent.domain.inbox import Capacity, Requested, Responded, Response
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context, Kind, Reply, Usage
from entregent.ledger.history import histories
from entregent.ledger.inbox.capacity import Full
from entregent.ledger.inbox.requests import Later, Open
from entregent.ledger.inbox.taking import Case, Target, weigh
from entregent.settings import Settings

ME, TOM, OMAR = PersonId("me"), PersonId("tom"), PersonId("omar")
TODAY = date(2026, 3, 10)
KNOWN = Tie(ME, TOM)
CLOSE = Tie(ME, TOM, context=Context.BOTH, closeness=Closeness.CLOSE)


def request(kind=Kind.ADVICE, other=None, company="", by=None):
    return Requested(TOM, date(2026, 3, 1), kind, RequestId("1"), "", other, company, by)


def case(kind=Kind.ADVICE, *, other=None, company="", by=None, **more):
    more.setdefault("tie", KNOWN)
    return Case(Open(request(kind, other, company, by)), TODAY, ME, **more)


def meeting(**known):
    known.setdefault("tie", Tie(ME, OMAR))
    return case(Kind.INTRODUCTION, other=OMAR, target=Target(OMAR, **known))


def past(*deeds):
    return histories(deeds, TODAY, Settings())[OMAR]


def codes(found):
    return (
        found.take.value,
        [reason.why.value for reason in found.because],
        [reason.why.value for reason in found.mind],
    )


def test_a_request_of_somebody_i_know_may_be_taken():
    found = weigh(case())
    assert codes(found) == ("take", [], [])
    assert found.until is None


@pytest.mark.parametrize(
    ("seen", "take", "why"),
    [
        (case(refused=Capacity(TODAY, Kind.ADVICE, 0)), "no", "not-mine"),
        (case(Kind.REFERENCE), "no", "no-common-work"),
        (case(Kind.RECOMMENDATION), "no", "no-common-work"),
        (case(Kind.REFERENCE, together="Michelin"), "care", "confirm-work"),
        (case(Kind.REFERRAL, house=House("Michelin", referrals=Usage.NO)), "no", "policy-forbids"),
        (case(Kind.REFERRAL, house=House("Michelin")), "care", "policy-unknown"),
        (
            case(Kind.REFERRAL, house=House("Michelin", referrals=Usage.ASK)),
            "care",
            "policy-unknown",
        ),
        (
            case(Kind.REFERRAL, house=House("Airbus", referrals=Usage.YES), inside=False),
            "care",
            "not-inside",
        ),
        (meeting(limits=(Boundary(OMAR),)), "no", "boundary"),
        (meeting(left_out=True), "no", "left-out"),
        (meeting(tie=None), "no", "target-unknown"),
        (case(Kind.INTRODUCTION, company="Airbus"), "no", "target-unknown"),
        (case(Kind.INTRODUCTION), "care", "target-unclear"),
        (meeting(busy=Busy(OMAR, TODAY, TODAY)), "care", "target-busy"),
        (case(tie=None), "care", "stranger"),
        (case(by=date(2026, 3, 9)), "care", "too-late"),
        (case(busy=Busy(ME, TODAY, TODAY)), "not-now", "busy"),
        (
            case(full=Full(Capacity(TODAY, None, 1), (), date(2026, 4, 1))),
            "not-now",
            "at-capacity",
        ),
    ],
)
def test_each_rule_has_its_code(seen, take, why):
    assert codes(weigh(seen)) == (take, [why], [])


@pytest.mark.parametrize(
    "seen",
    [
        case(Kind.REFERENCE, worked=Worked(TOM, "Michelin")),
        case(Kind.REFERRAL, house=House("Michelin", referrals=Usage.YES)),
        case(Kind.REFERRAL, house=House("Michelin", referrals=Usage.YES), inside=True),
        case(Kind.INTRODUCTION, company="Airbus", within=True),
        case(by=TODAY),
        meeting(),
    ],
)
def test_what_breaks_no_rule_may_be_taken(seen):
    assert codes(weigh(seen)) == ("take", [], [])


def test_whom_i_asked_lately_or_made_uneasy_is_not_asked_lightly():
    asked = Asked(OMAR, date(2026, 3, 5), Kind.INTRODUCTION)
    resting = weigh(meeting(history=past(asked)))
    assert codes(resting) == ("care", ["target-resting"], [])
    assert resting.until == date(2026, 3, 19)
    uneasy = weigh(meeting(history=past(asked, Answered(OMAR, TODAY, Reply.UNCOMFORTABLE))))
    assert codes(uneasy) == ("no", ["was-uncomfortable"], ["target-resting"])
    calm = weigh(meeting(history=past(Asked(OMAR, date(2025, 3, 5), Kind.ADVICE))))
    assert codes(calm) == ("take", [], [])


def test_a_boundary_holds_until_the_day_after_its_last():
    until = date(2026, 3, 20)
    assert weigh(meeting(limits=(Boundary(OMAR, until=until),))).until == date(2026, 3, 21)
    both = weigh(meeting(limits=(Boundary(OMAR, until=until), Boundary(OMAR))))
    assert both.until is None


def test_a_later_waits_for_its_day_and_is_remembered_on_it():
    later = Responded(TOM, date(2026, 3, 2), RequestId("1"), Response.LATER, date(2026, 6, 1))
    waiting = replace(case(), request=Later(request(), later, date(2026, 6, 1)))
    assert codes(weigh(waiting)) == ("not-now", ["said-later"], [])
    assert weigh(waiting).until == date(2026, 6, 1)
    again = replace(case(), request=Open(request(), later))
    assert codes(weigh(again)) == ("take", [], ["come-back"])


def test_the_strongest_reason_decides_and_the_others_are_minded():
    busy = Busy(ME, TODAY, date(2026, 3, 12))
    found = weigh(case(Kind.REFERENCE, tie=None, busy=busy))
    assert codes(found) == ("no", ["no-common-work"], ["busy", "stranger"])
    full = Full(Capacity(TODAY, None, 1), (), date(2026, 4, 1))
    assert weigh(case(busy=busy, full=full)).until == date(2026, 4, 1)


def test_a_close_friend_is_not_turned_away_by_a_measure():
    full = Full(Capacity(TODAY, None, 1), (), date(2026, 4, 1))
    assert codes(weigh(case(tie=CLOSE, full=full))) == ("take", [], ["friend"])


def test_a_reason_of_a_full_measure_rests_on_what_i_answered():
    told = Responded(OMAR, date(2026, 3, 3), RequestId("2"), Response.YES)
    found = weigh(case(full=Full(Capacity(TODAY, None, 1), (told,), date(2026, 4, 1))))
    assert [(fact.person, fact.on) for fact in found.because[0].facts] == [(OMAR, told.on)]
