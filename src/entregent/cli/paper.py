"""Paper for the terminal: 80 columns, ink, one accent, and air.

Lines break on ordinary spaces only, so that French no-break spaces hold; widths are those a
terminal shows. Two touches besides ink: *strong* (the accent) for names and the answer, *soft*
for what may be skipped.
"""

import unicodedata
from enum import StrEnum
from typing import Literal

WIDTH = 80


class Touch(StrEnum):
    """How a text stands out; the values are the terminal's codes."""

    INK = ""
    STRONG = "1;36"
    SOFT = "2"


def display_width(text: str) -> int:
    """Return how many columns a terminal gives `text`."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def clean(text: str) -> str:
    """Return `text` without control characters, which could rewrite a terminal."""
    return "".join(char if char >= " " and char != "\x7f" else " " for char in text)


def wrap(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` columns; one word longer than that stays whole."""
    lines: list[str] = []
    line = ""
    for word in clean(text).split(" "):
        if line and display_width(line) + 1 + display_width(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line or not lines else lines


class Paper:
    """A sheet one writes lines on; `str` gives what stands on it."""

    def __init__(self, *, coloured: Literal["yes", "no"] = "no", width: int = WIDTH) -> None:
        """Take a sheet; `coloured` is `yes` where the reader's terminal shows colours."""
        self._coloured = coloured == "yes"
        self._width = width
        self._lines: list[str] = []

    def __str__(self) -> str:
        """Return the sheet as text, without blank lines at its ends."""
        return "\n".join(self._lines).strip("\n")

    def touch(self, text: str, touch: Touch) -> str:
        """Return `text` with a touch, where colours show."""
        return f"\x1b[{touch}m{text}\x1b[0m" if self._coloured and touch and text else text

    def air(self) -> None:
        """Leave a blank line, one at most."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def rule(self) -> None:
        """Draw a hairline."""
        self._lines.append(self.touch("─" * self._width, Touch.SOFT))

    def write(
        self, text: str, *, indent: int = 0, lead: str = "", touch: Touch = Touch.INK
    ) -> None:
        """Write a paragraph; `lead` hangs before its first line."""
        hang = " " * (indent + display_width(lead))
        for number, line in enumerate(wrap(text, self._width - len(hang))):
            start = " " * indent + lead if number == 0 else hang
            self._lines.append(f"{start}{self.touch(line, touch)}".rstrip())

    def drawn(self, text: str, touch: Touch = Touch.INK) -> None:
        """Write a line as it stands, its spaces kept."""
        self._lines.append(self.touch(clean(text).rstrip(), touch))

    def letter(self, text: str, *, indent: int = 4) -> None:
        """Write a text of several lines, each wrapped by itself, blank ones kept."""
        for line in text.splitlines():
            if line.strip():
                self.write(line, indent=indent)
            else:
                self._lines.append("")

    def heading(self, text: str) -> None:
        """Write a heading, with air above."""
        self.air()
        self.write(text, touch=Touch.STRONG)

    def label(self, text: str) -> None:
        """Write a small heading, with air above."""
        self.air()
        self.write(text, touch=Touch.SOFT)

    def across(self, left: str, right: str, *, indent: int = 0, lead: str = "") -> None:
        """Write a name on the left and a word at the right edge, below it when both do not fit."""
        left, right = clean(left), clean(right)
        start = " " * indent + lead
        gap = self._width - display_width(start + left + right)
        strong = start + self.touch(left, Touch.STRONG)
        if not right:
            self.write(left, indent=indent, lead=lead, touch=Touch.STRONG)
        elif gap >= 2:  # noqa: PLR2004 - two spaces keep them apart
            self._lines.append(strong + " " * gap + self.touch(right, Touch.SOFT))
        else:
            self.write(left, indent=indent, lead=lead, touch=Touch.STRONG)
            self.write(right, indent=display_width(start), touch=Touch.SOFT)

    def pairs(self, rows: list[tuple[str, str]], *, indent: int = 2) -> None:
        """Write labels and their texts, the texts aligned."""
        rows = [(label, text) for label, text in rows if text]
        longest = max((display_width(label) for label, _ in rows), default=0)
        column = min(longest, 24)
        for label, text in rows:
            lead = label + " " * (column - display_width(label)) + "  "
            hang = indent + column + 2
            for number, line in enumerate(wrap(text, self._width - hang)):
                start = " " * indent + self.touch(lead, Touch.SOFT) if not number else " " * hang
                self._lines.append(start + line)
