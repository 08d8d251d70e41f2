"""An introduction is asked, and nothing is there to pass on.

To pass on is a quoted paragraph, something attached or linked, or the offer of one: `phrases`, or
`beside` with `with`. Besides what every ask names, `introducing` are words that ask for one.
"""

from collections.abc import Iterator

from entregent.locale.letter import Part
from entregent.locale.phrasebook import words_of
from entregent.tact.asks import Ask
from entregent.tact.context import Context, Purpose
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.spoken import stands

_LINKS = ("http://", "https://", "www.")
_PARAGRAPH = 10
"""So many words in quotation marks are a text to pass on; fewer are what somebody said."""


def blurb(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first ask for an introduction of a message with nothing to pass on."""
    ask = next((ask for ask in message.asks if _introduces(rule, ask)), None)
    if ask is None and context.purpose is Purpose.INTRODUCTION:
        ask = next((ask for ask in message.asks if not ask.sentence.has("asks.invitation")), None)
    if ask is not None and not _passes_on(rule, message):
        yield Hit(ask.start, ask.end)


def _introduces(rule: Rule, ask: Ask) -> bool:
    return Purpose.INTRODUCTION in ask.purposes or ask.sentence.has(f"{rule.code}.introducing")


def _passes_on(rule: Rule, message: Message) -> bool:
    return (
        stands(rule.code, message)
        or any(link in message.text for link in _LINKS)
        or any(
            _announced(message, quoted.start)
            or len(words_of(message.text[quoted.start : quoted.end])) >= _PARAGRAPH
            for quoted in message.stretches(Part.QUOTED)
        )
    )


def _announced(message: Message, at: int) -> bool:
    return message.text[:at].rstrip().endswith(":")
