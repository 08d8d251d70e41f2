"""Which favours a sentence asks, counted as the one who is asked would count them.

A favour is named by words of the vocabulary `favours`, or of a kind of ask, that stand at the head
of what is asked: after the words that ask, after a comma, an "and" or a number. What is joined by
"or" is another way to do the same favour. So "could you read my letter, introduce me to Zoe and
lend me a suit?" asks three, and "my sister reads law and lends books" none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from entregent.tact.context import Purpose
from entregent.tact.sentence import Sentence

_PARTS = ",;:()&•–—\n"
_SAME: Mapping[str, str] = {
    Purpose.INTERVIEW: Purpose.ADVICE,
    Purpose.IDEAS: Purpose.ADVICE,
    Purpose.REFERENCE: Purpose.RECOMMENDATION,
}
"""Kinds of ask that are one favour to the one who is asked: talk with me, speak for me."""


@dataclass(frozen=True, slots=True)
class Favour:
    """A favour by its name, with the place in the sentence's words where it is named."""

    name: str
    at: int


def favours_in(sentence: Sentence) -> tuple[Favour, ...]:
    """Return the favours that a sentence asks, in its order; one may be named several times."""
    found: list[Favour] = []
    after = 0
    heads = _Heads(sentence)
    for start, end, name in sorted(_named(sentence), key=lambda one: (one[0], -one[1])):
        if start >= after and heads.begins(start):
            found.append(Favour(name, start))
            after = end
    return tuple(found)


def _named(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for listed, spans in sentence.hits.items():
        vocabulary, _, name = listed.partition(".")
        if (vocabulary == "favours" and not name.startswith("-")) or (
            vocabulary == "asks" and name in set(Purpose)
        ):
            yield from ((start, end, _SAME.get(name, name)) for start, end in spans)


class _Heads:
    """Where in a sentence the things asked begin."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._asking = self._places("asks.ask", "asks.mild")
        self._light = self._places("favours.-light")
        self._joins = self._places("favours.-joins")
        self._other = self._places("favours.-other")

    def _places(self, *names: str) -> frozenset[int]:
        spans = (span for name in names for span in self._sentence.hits.get(name, ()))
        return frozenset(at for first, end in spans for at in range(first, end))

    def begins(self, start: int) -> bool:
        """Tell whether what is asked begins at a word, or before it with words that say nothing."""
        for at in range(start, 0, -1):
            if at in self._asking or at - 1 in self._asking or at - 1 in self._joins:
                return True
            if at - 1 in self._other:
                return False
            if any(mark in _PARTS for mark in self._between(at)):
                return True
            if at - 1 not in self._light:
                return False
        return True

    def _between(self, at: int) -> str:
        before, after = self._sentence.places[at - 1].end, self._sentence.places[at].start
        return self._sentence.text[before - self._sentence.start : after - self._sentence.start]
