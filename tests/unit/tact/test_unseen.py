"""A word on somebody's work, asked of one who never saw it."""

import pytest

from entregent.tact.context import Context, Purpose, Worked

LISTS = {
    "phrases": ["my referee", "vouch for"],
    "strangers": ["we met once"],
    "unless": ["thanks for"],
    "unless-anywhere": ["my neighbour"],
}
NEVER = Context(worked=Worked.NEVER)
TOGETHER = Context(worked=Worked.TOGETHER)


def _quotes(with_rule, text, context=None):
    options = {"kinds": ["reference", "recommendation"]}
    found = with_rule(text, "unseen", LISTS, context=context, options=options)
    return [one.quote for one in found]


@pytest.mark.parametrize(
    ("context", "quotes"),
    [
        (NEVER, ["Would you be my referee?"]),
        (TOGETHER, []),
        (None, []),
    ],
)
def test_the_context_decides(with_rule, context, quotes):
    assert _quotes(with_rule, "Hello Ann. Would you be my referee?", context) == quotes


def test_a_message_may_say_that_they_hardly_know_each_other(with_rule):
    text = "We met once at a fair. Would you vouch for my books?"
    assert _quotes(with_rule, text) == ["Would you vouch for my books?"]
    assert _quotes(with_rule, text, TOGETHER) == []


def test_a_known_purpose_is_enough_where_something_is_asked(with_rule):
    recommendation = Context(worked=Worked.NEVER, purpose=Purpose.RECOMMENDATION)
    advice = Context(worked=Worked.NEVER, purpose=Purpose.ADVICE)
    text = "Hello Ann. Could you write a line on my page?"
    assert _quotes(with_rule, text, recommendation) == ["Could you write a line on my page?"]
    assert _quotes(with_rule, text, advice) == []
    assert _quotes(with_rule, "Hello Ann, it was a fine day.", recommendation) == []


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for being my referee last year.",
        "The landlord asked my neighbour. Would you vouch for me?",
    ],
)
def test_what_excuses(with_rule, text):
    assert _quotes(with_rule, text, NEVER) == []
