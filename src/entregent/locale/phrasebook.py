"""Lists of phrases found in the words of a sentence, all at once and in linear time.

How a phrase is written stands in `pattern_source`, how one is walked in `pattern`. Few need be
walked: `glance` tells of three words in a row which phrases may begin there.
"""

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache

from entregent.domain.text import fold
from entregent.locale.glance import Glance
from entregent.locale.pattern import END, longest
from entregent.locale.pattern_source import read_phrase
from entregent.locale.ways import ways


class Phrasebook:
    """Named lists of phrases, looked for together."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        """Take the lists; raises PhraseError on a phrase that is not written as phrases are."""
        phrases = [(name, source) for name, sources in lists.items() for source in sources]
        self._names = [name for name, _ in phrases]
        with _undisturbed():
            self._ways = [
                (number, way)
                for number, (_, source) in enumerate(phrases)
                for way in ways(read_phrase(source))
            ]
            self._glance = Glance([way for _, way in self._ways])

    def find(self, words: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        """Return by list where its phrases stand, as places between folded words, in order."""
        said = (*words, END)
        found: dict[str, list[tuple[int, int]]] = {}
        passed: dict[int, int] = {}
        for start, possible in self._glance.begin(words):
            ends: dict[int, int] = {}
            for number, way in map(self._ways.__getitem__, possible):
                if passed.get(number, 0) <= start:
                    end = longest(way.after, said, start + len(way.first))
                    if end is not None and end > ends.get(number, start):
                        ends[number] = end
            for number, end in ends.items():
                found.setdefault(self._names[number], []).append((start, end))
            passed |= ends
        return found


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector from going through what is built to stay, again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def words_of(text: str) -> list[tuple[str, int, int]]:
    """Return the words of a text, folded, with where each begins and ends.

    A letter drawn out ("merciiii") is one letter.
    """
    return [(_folded(found[0]), found.start(), found.end()) for found in _WORDS.finditer(text)]


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    return _DRAWN_OUT.sub(r"\1", fold(word))


_WORDS = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
