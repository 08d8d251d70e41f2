"""Plain lists of words and phrases, looked up at a place in a line."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from entregent.domain.text import fold

_WORD = re.compile(r"[^\W_]+|[&+]")


def words_of(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase, `&` and `+` among them."""
    return tuple(_WORD.findall(fold(phrase)))


class Lexicon:
    """Phrases of folded words; the longest that begins at a place is found."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Take the phrases, written as people write them."""
        self._by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for phrase in phrases:
            if words := words_of(phrase):
                self._by_first[words[0]].add(words)
        self._longest = {first: max(map(len, several)) for first, several in self._by_first.items()}

    def end(self, words: Sequence[str], start: int, stop: int) -> int:
        """Return where the longest phrase at `start` ends, not after `stop`; 0 where none is."""
        first = words[start]
        for length in range(min(self._longest.get(first, 0), stop - start), 0, -1):
            if tuple(words[start : start + length]) in self._by_first[first]:
                return start + length
        return 0

    def __contains__(self, word: str) -> bool:
        """Tell whether one folded word is an entry by itself."""
        return word in self._by_first and (word,) in self._by_first[word]
