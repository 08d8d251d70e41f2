"""What the book knows of two readers, beside their names: whom I write to, and who reads last."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reader:
    """The final reader, as far as a paragraph about me may be fitted to them.

    `drawn` are those of my projects, clients and topics that speak to them, the closest first.
    `company` is where they work, only where the owner said so; `language` is the one they read.
    Empty is unknown.
    """

    drawn: tuple[str, ...] = ()
    company: str = ""
    language: Literal["fr", "en", ""] = ""


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Work and words of the person written to, from which questions are chosen and filled.

    `role`, `level` and `sector` are codes of the vocabularies. `arrived` is the year of their
    current position, `before` the company they left for it. `spoke_of` is what they spoke of when
    we last met, as the owner noted it, led by "de" in French. Empty is unknown.
    `introductions` are closed by a boundary, a discomfort or a no about them.
    """

    role: str = ""
    level: str = ""
    sector: str = ""
    arrived: str = ""
    before: str = ""
    spoke_of: str = ""
    introductions: Literal["open", "closed"] = "open"
