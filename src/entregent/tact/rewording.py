"""A better wording for what a rule found, fitted to its sentence."""

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
    """Return how the writer speaks to the reader: as the words do, else as declared.

    None where they do both, or otherwise than declared: a wording must not add to a mixture.
    """
    said = _french(message) if message.language == "fr" else _english(message)
    if len(said) > 1 or (said and context.form not in {None, *said}):
        return None
    return context.form or next(iter(said), None)


def _french(message: Message) -> frozenset[Form]:
    forms = message.address
    said = {Form.TU: forms.tu, Form.VOUS: forms.vous + forms.many}
    return frozenset(form for form, places in said.items() if places)


def _english(message: Message) -> frozenset[Form]:
    register = message.register
    said = {Form.FORMAL: register.formal, Form.CASUAL: register.slang + register.casual}
    return frozenset(form for form, places in said.items() if places)


def _as_begun(message: Message, found: Span, put: str) -> str:
    first, second = message.text[found.start], message.text[found.start + 1 : found.start + 2]
    begins = first.isupper() and not second.isupper()
    return put[:1].upper() + put[1:] if begins else put
