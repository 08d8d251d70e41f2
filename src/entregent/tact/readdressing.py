"""Better wordings for places that speak to the reader in a form the message should not use."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from entregent.domain.words import Address
from entregent.locale.address_form import SentenceWords
from entregent.locale.other_form import Change, changed
from entregent.locale.sentences import Span
from entregent.tact.hit import Hit
from entregent.tact.message import Message

_MOST = 3
"""So many sentences are mended at most; to mend more would be to rewrite the message."""


def readdressed(message: Message, places: Sequence[Span], to: Address) -> Iterator[Hit]:
    """Yield hits that put French `places` in the form `to`, a hit a sentence.

    Where they cannot all be for certain, or are many, only the first place, with no wording.
    """
    changes = message.lexicon.other_form.changes
    held = _held(message.spoken("fr"), places)
    yield from _hits(message, [changes(message.own, one, at, to) for one, at in held], places)


def in_plain_english(message: Message, places: Sequence[Span]) -> Iterator[Hit]:
    """Yield hits that say English `places` plainly, under the same conditions."""
    plain = message.lexicon.register.plain
    held = _held(message.spoken("en"), places)
    yield from _hits(message, [plain(message.own, one, at) for one, at in held], places)


def _held(
    sentences: Iterable[SentenceWords], places: Sequence[Span]
) -> Iterator[tuple[SentenceWords, list[int]]]:
    """Yield the sentences that hold some of these places, and which of their words do."""
    ends = [place.end for place in places]
    for said in sentences:
        held = [
            at
            for at, word in enumerate(said.places)
            if (one := bisect_right(ends, word.start)) < len(places)
            and places[one].start <= word.start
        ]
        if held:
            yield said, held


def _hits(
    message: Message, found: Sequence[tuple[Change, ...] | None], places: Sequence[Span]
) -> Iterator[Hit]:
    known = [changes for changes in found if changes is not None]
    if len(known) < len(found) or len(known) > _MOST:
        yield Hit(*places[0])
        return
    yield from (Hit(*changed(message.text, changes)) for changes in known)
