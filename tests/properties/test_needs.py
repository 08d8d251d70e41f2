"""Whatever stands in a file of needs, each need is read or told, and none is lost."""

import math
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from entregent.bootstrap import sentences
from entregent.exchange.needs import read
from entregent.locale.speech import Speech
from entregent.locale.wording_plan import wrong_sentence
from entregent.services.ports import BookError

KEYS = ("id", "kind", "person", "company", "sector", "topic", "importance", "by", "for", "mood")
VALUES = st.one_of(
    st.sampled_from(["advice", "ideas", "mise en relation", "Omar", "2026-04-01", "", " "]),
    st.text(max_size=8),
    st.integers(-(10**12), 10**12),
    st.floats(),
    st.booleans(),
    st.dates(date(1, 1, 1)),
    st.datetimes(),
    st.times(),
    st.lists(st.integers(0, 9), max_size=2),
)
SPEECHES = [Speech(lang, sentences(lang), date(2026, 3, 2)) for lang in ("fr", "en")]


def toml(value: Any) -> str:
    """Write a value as TOML has it."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return str(value) if math.isfinite(value) else str(value).replace("+", "")
        case int() | list():
            return str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            escaped = "".join(f"\\U{ord(char):08x}" for char in str(value))
            return f'"{escaped}"'


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES), min_size=1, max_size=4))
def test_every_need_is_read_or_told_with_its_place(tables: list[dict[str, Any]]) -> None:
    blocks = [
        "\n".join(["[[need]]", *(f"{key} = {toml(value)}" for key, value in table.items())])
        for table in tables
    ]
    found = read("\n".join(blocks).encode(), "needs.toml")
    assert len(found.wanted) + len(found.refused) == len(tables)
    assert len({one.id for one in found.wanted}) == len(found.wanted)
    for refused in found.refused:
        assert refused.problems
        for problem in refused.problems:
            assert problem.where.startswith("line=")
            assert all(wrong_sentence(speech, problem) for speech in SPEECHES)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_needs_or_a_refusal(data: bytes) -> None:
    with suppress(BookError):
        assert read(data, "needs.toml")
