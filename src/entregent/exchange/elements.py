"""XML read without trusting it: no entities, a bounded number of tags, forgotten piece by piece."""

import io
from collections.abc import Iterator
from xml.etree import ElementTree as ET

_MOST_TAGS = 2_000_000
_MOST_HELD = 300_000
"""How many elements may lie in memory at once; the styles of a big workbook are some 200,000."""
_DEEPEST = 100
_ENTITIES = b"<!DOCTYPE", b"<!ENTITY"


class TooManyTags(ValueError):  # noqa: N818 - what it says, inside this room only
    """A document has more tags, or deeper ones, than anybody's list of people."""


def elements(data: bytes, *, ends: str) -> Iterator[ET.Element]:
    """Yield the elements of this local name, each forgotten once it was looked at.

    Raises TooManyTags; ValueError for a document that declares entities or is not in an encoding
    of single bytes or UTF-8; ET.ParseError when it is damaged.
    """
    if any(mark in data for mark in _ENTITIES) or b"\0" in data[:64]:
        raise ValueError("entities")
    if data.count(b"<") > _MOST_TAGS:
        raise TooManyTags
    open_: list[tuple[ET.Element, int]] = []
    held = 0
    for event, element in ET.iterparse(io.BytesIO(data), ("start", "end")):  # noqa: S314 - no entities, bounded
        if event == "start":
            open_.append((element, held))
            held += 1
            if held > _MOST_HELD or len(open_) > _DEEPEST:
                raise TooManyTags
            continue
        _, before = open_.pop()
        if local(element) == ends:
            yield element
            element.clear()
            held = before
            if open_:
                open_[-1][0].remove(element)


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]
