"""Being free to say no to a costly favour."""

import pytest

from entregent.tact.context import Closeness, Context, Form, Medium, Purpose
from entregent.tact.finding import Level

_REVIEW = Context(purpose=Purpose.REVIEW)


def _levels(rules_found, code="TC201"):
    return [one.level for one in rules_found if one.code == code]


def _check(shipped, text, context, language="en"):
    from entregent.tact.check import check

    return check(text, context, shipped, language).findings


@pytest.mark.parametrize(
    ("context", "level"),
    [
        (_REVIEW, Level.WARNING),
        (Context(Purpose.REVIEW, Medium.SMS, closeness=Closeness.CLOSE), Level.INFO),
        (Context(Purpose.REVIEW, Medium.SMS, Form.CASUAL), Level.INFO),
        (Context(Purpose.REVIEW, Medium.SMS, Form.FORMAL), Level.WARNING),
        (Context(Purpose.REVIEW, Medium.SMS, closeness=Closeness.OTHER), Level.WARNING),
        (Context(Purpose.REVIEW, Medium.EMAIL, closeness=Closeness.CLOSE), Level.WARNING),
    ],
)
def test_to_a_close_friend_by_text_message_it_is_a_detail(shipped, context, level):
    assert _levels(_check(shipped, "Can you read my CV? Thanks", context)) == [level]


def test_where_nothing_tells_what_the_message_is_for_the_ask_itself_does(shipped):
    assert _levels(_check(shipped, "Can you read my CV? Thanks", Context()))
    assert not _levels(_check(shipped, "Can you water the plants? Thanks", Context()))
    assert not _levels(_check(shipped, "Could you correct the date? Thanks", Context()))


def test_an_invitation_is_no_favour(shipped):
    assert not _levels(_check(shipped, "Lunch on Sunday?", _REVIEW))


def test_a_favour_announced_and_not_named_is_not_yet_asked(shipped):
    assert not _levels(_check(shipped, "I have a favour to ask you, better in person.", _REVIEW))


def test_a_yes_taken_for_granted_leaves_no_way_out_either(shipped):
    told = "You're down as referee number two. Appreciate it."
    assert _levels(_check(shipped, told, Context(purpose=Purpose.REFERENCE)))
    assert not _levels(_check(shipped, told, Context()))
    news = "The weaving school has found its new building."
    assert not _levels(_check(shipped, news, Context(purpose=Purpose.REFERENCE)))


def test_a_threat_is_no_way_out_and_nothing_kind_is_put_beside_it(shipped):
    text = "Can you read my CV? If you say no, I don't know what I'll do."
    (one,) = [f for f in _check(shipped, text, _REVIEW) if f.code == "TC201"]
    assert one.better is None
