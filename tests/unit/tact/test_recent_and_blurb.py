"""A recent favour named, and a paragraph to pass on."""

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context, Purpose


def _codes(shipped, text, context):
    return {one.code for one in check(text, context, shipped, "en").findings}


@pytest.mark.parametrize(("days", "shown"), [(5, True), (90, True), (91, False), (None, False)])
def test_an_ask_is_recent_for_ninety_days(shipped, days, shown):
    context = Context(last_ask_days=days)
    assert ("TC402" in _codes(shipped, "Could you read my page? Thanks", context)) is shown


def test_thanks_for_what_is_to_come_acknowledge_nothing(shipped):
    context = Context(last_ask_days=5)
    assert "TC402" in _codes(shipped, "Thanks in advance for the review!", context)
    assert "TC402" not in _codes(shipped, "The hens are laying.", context)


def test_a_paragraph_is_quoted_announced_linked_or_offered(shipped):
    context = Context(purpose=Purpose.INTRODUCTION)
    ask = "Could you introduce me to Ana?"
    assert "TC503" in _codes(shipped, ask, context)
    assert "TC503" in _codes(shipped, f'{ask} Better than "a man at the bus stop".', context)
    for more in (
        'To paste: "Jo, designer"',
        '"Jo designs chairs in Leeds and would like ten minutes on oak and glue."',
        "I am here: www.example.org/jo",
        "I'll send you three lines.",
    ):
        assert "TC503" not in _codes(shipped, f"{ask} {more}", context), more


def test_only_an_introduction_needs_one(shipped):
    assert "TC503" not in _codes(shipped, "Could you read my page?", Context())
    assert "TC503" in _codes(shipped, "Could you introduce me to Ana?", Context())
    invited = Context(purpose=Purpose.INTRODUCTION)
    assert "TC503" not in _codes(shipped, "Lunch on Sunday?", invited)
