"""Words that may have been meant when one is unknown."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST = 3
"""So many are proposed."""
_ALIKE = 0.72
_LONGEST = 80
"""A longer word is no name; comparing it would take minutes."""


def nearby(word: str, among: Iterable[str]) -> list[str]:
    """Return the words most like `word`, the nearest first; all are folded the same way."""
    if len(word) > _LONGEST:
        return []
    return get_close_matches(word, list(among), n=MOST, cutoff=_ALIKE)
