"""What of mine a talk may touch: the things a bridge can lead to."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing a bridge leads to, those that carry a talk best first."""

    PROJECT = "project"
    CLIENT = "client"
    TOPIC = "topic"
    OFFER = "offer"
    POSITION = "position"
    FORMER = "former"
    """A position no longer held."""
    ADVICE = "advice"
    PERSON = "person"
    """Somebody I know, by a subject of theirs."""
    TRADE = "trade"
    """Somebody I know, by what they do for a living."""
    HOUSE = "house"
    """Somebody I know, by where they work."""

    @property
    def said(self) -> str:
        """The kind as others read it: a former position is a position, a trade a person."""
        return _SAID.get(self, str(self))


_SAID = {Kind.FORMER: "position", Kind.TRADE: "person", Kind.HOUSE: "person"}

PLEASURES = (Kind.TOPIC, Kind.PERSON, Kind.PROJECT)
"""What friends speak of sooner than of clients and posts."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of mine. `to` is its name as I wrote it; `about` what a talk may touch of it.

    `title` is what I am or was called in a position, or the trade of somebody I know as it is said
    aloud. `about` differs from `to` only for
    positions and people; a person may stand in several things, one a subject. `beside` are words
    that tell its field and are never said: a company's sector.
    """

    to: str
    kind: Kind
    about: str
    title: str = ""
    beside: str = ""
