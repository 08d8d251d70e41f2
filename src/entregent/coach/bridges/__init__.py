"""Bridges: from words just heard to what is mine, and a sentence that passes the turn.

`bridges(heard, index, …)` answers words; `prepared(words, index, …)` does the same beforehand for
what is known of somebody one hopes to meet: their company, their title, their topics.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from entregent.coach.bridges.index import Index, index
from entregent.coach.bridges.lookup import MOST, Touch, look_up
from entregent.coach.bridges.mine import PLEASURES, Kind, Thing
from entregent.coach.bridges.telling import VOICES, Otherwise, Said, Sayings, Voice
from entregent.coach.bridges.vocabulary import Vocabulary
from entregent.domain.events import Mode
from entregent.locale.languages import Language

__all__ = [
    "MOST",
    "VOICES",
    "Bridge",
    "Index",
    "Kind",
    "Manner",
    "Nearness",
    "Otherwise",
    "Sayings",
    "Thing",
    "Vocabulary",
    "Voice",
    "bridges",
    "index",
    "prepared",
]

Nearness: TypeAlias = Literal["same", "near"]
"""The same word as mine, or another of the same field."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How one speaks: what one came for, and to whom."""

    mode: Mode = Mode.NETWORK
    voice: Voice = "vous"


@dataclass(frozen=True, slots=True)
class Bridge:
    """A link from a word of theirs (`heard`) to a thing of mine, and what to say.

    `field` is what the two have in common where they are not the same word, as the language spoken
    calls it; empty where it is called by the very word heard.
    """

    thing: Thing
    heard: str
    nearness: Nearness
    field: str
    sentence: str


def bridges(heard: str, mine: Index, sayings: Sayings, manner: Manner) -> tuple[Bridge, ...]:
    """Return three bridges at most from what was just heard, the surest first; none is forced."""
    touches = look_up(heard, mine)
    if manner.mode is Mode.FRIENDSHIP:
        touches = tuple(sorted(touches, key=lambda touch: touch.thing.kind not in PLEASURES))
    return tuple(
        _bridge(heard, touch, mine, sayings, manner, turn) for turn, touch in enumerate(touches)
    )


def prepared(
    words: Iterable[str], mine: Index, sayings: Sayings, manner: Manner
) -> tuple[Bridge, ...]:
    """Return three bridges at most from what is known of somebody to what is mine.

    `words` are phrases of theirs: company, title, topics, needs, offers; each is looked up by
    itself. Each thing of mine stands once, and so does each phrase while others lead somewhere.
    """
    found = [
        (rank, bridge)
        for phrase in words
        for rank, bridge in enumerate(bridges(phrase, mine, sayings, manner))
    ]
    kept: dict[str, Bridge] = {}
    for _, bridge in sorted(found, key=lambda one: one[0]):
        kept.setdefault(bridge.thing.to, bridge)
    return tuple(kept.values())[:MOST]


def _bridge(
    text: str, touch: Touch, mine: Index, sayings: Sayings, manner: Manner, turn: int
) -> Bridge:
    echo = sayings.echo(text, touch.start, touch.end, manner.voice, turn)
    heard = " ".join(text[touch.start : touch.end].split())
    roots = mine.vocabulary.roots
    said: Said = "whole" if roots(heard) == roots(touch.thing.about) else "part"
    tail = sayings.tail(touch.thing, said, manner.mode, manner.voice, turn)
    language: Language = "en" if manner.voice == "en" else "fr"
    field = mine.vocabulary.name(touch.family, language) if touch.family else ""
    return Bridge(
        touch.thing,
        heard,
        "near" if touch.family else "same",
        field if roots(field) != roots(heard) else "",
        f"{echo} {tail}",
    )
