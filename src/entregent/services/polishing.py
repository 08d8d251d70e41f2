"""Letting a language model rephrase a draft, and keeping the result only where it is safe."""

from dataclasses import dataclass, replace
from typing import Protocol

from entregent.drafts.brief import Draft, Medium, Voice
from entregent.drafts.polish import Doubt, Doubted, PolishWords, doubts, instruction, parts
from entregent.services.checking import tact_rules
from entregent.services.ports import Catalogue
from entregent.tact.check import Rules, TextError, check
from entregent.tact.context import Context, Form, Purpose
from entregent.tact.context import Medium as By
from entregent.tact.reading import read_message

_FORMS = {
    Voice.TU: Form.TU,
    Voice.VOUS: Form.VOUS,
    Voice.CASUAL: Form.CASUAL,
    Voice.FORMAL: Form.FORMAL,
}
_MEDIA = {
    Medium.EMAIL: By.EMAIL,
    Medium.SMS: By.SMS,
    Medium.LINKEDIN: By.LINKEDIN,
    Medium.SPOKEN: None,
}
_RELEASE = "TC201.phrases"
"""What the rule on the freedom to say no takes for a way out."""


class Rephraser(Protocol):
    """Something that words a text anew."""

    def rephrase(self, text: str, instruction: str) -> str:
        """Return another wording of `text`; raises BookError where none can be had."""
        ...


@dataclass(frozen=True, slots=True)
class Polished:
    """The draft to use, and why it is the plain one; without a doubt it is the rephrased one."""

    draft: Draft
    doubts: tuple[Doubted, ...] = ()


def polish(plain: Draft, purpose: Purpose, rephraser: Rephraser, catalogue: Catalogue) -> Polished:
    """Return a draft rephrased, or as it was with what spoke against the rephrasing.

    Raises BookError where the rephraser cannot be reached.
    """
    head, tail = parts(plain)
    said = rephraser.rephrase(head, instruction(plain)).strip()
    words = PolishWords.of(catalogue.template("vocabulary/polish"), plain.language)
    result = replace(plain, body=said + tail)
    found = [
        *doubts(plain, result.body if said else "", words),
        *_remarks(plain, result, purpose, catalogue),
    ]
    return Polished(plain, tuple(found)) if found else Polished(result)


def context_of(draft: Draft, purpose: Purpose) -> Context:
    """Return what the checker needs to know of a draft."""
    return Context(purpose, _MEDIA[draft.channel], _FORMS[draft.address])


def _remarks(plain: Draft, result: Draft, purpose: Purpose, catalogue: Catalogue) -> list[Doubted]:
    rules = tact_rules(catalogue)
    context = context_of(plain, purpose)
    try:
        checked = check(result.body, context, rules, plain.language)
    except TextError:
        return [Doubted(Doubt.LONG)]
    found = [Doubted(Doubt.FINDING, one.quote) for one in checked.findings[:1]]
    if _releases(plain, rules) and not _releases(result, rules):
        found.append(Doubted(Doubt.WAY_OUT))
    return found


def _releases(draft: Draft, rules: Rules) -> bool:
    """Tell whether a draft leaves its reader free to say no."""
    return read_message(draft.body, rules.lexicon, draft.language).has(_RELEASE)
