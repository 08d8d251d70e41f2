"""The JSON that others build on keeps its keys."""

from entregent.cli import json_shapes as shapes
from entregent.drafts.brief import Draft, Medium, Voice


def test_a_draft_is_plain_words() -> None:
    written = Draft("S", "B", "F", ("q?",), ("k",), "fr", Voice.VOUS, Medium.SMS)
    assert shapes.draft(written) == {
        "subject": "S",
        "body": "B",
        "forward": "F",
        "questions": ["q?"],
        "closing": None,
        "agenda": [],
        "minutes": None,
        "kit": ["k"],
        "language": "fr",
        "address": "vous",
        "channel": "sms",
    }
