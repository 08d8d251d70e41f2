"""Two ways of speaking to one reader: *tu* and *vous*, or slang in a formal letter.

Where all that is strange to the message can be said in its own way for certain, each sentence
that holds some gets that wording; else the first such place is shown.
"""

from collections.abc import Iterator, Mapping

from entregent.domain.words import Address
from entregent.tact.context import Context, Form
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.readdressing import in_plain_english, readdressed
from entregent.tact.rule import Rule

_MEANT: Mapping[Form | None, Address] = {Form.TU: Address.TU, Form.VOUS: Address.VOUS}


def mixture(_rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield where a message leaves the way in which it speaks to its reader."""
    said, places = message.address, message.register.out_of_place
    if said.tu and said.vous:
        yield from _address(message, _MEANT.get(context.form, said.form))
    elif places and context.form is Form.CASUAL:
        yield Hit(*places[0])  # what should go is the formal part, for which there is no wording
    elif places:
        yield from in_plain_english(message, places)


def _address(message: Message, meant: Address | None) -> Iterator[Hit]:
    """Yield the places that are not in the form meant; with both alike, what comes last."""
    said = message.address
    if meant is None:
        yield Hit(*max(said.tu[0], said.vous[0]))
        return
    yield from readdressed(message, said.vous if meant is Address.TU else said.tu, meant)
