"""The language model that the owner's settings name, if any."""

import os
from typing import TYPE_CHECKING

from entregent.services.ports import BookError
from entregent.settings import Settings

if TYPE_CHECKING:
    from entregent.services.polishing import Rephraser


def rephraser(chosen: Settings) -> "Rephraser":
    """Return the model to rephrase with; raises BookError where the settings name none.

    Its key, where it wants one, is read from ENTREGENT_POLISH_KEY.
    """
    from entregent.exchange.language_model import LocalModel

    if not (chosen.polish_url and chosen.polish_model):
        raise BookError("polish.not-set")
    return LocalModel(
        chosen.polish_url,
        chosen.polish_model,
        "anywhere" if chosen.polish_reach == "anywhere" else "here",
        os.environ.get("ENTREGENT_POLISH_KEY", ""),
    )
