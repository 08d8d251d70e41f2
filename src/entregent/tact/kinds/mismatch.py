"""A reader spoken to in another form than the one that was declared for them.

*Tu* or *vous*, in English formally or casually. A message that mixes both is another rule's; it
is told here only when nearly all of it is in the wrong form.
"""

from collections.abc import Iterator, Sequence

from entregent.domain.words import Address
from entregent.locale.sentences import Span
from entregent.tact.context import Context, Form
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.readdressing import readdressed
from entregent.tact.rule import Rule

_NEARLY_ALL = 8
"""So many times as often as the right form, the wrong one is what the message speaks in."""


def mismatch(_rule: Rule, message: Message, context: Context) -> Iterator[Hit]:
    """Yield the places that speak in the form that is not the declared one, or the first."""
    wrong, right = _told(message, context.form)
    if not wrong or len(wrong) < _NEARLY_ALL * len(right):
        return
    match context.form:
        case Form.TU:
            yield from readdressed(message, wrong, Address.TU)
        case Form.VOUS:
            yield from readdressed(message, wrong, Address.VOUS)
        case _:
            yield Hit(*wrong[0])


def _told(message: Message, form: Form | None) -> tuple[Sequence[Span], Sequence[Span]]:
    """Return where the message speaks in the wrong form, and where in the right one."""
    said, register = message.heard, message.register
    formal = (*register.formal, *register.polite)
    match form:
        case Form.TU:
            return said.vous, said.tu
        case Form.VOUS:
            return said.tu, said.vous
        case Form.FORMAL:
            return (*register.slang, *register.casual), formal
        case Form.CASUAL:
            return formal, register.slang
        case _:
            return (), ()
