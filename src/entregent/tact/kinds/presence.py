"""Phrases that should not stand in a message.

`phrases` speak alone; those of `beside` only where one of `with` stands in the same sentence, those
of `beside-2` with `with-2`; those of `asking` only in a message that asks a favour; those of
`bound` only where nothing frees the reader as the rule does whose code is the option `freed`.
None speaks where one of `unless` stands in the same sentence, `unless-near` in it or in one
next to it, `unless-anywhere` in the message.
"""

from collections.abc import Iterator, Sequence

from entregent.locale.sentences import Span
from entregent.tact.context import Context, Purpose
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rewording import reworded
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence
from entregent.tact.spoken import spoken, stands

_ASKS_NOTHING = frozenset({Purpose.NONE, Purpose.INFO})


def presence(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first phrase of each sentence that holds one."""
    if rule.code not in message.heard_of or message.has(f"{rule.code}.unless-anywhere"):
        return
    for at, sentence in enumerate(message.sentences):
        found = [*spoken(rule.code, sentence), *_here(rule, sentence, message, context)]
        if found and not excused(rule, message.sentences, at):
            span = Span(min(one.start for one in found), max(one.end for one in found))
            yield reworded(rule, message, sentence, span, context)


def _here(rule: Rule, sentence: Sentence, message: Message, context: Context) -> Iterator[Span]:
    """Yield the phrases that speak only in some messages."""
    if sentence.has(f"{rule.code}.asking") and _asks(message, context):
        yield from sentence.spans(f"{rule.code}.asking")
    if sentence.has(f"{rule.code}.bound") and not stands(rule.options.get("freed", ""), message):
        yield from sentence.spans(f"{rule.code}.bound")


def _asks(message: Message, context: Context) -> bool:
    if context.purpose is None:
        return bool(message.asks)
    return context.purpose not in _ASKS_NOTHING


def excused(rule: Rule, sentences: Sequence[Sentence], at: int) -> bool:
    """Tell whether a phrase of `unless` or `unless-near` excuses the sentence that stands `at`."""
    near = sentences[max(at - 1, 0) : at + 2]
    return sentences[at].has(f"{rule.code}.unless") or any(
        sentence.has(f"{rule.code}.unless-near") for sentence in near
    )
