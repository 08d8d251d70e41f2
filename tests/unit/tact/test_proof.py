"""A rule that is tried says what is wrong with it, so that its writer can mend it."""

import pytest

from entregent.tact.proof import misbehaving, misspelt, yielding
from entregent.tact.rule import read_rule


def keys(table: dict) -> list[tuple[str, str]]:
    flaws = misspelt(read_rule("here", table))
    return [(flaw.key, flaw.details.get("name", "")) for flaw in flaws]


def test_nothing_is_wrong_with_a_rule_that_is_well_written(table):
    assert keys(table()) == []


@pytest.mark.parametrize(
    ("top", "french", "flaws"),
    [
        ({"kind": "magic"}, {}, [("rule.kind", "")]),
        ({"options": {"asks": True}}, {}, [("rule.option", "asks")]),
        ({"kind": "absence", "options": {"asks": 1}}, {}, [("rule.option-value", "asks")]),
        (
            {"kind": "many", "options": {}},
            {"lists": {}},
            [("rule.option-missing", "least")],
        ),
        ({}, {"lists": {}}, [("rule.list-missing", "fr.lists.phrases")]),
        (
            {},
            {"lists": {"phrases": ["a"], "unles": ["b"]}},
            [("rule.list-unknown", "fr.lists.unles")],
        ),
        ({}, {"lists": {"phrases": ["(a|b"]}}, [("phrase.bracket", "fr.lists.phrases")]),
        ({}, {"lists": {"phrases": ["a) b"]}}, [("phrase.stray", "fr.lists.phrases")]),
        ({}, {"lists": {"phrases": ["(a|)"]}}, [("phrase.empty-choice", "fr.lists.phrases")]),
        ({}, {"lists": {"phrases": ["a?"]}}, [("phrase.wordless", "fr.lists.phrases")]),
        ({}, {"lists": {"phrases": ["a + b"]}}, [("phrase.sign", "fr.lists.phrases")]),
        ({}, {"lists": {"phrases": ["*a*"]}}, [("phrase.open-both", "fr.lists.phrases")]),
        ({}, {"better": [{"find": "(", "any": "x"}]}, [("phrase.bracket", "fr.better.find")]),
        (
            {"kind": "together", "options": {"same": [["one", "two"]]}},
            {"lists": {"one": ["a"]}},
            [("rule.list-missing", "lists.two")],
        ),
    ],
)
def test_what_is_written_wrong_is_named(table, top, french, flaws):
    english = {"lists": {}} if top.get("kind") in ("together", "many") else {}
    assert keys(table(fr=french, en=english, **top)) == flaws


def behaviour(table, gathered, **french) -> list[tuple[str, str]]:
    told = {"flags": ["Zut pour toi"], "passes": ["Rien de tel"], **french}
    rule = read_rule("here", table(fr=told, en={"flags": ["zut"]}))
    flaws = misbehaving(rule, gathered(rule))
    return [(flaw.key, flaw.details["text"]) for flaw in flaws]


def test_examples_are_the_tests_of_a_rule(table, gathered):
    assert behaviour(table, gathered) == []
    assert behaviour(table, gathered, flags=["Tout va bien"]) == [("rule.silent", "Tout va bien")]
    assert behaviour(table, gathered, passes=["Et zut"]) == [("rule.speaks", "Et zut")]


def test_a_better_wording_must_mend_what_it_replaces(table, gathered):
    mends = [{"find": "zut", "any": "tant pis"}]
    assert behaviour(table, gathered, better=mends) == []
    stays = [{"find": "zut", "any": "zut alors"}]
    assert behaviour(table, gathered, better=stays) == [("rule.better-speaks", "Zut pour toi")]


LISTS = {"lists": {"a": ["zut"], "b": ["flute"]}}


@pytest.mark.parametrize(
    "options",
    [
        {"same": [["a", "b"]], "near": [[]]},
        {"same": [["a", "b"]], "near": ["a"]},
        {"same": [["a", "b"]], "differ": [["a"]]},
        {"same": [["a", 1]]},
        {"same": [["a", "b"]], "deniable": [1]},
        {"same": [["a", "b"]], "reach": -1},
    ],
)
def test_an_option_is_made_as_its_kind_takes_it(table, options):
    told = table(fr=LISTS, en=LISTS, kind="together", options=options)
    flaws = misspelt(read_rule("here", told))
    assert "rule.option-value" in [flaw.key for flaw in flaws]


@pytest.mark.parametrize(
    ("yields", "wrong"),
    [
        ((["TC902"], []), []),
        ((["TC901"], []), ["TC901"]),
        ((["TC999"], []), ["TC901"]),
        ((["TC902"], ["TC901"]), ["TC901", "TC902"]),
    ],
)
def test_a_rule_yields_to_rules_there_are_and_never_in_a_circle(table, yields, wrong):
    rules = [
        read_rule("here", table(code=f"TC90{number}", yields=others))
        for number, others in enumerate(yields, start=1)
    ]
    assert [flaw.details["code"] for flaw in yielding(rules)] == wrong
