"""The journal: a book in plain text, read and written."""

from entregent.exchange.journal.file import ORIGIN, read, recognises

__all__ = ["ORIGIN", "read", "recognises"]
