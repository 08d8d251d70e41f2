"""A time on the wall: hours and minutes, of no day and no zone."""

import re
from dataclasses import dataclass
from typing import Self

_TIME = re.compile(r"(\d{1,2})(?:\s*[h:.]\s*(\d{2})?|\s+h(?:eures?)?)?", re.IGNORECASE)
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?", re.IGNORECASE)
_NOON = 12
_HOUR = 60
_DAY = 24 * _HOUR


@dataclass(frozen=True, slots=True, order=True)
class TimeOfDay:
    """A time as an invitation tells it; `minutes` run from midnight, below 1440."""

    minutes: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `18:30`, `18h30`, `18 h`, `18`, `6.30pm`.

        Raises ValueError when `text` is none of these.
        """
        if half := _HALF_DAY.fullmatch(text.strip()):
            hour = int(half[1])
            if not 1 <= hour <= _NOON:
                raise ValueError(text)
            return cls._of(hour % _NOON + _NOON * (half[3] in "pP"), int(half[2] or 0), text)
        found = _TIME.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        return cls._of(int(found[1]), int(found[2] or 0), text)

    @classmethod
    def _of(cls, hour: int, minute: int, text: str) -> Self:
        if minute >= _HOUR or hour * _HOUR >= _DAY:
            raise ValueError(text)
        return cls(hour * _HOUR + minute)

    def until(self, later: "TimeOfDay") -> int:
        """Return the minutes from here to `later`, past midnight where that comes first."""
        return (later.minutes - self.minutes) % _DAY

    def after(self, minutes: int) -> "TimeOfDay":
        """Return the time so many minutes later, past midnight where need be."""
        return TimeOfDay((self.minutes + minutes) % _DAY)

    def __str__(self) -> str:
        """Return `HH:MM`."""
        return f"{self.minutes // _HOUR:02d}:{self.minutes % _HOUR:02d}"
