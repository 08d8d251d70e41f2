"""Rules about what is asked: late, missing, vague, several at once, too long, in disguise."""

import pytest

from entregent.tact.context import Closeness, Context, Medium, Purpose

_NEWS = "The garden is green again and the neighbours have painted the gate. " * 6
_LATE = {"words": 70, "after": 60}
_SEEKING = {
    "seeking": ["job hunting", "my cv"],
    "instead": ["no favour to ask"],
    "news": ["thank*"],
}
_VAGUE = {
    "phrases": ["help me"],
    "alone": ["any thoughts $"],
    "whole": ["think of me"],
    "void": ["(career|please|could|out|comes)"],
    "stop": ["because"],
    "unless": ["help me move"],
    "unless-anywhere": ["it s about"],
}
_HIDDEN = {"phrases": ["a favour to ask"], "later": ["in person"]}


def _quotes(findings):
    return [one.quote for one in findings]


# late


def test_an_ask_after_much_news_comes_late(with_rule):
    found = with_rule(_NEWS + "Could you read my letter?", "late", {}, options=_LATE)
    assert _quotes(found) == ["Could you read my letter?"]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Could you read my letter? " + _NEWS, None),
        ("The garden is green. Could you read my letter?", None),
        (_NEWS, None),
        (_NEWS + "Could you read my letter?", Purpose.NONE),
    ],
)
def test_an_ask_early_or_in_a_short_message_is_not_late(with_rule, text, purpose):
    assert not with_rule(text, "late", {}, options=_LATE, context=Context(purpose=purpose))


# missing


def test_a_message_that_seeks_and_asks_nothing(with_rule):
    found = with_rule("I'm job hunting. Here is my CV.", "unasked", _SEEKING)
    assert _quotes(found) == ["job hunting"]


def test_a_message_for_an_ask_that_asks_nothing(with_rule):
    context = Context(purpose=Purpose.REFERRAL)
    found = with_rule("Hello. I am a welder.", "unasked", _SEEKING, context=context)
    assert _quotes(found) == ["I am a welder."]


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("I'm job hunting.", Purpose.NONE),
        ("I'm job hunting. Do you know anyone at the mill?", None),
        ("I'm job hunting. Lunch on Friday?", None),
        ("I was job hunting; thank you for the tip.", None),
        ("The train is at eight.", None),
        ("I am a welder. No favour to ask.", Purpose.REFERRAL),
        ("", Purpose.REFERRAL),
    ],
)
def test_a_message_that_need_not_ask_or_does(with_rule, text, purpose):
    assert not with_rule(text, "unasked", _SEEKING, context=Context(purpose=purpose))


# vague


@pytest.mark.parametrize(
    "text",
    [
        "Could you help me?",
        "Could you help me out with my career because I am lost?",
        "Any thoughts?",
        "Please think of me.",
    ],
)
def test_an_ask_that_does_not_say_what(with_rule, text):
    assert _quotes(with_rule(text, "vague", _VAGUE)) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Could you help me with the boiler?",
        "Could you help me move?",
        "Could you help me? It's about the boiler.",
        "Could you help me? Could you hold the ladder?",
        "Please think of me for the night shift.",
        _NEWS + "Any thoughts?",
        "The garden is green again.",
    ],
)
def test_an_ask_that_says_what_somewhere(with_rule, text):
    assert not with_rule(text, "vague", _VAGUE)


def test_an_open_ask_for_ideas_is_for_friends(with_rule):
    friend = Context(purpose=Purpose.IDEAS, closeness=Closeness.CLOSE)
    other = Context(purpose=Purpose.IDEAS, closeness=Closeness.OTHER)
    assert not with_rule("Any thoughts?", "vague", _VAGUE, context=friend)
    assert with_rule("Any thoughts?", "vague", _VAGUE, context=other)


def test_a_plain_question_is_not_vague(with_rule):
    context = Context(purpose=Purpose.INFO)
    assert not with_rule("Any thoughts?", "vague", _VAGUE, context=context)


# several at once


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Could you read my CV, introduce me to Zoe and lend me a suit?", None),
        ("Could you read my CV? Also pass it to HR. And can I crash at yours?", "And can"),
        ("Could you:\n1. read my CV;\n2. introduce me to Zoe;\n3. lend me a suit?", "lend"),
        ("1) a contact 2) your view on pay 3) a reference", None),
    ],
)
def test_three_favours_are_many(with_rule, text, place):
    (found,) = with_rule(text, "many", {}, options={"least": 3})
    assert found.start == (text.index(place) if place else 0)


@pytest.mark.parametrize(
    "text",
    [
        "Could you read my CV? Is the title clear? Too long?",
        "Could you read my CV, my letter and my form?",
        "Could you introduce me to Zoe, or pass on my CV, or lend me a suit?",
        "Could you read my CV? My sister drives me, lends me books and minds the cat.",
        "I read my CV, borrowed a suit and found a bed.",
    ],
)
def test_one_or_two_favours_are_not(with_rule, text):
    assert not with_rule(text, "many", {}, options={"least": 3})


def test_thanks_for_three_favours_ask_nothing(with_rule):
    text = "1) read my CV 2) lend me a suit 3) introduce me to Zoe: you did it all!"
    context = Context(purpose=Purpose.NONE)
    assert not with_rule(text, "many", {}, options={"least": 3}, context=context)


# too long


def test_a_message_is_too_long_where_its_last_word_too_many_stands(with_rule):
    found = with_rule(
        "One two. Three four. Five.", "length", {}, options={"most": 3, "most-sms": 9}
    )
    assert _quotes(found) == ["Three four."]


def test_a_text_message_has_its_own_measure(with_rule):
    context = Context(medium=Medium.SMS)
    options = {"most": 9, "most-sms": 3}
    assert with_rule("One two three four.", "length", {}, options=options, context=context)
    assert not with_rule("One two three four.", "length", {}, options=options)


def test_quoted_words_do_not_count(with_rule):
    text = 'One two: "three four five".'
    assert not with_rule(text, "length", {}, options={"most": 3, "most-sms": 3})


# in disguise


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("I have a favour to ask.", None),
        ("I have a favour to ask. Are you in tonight?", Purpose.OTHER),
        (_NEWS + "I have a favour to ask, better in person.", Purpose.ADVICE),
        ("Lunch on Friday?", Purpose.REVIEW),
        ("How are you? Did the tomatoes ripen?", Purpose.INTRODUCTION),
    ],
)
def test_an_ask_that_hides(with_rule, text, purpose):
    assert with_rule(text, "disguise", _HIDDEN, context=Context(purpose=purpose))


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("I have a favour to ask: feeding my fish.", None),
        ("I have a favour to ask. Could you feed my fish?", None),
        (_NEWS + "I have a favour to ask.", None),
        ("Lunch on Friday?", None),
        ("Lunch on Friday?", Purpose.NONE),
        ("Lunch on Friday? Could you introduce me to Zoe?", Purpose.INTRODUCTION),
        ("How are you? Leeds or Hull?", Purpose.ADVICE),
        ("The garden is green again.", Purpose.INTRODUCTION),
    ],
)
def test_an_ask_that_is_named_or_is_none(with_rule, text, purpose):
    assert not with_rule(text, "disguise", _HIDDEN, context=Context(purpose=purpose))
