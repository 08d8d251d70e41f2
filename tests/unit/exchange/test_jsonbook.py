from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.exchange.jsonbook import from_json, recognises, to_json
from entregent.services.ports import BookError

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.text(), values))
def test_what_was_written_reads_back(dump: dict[str, Any]):
    assert from_json(to_json(dump)) == dump


@given(st.dictionaries(st.text(), values))
def test_the_same_dump_gives_the_same_text_as_utf8(dump: dict[str, Any]):
    backwards = dict(reversed(dump.items()))
    assert to_json(backwards).encode() == to_json(dump).encode()


def test_the_document_says_what_it_is_first():
    assert to_json({"people": [{"name": "Léa", "id": 1}]}) == (
        '{\n "format": "entregent-book",\n "version": 1,\n "book": {\n  "people": [\n   {\n'
        '    "id": 1,\n    "name": "Léa"\n   }\n  ]\n }\n}\n'
    )


def test_half_a_character_survives():
    text = to_json({"name": "\ud83d"})
    assert text.encode()
    assert from_json(text) == {"name": "\ud83d"}


def test_a_mark_at_the_start_does_not_matter():
    assert from_json("\ufeff" + to_json({"a": 1})) == {"a": 1}


@pytest.mark.parametrize(
    ("text", "key", "details"),
    [
        ("", "export.not-json", {"line": "1", "column": "1"}),
        ('{"format":\n oups}', "export.not-json", {"line": "2", "column": "2"}),
        ("[]", "export.not-a-book", {}),
        ("{}", "export.not-a-book", {}),
        ("[" * 100_000, "export.not-a-book", {}),
        ('{"a": NaN}', "export.not-a-book", {}),
        ('{"format": "entregent-book"}', "export.not-a-book", {}),
        ('{"format": "entregent-book", "version": 1}', "export.not-a-book", {}),
        ('{"format": "entregent-book", "version": 0, "book": {}}', "export.not-a-book", {}),
        ('{"format": "entregent-book", "version": true, "book": {}}', "export.not-a-book", {}),
        ('{"format": "entregent-book", "version": 1, "book": []}', "export.not-a-book", {}),
        ('{"format": "entregent-book", "version": 9}', "export.newer", {"version": "9"}),
    ],
)
def test_what_is_no_book_is_refused_clearly(text: str, key: str, details: dict[str, str]):
    with pytest.raises(BookError) as caught:
        from_json(text)
    assert (caught.value.key, caught.value.details) == (key, details)


@pytest.mark.parametrize("value", [{1: "a"}, {"a": {None: 1}}, {"a": object()}])
def test_only_plain_values_are_written(value: dict[Any, Any]):
    with pytest.raises(TypeError):
        to_json(value)


def test_a_number_that_json_lacks_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        to_json({"a": float("nan")})


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (to_json({}).encode(), True),
        (b"\xef\xbb\xbf" + to_json({}).encode()[:40], True),
        (b'{"format": "other"}', False),
        (b'{"friends_v2": []}', False),
        (b"", False),
    ],
)
def test_an_export_is_known_by_its_first_words(head: bytes, *, expected: bool):
    assert recognises(head, "x.json") is expected
