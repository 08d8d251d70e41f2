"""A word on somebody's work, asked of one who never saw it.

`phrases` ask for such a word. They speak where the context says that the two never worked
together, or where the message says it by one of `strangers` and the context knows no better.
Where the context says both that they never did, and that the message is for one of the rule's
`moments`, an ask without such words speaks too. Nothing speaks where one of `unless` stands in
the sentence, or one of `unless-anywhere` in the message.
"""

from collections.abc import Iterator

from entregent.tact.context import Context, Worked
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule


def unseen(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first sentence that asks for a word on work that its reader never saw."""
    stranger = context.worked is None and message.has(f"{rule.code}.strangers")
    if not stranger and context.worked is not Worked.NEVER:
        return
    if message.has(f"{rule.code}.unless-anywhere"):
        return
    for sentence in message.sentences:
        if sentence.has(f"{rule.code}.phrases") and not sentence.has(f"{rule.code}.unless"):
            yield Hit(sentence.start, sentence.end)
            return
    told = context.purpose is not None and str(context.purpose) in rule.options.get("kinds", ())
    if told and message.asks:
        yield Hit(message.asks[0].start, message.asks[0].end)
