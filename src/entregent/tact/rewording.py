"""A better wording for what a rule found, fitted to its sentence."""

from collections.abc import Iterable

from entregent.locale.sentences import Span
from entregent.tact.asks import Ask
from entregent.tact.context import Context, Form
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence

_ENDS = ".!?…"
_GOES_ON = ',;:\n«»“”"('
"""After these a sentence says more than the one thing that a wording takes in."""


def reworded(rule: Rule, message: Message, sentence: Sentence, span: Span, context: Context) -> Hit:
    """Return a hit on `span`, with the wording of the rule's first `better` that fits here.

    A wording takes in all that was found. `{rest}` is what follows up to the end of the sentence,
    and the hit reaches there; a rest that says more than one thing does not fit, nor does a
    wording whose voice is not known here.
    """
    spoken = voice(message, context) or "any"
    for number, better in enumerate(rule.told[sentence.language].better):
        for found in sentence.spans(f"{rule.code}.better-{number}"):
            put = better.put.get(spoken, better.put.get("any"))
            if put is None or not found.start <= span.start < found.end:
                continue
            if "{rest}" not in put and span.end <= found.end:
                return Hit(found.start, found.end, _as_begun(message, found, put))
            rest = sentence.text[found.end - sentence.start :].strip(f" \u00a0\u202f{_ENDS}")
            if "{rest}" in put and rest and not any(mark in rest for mark in _GOES_ON):
                said = _as_begun(message, found, put.replace("{rest}", rest))
                return Hit(found.start, sentence.end, said)
    return Hit(span.start, span.end)


def followed(rule: Rule, message: Message, ask: Ask, context: Context) -> Hit:
    """Return a hit on an ask, with the same ask and the rule's sentence `add` after it.

    None is added where it would not stand well: after an ask that a list goes on from, or beside
    what the rule's option `unfit` names.
    """
    asked = message.text[ask.start : ask.end]
    add = rule.told[message.language].add
    put = add.get(voice(message, context) or "any", add.get("any"))
    unfit = message.has(f"{rule.code}.not", *rule.options.get("unfit", ()))
    if put is None or unfit or asked[-1:] not in _ENDS or len(message.asks) > 1:
        return Hit(ask.start, ask.end)
    return Hit(ask.start, ask.end, f"{asked} {put}")


def voice(message: Message, context: Context) -> Form | None:
    """Return how the writer speaks to the reader: as declared, else as the message does."""
    if context.form is not None:
        return context.form
    if message.language == "fr":
        said = {word for sentence in message.sentences for word in sentence.words}
        return _one_of(said)
    return None


def _one_of(said: Iterable[str]) -> Form | None:
    held = frozenset(said)
    tu = bool(held & {"tu", "te", "toi", "ton", "ta", "tes", "stp"})
    vous = bool(held & {"vous", "votre", "vos", "svp"})
    if tu == vous:
        return None
    return Form.TU if tu else Form.VOUS


def _as_begun(message: Message, found: Span, put: str) -> str:
    first = message.text[found.start : found.start + 1]
    return put[:1].upper() + put[1:] if first.isupper() else put
