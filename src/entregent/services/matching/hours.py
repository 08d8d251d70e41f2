"""When the slots of an event are, and what stands in somebody's calendar."""

from dataclasses import dataclass
from datetime import date

from entregent.domain.time_of_day import TimeOfDay

SHORTEST = 12
"""Minutes below which people tell each other nothing that lasts."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The day, when the first slot begins, how long each is, and the pause after it (minutes)."""

    day: date
    begins: TimeOfDay
    minutes: int = 15
    pause: int = 5

    def minute(self, slot: int) -> int:
        """Return when a slot begins, in minutes from midnight; slots run from 1."""
        return self.begins.minutes + (slot - 1) * (self.minutes + self.pause)

    def begin(self, slot: int) -> TimeOfDay:
        """Return when a slot begins, on the wall."""
        return self.begins.after((slot - 1) * (self.minutes + self.pause))

    def end(self, slot: int) -> TimeOfDay:
        """Return when a slot ends, on the wall."""
        return self.begin(slot).after(self.minutes)


@dataclass(frozen=True, slots=True)
class Timed:
    """A meeting in somebody's calendar: `begins` in minutes from midnight of the day, local.

    `sign` names the meeting for good, so that a later file moves what an earlier one put in.
    """

    sign: str
    day: date
    begins: int
    minutes: int
    summary: str
    where: str = ""
    why: str = ""
