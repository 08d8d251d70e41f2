"""LinkedIn's data export: one table, or all those of a zip or folder together."""

from entregent.exchange.linkedin.export import ORIGIN, read, read_export, recognises

__all__ = ["ORIGIN", "read", "read_export", "recognises"]
