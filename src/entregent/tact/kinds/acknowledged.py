"""A favour is asked of somebody of whom one was asked not long ago, and nothing is said of that.

What says it: `phrases`, or `beside` with `with`, in a sentence without `not`. The phrases of `not`
thank for what is still to come. The option `days` is how long an ask is recent.
"""

from collections.abc import Iterator

from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence
from entregent.tact.spoken import stands


def acknowledged(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first ask of a message that passes over a recent one."""
    days = context.last_ask_days
    if days is None or days > rule.options["days"] or stands(rule.code, message):
        return
    asked = next(iter(message.asks), None) or next(_thanked_before(rule, message), None)
    if asked is not None:
        yield Hit(asked.start, asked.end)


def _thanked_before(rule: Rule, message: Message) -> Iterator[Sentence]:
    """Yield the sentences that thank for what is still to come."""
    return (sentence for sentence in message.sentences if sentence.has(f"{rule.code}.not"))
