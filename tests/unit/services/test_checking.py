"""The rules of tact, with the owner's own, and rules that are tried."""

from collections.abc import Mapping
from typing import Any

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules, try_rule
from entregent.services.ports import BookError
from entregent.tact.check import check
from entregent.tact.context import Context


def own(**top: Any) -> Mapping[str, Any]:
    told = {
        "title": "t",
        "why": "w",
        "message": "m",
        "lists": {"phrases": ["zut alors"]},
        "flags": ["Zut alors."],
        "passes": ["Rien."],
    }
    rule = {"code": "MY001", "name": "zut", "level": "info", "kind": "presence", **top}
    return {"since": "2026-11", "source": "s", "fr": told, "en": told, **rule}


def test_own_rules_stand_beside_those_that_ship():
    rules = tact_rules(Content(), {"mine.toml": own()})
    found = check("Zut alors, je voulais te le dire.", Context(), rules).findings
    assert "MY001" in {one.code for one in found}


def test_an_own_rule_of_a_known_code_takes_its_place():
    shipped = tact_rules(Content()).rules
    rules = tact_rules(Content(), {"mine.toml": own(code=shipped[0].code)}).rules
    assert len(rules) == len(shipped)
    assert rules[0].name == "zut"


@pytest.mark.parametrize("wrong", [{"level": "grave"}, {"kind": "magic"}])
def test_a_rule_that_cannot_be_used_is_refused_by_its_file(wrong):
    with pytest.raises(BookError) as refused:
        tact_rules(Content(), {"mine.toml": own(**wrong)})
    assert refused.value.key == "rules.broken"
    assert refused.value.details == {"path": "mine.toml"}


@pytest.mark.parametrize(
    ("changed", "keys"),
    [
        ({}, []),
        ({"level": "grave"}, ["rule.choice"]),
        ({"kind": "magic"}, ["rule.kind"]),
        ({"options": {"colour": "red"}}, ["rule.option"]),
    ],
)
def test_a_rule_that_is_tried_says_what_is_wrong(changed, keys):
    assert [flaw.key for flaw in try_rule(Content(), "mine.toml", own(**changed)).flaws] == keys


def test_two_own_rules_of_one_code_are_refused():
    with pytest.raises(BookError) as refused:
        tact_rules(Content(), {"a.toml": own(), "b.toml": own()})
    assert refused.value.key == "rules.twice"
    assert refused.value.details == {"path": "b.toml", "other": "a.toml", "code": "MY001"}


def test_a_rule_that_yields_to_itself_is_refused_and_told_when_tried():
    circle = own(yields=["MY001"])
    with pytest.raises(BookError) as refused:
        tact_rules(Content(), {"mine.toml": circle})
    assert refused.value.key == "rules.broken"
    assert [flaw.key for flaw in try_rule(Content(), "mine.toml", circle).flaws] == ["rule.yields"]
