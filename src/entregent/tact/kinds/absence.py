"""What should stand in a message: a phrase of `phrases`, or of `beside` with one of `with`.

A sentence with one of `not` says none of them. `marks`, an option, are characters that say it too.
With the option `asks`, the rule speaks only where the message asks a favour. The table `add` holds
a sentence to put after the ask, by voice, where no more than a closing follows on its line; none
is put where the option `unfit` names a list that stands in the message.
"""

from collections.abc import Iterator

from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rewording import followed
from entregent.tact.rule import Rule
from entregent.tact.spoken import stands

_CLOSING = 3
"""So many words at most close a message: "Cordialement, Paul"."""


def absence(rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the first ask of a message in which no such phrase stands."""
    if stands(rule.code, message) or any(
        mark in message.own for mark in rule.options.get("marks", "")
    ):
        return
    if message.asks:
        ask = message.asks[0]
        line = message.text[ask.end :].partition("\n")[0]
        closing = len(line.split()) <= _CLOSING
        yield followed(rule, message, ask, context) if closing else Hit(ask.start, ask.end)
    elif not rule.options.get("asks", False) and message.sentences:
        yield Hit(message.sentences[0].start, message.sentences[-1].end)
