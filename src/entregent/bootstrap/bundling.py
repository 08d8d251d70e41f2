"""The bundle of an evening, spelled as its file holds it."""

from typing import TYPE_CHECKING, Any

from entregent.bootstrap import LANGUAGES, sentences

if TYPE_CHECKING:
    from entregent.services.events.bundling import Bundle

_SCREEN = ("with", "between", "all", "ask-mine", "ask-mine-usual")
_ADDRESSED = ("ask-name", "ask-theirs", "mine-to-them", "theirs-to-me", "theirs-open")
_KEYS = (*_SCREEN, *(f"{key}.{address}" for key in _ADDRESSED for address in ("tu", "vous")))
"""The sentences of a pact's screen, without what they all begin with."""


def spelled(bundle: "Bundle") -> dict[str, Any]:
    """Return a bundle as plain data; raises BookError event.card-long."""
    from entregent.exchange.bundle import document

    pact = {
        lang: {key: sentences(lang)[f"event.pact.{key}"] for key in _KEYS} for lang in LANGUAGES
    }
    return document(bundle, pact)
