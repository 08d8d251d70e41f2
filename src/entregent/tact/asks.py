"""What a message asks, and where.

An ask is a sentence that its reader can answer or act on in the writer's favour. Words of the
shared vocabulary `asks` tell it; a question without such words asks too, unless it is a courtesy,
an offer or an invitation.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from entregent.tact.context import Purpose
from entregent.tact.favours import Favour, favours_in
from entregent.tact.sentence import Sentence


class Said(StrEnum):
    """What a sentence does to its reader."""

    ASKS = "asks"
    INVITES = "invites"
    COURTESY = "courtesy"
    """A question that calls for news, no favour."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask: where its sentence stands, and which favours it names.

    `purposes` are the kinds of favour it is surely about, empty where the words do not say.
    `framed` is whether words that ask stand in it; else it is a bare question.
    """

    start: int
    end: int
    sentence: Sentence
    purposes: frozenset[Purpose]
    favours: tuple[Favour, ...]
    framed: bool


def asks_in(sentences: Sequence[Sentence], said: Sequence[Said]) -> Iterator[Ask]:
    """Yield the asks of a message, by its sentences and what each of them does."""
    for sentence, does in zip(sentences, said, strict=True):
        if does is Said.ASKS:
            yield Ask(
                sentence.start,
                sentence.end,
                sentence,
                _purposes(sentence),
                favours_in(sentence),
                _asks(sentence),
            )


def told(sentences: Iterable[Sentence]) -> Iterator[Said]:
    """Yield what each sentence of a message does to its reader.

    The items of a list ask where the sentence before them asks and ends with a colon.
    """
    listing = False
    for sentence in sentences:
        does = said(sentence)
        if listing and sentence.is_item:
            yield Said.ASKS
            continue
        listing = does is Said.ASKS and sentence.text.rstrip().endswith(":")
        yield does


def said(sentence: Sentence) -> Said:
    """Tell what a sentence does to its reader, by itself."""
    asks = _asks(sentence)
    if sentence.has("asks.invitation") and (asks or sentence.asks_openly):
        return Said.ASKS if _purposes(sentence) or favours_in(sentence) else Said.INVITES
    if sentence.has("asks.invite"):
        return Said.INVITES
    if asks:
        return Said.ASKS
    if not sentence.asks_openly or sentence.has("asks.not"):
        return Said.NOTHING
    return Said.COURTESY if sentence.has("asks.courtesy") else Said.ASKS


def _asks(sentence: Sentence) -> bool:
    """Tell whether words that ask stand in a sentence, apart from thanks and ways out."""
    if _stands(sentence, "asks.ask", "asks.not", "asks.release"):
        return True
    return _stands(sentence, "asks.mild", "asks.not") and not sentence.has("asks.release")


def _stands(sentence: Sentence, name: str, *unless: str) -> bool:
    """Tell whether a phrase of a list stands in a sentence clear of those of other lists."""
    taken = [span for other in unless for span in sentence.hits.get(other, ())]
    return any(
        not any(start < after and first < end for first, after in taken)
        for start, end in sentence.hits.get(name, ())
    )


def _purposes(sentence: Sentence) -> frozenset[Purpose]:
    return frozenset(purpose for purpose in Purpose if sentence.has(f"asks.{purpose}"))
