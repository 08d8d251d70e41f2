"""Phrases of which one should stand in a message: `phrases`, where none of `not` is beside them.

With the option `asks`, only where the message asks a favour, of the rule's moments if it has any.
"""

from collections.abc import Iterator

from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule


def absence(rule: Rule, message: Message, _context: Context) -> Iterator[Hit]:
    """Yield the first ask of a message in which no such phrase stands."""
    for sentence in message.sentences:
        if sentence.has(f"{rule.code}.phrases") and not sentence.has(f"{rule.code}.not"):
            return
    if message.asks:
        yield Hit(message.asks[0].start, message.asks[0].end)
    elif not rule.options.get("asks", False) and message.sentences:
        yield Hit(message.sentences[0].start, message.sentences[-1].end)
