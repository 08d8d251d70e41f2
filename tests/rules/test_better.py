"""A better wording mends what it stands for."""

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import check

_RULES = tact_rules(Content())


def _mendings():
    for rule in _RULES.rules:
        for language, told in rule.told.items():
            for number, example in enumerate(told.flags):
                for one in check(example.text, example.context, _RULES, language).findings:
                    if one.code == rule.code and one.better is not None:
                        name = f"{rule.code}-{language}-{number}"
                        yield pytest.param(example, language, one, id=name)


@pytest.mark.parametrize(("example", "language", "finding"), list(_mendings()))
def test_the_mended_message_does_not_raise_the_rule_there_again(example, language, finding):
    mended = example.text[: finding.start] + finding.better + example.text[finding.end :]
    end = finding.start + len(finding.better)
    again = [
        one
        for one in check(mended, example.context, _RULES, language).findings
        if one.code == finding.code and one.start < end and finding.start < one.end
    ]
    assert not again, mended
