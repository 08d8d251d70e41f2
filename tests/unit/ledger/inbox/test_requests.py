"""Where a request stands, and my own measure."""

from datetime import date
from itertools import permutations

import pytest

from entregent.domain.ids import PersonId, RequestId
from entregent.domain.inbox import Capacity, Requested, Responded, Response
from entregent.domain.words import Kind
from entregent.ledger.inbox.capacity import full, refused, standing
from entregent.ledger.inbox.requests import Closed, Later, Open, requests
from entregent.settings import Settings

LEA, TOM = PersonId("lea"), PersonId("tom")
SETTINGS = Settings()


def day(text):
    return date.fromisoformat(f"2026-{text}")


def asked(number, on="03-01", person=LEA, kind=Kind.ADVICE):
    return Requested(person, day(on), kind, RequestId(number))


def said(number, response, on="03-02", until=None, person=LEA):
    return Responded(person, day(on), RequestId(number), Response(response), until and day(until))


def stand(*facts, today="03-10"):
    return requests(facts, day(today), SETTINGS)


def test_a_request_waits_until_it_is_answered():
    assert stand(asked("1")) == (Open(asked("1")),)
    assert stand(asked("1"), said("1", "no")) == (Closed(asked("1"), said("1", "no")),)


def test_what_is_not_now_comes_back_on_its_day():
    later = said("1", "later", until="06-01")
    assert stand(asked("1"), later, today="05-31") == (Later(asked("1"), later, day("06-01")),)
    assert stand(asked("1"), later, today="06-01") == (Open(asked("1"), later),)


def test_without_a_day_it_comes_back_when_the_settings_say():
    later = said("1", "later")
    assert stand(asked("1"), later)[0].until == day("04-01")


def test_the_latest_answer_stands_and_within_a_day_the_firmest():
    facts = [asked("1"), said("1", "no"), said("1", "yes", "03-03"), said("1", "later", "03-03")]
    for order in permutations(facts):
        assert stand(*order) == (Closed(asked("1"), said("1", "yes", "03-03")),)


def test_what_is_dated_ahead_has_not_happened_and_a_stray_answer_answers_nothing():
    assert stand(asked("1", "04-01")) == ()
    assert stand(said("9", "yes")) == ()


def test_the_latest_measure_of_each_kind_stands():
    told = [
        Capacity(day("01-01"), None, 5),
        Capacity(day("01-01"), Kind.REFERRAL, 2),
        Capacity(day("02-01"), Kind.REFERRAL, 0, "pas chez nous"),
        Capacity(day("02-01"), Kind.ADVICE, 3),
        Capacity(day("02-01"), Kind.ADVICE, None),
        Capacity(day("04-01"), None, 1),
    ]
    now = standing(told, day("03-01"))
    assert now == (told[0], told[2])
    assert refused(now, Kind.REFERRAL) == told[2]
    assert refused(now, Kind.ADVICE) is None
    assert refused(standing([Capacity(day("01-01"), None, 0)], day("03-01")), Kind.IDEAS)


@pytest.mark.parametrize(
    ("most", "kind", "close", "filled"),
    [
        (1, None, (), True),
        (2, None, (), False),
        (1, Kind.ADVICE, (), True),
        (1, Kind.REVIEW, (), False),
        (1, None, (TOM,), False),
        (0, None, (), False),
    ],
)
def test_a_measure_is_full_by_what_i_took_this_month(most, kind, close, filled):
    past = stand(
        *(asked("1", "02-01", TOM), said("1", "yes", "02-28", person=TOM)),
        *(asked("2", "03-01", TOM), said("2", "yes", "03-02", person=TOM)),
        *(asked("3"), said("3", "no"), asked("4")),
    )
    found = full([Capacity(day("01-01"), kind, most)], Kind.ADVICE, past, close, day("03-10"))
    assert (found is not None) == filled
    if found:
        assert found.answers == (said("2", "yes", "03-02", person=TOM),)
        assert found.until == day("04-01")


def test_a_measure_of_december_is_free_in_january():
    past = stand(asked("1"), said("1", "forward", "12-31"), today="12-31")
    found = full([Capacity(day("01-01"), None, 1)], Kind.ADVICE, past, (), day("12-31"))
    assert found.until == date(2027, 1, 1)
