"""Good messages by several authors: on none of them does a rule raise its voice."""

import json
from pathlib import Path

import pytest

from entregent.content import Content
from entregent.services.checking import tact_rules
from entregent.tact.check import check
from entregent.tact.context import Context, Form, Medium, Purpose, Worked
from entregent.tact.finding import Level

FOLDER = Path(__file__).parents[2] / "bench" / "messages" / "dev"
DETAILS = {rule.code for rule in tact_rules(Content()).rules if rule.level is Level.INFO}


def good():
    for path in sorted(FOLDER.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            message = json.loads(line)
            if not set(message["labels"]) - DETAILS:
                yield pytest.param(message, id=message["id"])


def context(told):
    worked = told["worked_together"]
    return Context(
        purpose=told["kind"] and Purpose(told["kind"]),
        medium=told["channel"] and Medium(told["channel"]),
        form=told["address_form"] and Form(told["address_form"]),
        worked=None if worked is None else Worked.TOGETHER if worked else Worked.NEVER,
        last_ask_days=told["days_since_last_ask"],
    )


@pytest.mark.parametrize("message", list(good()))
def test_a_good_message_is_left_alone(rules, message):
    found = check(message["text"], context(message["context"]), rules, message["lang"]).findings

    assert [one.code for one in found if one.level is not Level.INFO] == []
