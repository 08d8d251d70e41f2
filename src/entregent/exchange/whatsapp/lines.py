"""The lines of a chat that open a message: its date as three numbers, then who and what.

Android writes `30/12/2023, 14:30 - Name: text`, iOS `[30/12/2023, 14:30:00] Name: text`, each in
the customs of the phone's language.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Stamp: TypeAlias = tuple[int, int, int]
"""A day's three numbers in the order written; 2023 and 23 stay apart."""

LONGEST = 1000
"""Signs of a line that are looked at: the head, and enough of what follows to know a notice."""

_MARKS = dict.fromkeys([*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_MARKS |= dict.fromkeys([0xFEFF, *range(9), *range(0xE, 0x1C), *range(0x7F, 0x85)])
_SPACES = dict.fromkeys((0xA0, 0x202F, 0x2009), " ")
_PLAIN = {**_MARKS, **_SPACES}
_START = re.compile(
    "[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]{0,8}\\[?[\u200e\u200f ]{0,4}\\d"
)
_STAMP = re.compile(
    r"\s{0,8}\[?\s?(\d{1,4})(?:\s?[./-]\s?|\s?[年년]\s?)(\d{1,2})(?:\s?[./-]\s?|\s?[月월]\s?)"
    r"(\d{1,4})\s?[.日일]?[,،]?\s{0,2}(?:[^\W\d_]{1,9}\.?\s?){0,3}"
    r"\d{1,2}\s?[:.h]\s?\d{2}(?:[:.]\d{2}|\s?min\s?\d{2})?(?:\s?[^\W\d_]{1,2}\.?){0,2}\s?"
    r"(?:\]|\s?[-–](?=\s)|,(?=\s))\s*"
)


@dataclass(frozen=True, slots=True)
class Line:
    """The first line of a message or notice: its number in the file, its day, what follows.

    `marked` says that iOS set a mark of direction where the text begins: the text is its own.
    """

    number: int
    stamp: Stamp
    rest: str
    marked: bool = False


def opening(text: str) -> Iterator[Line]:
    """Yield the lines that open a message; those that continue one are left out."""
    for number, raw in enumerate(io.StringIO(text, newline=None), start=1):
        if not _START.match(raw):
            continue
        plain = raw[:LONGEST].translate(_PLAIN)
        found = _STAMP.match(plain)
        if found:
            stamp = (int(found[1]), int(found[2]), int(found[3]))
            marked = ": \u200e" in raw[:LONGEST]
            yield Line(number, stamp, plain[found.end() :].strip(), marked)


def said_by(rest: str) -> tuple[str, str]:
    """Split what follows a date into who and what; nobody when there is no colon."""
    name, colon, text = rest.partition(": ")
    if not colon and rest.endswith(":"):
        name, colon = rest[:-1], ":"
    return (" ".join(name.removeprefix("~").split()), text.strip()) if colon else ("", rest)
