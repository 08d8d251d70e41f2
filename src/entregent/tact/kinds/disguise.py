"""An ask that hides: announced and not named, or behind a mere invitation.

`phrases` announce an ask: they speak where no ask of the message names a favour, and the message
is short or one of `later` puts the rest off. An invitation, or a courtesy, speaks where the message
is known to be for a favour and names none; so do words of an outing (`outing`) in a short one.
"""

from collections.abc import Iterator

from entregent.tact.asks import Ask, Said
from entregent.tact.context import Context, Purpose
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence

_SHORT = 40
_FAVOURS = frozenset(Purpose) - {Purpose.INFO, Purpose.NONE}
_NAMED = frozenset(
    {Purpose.INTRODUCTION, Purpose.REFERRAL, Purpose.REFERENCE, Purpose.RECOMMENDATION}
)
"""Asks that cannot be put as a bare question: each must be named to be asked."""


def disguise(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield what announces an ask, or invites, where the ask itself is not named."""
    if context.purpose is not None and context.purpose not in _FAVOURS:
        return
    asks = [ask for ask in message.asks if not _hides(rule, ask) or _says(rule, ask)]
    announced = [
        span for sentence in message.sentences for span in sentence.spans(f"{rule.code}.phrases")
    ]
    if announced and not asks and (message.words <= _SHORT or message.has(f"{rule.code}.later")):
        yield Hit(announced[0].start, announced[-1].end)
    elif context.purpose in _FAVOURS and not any(_counts(ask, context) for ask in asks):
        yield from _social(rule, message)


def _hides(rule: Rule, ask: Ask) -> bool:
    """Tell an ask that is but announced, or that goes for an outing."""
    return _announces(rule, ask.sentence) or ask.sentence.has(f"{rule.code}.outing")


def _announces(rule: Rule, sentence: Sentence) -> bool:
    return sentence.has(f"{rule.code}.phrases")


def _says(rule: Rule, ask: Ask) -> bool:
    """Tell whether an ask that is announced is named as well, if only after a colon."""
    if ask.purposes - {Purpose.IDEAS} or ask.favours:
        return True
    announced = [span.start for span in ask.sentence.spans(f"{rule.code}.phrases")]
    _, colon, said = ask.sentence.text[min(announced, default=ask.end) - ask.start :].partition(":")
    return bool(colon and said.strip())


def _counts(ask: Ask, context: Context) -> bool:
    """Tell whether an ask may be the one that the message is for."""
    return bool(ask.purposes or ask.favours or ask.framed or context.purpose not in _NAMED)


def _social(rule: Rule, message: Message) -> Iterator[Hit]:
    """Yield the first sentence that invites, or asks for news."""
    short = message.words <= _SHORT
    for sentence, said in zip(message.sentences, message.said, strict=True):
        outing = short and sentence.has(f"{rule.code}.outing")
        if outing or said in {Said.INVITES, Said.COURTESY}:
            yield Hit(sentence.start, sentence.end)
            return
