"""Short ids: the last letters of one, as many as tell it from the others."""

from collections.abc import Iterable

LEAST = 6


def short(full: str, among: Iterable[str] = ()) -> str:
    """Return the unique end of an id, at least six letters (its beginning is only the time)."""
    others = [other for other in among if other != full]
    for length in range(LEAST, len(full)):
        end = full[-length:]
        if not any(other.endswith(end) for other in others):
            return end
    return full
