"""The table of expectations speaks of people who are there, and of every code."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from entregent.domain.asking import Code, NobodyCode, Verdict
from entregent.domain.words import Kind

EXAMPLES = Path(__file__).parents[3] / "examples"
CASES = tomllib.loads((EXAMPLES / "cases.toml").read_text(encoding="utf-8"))
CAST = tomllib.loads((EXAMPLES / "cast.toml").read_text(encoding="utf-8"))["people"]
NAMES = {"Nadia Benali", *(person["name"] for person in CAST)}
WEIGHS = {
    Verdict.NEVER: {
        Code.BOUNDARY,
        Code.LEFT_OUT,
        Code.NO_COMMON_WORK,
        Code.POLICY_FORBIDS,
        Code.WAS_UNCOMFORTABLE,
    },
    Verdict.WAIT: {
        Code.RESTING,
        Code.THANKS_OWED,
        Code.UNANSWERED,
        Code.SAID_LATER,
        Code.SAID_NO,
    },
    Verdict.CARE: {
        Code.ONLY_WAY,
        Code.SAID_NO,
        Code.CONFIRM_WORK,
        Code.POLICY_UNKNOWN,
        Code.DORMANT,
        Code.ONE_WAY,
        Code.BUSY,
    },
    Verdict.GO: set[Code](),
}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["who"])
def test_a_case_is_one_that_the_rules_can_give(case: dict[str, Any]) -> None:
    because = {Code(code) for code in case["because"]}
    mind = {Code(code) for code in case["mind"]}

    assert Kind(case["goal"]["kind"])
    assert {case["who"], *case.get("chain", ()), case.get("instead", case["who"])} <= NAMES
    assert because <= WEIGHS[Verdict(case["verdict"])]
    assert bool(because) == (case["verdict"] != "go")
    assert not because & mind
    assert ("instead" in case) <= (Code.RESTING in because)


def test_every_code_and_every_verdict_is_expected_somewhere() -> None:
    codes = {code for case in CASES["case"] for code in (*case["because"], *case["mind"])}

    assert codes == set(Code)
    assert {case["verdict"] for case in CASES["case"]} == set(Verdict)
    assert {answer.get("nobody") for answer in CASES["answer"]} == {None, *NobodyCode}


def test_whole_answers_name_people_of_the_cast() -> None:
    for answer in CASES["answer"]:
        named = [*answer.get("exactly", ()), *answer.get("absent", ())]
        assert {*named, answer.get("best", "Nadia Benali")} <= NAMES
