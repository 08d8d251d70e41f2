"""A rule's file is read whole, or what is wrong with it is said with its place."""

import pytest

from entregent.tact.context import Closeness, Context, Form, Medium, Purpose, Worked
from entregent.tact.finding import Level
from entregent.tact.rule import RuleError, read_rule


def test_a_rule_is_read_whole(table):
    rule = read_rule(
        "here",
        table(
            moments=["introduction"],
            options={"asks": True},
            fr={
                "lists": {"phrases": ["petite question"]},
                "better": [{"find": "petite question", "any": "question"}],
                "flags": [
                    {
                        "text": "Une petite question",
                        "purpose": "introduction",
                        "medium": "sms",
                        "form": "tu",
                        "worked": "together",
                        "last_ask_days": 3,
                        "closeness": "close",
                    }
                ],
            },
        ),
    )
    assert (rule.code, rule.name, rule.level) == ("TC900", "a-rule", Level.WARNING)
    assert rule.moments == {Purpose.INTRODUCTION}
    assert rule.options == {"asks": True}
    french = rule.told["fr"]
    assert french.lists == {"phrases": ("petite question",)}
    assert french.better[0].put == {"any": "question"}
    assert french.flags[0].context == Context(
        Purpose.INTRODUCTION, Medium.SMS, Form.TU, Worked.TOGETHER, 3, Closeness.CLOSE
    )
    assert rule.told["en"].passes[0].text == "y"


def test_what_it_says_has_its_typography_however_it_was_typed(table):
    rule = read_rule("here", table(fr={"message": "L'ami : « oui »"}, en={"message": "It's"}))
    assert rule.told["fr"].message == "L’ami\u00a0: «\u00a0oui\u00a0»"
    assert rule.told["en"].message == "It’s"


def test_shared_words_stand_in_for_what_they_name(table):
    fr = {
        "words": {"say": "dis|dites", "ask": "{say}|demande"},
        "lists": {"phrases": ["{ask} moi"]},
        "better": [{"find": "{say} moi", "any": "dis"}],
    }
    told = read_rule("here", table(fr=fr)).told["fr"]
    assert told.lists["phrases"] == ("((dis|dites)|demande) moi",)
    assert told.better[0].find == "(dis|dites) moi"


def wrong(told: dict) -> RuleError:
    with pytest.raises(RuleError) as refused:
        read_rule("here.toml", told)
    assert refused.value.details["where"] == "here.toml"
    assert "here.toml" in str(refused.value)
    return refused.value


@pytest.mark.parametrize(
    ("top", "key", "name"),
    [
        ({"colour": "red"}, "rule.unknown-key", "colour"),
        ({"code": ""}, "rule.no-text", "code"),
        ({"code": 12}, "rule.no-text", "code"),
        ({"level": "grave"}, "rule.choice", "level"),
        ({"moments": ["party"]}, "rule.choice", "moments"),
    ],
)
def test_what_is_wrong_at_the_top_is_named(table, top, key, name):
    error = wrong(table(**top))
    assert (error.key, error.details["name"]) == (key, name)


@pytest.mark.parametrize(
    ("french", "key", "name"),
    [
        ({"titel": "x"}, "rule.unknown-key", "fr.titel"),
        ({"title": " "}, "rule.no-text", "fr.title"),
        ({"lists": {"phrases": "a"}}, "rule.no-list", "fr.lists.phrases"),
        ({"lists": {"phrases": [1]}}, "rule.no-phrase", "fr.lists.phrases"),
        ({"lists": {"phrases": ["{none}"]}}, "rule.no-word", "fr.lists.phrases"),
        ({"better": [{"find": "a", "du": "b"}]}, "rule.voice", "fr.better.du"),
        ({"better": [{"any": "b"}]}, "rule.no-text", "fr.better.find"),
        ({"flags": []}, "rule.no-examples", "fr.flags"),
        ({"flags": "x"}, "rule.no-examples", "fr.flags"),
        ({"passes": [3]}, "rule.no-example", "fr.passes"),
        ({"passes": [{"purpose": "advice"}]}, "rule.no-example", "fr.passes"),
        ({"flags": [{"text": "x", "mood": "low"}]}, "rule.unknown-key", "fr.flags.mood"),
        ({"flags": [{"text": "x", "purpose": "fun"}]}, "rule.choice", "fr.flags.purpose"),
        (
            {"flags": [{"text": "x", "last_ask_days": -1}]},
            "rule.no-days",
            "fr.flags.last_ask_days",
        ),
        (
            {"flags": [{"text": "x", "last_ask_days": "two"}]},
            "rule.no-days",
            "fr.flags.last_ask_days",
        ),
    ],
)
def test_what_is_wrong_in_a_language_is_named_with_its_place(table, french, key, name):
    error = wrong(table(fr=french))
    assert (error.key, error.details["name"]) == (key, name)


def test_a_rule_speaks_both_languages(table):
    one = table()
    del one["en"]
    error = wrong(one)
    assert (error.key, error.details["name"]) == ("rule.no-table", "en")


def test_what_a_rule_yields_to_is_a_list_of_codes(table):
    with pytest.raises(RuleError) as wrong:
        read_rule("mine", table() | {"yields": "TC106"})
    assert wrong.value.key == "rule.codes"


@pytest.mark.parametrize(
    ("top", "key"),
    [
        ({"moments": 5}, "rule.several"),
        ({"options": "x"}, "rule.table"),
        ({"code": "hello world"}, "rule.code"),
        ({"code": "A.B"}, "rule.code"),
    ],
)
def test_a_key_of_another_shape_is_said(table, top, key):
    assert wrong(table(**top)).key == key


@pytest.mark.parametrize(
    ("french", "key"),
    [
        ({"words": 5}, "rule.table"),
        ({"add": 5}, "rule.table"),
        ({"lists": ["a b"]}, "rule.table"),
        ({"better": {"find": "a", "any": "b"}}, "rule.several"),
        ({"better": ["a"]}, "rule.table"),
    ],
)
def test_a_part_of_another_shape_is_said(table, french, key):
    assert wrong(table(fr=french)).key == key
