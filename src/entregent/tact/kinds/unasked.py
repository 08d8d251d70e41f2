"""A message that asks nothing, though it is for an ask.

Where its purpose is unknown, it must show by one of `seeking` that its writer looks for something,
and by none of `news` that it is news, thanks or good wishes. An invitation is something to answer;
so is an order (`orders`), and what other rules hear in it (the option `heard` names them, or one
of their lists): whoever presses, presumes or asks to lie asks for something.
"""

from collections.abc import Iterator

from entregent.tact.asks import Said
from entregent.tact.context import Context, Purpose
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.spoken import spoken


def unasked(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the words that seek, or the last sentence, of a message that asks nothing."""
    if context.purpose is Purpose.NONE or not message.sentences:
        return
    if any(said is not Said.NOTHING for said in message.said) or _questions(message):
        return
    sought = [
        span for sentence in message.sentences for span in sentence.spans(f"{rule.code}.seeking")
    ]
    if message.has(f"{rule.code}.instead", f"{rule.code}.orders") or _heard(rule, message):
        return
    if context.purpose is None and (not sought or message.has(f"{rule.code}.news")):
        return
    place = sought[0] if sought else message.sentences[-1]
    yield Hit(place.start, place.end)


def _heard(rule: Rule, message: Message) -> bool:
    return any(
        sentence.has(heard) or any(spoken(heard, sentence))
        for heard in rule.options.get("heard", ())
        for sentence in message.sentences
    )


def _questions(message: Message) -> bool:
    """Tell whether anything is asked, if only beside thanks: a question can be answered."""
    return any(sentence.asks_openly for sentence in message.sentences)
