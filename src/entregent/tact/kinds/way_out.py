"""A costly favour is asked, and nothing leaves the reader free to say no.

What frees them: `phrases`, or `beside` with `with`; a sentence with one of `not` frees nobody.
Besides the favours that every ask names, `costly` are words of such a favour, `slight` of one that
is not. Where the reader's yes is taken for granted (lists that the option `taken` names show it),
the favour need not be asked; where it is only announced (likewise `unnamed`), there is nothing yet
to be free of.
"""

from collections.abc import Iterator

from entregent.tact.asks import Ask
from entregent.tact.context import COSTLY, Closeness, Context, Form, Medium
from entregent.tact.finding import Level
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rewording import followed, voice
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence
from entregent.tact.spoken import stands


def way_out(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first costly ask of a message that leaves no way out.

    To a close friend by text message it is a detail.
    """
    if stands(rule.code, message):
        return
    level = Level.INFO if _among_friends(message, context) else None
    asked = next(_costly(rule, message, context), None)
    if asked is not None:
        hit = followed(rule, message, asked, context)
        yield Hit(hit.start, hit.end, hit.better, level)
    elif context.purpose is not None:
        taken = _taken(rule, message)
        if taken is not None:
            yield Hit(taken.start, taken.end, level=level)


def _costly(rule: Rule, message: Message, context: Context) -> Iterator[Ask]:
    for ask in message.asks:
        named = bool(ask.purposes & COSTLY) or ask.sentence.has(f"{rule.code}.costly")
        slight = ask.sentence.has(f"{rule.code}.slight")
        meets = ask.sentence.has("asks.invitation", *rule.options.get("unnamed", ()))
        if (named and not slight) or (context.purpose is not None and not meets):
            yield ask


def _taken(rule: Rule, message: Message) -> Sentence | None:
    lists = rule.options.get("taken", ())
    return next((sentence for sentence in message.sentences if sentence.has(*lists)), None)


def _among_friends(message: Message, context: Context) -> bool:
    if context.medium is not Medium.SMS:
        return False
    if context.closeness is not None:
        return context.closeness is Closeness.CLOSE
    return voice(message, context) in {Form.TU, Form.CASUAL}
