"""What the router sees of an association, and what it answers.

Of a member it knows what they offer to serve with, how many asks they take in a month, how long
they rest, from which day they are free, and the ties that both sides consented to show; nothing of
what they asked, gave or were thanked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

MemberId = NewType("MemberId", str)
RequestId = NewType("RequestId", str)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who consented to be asked: for any of `serves` (folded words), or to lead there.

    At most `per_month` asks fall in one calendar month (None: as many as come), each at least
    `rest_days` after the one before, the first not before `free_from`.
    """

    id: MemberId
    serves: frozenset[str] = frozenset()
    per_month: int | None = 1
    rest_days: int = 14
    free_from: date | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What a member asks of the association: somebody who serves with `wants`, from day to day.

    Both `opens` and `by` are included.
    """

    id: RequestId
    asker: MemberId
    wants: str
    opens: date
    by: date


@dataclass(frozen=True, slots=True)
class Pool:
    """An association: its members by id, what ties them (strengths in (0, 1]), and the requests.

    `ties` gives each member's consented ties, in both directions.
    """

    members: Mapping[MemberId, Member]
    ties: Mapping[MemberId, Mapping[MemberId, float]]
    requests: Sequence[Request]


@dataclass(frozen=True, slots=True)
class Turn:
    """A member is asked on a day."""

    member: MemberId
    on: date


@dataclass(frozen=True, slots=True)
class Routed:
    """Who is asked for a request, in order: one who serves, or one who leads and one who serves."""

    request: RequestId
    turns: tuple[Turn, ...]


class UnmetCode(StrEnum):
    """Why a request stays open."""

    NOBODY = "nobody"
    """Nobody tied to the asker serves, nor knows a member who does."""
    FULL = "full"
    """Those who could are at rest, or take no more, on the days it stands open."""
    LATE = "late"
    """Its days are over, or come after the weeks that are planned."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A request that stays open, why, and who could have been asked first."""

    request: RequestId
    code: UnmetCode
    could: tuple[MemberId, ...] = ()


@dataclass(frozen=True, slots=True)
class Spread:
    """How a load lies on those who could be asked: the most asked of one, and the Gini index.

    0 is the same for all; 1 is all on one.
    """

    most: int
    gini: float


@dataclass(frozen=True, slots=True)
class Routing:
    """Which requests are met and how; `bound` are the most that anybody could meet.

    `loads` says how often each member is asked, `nearest` what it is when everybody asks the
    strongest tie that leads there.
    """

    routed: tuple[Routed, ...]
    unmet: tuple[Unmet, ...]
    bound: int
    loads: Mapping[MemberId, int] = field(default_factory=dict)
    spread: Spread = Spread(0, 0.0)
    nearest: Spread = Spread(0, 0.0)
