"""Every value the book keeps comes back from plain JSON as it was."""

import json
from datetime import UTC, date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.asking import Goal
from entregent.domain.batches import BatchLine
from entregent.domain.facts import Encounter, Entry, Fact
from entregent.domain.months import Month
from entregent.domain.people import Person
from entregent.domain.time_of_day import TimeOfDay
from entregent.store.codec import coder, from_json, to_json
from entregent.store.facts import decode_fact, decode_texts, encode_fact, encode_texts
from entregent.store.snapshot import Snapshot

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
st.register_type_strategy(str, TEXT)
st.register_type_strategy(Month, st.builds(Month, st.integers(1, 9999), st.integers(1, 12)))
st.register_type_strategy(TimeOfDay, st.builds(TimeOfDay, st.integers(0, 1439)))
FACTS = [kind for kind in get_args(Fact) if kind is not Encounter]


@pytest.mark.parametrize("kind", FACTS)
@given(data=st.data())
def test_every_fact_comes_back_from_its_row(kind, data):
    fact = data.draw(st.from_type(kind))
    row = encode_fact(fact)
    assert decode_fact(row) == fact
    assert encode_fact(decode_fact(row)) == row


@pytest.mark.parametrize("kind", [*FACTS, Encounter, Goal, Person, Entry])
@given(data=st.data())
def test_every_value_comes_back_from_json(kind, data):
    value = data.draw(st.from_type(kind))
    plain = coder(kind).encode(value)
    assert coder(kind).decode(json.loads(json.dumps(plain))) == value
    assert coder(kind).decode(from_json(to_json(plain))) == value


@given(line=st.builds(BatchLine, at=st.datetimes(timezones=st.just(UTC))))
def test_batches_come_back(line):
    assert coder(BatchLine).decode(coder(BatchLine).encode(line)) == line


@given(st.dictionaries(TEXT, TEXT))
def test_unknown_words_come_back(texts):
    assert decode_texts(encode_texts(texts)) == texts


@given(st.dates())
def test_dates_come_back(day):
    assert coder(date).decode(coder(date).encode(day)) == day


def test_a_snapshot_can_be_coded():
    empty = Snapshot("owner", "00")
    assert coder(Snapshot).decode(coder(Snapshot).encode(empty)) == empty
