"""Places in a text as people and editors count them: lines and columns, both from 1."""

from bisect import bisect_right
from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column."""

    line: int
    column: int


class Lines:
    """The lines of a text, parted by line feeds, with or without a carriage return before."""

    def __init__(self, text: str) -> None:
        """Find where the lines begin."""
        self._text = text
        self._begins = [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]

    def place(self, at: int) -> Place:
        """Return the line and column of an offset in code points."""
        line = bisect_right(self._begins, at)
        return Place(line, at - self._begins[line - 1] + 1)

    def line(self, at: int) -> tuple[int, str]:
        """Return the line that holds an offset, without its end, and where it begins."""
        begin = self._begins[self.place(at).line - 1]
        end = self._text.find("\n", begin)
        line = self._text[begin:] if end < 0 else self._text[begin:end]
        return begin, line.removesuffix("\r")
