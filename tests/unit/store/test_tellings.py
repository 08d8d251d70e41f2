"""What one record tells of one person, as one row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.domain.facts import Detail, Position, Seen
from entregent.domain.ids import PersonId
from entregent.domain.months import Month
from entregent.domain.words import Said
from entregent.store.codec import CodecError
from entregent.store.tellings import (
    decode_telling,
    encode_telling,
    is_telling,
    kinds_with,
    types_in,
)

LEA = PersonId("léa")
words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
months = st.none() | st.builds(Month, st.integers(1, 9999), st.integers(1, 12))
facts = st.one_of(
    st.none(),
    st.just(Seen(LEA)),
    st.builds(Detail, st.just(LEA), st.sampled_from(Said), words),
    st.builds(Position, st.just(LEA), words, words, months, months),
)


@given(st.lists(facts, max_size=6).map(tuple))
def test_what_is_told_together_comes_back(told):
    kind, data = encode_telling(told)
    assert is_telling(data)
    assert decode_telling(kind, LEA, data) == told
    assert types_in(kind) == {type(fact) for fact in told if fact}


def test_a_row_names_what_it_holds():
    told = (Position(LEA, "Airbus"), Seen(LEA), None, Detail(LEA, Said.NAME, "Léa"))
    kind, data = encode_telling(told)
    assert kind == "Seen Detail Position"
    assert data == '[{"company":"Airbus"},{},null,["name","Léa"]]'


def test_what_no_database_keeps_is_replaced():
    assert encode_telling([Detail(LEA, Said.NAME, "\ud800")])[1] == '[["name","\ufffd"]]'


@pytest.mark.parametrize(
    "data",
    ["[1]", '[["name"]]', '[["nothing","a"]]', '[["name",1]]', '[{"firm":"a"}]', "[", "[{}]"],
)
def test_anything_else_is_no_telling(data):
    with pytest.raises(CodecError):
        decode_telling("Detail", LEA, data)


def test_a_question_for_a_type_finds_every_row_that_may_hold_it():
    assert kinds_with([Position]) == [
        *("Position", "Seen Position", "Detail Position", "Seen Detail Position")
    ]
    assert types_in("Thanked") == frozenset()
