"""Partners: people who go to one event together, and what each chose to tell the others."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from entregent.domain.ids import EventId
from entregent.domain.text import tokens
from entregent.domain.upkeep import Side

MOST_GUESTS = 60
"""Guests in each list of a share: no evening is longer."""
MOST_SEEKS = 8
_MOST_LETTERS = 120
_TAG = re.compile(r"<[^<>]*>")
_MARKUP = str.maketrans("", "", "<>")
_MARK = 16


@dataclass(frozen=True, slots=True, order=True)
class Named:
    """A guest as a list that the partners have in common announces them."""

    name: str
    company: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """All that one partner tells the others; whatever is not here stays in their own book.

    `seeks` are words for whom they look for, `meets` the guests they would like to meet, `knows`
    those they know, `presents` those to whom they can present somebody.
    """

    name: str
    seeks: tuple[str, ...] = ()
    meets: tuple[Named, ...] = ()
    knows: tuple[Named, ...] = ()
    presents: tuple[Named, ...] = ()

    def bounded(self) -> "Share":
        """Return it cleaned, each thing once, and no longer than may be told."""
        seeks = (text for one in self.seeks if tokens(text := plain_text(one)))
        return Share(
            plain_text(self.name),
            tuple(dict.fromkeys(seeks))[:MOST_SEEKS],
            _bounded(self.meets),
            _bounded(self.knows),
            _bounded(self.presents),
        )


@dataclass(frozen=True, slots=True)
class Shared:
    """A share as it stands in the book: one of mine, or one that a partner gave me.

    `file` names the partner's file, `written` is its instant in UTC, as text that sorts by time;
    `sealed` tells that it bore the seal of a word agreed on.
    """

    event: EventId
    on: date
    share: Share
    by: Side
    file: str
    written: str
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """A share on its way: of which event, by its name and day, and when it was written.

    `written` is an instant in UTC as ISO 8601 to the second, so that it sorts by time. `left_out`
    tells that some guests or words could not be read, or were too many.
    """

    id: str
    written: str
    event: str
    day: date
    share: Share
    sealed: bool = False
    left_out: bool = False

    @property
    def mark(self) -> str:
        """What tells its event from another."""
        return event_mark(self.event, self.day)


def event_mark(name: str, day: date) -> str:
    """Return what tells an event from another: the same for one day and the words of one name."""
    told = " ".join((day.isoformat(), *tokens(plain_text(name))))
    return sha256(told.encode()).hexdigest()[:_MARK]


def plain_text(text: str) -> str:
    """Return a text without markup or signs that no eye sees, on one line, cut where it is long."""
    told = _TAG.sub(" ", text[: 10 * _MOST_LETTERS]).translate(_MARKUP)
    seen = "".join(" " if char.isspace() else char for char in told if not _unseen(char))
    return " ".join(seen.split())[:_MOST_LETTERS].rstrip()


def _unseen(char: str) -> bool:
    """Tell controls, marks of direction, halves of letters, and what is nobody's letter."""
    return not char.isspace() and unicodedata.category(char)[0] == "C"


def _bounded(some: Iterable[Named]) -> tuple[Named, ...]:
    plain = (Named(plain_text(one.name), plain_text(one.company)) for one in some)
    return tuple(dict.fromkeys(one for one in plain if tokens(one.name)))[:MOST_GUESTS]
