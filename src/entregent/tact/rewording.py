"""A better wording for what a rule found, fitted to its sentence."""

from entregent.locale.sentences import Span
from entregent.tact.context import Context, Form
from entregent.tact.hit import Hit
from entregent.tact.rule import Rule
from entregent.tact.sentence import Sentence


def reworded(rule: Rule, sentence: Sentence, span: Span, context: Context) -> Hit:
    """Return a hit on `span`, with the wording of the rule's first `better` that fits here.

    `{rest}` takes in what follows up to the end of the sentence, and the hit reaches there. A
    wording whose voice is not known here does not fit.
    """
    for number, better in enumerate(rule.told[sentence.language].better):
        for found in sentence.spans(f"{rule.code}.better-{number}"):
            put = better.put.get(voice(sentence, context) or "any", better.put.get("any"))
            if put is None:
                continue
            if "{rest}" not in put:
                return Hit(found.start, found.end, _as_begun(sentence, found, put))
            rest = sentence.text[found.end - sentence.start :].strip(" .!?…")
            if rest:
                said = _as_begun(sentence, found, put.replace("{rest}", rest))
                return Hit(found.start, sentence.end, said)
    return Hit(span.start, span.end)


def voice(sentence: Sentence, context: Context) -> Form | None:
    """Return how the writer speaks to the reader: as declared, else as this sentence does."""
    if context.form is not None:
        return context.form
    if sentence.language == "fr":
        said = set(sentence.words)
        if said & {"tu", "te", "toi", "ton", "ta", "tes"}:
            return Form.TU
        if said & {"vous", "votre", "vos"}:
            return Form.VOUS
    return None


def _as_begun(sentence: Sentence, found: Span, put: str) -> str:
    first = sentence.text[found.start - sentence.start : found.start - sentence.start + 1]
    return put[:1].upper() + put[1:] if first.isupper() else put
