"""People as the facts portray them."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from entregent.domain.facts import Position, Source
from entregent.domain.ids import PersonId
from entregent.domain.words import Address, Channel, Closeness, Context, Said


@dataclass(frozen=True, slots=True)
class Person:
    """Everything the sources say of one human, the best word first in every tuple."""

    id: PersonId
    name: str
    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    title: str = ""
    positions: tuple[Position, ...] = ()
    sectors: tuple[str, ...] = ()
    circles: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    lang: str = ""
    details: tuple[tuple[Said, str], ...] = ()
    """What has no attribute of its own: notes, clients, birthday, unknown properties."""
    sources: tuple[Source, ...] = ()

    def current(self, today: date) -> tuple[Position, ...]:
        """Return the positions held on `today`, the best source's first."""
        return tuple(held for held in self.positions if held.holds(today))

    def companies(self, today: date) -> tuple[str, ...]:
        """Return the names of the current employers."""
        return tuple(held.company for held in self.current(today) if held.company)


class Trace(NamedTuple):
    """What the encounters of one channel add up to, from `person` to `other`.

    `weight` is the sum of 2^((day - landmark) / half-life), so that the passing of time rewrites
    nothing; `first` and `last` are days.
    """

    person: PersonId
    other: PersonId
    channel: Channel
    weight: float
    times: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Tie:
    """What two people are to each other: declared words, and what the traces add up to.

    `sent` and `received` are decayed sums of encounters as of today, from `a` to `b` and back;
    `first`, `last` and `count` speak of encounters, `crossed` and `crossed_last` of crossings.
    `worked` is what confirmed common work adds up to as of today, in encounters that go both ways.
    `declared` tells a tie that somebody stated or a list of contacts holds from one that only
    traces show.
    """

    a: PersonId
    b: PersonId
    context: Context | None = None
    address: Address | None = None
    closeness: Closeness | None = None
    since: str = ""
    sent: float = 0.0
    received: float = 0.0
    first: date | None = None
    last: date | None = None
    count: int = 0
    crossed: int = 0
    crossed_last: date | None = None
    declared: bool = False
    worked: float = 0.0

    @property
    def friendly(self) -> bool:
        """Whether the tie is personal, or both personal and professional."""
        return self.context in (Context.PERSONAL, Context.BOTH)

    @property
    def close_friend(self) -> bool:
        """Whether these are close friends, among whom nothing is counted.

        Closeness is declared; a tie said to be only professional is not a friendship.
        """
        return self.closeness is Closeness.CLOSE and self.context is not Context.PROFESSIONAL
