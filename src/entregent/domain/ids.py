"""Identifiers: UUIDv7 text, the same in every face, stable through merges."""

from collections.abc import Iterator
from itertools import count
from typing import NewType

PersonId = NewType("PersonId", str)
FactId = NewType("FactId", str)
BatchId = NewType("BatchId", str)
AskId = NewType("AskId", str)
RequestId = NewType("RequestId", str)
IntroductionId = NewType("IntroductionId", str)
EventId = NewType("EventId", str)

ME = PersonId("me")
"""What a reader calls the owner of the book, before the book says who that is."""

COUNTED = 12
"""How many hexadecimal digits at the end of an id count those that follow one another."""


def following(first: FactId) -> Iterator[FactId]:
    """Yield an id, then those that follow it, for as long as the digits that count them last."""
    stem, number = first[:-COUNTED], int(first[-COUNTED:], 16)
    return (FactId(f"{stem}{each:0{COUNTED}x}") for each in count(number))
