"""Cards of an address book, in vCard 2.1, 3.0 and 4.0."""

from entregent.exchange.vcard.file import ORIGIN, read, recognises

__all__ = ["ORIGIN", "read", "recognises"]
