"""My visiting card: the few lines that I hand to somebody I have just met."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum


class Line(StrEnum):
    """What may stand on a visiting card, in the order it is read."""

    NAME = "name"
    TITLE = "title"
    COMPANY = "company"
    EMAIL = "email"
    PHONE = "phone"
    URL = "url"


def lines_of(words: str) -> frozenset[Line]:
    """Return the lines named with commas between them, the name always; raises ValueError."""
    named = [word.strip().casefold() for word in words.split(",") if word.strip()]
    for word in named:
        if word not in tuple(Line):
            raise ValueError(word)
    return frozenset({Line.NAME, *map(Line, named)})


HANDLES = (Line.EMAIL, Line.PHONE, Line.URL)
"""By which somebody is reached."""


@dataclass(frozen=True, slots=True)
class VisitingCard:
    """What stands on it; empty is not there. `given` and `family` are what `name` is made of."""

    name: str
    given: str = ""
    family: str = ""
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""

    @property
    def lines(self) -> tuple[tuple[Line, str], ...]:
        """What is there, line by line."""
        return tuple((line, text) for line in Line if (text := str(getattr(self, line))))

    @property
    def reachable(self) -> bool:
        """Whether it says how to reach me."""
        return any(line in HANDLES for line, _ in self.lines)

    def without(self, lines: Collection[Line]) -> "VisitingCard":
        """Return the card without some of its lines; the name always stays."""
        return replace(self, **{line.value: "" for line in lines if line is not Line.NAME})
