"""A first ask that comes late: in a message of `words` words or more, after word `after`."""

from collections.abc import Iterator

from entregent.tact.context import Context, Purpose
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule


def late(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first ask of a long message where it stands too late."""
    if context.purpose is Purpose.NONE or message.words < rule.options["words"]:
        return
    if message.asks and message.words_before(message.asks[0].start) >= rule.options["after"]:
        yield Hit(message.asks[0].start, message.asks[0].end)
