"""Months: the precision in which people date a position."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_MONTH = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-\d{1,2})?")
_DECEMBER = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; `month` runs from 1 to 12."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str, *, otherwise: int = 1) -> Self:
        """Read `2019-03`, `2019-03-21`, or `2019` (then the month is `otherwise`).

        Raises ValueError when `text` is none of these.
        """
        found = _MONTH.fullmatch(text.strip())
        if found is None:
            raise ValueError(text)
        month = int(found[2]) if found[2] else otherwise
        if not (1 <= month <= _DECEMBER and int(found[1])):
            raise ValueError(text)
        return cls(int(found[1]), month)

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that `day` lies in."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        """Return `YYYY-MM`."""
        return f"{self.year:04d}-{self.month:02d}"
