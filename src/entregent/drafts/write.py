"""From a brief and the wordings to a draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from entregent.domain.text import capital
from entregent.domain.words import Closeness
from entregent.drafts.brief import ASKING, Draft, DraftBrief, Medium, Moment
from entregent.drafts.compose import Composer, composer, shortened
from entregent.drafts.forward import forward
from entregent.drafts.kit import kit
from entregent.drafts.questions import Bank, Talk, read_bank, talk
from entregent.drafts.wording import Wording, parse

_LIMITS: Mapping[Medium, Mapping[str, int]] = {
    Medium.EMAIL: {"words": 200},
    Medium.SMS: {"words": 110},
    Medium.LINKEDIN: {"chars": 300, "words": 60},
    Medium.SPOKEN: {},
}
_LAYOUTS = {
    Medium.EMAIL: ("email", "drop", "\n\n"),
    Medium.SMS: ("note", "drop-note", "\n"),
    Medium.LINKEDIN: ("note", "drop-note", "\n"),
    Medium.SPOKEN: ("spoken", "drop-note", " "),
}
_BASES = {Moment.CONTINUE: Moment.ASK, Moment.ANNOUNCE: Moment.ASK}
"""The moments that say as the other does whatever they do not say themselves."""
_TIGHT = (60, 36)
"""How long a fact may be where space is short, in characters, tried one after the other."""


@dataclass(frozen=True, slots=True)
class Words:
    """All the wordings a draft is made of."""

    moments: Mapping[Moment, Wording]
    forward: Wording
    kit: Wording
    bank: Bank


def read_words(template: Callable[[str], Mapping[str, Any]]) -> Words:
    """Read the wordings with a catalogue's `template`; raises WordingError on a fault in one."""

    def read(name: str) -> Wording:
        return parse(name, template(name))

    common = read("templates/common")
    own = {moment: read(f"templates/{moment}") for moment in Moment}
    return Words(
        moments={
            moment: wording | own[_BASES[moment]] | common if moment in _BASES else wording | common
            for moment, wording in own.items()
        },
        forward=read("templates/forward"),
        kit=read("templates/kit"),
        bank=read_bank(template),
    )


def draft(brief: DraftBrief, words: Words) -> Draft:
    """Write the message of a brief, and what goes with it.

    Same brief, same draft. What goes with a message goes with asks only.
    """
    message = composer(brief, words.moments[brief.moment])
    asks = brief.moment in ASKING
    paragraph = forward(brief, words.forward) if asks else ""
    spoken = talk(brief, words.bank) if asks else Talk()
    if paragraph:
        message.learn(forward=paragraph)
        message.holding |= {"paragraph"}
    message.learn_slots()
    return Draft(
        subject=_subject(brief, message),
        body=message_text(message, brief.medium),
        forward=paragraph,
        questions=spoken.questions,
        kit=kit(brief, words.kit, spoken) if asks else (),
        language=brief.language,
        address=brief.voice,
        channel=brief.medium,
        wordings=frozenset(message.chosen.values()),
        agenda=spoken.agenda,
        minutes=spoken.minutes,
        closing=spoken.closing,
    )


def _subject(brief: DraftBrief, message: Composer) -> str:
    if brief.medium is Medium.EMAIL:
        return capital(message.say("subject"))
    if brief.medium is Medium.SPOKEN and brief.moment in (Moment.ASK, Moment.CONTINUE):
        return message.say("announce")
    return ""


def message_text(message: Composer, medium: Medium) -> str:
    """Return the text of a message, as long as its medium allows."""
    text = _laid_out(message, medium)
    for longest in _TIGHT:
        if len(text) <= _LIMITS[medium].get("chars", len(text)):
            break
        text = _laid_out(message.tightened(longest), medium)
    return text


def _laid_out(message: Composer, medium: Medium) -> str:
    name, drop, between = _LAYOUTS[medium]
    layouts = message.wording.layouts
    if Closeness.CLOSE in message.holding:
        name = f"{name}-close" if f"{name}-close" in layouts else name
    paragraphs = message.paragraphs(layouts[name])
    return shortened(paragraphs, layouts.get(drop, ()), between, _LIMITS[medium])
