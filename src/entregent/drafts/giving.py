"""Messages that give: thanks, news, an offer, a wish. Nothing is asked in them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from entregent.domain.text import capital, tokens
from entregent.domain.words import Address
from entregent.drafts.brief import Draft, Language, Me, Medium, Recipient, voice_of
from entregent.drafts.compose import Composer
from entregent.drafts.wording import Wording
from entregent.drafts.write import message_text
from entregent.ledger.gift import What
from entregent.locale.speech import Speech

_WISHES = (What.OFFER, What.INTRODUCTION)
_THEIRS = frozenset(
    "elle eux il ils leur leurs lui sa ses son he her him his she their them they".split()
)


@dataclass(frozen=True, slots=True)
class GiftBrief:
    """Everything one such message is written from.

    `text` is what they did, look for or suggested, `more` what answers it, `other` the name of a
    second person, `on` the day it speaks of, `since` that of the last encounter.
    """

    what: What
    to: Recipient
    me: Me
    today: date
    language: Language
    on: date
    address: Address | None = None
    medium: Medium = Medium.EMAIL
    text: str = ""
    more: str = ""
    other: str = ""
    since: date | None = None
    seed: int = 0


def draft_gift(brief: GiftBrief, wording: Wording) -> Draft:
    """Write the message; same brief, same draft."""
    voice = voice_of(brief.language, brief.address, brief.to)
    message = Composer(
        wording=wording,
        voice=voice,
        holding=_conditions(brief),
        values=_values(brief),
        speech=Speech(brief.language, {}, brief.today),
        seed=brief.seed,
        avoid=frozenset(),
    )
    message.learn_slots()
    subject = capital(message.say("subject")) if brief.medium is Medium.EMAIL else ""
    return Draft(
        subject=subject,
        body=message_text(message, brief.medium),
        forward="",
        questions=(),
        kit=(),
        language=brief.language,
        address=voice,
        channel=brief.medium,
        wordings=frozenset(message.chosen.values()),
    )


def _conditions(brief: GiftBrief) -> frozenset[str]:
    told = {brief.what, brief.medium}
    return frozenset(told | {brief.to.closeness} if brief.to.closeness else told)


def _values(brief: GiftBrief) -> dict[str, Any]:
    return {
        "name": brief.to.name,
        "given": brief.to.given,
        "me_name": brief.me.name,
        "me_given": brief.me.given or brief.me.name,
        "text": "" if _spoken_of_them(brief) else _said(brief.text),
        "more": _said(brief.more),
        "other": brief.other,
        "on": brief.on,
        "since": brief.since,
    }


def _spoken_of_them(brief: GiftBrief) -> bool:
    """Tell a wish that was noted as "his" or "her", which does not read well to whom it is of."""
    return brief.what in _WISHES and not _THEIRS.isdisjoint(tokens(brief.text))


def _said(text: str) -> str:
    """Return words as they read inside a sentence: without their full stop."""
    return " ".join(text.split()).strip(" .")
