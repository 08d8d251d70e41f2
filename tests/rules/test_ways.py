"""More ways of saying what a rule finds, and more of what it leaves alone."""

import tomllib
from pathlib import Path

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context, Purpose

_WAYS = tomllib.loads(Path(__file__).with_name("ways.toml").read_text(encoding="utf-8"))
_CONTEXTS = {
    "TC201": Context(purpose=Purpose.REVIEW),
    "TC402": Context(purpose=Purpose.OTHER, last_ask_days=20),
}
_TRIED = [
    pytest.param(code, language, text, kind == "flags", id=f"{code}-{language}-{kind}-{number}")
    for code, languages in _WAYS.items()
    for language, kinds in languages.items()
    for kind, texts in kinds.items()
    for number, text in enumerate(texts)
]


@pytest.mark.parametrize(("code", "language", "text", "flagged"), _TRIED)
def test_a_rule_knows_many_ways_and_leaves_their_neighbours_alone(
    rules, code, language, text, flagged
):
    context = _CONTEXTS.get(code, Context(purpose=Purpose.OTHER))
    found = {one.code for one in check(text, context, rules, language).findings}
    assert (code in found) is flagged, text
