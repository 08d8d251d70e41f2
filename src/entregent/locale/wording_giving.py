"""What there is to give, said as sentences."""

from datetime import date
from typing import Protocol

from entregent.domain.ids import PersonId
from entregent.domain.text import unstopped
from entregent.domain.upkeep import Lead, LeadEnded
from entregent.locale.speech import Speech
from entregent.locale.wording import Cast


class Given(Protocol):
    """One thing to give: what, to whom, the day it speaks of, and the words it rests on."""

    @property
    def what(self) -> str:
        """What there is to give."""
        ...

    @property
    def person(self) -> PersonId:
        """To whom."""
        ...

    @property
    def other(self) -> PersonId | None:
        """A second person it speaks of."""
        ...

    @property
    def on(self) -> date:
        """The day it speaks of."""
        ...

    @property
    def since(self) -> date | None:
        """The last encounter."""
        ...

    @property
    def text(self) -> str:
        """What they did, look for or suggested."""
        ...

    @property
    def more(self) -> str:
        """What answers it."""
        ...


class Idea(Protocol):
    """An idea somebody gave, and how it ended."""

    @property
    def lead(self) -> Lead:
        """The idea."""
        ...

    @property
    def ended(self) -> LeadEnded | None:
        """How it ended."""
        ...


def gift_sentence(speech: Speech, gift: Given, cast: Cast) -> str:
    """Return one thing to give, with the fact it rests on."""
    return speech.say(
        f"give.{gift.what}{_variant(speech, gift)}",
        who=cast.full(gift.person),
        other=cast.full(gift.other) if gift.other else "",
        on=gift.on,
        since=gift.since,
        text=unstopped(gift.text),
        more=unstopped(gift.more),
    )


def lead_sentence(speech: Speech, one: Idea, cast: Cast) -> str:
    """Return an idea somebody gave, and what became of it."""
    lead = one.lead
    key = "lead.open"
    if one.ended is not None:
        key = "lead.ended" if one.ended.text else "lead.reached"
    place = lead.company or lead.sector or (cast.full(lead.other) if lead.other else "")
    texts = [text for text in dict.fromkeys((lead.text, place)) if text]
    return speech.say(
        key,
        who=cast.full(lead.person),
        on=lead.on,
        text=" · ".join(texts),
        more=one.ended.text if one.ended else "",
    )


_VARIANTS = {
    "thanks": ("text", "-for", ""),
    "outcome": ("other", "-met", ""),
    "lead": ("more", "", "-reached"),
    "new-job": ("text", "-titled", ""),
    "quiet": ("since", "", "-never"),
    "turn": ("text", "-for", ""),
}
"""What a sentence may also tell, and how its key ends where that is known and where it is not."""


def _variant(speech: Speech, gift: Given) -> str:
    if gift.what == "birthday":
        return "-today" if gift.on == speech.today else ""
    told, known, unknown = _VARIANTS.get(gift.what, ("what", "", ""))
    return known if getattr(gift, told) else unknown
