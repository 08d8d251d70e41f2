"""Identifiers: UUIDv7 text, the same in every face, stable through merges."""

from typing import NewType

PersonId = NewType("PersonId", str)
FactId = NewType("FactId", str)
BatchId = NewType("BatchId", str)
AskId = NewType("AskId", str)

ME = PersonId("me")
"""What a reader calls the owner of the book, before the book says who that is."""
