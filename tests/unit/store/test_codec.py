import sqlite3
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from entregent.domain.asking import Goal, Target, ToCompany
from entregent.domain.batches import FileReport
from entregent.domain.facts import Boundary, Detail, Encounter, Thanked
from entregent.domain.months import Month
from entregent.domain.words import Channel, Kind, Said
from entregent.store.codec import CodecError, clean, coder, from_json, record, to_json
from entregent.store.facts import Row, decode_fact, encode_fact


def test_defaults_are_left_out_and_read_back():
    assert coder(Boundary).encode(Boundary("lea")) == {"person": "lea"}
    assert coder(Boundary).decode({"person": "lea"}) == Boundary("lea")


def test_a_fact_keeps_whom_and_when_in_columns():
    day = date(2026, 3, 1)
    assert encode_fact(Thanked("lea", day)) == Row("Thanked", "lea", None, day.toordinal(), "{}")
    detail = Detail("lea", Said.NAME, "Léa")
    assert encode_fact(detail).data == '{"said":"name","value":"Léa"}'


def test_members_of_a_union_bear_their_class():
    assert coder(Target).encode(ToCompany("Airbus")) == {"is": "ToCompany", "name": "Airbus"}


def test_sets_are_written_in_order():
    kinds = frozenset({Kind.REVIEW, Kind.ADVICE})
    assert coder(Boundary).encode(Boundary("l", kinds))["kinds"] == ["advice", "review"]


def test_instants_are_written_in_utc():
    paris = datetime(2026, 3, 1, 9, tzinfo=timezone(timedelta(hours=1)))
    plain = coder(datetime).encode(paris)
    assert plain == "2026-03-01T08:00:00+00:00"
    assert coder(datetime).decode(plain) == datetime(2026, 3, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (Detail, {"person": "lea", "said": "name"}),
        (Detail, {"person": "lea", "said": "name", "value": "x", "more": "x"}),
        (Detail, {"person": "lea", "said": "nom", "value": "x"}),
        (Detail, {"person": "lea", "said": [], "value": "x"}),
        (Detail, {"person": 3, "said": "name", "value": "x"}),
        (Detail, []),
        (Target, {"name": "Airbus"}),
        (Target, {"is": "ToMars"}),
        (Target, "ToCompany"),
        (date, "2026-3-1"),
        (date, "20260301"),
        (date, 3),
        (Month, "2019"),
        (Month, "2019-13"),
        (int, True),
        (int, 1.0),
        (bool, 1),
        (tuple[str, ...], "abc"),
        (tuple[str, int], ["a"]),
        (tuple[str, int], {"a": 1}),
        (frozenset[Kind], ["no"]),
        (dict[str, str], {"a": 1}),
        (dict[str, str], []),
        (Goal, {"id": "1", "kind": "advice", "target": None}),
        (FileReport, {"path": "x", "origin": "vcard", "problems": [{}]}),
    ],
)
def test_what_is_not_exactly_the_value_does_not_decode(kind, plain):
    with pytest.raises(CodecError):
        coder(kind).decode(plain)


@pytest.mark.parametrize(
    "row",
    [
        Row("Mood", "lea", None, None, "{}"),
        Row("Encounter", "lea", "omar", 3, "{}"),
        Row("Thanked", "lea", "omar", 3, "{}"),
        Row("Need", "lea", None, 3, '{"text":"x"}'),
        Row("Need", "lea", None, None, '{"text":"x","person":"x"}'),
        Row("Need", "lea", None, None, "{"),
    ],
)
def test_a_row_that_is_no_fact_does_not_decode(row):
    with pytest.raises(CodecError):
        decode_fact(row)


def test_an_encounter_is_no_row_of_facts():
    with pytest.raises(CodecError):
        encode_fact(Encounter("a", "b", date(2026, 3, 1), Channel.MET))


@dataclass
class _Odd:
    weight: complex
    many: list[int]


@pytest.mark.parametrize("kind", [_Odd, complex, list[int], dict[str, int]])
def test_a_type_without_coder_is_refused(kind):
    with pytest.raises(TypeError):
        coder(kind)


@pytest.mark.parametrize("text", ["", "Léa", "a\nb", "😀", "’"])
def test_clean_text_is_left_as_it_is(text):
    assert clean(text) == text


def test_text_that_databases_refuse_is_mended():
    mended = clean("a\0b\udc80é")
    assert mended == "a\ufffdb\ufffdé"
    with sqlite3.connect(":memory:") as connection:
        assert connection.execute("SELECT ?", (mended,)).fetchone() == (mended,)
    connection.close()
    assert from_json(to_json({"a": "\udc80\0"})) == {"a": "\ufffd\0"}


@pytest.mark.parametrize("value", ["", 'Dit « oui » et "non"', "n° 7\n\\", "\x00", "\ud800", "🙂"])
def test_a_detail_is_written_at_once_as_its_fields_would_be(value):
    detail = Detail("lea", Said.NOTE, value)
    fields = record(Detail, without=frozenset({"person"}))
    assert encode_fact(detail).data == to_json(fields.encode(detail))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param('{"said":"note"}', id="no value"),
        pytest.param('{"said":"nothing","value":"x"}', id="no word of ours"),
        pytest.param('{"said":["note"],"value":"x"}', id="a list for a word"),
        pytest.param('{"said":"note","value":7}', id="a number for a text"),
        pytest.param('{"said":"note","value":"x","more":"y"}', id="more than there is"),
        pytest.param('["said","value"]', id="a list"),
    ],
)
def test_a_detail_that_is_none_is_refused(data):
    with pytest.raises(CodecError):
        decode_fact(Row("Detail", "lea", None, None, data))
