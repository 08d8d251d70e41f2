"""The bundle as a file: one JSON document, which a page reads where there is no network.

`docs/bundle.md` says what stands in it, `docs/bundle.schema.json` how.
"""

from collections.abc import Mapping
from typing import Any

from entregent.domain.events import Event
from entregent.domain.visiting import VisitingCard
from entregent.exchange.plainly import plainly
from entregent.exchange.qr import qr_svg
from entregent.exchange.visiting import fitted
from entregent.services.events.bundling import Bundle

FORMAT = "entregent-bundle"
VERSION = 1
"""Goes up when something that a page reads changes its name or its meaning."""


def document(bundle: Bundle, pact: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Return the bundle as plain data; `pact` holds the sentences of its screen by language.

    Raises BookError event.card-long.
    """
    return {
        "format": FORMAT,
        "version": VERSION,
        "event": _event(bundle.event) if bundle.event else None,
        "card": _card(bundle.card) if bundle.card else None,
        "address": plainly(bundle.address),
        "plays": plainly(bundle.plays),
        "ear": plainly(bundle.ear),
        "rehearsals": plainly(bundle.rehearsals),
        "bridges": plainly(bundle.bridges),
        "timer": plainly(bundle.timer),
        "pact": plainly(pact),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": event.event,
        "name": event.name,
        "day": plainly(event.day),
        "place": event.place,
        "from": plainly(event.begins),
        "to": plainly(event.ends),
        "goals": list(event.goals),
        "mode": event.mode.value,
    }


def _card(card: VisitingCard) -> dict[str, Any]:
    spelled = fitted(card)
    return {
        "form": spelled.form.value,
        "text": spelled.text,
        "says": {line.value: text for line, text in spelled.card.lines},
        "svg": qr_svg(spelled.text, title=card.name),
    }
