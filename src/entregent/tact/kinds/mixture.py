"""Two ways of speaking to one reader: *tu* and *vous*, or slang in a formal letter.

The rarer of the two is shown. In French a wording in the other form is offered where all that
would have to change can be changed for certain.
"""

from collections.abc import Iterator

from entregent.tact.context import Context
from entregent.tact.hit import Hit
from entregent.tact.message import Message
from entregent.tact.rule import Rule


def mixture(_rule: Rule, message: Message, _context: Context) -> Iterator[Hit]:
    """Yield where a message leaves the way in which it speaks to its reader."""
    forms, register = message.address, message.register
    stiff = register.formal + register.polite
    if forms.tu and forms.vous:
        place = min(forms.tu, forms.vous, key=len)[0]
        yield Hit(*place)
    elif register.slang and stiff:
        yield Hit(*register.slang[0])
    elif register.casual and register.formal:
        yield Hit(*register.casual[0])
