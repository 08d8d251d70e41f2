"""What was said when we met, as a message may say it again: only what the owner typed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from entregent.domain.text import fold
from entregent.drafts import occasion, purpose
from entregent.drafts.brief import DraftBrief, Voice
from entregent.locale.french import join

_MOST = 2
"""How many subjects of a conversation are named."""
_LONGEST = 40
"""How long one may be, and what was promised, in characters."""
_VOICES = {"fr": (Voice.TU, Voice.VOUS), "en": (Voice.CASUAL, Voice.FORMAL)}


def flags(brief: DraftBrief) -> Mapping[str, bool]:
    """Return which conditions of such messages hold."""
    plan = brief.parting.plan
    return {**({plan: True} if plan else {}), "planned": brief.parting.day is not None}


def values(brief: DraftBrief) -> Mapping[str, Any]:
    """Return what their wordings may use.

    `talk` stands after "parler" or "about", `thing` is a noun with its article, `listed` what I
    promised to send where it has none.
    """
    said = brief.parting
    thing = _named(said.thing, brief.voice)
    return {
        "talk": _talk(brief),
        "thing": thing,
        "listed": "" if thing else _bare(said.thing, brief.voice),
        "whom": " ".join(said.whom.split()).strip(" .,;:"),
        "plan_day": said.day,
    }


def _talk(brief: DraftBrief) -> str:
    """Return what we spoke of: subjects with articles, or without; never both in one breath."""
    french = brief.language == "fr"
    told = list(_subjects(brief.parting.talked, brief.voice))
    same = [text for text, article in told if article is told[0][1]][:_MOST]
    if french and told and told[0][1]:
        same = [join("de", text) for text in same]
    return (" et " if french else " and ").join(same)


def _subjects(talked: Sequence[str], voice: Voice) -> Iterator[tuple[str, bool]]:
    """Yield the subjects that may be said, and whether an article stands before each."""
    for text in talked:
        if named := _named(text, voice):
            yield named, True
        elif bare := _bare(text, voice):
            yield bare, False


def _named(text: str, voice: Voice) -> str:
    return occasion.named(text, voice) if _fits(text, voice) else ""


def _bare(text: str, voice: Voice) -> str:
    return occasion.reported(text, voice) if _fits(text, voice) else ""


def _fits(text: str, voice: Voice) -> bool:
    """Tell words that are few, of one piece, and may be read by whom they are said to."""
    language = "fr" if voice in _VOICES["fr"] else "en"
    plain = " ".join(text.split())
    return (
        bool(fold(plain))
        and len(plain) <= _LONGEST
        and all(char.isalnum() or char in " '’-&/+" for char in plain)
        and purpose.readable_in(plain, "fr" if language == "fr" else "en")
    )
