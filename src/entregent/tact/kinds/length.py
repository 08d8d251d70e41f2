"""A message longer than so many words, `most`, or `most-sms` by text message.

What is quoted, an earlier message and the signature do not count. The place is the sentence in
which the last word too many begins.
"""

from collections.abc import Iterator
from itertools import islice

from entregent.tact.context import Context, Medium
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule


def length(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the sentence with which a message becomes too long."""
    most = rule.options["most-sms" if context.medium is Medium.SMS else "most"]
    if message.words > most:
        long = (one for one in message.sentences if message.words_before(one.end) > most)
        yield from (Hit(one.start, one.end) for one in islice(long, 1))
