"""Which phrases may begin at a word, told at a glance by that word and the next ones.

Each word has a row: for each of the first places of a match, and for all later ones together, the
ways of phrases that may have the word there, as the bits of an integer. What the rows of a word,
of those that follow, and of the whole sentence have in common is worth walking.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from entregent.locale.pattern import END, Word
from entregent.locale.ways import DEPTH, Way

class _Row:
    """At which place which ways may have a word, by their numbers."""

    def __init__(self) -> None:
        self.numbers: tuple[list[int], ...] = tuple([] for _ in range(DEPTH + 1))

    @cached_property
    def bits(self) -> Sequence[int]:
        """The same, as the bits of one integer a place."""
        return tuple(map(_bits, self.numbers))


class Glance:
    """The rows of all words that ways of phrases name."""

    def __init__(self, ways: Sequence[Way]) -> None:
        """Take the ways; their numbers are those of the sequence."""
        self._any = _Row()
        self._opening = _bits([number for number, way in enumerate(ways) if way.opens])
        rows: dict[Word, _Row] = defaultdict(_Row)
        for number, way in enumerate(ways):
            self._enter(number, way, rows)
        self._by_word: dict[str, list[_Row]] = defaultdict(list)
        self._by_head: dict[str, list[_Row]] = defaultdict(list)
        self._by_tail: dict[str, list[_Row]] = defaultdict(list)
        for word, row in rows.items():
            for one in word.words:
                self._by_word[one].append(row)
            for head in word.heads:
                self._by_head[head].append(row)
            for tail in word.tails:
                self._by_tail[tail].append(row)
        self._heads = sorted({len(head) for head in self._by_head})
        self._tails = sorted({len(tail) for tail in self._by_tail})
        self._row = lru_cache(maxsize=8192)(self._sum)

    def _enter(self, number: int, way: Way, rows: dict[Word, _Row]) -> None:
        known = way.ahead()
        for place in range(DEPTH):
            word = known[place] if place < len(known) else None
            row = self._any if word is None else rows[word]
            row.numbers[place].append(number)
        later = way.later() if len(known) < DEPTH else ()
        for word in later:
            rows[word].numbers[DEPTH].append(number)
        if not later:
            self._any.numbers[DEPTH].append(number)

    def begin(self, words: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
        """Yield where among folded words which ways may begin, in order."""
        rows = [self._row(word) for word in words]
        possible = 0
        for row in rows:
            possible |= row[DEPTH]
        rows += [self._row(END)] * (DEPTH - 1)
        for at in range(len(words)):
            ways = possible & rows[at][0] & rows[at + 1][1] & rows[at + 2][2]
            if ways:
                yield at, list(_numbers(ways))
            if at == 0:
                possible &= ~self._opening

    def _sum(self, word: str) -> Sequence[int]:
        filed = [
            self._any,
            *self._by_word.get(word, ()),
            *(row for size in self._heads for row in self._by_head.get(word[:size], ())),
            *(row for size in self._tails for row in self._by_tail.get(word[-size:], ())),
        ]
        summed = [0] * (DEPTH + 1)
        for row in filed:
            for place, ways in enumerate(row.bits):
                summed[place] |= ways
        return tuple(summed)


def _bits(numbers: Sequence[int]) -> int:
    """Return an integer with the bits of these numbers, which are in order."""
    if not numbers:
        return 0
    held = bytearray(numbers[-1] // 8 + 1)
    for number in numbers:
        held[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(held, "little")


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits of an integer, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
