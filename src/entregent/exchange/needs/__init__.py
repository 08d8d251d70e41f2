"""The file of needs: one `[[need]]` table each, in TOML, and the owner's own `[pace]`."""

from entregent.exchange.needs.file import read

__all__ = ["read"]
