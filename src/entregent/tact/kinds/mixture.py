"""Two ways of speaking to one reader: *tu* and *vous*, or slang in a formal letter.

Where all that is strange to the message can be said in its own way for certain, each sentence
that holds some gets that wording; else the first such place is shown.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from entregent.domain.words import Address
from entregent.locale.address_form import SentenceWords
from entregent.locale.other_form import Change, changed
from entregent.locale.sentences import Span
from entregent.tact.context import Context, Form
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule

_MOST = 3
"""So many sentences are mended at most; to mend more would be to rewrite the message."""
_MEANT: Mapping[Form | None, Address] = {Form.TU: Address.TU, Form.VOUS: Address.VOUS}


def mixture(_rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield where a message leaves the way in which it speaks to its reader."""
    said, places = message.address, message.register.out_of_place
    if said.tu and said.vous:
        yield from _address(message, _MEANT.get(context.form, said.form))
    elif places:
        yield from _slang(message, places)


def _address(message: Message, meant: Address | None) -> Iterator[Hit]:
    """Yield the places that are not in the form meant; with both alike, what comes last."""
    said = message.address
    if meant is None:
        yield Hit(*max(said.tu[0], said.vous[0]))
        return
    places = said.vous if meant is Address.TU else said.tu
    other_form = message.lexicon.other_form
    held = _held(message.spoken("fr"), places)
    changes = [other_form.changes(message.own, one, at, meant) for one, at in held]
    yield from _hits(message, changes, places)


def _slang(message: Message, places: Sequence[Span]) -> Iterator[Hit]:
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
    """Yield a hit a sentence that can be changed; one for all where they are many or cannot."""
    known = [changes for changes in found if changes is not None]
    if len(known) < len(found) or len(known) > _MOST:
        yield Hit(*places[0])
        return
    yield from (Hit(*changed(message.text, changes)) for changes in known)
