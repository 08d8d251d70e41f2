"""Phrases that should not stand in a message.

`phrases` speak alone; those of `beside` only where one of `with` stands in the same sentence.
Neither speaks where one of `unless` stands in the same sentence, `unless-near` in it or in one
next to it, `unless-anywhere` in the message.
"""

from collections.abc import Iterator, Sequence

from entregent.locale.sentences import Span
from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rewording import reworded
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence


def presence(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first phrase of each sentence that holds one."""
    if message.has(f"{rule.code}.unless-anywhere"):
        return
    for at, sentence in enumerate(message.sentences):
        found = list(_found(rule, sentence))
        if found and not excused(rule, message.sentences, at):
            span = Span(min(one.start for one in found), max(one.end for one in found))
            yield reworded(rule, sentence, span, context)


def _found(rule: Rule, sentence: Sentence) -> Iterator[Span]:
    yield from sentence.spans(f"{rule.code}.phrases")
    if sentence.has(f"{rule.code}.with"):
        yield from sentence.spans(f"{rule.code}.beside")


def excused(rule: Rule, sentences: Sequence[Sentence], at: int) -> bool:
    """Tell whether a phrase of `unless` or `unless-near` excuses the sentence that stands `at`."""
    near = sentences[max(at - 1, 0) : at + 2]
    return sentences[at].has(f"{rule.code}.unless") or any(
        sentence.has(f"{rule.code}.unless-near") for sentence in near
    )
