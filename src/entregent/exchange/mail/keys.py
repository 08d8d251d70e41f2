"""Keys of encounters, short however long the ids and addresses are that they are made of.

The book keeps one with every encounter, and an index of them all.
"""

from binascii import b2a_base64
from functools import lru_cache
from hashlib import blake2b

_BYTES = 9
_LETTERS = 6


def digest(text: str) -> str:
    """Return twelve letters that no other text has (72 bits)."""
    whole = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_BYTES)
    return b2a_base64(whole.digest(), newline=False).decode("ascii")


@lru_cache(maxsize=65_536)
def mark(address: str) -> str:
    """Return six letters that tell an address from the others of one message or of one day."""
    return digest(address)[:_LETTERS]
