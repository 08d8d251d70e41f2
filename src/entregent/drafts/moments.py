"""What messages say beside the facts of an ask: what came before, occasions, who introduced us."""

from collections.abc import Mapping
from typing import Any

from entregent.drafts import occasion, parting
from entregent.drafts.brief import DraftBrief, Voice

_NEAR = (Voice.TU, Voice.CASUAL)


def flags(brief: DraftBrief) -> Mapping[str, bool]:
    """Return which conditions of such messages hold."""
    said = {f"said-{brief.reply}": True} if brief.reply else {}
    return said | {
        "continued": brief.continued is not None,
        "invited": brief.invited == "invited",
        "told": bool(brief.occasion.strip()),
        "met": brief.met is not None,
        **parting.flags(brief),
    }


def values(brief: DraftBrief) -> Mapping[str, Any]:
    """Return the facts that their wordings may use."""
    return {
        "continued": brief.continued,
        "occasion": occasion.named(brief.occasion, brief.voice),
        "news": occasion.reported(brief.occasion, brief.voice),
        "helper": _helper(brief),
        "met": brief.met,
        "event": " ".join(brief.event.split()),
        **parting.values(brief),
    }


def _helper(brief: DraftBrief) -> str:
    """Return who introduced us as the reader would name them: near readers by the given name."""
    helper = brief.helper
    if helper is None:
        return ""
    return helper.given if helper.given and brief.voice in _NEAR else helper.name
