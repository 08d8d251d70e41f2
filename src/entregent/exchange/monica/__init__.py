"""Monica's JSON export (version 4): people, what happened with them, how they know each other."""

from entregent.exchange.monica.export import ORIGIN, read, recognises

__all__ = ["ORIGIN", "read", "recognises"]
