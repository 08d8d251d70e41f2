"""Which phrases may begin at a word, told at a glance by that word and the next ones.

Each word has a row: for each of the first places of a match, and for all later ones together, the
ways of phrases that may have the word there, as the bits of an integer. What the rows of a word,
of those that follow, and of the whole sentence have in common is worth walking.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from entregent.locale.pattern import END, Word
from entregent.locale.ways import DEPTH, Way

_LATER = DEPTH
"""The place that stands for all those after the first ones."""
_PLACES = range(DEPTH + 1)

Filed: TypeAlias = dict[str, list[tuple[int, list[int]]]]
"""By a word, or what it begins or ends with: at which place which ways have it, by number."""


class Glance:
    """The rows of all words that ways of phrases name."""

    def __init__(self, ways: Sequence[Way]) -> None:
        """Take the ways; their numbers are those of the sequence."""
        self._opening = 0
        self._any = [bytearray(len(ways) // 8 + 1) for _ in _PLACES]
        held: list[dict[Word, list[int]]] = [defaultdict(list) for _ in _PLACES]
        for number, way in enumerate(ways):
            if way.opens:
                self._opening |= 1 << number
            self._enter(number, way, held)
        self._words, self._heads, self._tails = _filed(held)
        self._head_sizes = sorted(set(map(len, self._heads)))
        self._tail_sizes = sorted(set(map(len, self._tails)))
        self._row = lru_cache(maxsize=8192)(self._sum)

    def _enter(self, number: int, way: Way, held: Sequence[dict[Word, list[int]]]) -> None:
        known = way.ahead()
        for place, node in enumerate(known):
            if isinstance(node, Word):
                held[place][node].append(number)
            else:
                _set(self._any[place], number)
        for place in range(len(known), DEPTH):
            _set(self._any[place], number)
        later = way.later() if len(known) < DEPTH else ()
        for word in later:
            held[_LATER][word].append(number)
        if not later:
            _set(self._any[_LATER], number)

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
        heads = [self._heads.get(word[:size], ()) for size in self._head_sizes]
        tails = [self._tails.get(word[-size:], ()) for size in self._tail_sizes]
        row = [any_word.copy() for any_word in self._any]
        for place, ways in chain(self._words.get(word, ()), *heads, *tails):
            bits = row[place]
            for number in ways:
                bits[number >> 3] |= 1 << (number & 7)
        return tuple([int.from_bytes(bits, "little") for bits in row])


def _filed(held: Sequence[Mapping[Word, list[int]]]) -> tuple[Filed, Filed, Filed]:
    words: Filed = defaultdict(list)
    heads: Filed = defaultdict(list)
    tails: Filed = defaultdict(list)
    for place, rows in enumerate(held):
        for word, ways in rows.items():
            row = (place, ways)
            for one in word.words:
                words[one].append(row)
            for head in word.heads:
                heads[head].append(row)
            for tail in word.tails:
                tails[tail].append(row)
    return words, heads, tails


def _set(bits: bytearray, number: int) -> None:
    bits[number >> 3] |= 1 << (number & 7)


def _numbers(bits: int) -> Iterator[int]:
    """Yield the numbers of the bits of an integer, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
