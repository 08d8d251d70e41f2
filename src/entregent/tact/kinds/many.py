"""Too many favours asked at once: `least` different ones or more.

Questions about one favour, one favour for two things, and another way to do the same are one. The
items of a list count where the message asks something. So does a number of favours that the
message announces itself (`announced`: "three favours").
"""

import re
from collections.abc import Iterator

from entregent.tact.asks import Said
from entregent.tact.context import Context, Purpose
from entregent.tact.favours import favours_in
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence

_ITEM = re.compile(r"[ \t]*(?:\(?(?:\d{1,2}|[a-h])[.)°/]|[-•*–—])[ \t]*")


def many(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the sentence with which a message asks too many favours."""
    if context.purpose is Purpose.NONE:
        return
    for sentence in message.sentences:
        for span in sentence.spans(f"{rule.code}.announced"):
            yield Hit(span.start, span.end)
            return
    told: set[str] = set()
    for sentence, said in zip(message.sentences, message.said, strict=True):
        if said is Said.ASKS or _is_item(message, sentence):
            told |= {favour.name for favour in favours_in(sentence)}
            if len(told) >= rule.options["least"]:
                yield Hit(sentence.start, sentence.end)
                return


def _is_item(message: Message, sentence: Sentence) -> bool:
    line = message.own.rfind("\n", 0, sentence.start) + 1
    return _ITEM.match(message.own, line, sentence.end) is not None
