"""Letters as people may write them: in one register or two, in the one declared or in another."""

import tomllib
from pathlib import Path

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context, Form

_LETTERS = tomllib.loads(Path(__file__).with_name("registers.toml").read_text(encoding="utf-8"))


def _codes(rules, text, form, language):
    return {one.code for one in check(text, Context(form=form), rules, language).findings}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (language, text, kind)
        for language, kinds in _LETTERS.items()
        for kind in ("mixed", "one")
        for text in kinds[kind]
    ],
)
def test_a_message_speaks_to_its_reader_in_one_way(rules, language, text, kind):
    assert ("TC501" in _codes(rules, text, None, language)) is (kind == "mixed")


@pytest.mark.parametrize(
    ("language", "form", "text", "kind"),
    [
        (language, form, text, kind)
        for language, kinds in _LETTERS.items()
        for kind in ("other", "kept")
        for form, text in kinds[kind]
    ],
)
def test_a_message_keeps_the_form_declared(rules, language, form, text, kind):
    assert ("TC502" in _codes(rules, text, Form(form), language)) is (kind == "other")
