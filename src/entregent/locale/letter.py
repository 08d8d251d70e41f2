"""The parts of a message: what its author says in it, and what stands there in other words.

Lines of `>`, and all that follows "On … wrote:" or a block of headers, are other people's. What
follows "-- " or "Sent from my …" is a signature. Words in quotation marks are quoted: « », “ ”,
„ “, " ", where both are there and not too far apart.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from entregent.locale.phrasebook import Phrasebook, words_of

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEADER = re.compile(r"[*_>\s]*([^\W\d_]{2,14})[*_]*[ \u00a0]?:")
_ADDRESSED = re.compile(r"<[^<>\s]+@[^<>\s]+>|[\w.+-]+@[\w-]+\.[\w.-]+")
_QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"', "‹": "›"}
_LONGEST_QUOTE = 2000
_MARKED = re.compile(r"[«“„\"‹]")
_MOST_LETTERS = 200
_MOST_WORDS = 6
_LONGEST_SIGNATURE = 10
"""A longer line that begins like one goes on to say something."""
_MOST_HEADERS = 8
_HEADERS_AT_LEAST = 2


class Part(StrEnum):
    """Whose words a stretch of a message is."""

    REPLY = "reply"
    """Somebody's earlier message, quoted or passed on."""
    SIGNATURE = "signature"
    QUOTED = "quoted"
    """Words between quotation marks: somebody's, or a paragraph to forward."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a text that its author does not say themselves."""

    part: Part
    start: int
    end: int


class LetterWords:
    """The words that show the parts of a message."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take the vocabulary's table `parts`."""
        lists = {name: table[name] for name in ("forwarded", "wrote", "signature")}
        self._book = Phrasebook(lists)
        self.headers = frozenset(table["headers"].split())

    def shows(self, line: str) -> frozenset[str]:
        """Return which parts a line's words show."""
        return frozenset(self._book.find([word for word, _, _ in words_of(line)]))


def stretches(text: str, words: LetterWords) -> tuple[Stretch, ...]:
    """Return the stretches of a message that are not its author's own words, in order."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text)]
    aside = list(_aside(text, lines, words))
    last = next((one.start for one in aside if one.end == len(text)), len(text))
    return tuple(sorted([*aside, *_quoted(text, last, aside)], key=lambda one: one.start))


def blanked(text: str, aside: Iterable[Stretch]) -> str:
    """Return the text with spaces in place of what is set aside; its lines stay."""
    kept: list[str] = []
    at = 0
    for stretch in aside:
        if stretch.start >= at:
            kept.append(text[at : stretch.start])
            gone = text[stretch.start : stretch.end]
            kept.append("".join("\n" if char == "\n" else " " for char in gone))
            at = stretch.end
    kept.append(text[at:])
    return "".join(kept)


def _aside(text: str, lines: Sequence[tuple[int, int]], words: LetterWords) -> Iterator[Stretch]:
    for at, (start, end) in enumerate(lines):
        line = text[start:end]
        if line.lstrip().startswith(">"):
            yield Stretch(Part.REPLY, start, end)
        elif line.strip() == "--" or line.rstrip("\r\n") == "-- ":
            yield Stretch(Part.SIGNATURE, start, len(text))
            return
        else:
            part = _opens(text, lines, at, words)
            if part is not None:
                yield Stretch(part, start, len(text))
                return


def _opens(text: str, lines: Sequence[tuple[int, int]], at: int, words: LetterWords) -> Part | None:
    """Tell a line after which nothing is the author's own."""
    start, end = lines[at]
    line = text[start:end].strip()
    if not line:
        return None
    shown = words.shows(line) if len(line) <= _MOST_LETTERS else frozenset()
    if "forwarded" in shown and len(line.strip("-_=─ >*:").split()) <= _MOST_WORDS:
        return Part.REPLY
    if "wrote" in shown and line.endswith(":") and re.search(r"\d|@", line):
        return Part.REPLY
    head = lines[at : at + _MOST_HEADERS]
    if _is_header(line, words) and _headers(text, head, words) >= _HEADERS_AT_LEAST:
        return Part.REPLY
    closes = "signature" in shown and len(line.split()) <= _LONGEST_SIGNATURE
    return Part.SIGNATURE if closes and text[:start].strip() else None


def _is_header(line: str, words: LetterWords) -> bool:
    found = _HEADER.match(line)
    return found is not None and words_of(found[1])[0][0] in words.headers


def _headers(text: str, lines: Sequence[tuple[int, int]], words: LetterWords) -> int:
    """Count the headers that stand one under the other, an address among them."""
    held = []
    for start, end in lines:
        line = text[start:end]
        if not _is_header(line, words):
            break
        held.append(line)
    return len(held) if any(_ADDRESSED.search(line) for line in held) else 0


def _quoted(text: str, last: int, aside: Sequence[Stretch]) -> Iterator[Stretch]:
    begins = [one.start for one in aside]
    at = 0
    while (found := _MARKED.search(text, at, last)) is not None:
        at = found.end()
        inch = found[0] == '"' and text[found.start() - 1 : found.start()].isdigit()
        before = bisect_right(begins, found.start())
        if inch or (before and found.start() < aside[before - 1].end):
            continue
        closing = _QUOTES[found[0]]
        ends = [text.find(mark, at, min(last, at + _LONGEST_QUOTE)) for mark in closing]
        end = min((one for one in ends if one >= 0), default=-1)
        if end > at:
            yield Stretch(Part.QUOTED, found.start(), end + 1)
            at = end + 1
