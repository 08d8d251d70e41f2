"""Two ways of speaking to one reader: *tu* and *vous*, or slang in a formal letter.

Where all that is strange to the message can be said in its own way for certain, each sentence
that holds some gets that wording; else the first such place is shown.
"""

from collections.abc import Iterator, Mapping, Sequence

from entregent.domain.words import Address
from entregent.locale.address_form import SentenceWords
from entregent.locale.other_form import Change, changed
from entregent.locale.sentences import Span
from entregent.tact.context import Context, Form
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule

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
    yield from _hits(
        message,
        [
            other_form.changes(message.own, one, held, meant)
            for one in message.spoken("fr")
            if (held := _held(one, places))
        ],
        places,
    )


def _slang(message: Message, places: Sequence[Span]) -> Iterator[Hit]:
    plain = message.lexicon.register.plain
    yield from _hits(
        message,
        [
            plain(message.own, one, held)
            for one in message.spoken("en")
            if (held := _held(one, places))
        ],
        places,
    )


def _held(said: SentenceWords, places: Sequence[Span]) -> list[int]:
    """Return which words of a sentence stand in these places."""
    return [
        at
        for at, word in enumerate(said.places)
        if any(place.start <= word.start < place.end for place in places)
    ]


def _hits(
    message: Message, found: Sequence[tuple[Change, ...] | None], places: Sequence[Span]
) -> Iterator[Hit]:
    known = [changes for changes in found if changes is not None]
    if len(known) < len(found):
        yield Hit(*places[0])
        return
    yield from (Hit(*changed(message.text, changes)) for changes in known)
