"""New ids and instants: with the clock, what the store draws from the world."""

import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from entregent.domain.ids import COUNTED

_RANDOM_BITS = 74
_LAST = (1 << 4 * COUNTED) - 1
"""The bits of an id that its last digits show."""
_STEP_BYTES = 4
_POOL = 1024


class Uuids:
    """Gives UUIDv7 text (RFC 9562), each later than all before it from this instance.

    Of the 122 free bits, 48 hold the milliseconds since 1970 and 74 are drawn. Within one
    millisecond, or when the clock is set back, the drawn part grows by a random step instead.
    """

    def __init__(self) -> None:
        """Start before all time."""
        self._last = 0
        self._steps = _steps()

    def new(self) -> str:
        """Return a new id."""
        return self.run(1)

    def run(self, count: int) -> str:
        """Return the first of `count` new ids that follow one another in their last digits."""
        milliseconds = time.time_ns() // 1_000_000
        if milliseconds > self._last >> _RANDOM_BITS:
            drawn = milliseconds << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
        else:
            drawn = self._last + 1 + next(self._steps)
        if (drawn & _LAST) + count > _LAST:
            drawn = (drawn | _LAST) + 1
        self._last = drawn + count - 1
        text = f"{_laid_out(drawn):032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _steps() -> Iterator[int]:
    """Yield numbers of 32 random bits, drawn many at a time."""
    while True:
        yield from memoryview(secrets.token_bytes(_STEP_BYTES * _POOL)).cast("I")


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
