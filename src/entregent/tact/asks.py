"""What a message asks, and where.

An ask is a sentence that its reader can answer or act on in the writer's favour. This first
reading goes by the shared vocabulary `asks`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from entregent.tact.context import Purpose
from entregent.tact.lexicon import Lexicon
from entregent.tact.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask: where it stands, which favours it names, whether it says of what.

    `purposes` are the kinds of favour it is surely about, empty where the words do not say.
    """

    start: int
    end: int
    purposes: frozenset[Purpose] = frozenset()


def asks_in(sentences: Sequence[Sentence], _lexicon: Lexicon) -> Iterator[Ask]:
    """Yield the asks of a message's sentences."""
    for sentence in sentences:
        if sentence.has("asks.not"):
            continue
        if sentence.has("asks.ask") or sentence.asks_openly:
            purposes = frozenset(purpose for purpose in Purpose if sentence.has(f"asks.{purpose}"))
            yield Ask(sentence.start, sentence.end, purposes)
