"""A text as rules read it, with the way back to the text as it was given.

Decomposed letters are put together, HTML becomes plain, and every character still knows where it
came from, so that what is found can be shown in the original.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(style|script|head)\b.*?(?:</\1\s*>|\Z)|</?[a-zA-Z][^<>]{0,2000}>|<![^<>]{0,200}>",
    re.DOTALL | re.IGNORECASE,
)
_IS_HTML = re.compile(
    r"<(?:!doctype|html|head|body|div|p|br|span|table|td|a\s+href|ul|li|b|i|strong|em|font|style)"
    r"\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"<\s*/?\s*(?:br|p|div|li|tr|h\d|blockquote)\b", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")


@dataclass(frozen=True, slots=True)
class SourceText:
    """`text` as rules read it. `origin` holds where each character began and, last, the length.

    Without `origin` the text is as it was given.
    """

    text: str
    origin: tuple[int, ...] = ()

    def given(self, start: int, end: int) -> tuple[int, int]:
        """Return a span of `text` as one of the text that was given."""
        if not self.origin:
            return start, end
        first = self.origin[start]
        if end <= start:
            return first, first
        after = bisect_right(self.origin, self.origin[end - 1])
        return first, self.origin[after]


def source_text(given: str) -> SourceText:
    """Return a text as rules read it."""
    plain = unicodedata.is_normalized("NFC", given)
    marked = _IS_HTML.search(given) is not None
    if plain and not marked:
        return SourceText(given)
    pieces = _unmarked(given) if marked else ((given, 0, None),)
    chars: list[str] = []
    origin: list[int] = []
    for text, at, width in pieces:
        for piece, begins in _composed(text):
            chars.append(piece)
            origin.extend([at + (0 if width else begins)] * len(piece))
    return SourceText("".join(chars), (*origin, len(given)))


def _unmarked(given: str) -> Iterator[tuple[str, int, int | None]]:
    """Yield texts with where they begin; those that stand for a mark also with its width."""
    at = 0
    for found in _TAG.finditer(given):
        yield from _entities(given, at, found.start())
        yield ("\n" if _BREAKS.match(found[0]) else " "), found.start(), len(found[0])
        at = found.end()
    yield from _entities(given, at, len(given))


def _entities(given: str, start: int, end: int) -> Iterator[tuple[str, int, int | None]]:
    at = start
    for found in _ENTITY.finditer(given, start, end):
        yield given[at : found.start()], at, None
        yield html.unescape(found[0]), found.start(), len(found[0])
        at = found.end()
    yield given[at:end], at, None


def _composed(text: str) -> Iterator[tuple[str, int]]:
    """Yield letters put together with their marks, and where each began."""
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        yield unicodedata.normalize("NFC", text[at:end]), at
        at = end
