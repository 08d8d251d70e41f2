"""Facebook's export in JSON: the list of friends, conversations, and who the owner is."""

from entregent.exchange.facebook.export import ORIGIN, read, read_export, recognises

__all__ = ["ORIGIN", "read", "read_export", "recognises"]
