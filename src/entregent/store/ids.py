"""New ids and instants: with the clock, what the store draws from the world."""

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID

_RANDOM_BITS = 74
_STEP_BITS = 32


class Uuids:
    """Gives UUIDv7 text (RFC 9562), each later than all before it from this instance.

    Of the 122 free bits, 48 hold the milliseconds since 1970 and 74 are drawn. Within one
    millisecond, or when the clock is set back, the drawn part grows by a random step instead.
    """

    def __init__(self) -> None:
        """Start before all time."""
        self._last = 0

    def new(self) -> str:
        """Return a new id."""
        milliseconds = time.time_ns() // 1_000_000
        drawn = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
        if drawn <= self._last:
            drawn = self._last + 1 + secrets.randbits(_STEP_BITS)
        self._last = drawn
        return str(UUID(int=_laid_out(drawn)))


def _laid_out(drawn: int) -> int:
    """Spread 122 bits around the version (7) and the variant (binary 10)."""
    time_part = drawn >> _RANDOM_BITS
    high, low = (drawn >> 62) & 0xFFF, drawn & ((1 << 62) - 1)
    return time_part << 80 | 7 << 76 | high << 64 | 0b10 << 62 | low


def instant() -> datetime:
    """Return this instant, in UTC."""
    return datetime.fromtimestamp(time.time(), UTC)


def salt() -> bytes:
    """Return sixteen random bytes, for the hashes of what must not come back."""
    return secrets.token_bytes(16)
