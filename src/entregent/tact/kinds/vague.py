"""An ask that does not say what is asked: one of `phrases`, and then nothing but `void` words.

A sentence with one of `whole` is vague where all its other words are void, whatever their order.
One ask in the message that says it is enough, and so is one of `unless-anywhere`. Those of `alone`
are vague only in a short message, where nothing before them can be what they are about; beside
another ask they say nothing more than it does. What ends in a colon is named after it.
"""

from collections.abc import Iterator

from entregent.tact.asks import Ask
from entregent.tact.context import Closeness, Context, Purpose
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence

_SHORT = 25


def vague(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first ask of a message whose asks are all vague."""
    if context.purpose in {Purpose.NONE, Purpose.INFO} or _to_friend(context):
        return
    if not message.asks or message.has(f"{rule.code}.unless-anywhere"):
        return
    short = message.words <= _SHORT
    asks = [ask for ask in message.asks if not ask.sentence.has(f"{rule.code}.alone")]
    if all(_is_vague(rule, message, ask.sentence, short=short) for ask in asks or message.asks):
        first: Ask = message.asks[0]
        yield Hit(first.start, first.end)


def _to_friend(context: Context) -> bool:
    return context.purpose is Purpose.IDEAS and context.closeness is not Closeness.OTHER


def _is_vague(rule: Rule, message: Message, sentence: Sentence, *, short: bool) -> bool:
    if sentence.has(f"{rule.code}.unless") or sentence.text.endswith(":"):
        return False
    if sentence.has(f"{rule.code}.whole"):
        return _is_void(rule, message, sentence, 0, len(sentence.words))
    spans = list(sentence.hits.get(f"{rule.code}.phrases", ()))
    if short:
        spans += sentence.hits.get(f"{rule.code}.alone", ())
    if not spans:
        return False
    end = max(after for _, after in spans)
    stops = sentence.hits.get(f"{rule.code}.stop", ())
    stop = min((first for first, _ in stops if first >= end), default=len(sentence.words))
    return _is_void(rule, message, sentence, end, stop)


def _is_void(rule: Rule, message: Message, sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a stretch of words names nothing."""
    void = {
        at
        for name in ("void", "phrases", "whole")
        for first, after in sentence.hits.get(f"{rule.code}.{name}", ())
        for at in range(first, after)
    }
    small = message.lexicon.languages.small[sentence.language]
    return all(at in void or sentence.words[at] in small for at in range(start, end))
