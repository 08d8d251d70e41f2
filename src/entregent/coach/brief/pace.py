"""How many conversations an evening holds: an honest estimate, with air in it.

About fourteen encounters were counted for each guest of one mixer, up to half of them with people
they knew (Ingram and Morris 2007). Here only conversations count that one remembers the next day.
The minutes below are editorial.
"""

from dataclasses import dataclass
from typing import Literal

ARRIVING = 15
"""Minutes to arrive, to find one's bearings and something to drink."""
LEAVING = 10
SHORT, LONG = 18, 25
"""Minutes a conversation takes, with the way from one to the next and a breath between them."""
_MOST = 8
USUAL = 120
"""How long an evening lasts whose end nobody told."""


@dataclass(frozen=True, slots=True)
class Pace:
    """From `least` to `most` conversations; `known` says whether the minutes are, or supposed."""

    minutes: int
    least: int
    most: int
    known: Literal["yes", "no"]


def pace(minutes: int | None) -> Pace:
    """Return how many conversations an event has room for; at least one."""
    lasts = USUAL if minutes is None else minutes
    room = max(lasts - ARRIVING - LEAVING, 0)
    most = min(max(room // SHORT, 1), _MOST)
    return Pace(lasts, min(max(room // LONG, 1), most), most, "no" if minutes is None else "yes")
