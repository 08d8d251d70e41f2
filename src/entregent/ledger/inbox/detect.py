"""Whether a message asks one of the eight things, and which.

A request names what is wanted beside words that ask, in one sentence or in the one next to it; or
it is worded as nothing else is. Thanks, offers and reports name the same things and ask nothing,
so a sentence that holds their words is left aside. On quotes and signatures set apart before, see
`zones`.
"""

from dataclasses import dataclass
from itertools import pairwise

from entregent.domain.words import Kind
from entregent.ledger.inbox.sentences import Sentence, language_of, sentences
from entregent.ledger.inbox.words import LANGUAGES, Language, RequestWords, Tongue


@dataclass(frozen=True, slots=True)
class Detected:
    """A request: its kind, its language, and the sentences that make it."""

    kind: Kind
    language: Language
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The sentences that ask, as they were written."""
        return " ".join(" ".join(sentence.text.split()) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class _Heard:
    """What one sentence, or two side by side, hold; `halves` are of the kinds' pairs."""

    sentences: tuple[Sentence, ...]
    asks: bool = False
    alone: frozenset[Kind] = frozenset()
    beside: frozenset[Kind] = frozenset()
    halves: tuple[frozenset[Kind], frozenset[Kind]] = (frozenset(), frozenset())

    def __add__(self, other: "_Heard") -> "_Heard":
        """Return what both hold together."""
        return _Heard(
            self.sentences + other.sentences,
            self.asks or other.asks,
            self.alone | other.alone,
            self.beside | other.beside,
            (self.halves[0] | other.halves[0], self.halves[1] | other.halves[1]),
        )

    def requests(self, kind: Kind) -> bool:
        """Tell whether these sentences ask for this."""
        named = kind in self.beside or all(kind in half for half in self.halves)
        return kind in self.alone or (self.asks and named)


def detect(text: str, words: RequestWords) -> Detected | None:
    """Return the request that a message makes, None where it makes none of the eight.

    What one sentence asks goes before what it takes two to ask, and telling kinds before others.
    """
    language = language_of(text, words)
    said = tuple(sentences(text))
    for spoken in (language,) if language else LANGUAGES:
        tongue = words.tongues[spoken]
        single = [_hear(sentence, tongue) for sentence in said]
        for heard in (single, [one + other for one, other in pairwise(single)]):
            for kind in tongue.kinds:
                for one in heard:
                    if one.requests(kind):
                        return Detected(kind, spoken, one.sentences)
    return None


def _hear(sentence: Sentence, tongue: Tongue) -> _Heard:
    told = sentence.flat
    if tongue.nothing.search(told):
        return _Heard((sentence,))
    kinds = tongue.kinds.items()
    return _Heard(
        (sentence,),
        tongue.ask.search(told) is not None,
        frozenset(kind for kind, words in kinds if words.alone.search(told)),
        frozenset(kind for kind, words in kinds if words.beside.search(told)),
        (
            frozenset(kind for kind, words in kinds if words.pair[0].search(told)),
            frozenset(kind for kind, words in kinds if words.pair[1].search(told)),
        ),
    )
