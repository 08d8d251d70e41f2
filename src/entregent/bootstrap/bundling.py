"""The bundle of an evening, gathered from the book and from the content."""

from typing import Any

from entregent.bootstrap import LANGUAGES, catalogue, sentences
from entregent.services.desk import Desk
from entregent.services.visiting import Choice

_SCREEN = ("with", "between", "all", "ask-mine", "ask-mine-usual")
_ADDRESSED = ("ask-name", "ask-theirs", "mine-to-them", "theirs-to-me", "theirs-open")
_KEYS = (*_SCREEN, *(f"{key}.{address}" for key in _ADDRESSED for address in ("tu", "vous")))
"""The sentences of a pact's screen, without what they all begin with."""


def bundled(desk: Desk, words: str, choice: Choice) -> dict[str, Any]:
    """Return the bundle of the event meant by `words`, as plain data.

    Raises BookError as `services.events.bundling.bundle` and `exchange.bundle.document` do.
    """
    from entregent.exchange.bundle import document
    from entregent.services.events.bundling import bundle

    pact = {
        lang: {key: sentences(lang)[f"event.pact.{key}"] for key in _KEYS} for lang in LANGUAGES
    }
    return document(bundle(desk, catalogue(), words, choice), pact)
