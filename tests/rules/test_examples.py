"""The examples inside a rule are its tests."""

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import check

_RULES = tact_rules(Content()).rules
_EXAMPLES = [
    pytest.param(rule.code, language, example, kind == "flags", id=f"{rule.code}-{language}-{kind}")
    for rule in _RULES
    for language, told in rule.told.items()
    for kind in ("flags", "passes")
    for example in getattr(told, kind)
]


@pytest.mark.parametrize(("code", "language", "example", "flagged"), _EXAMPLES)
def test_a_rule_flags_its_flags_and_passes_its_passes(rules, code, language, example, flagged):
    found = {one.code for one in check(example.text, example.context, rules, language).findings}
    assert (code in found) is flagged, example.text
