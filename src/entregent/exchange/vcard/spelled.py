"""How a card spells values and properties in its lines."""

from collections.abc import Iterable, Mapping

from entregent.exchange.text import clean
from entregent.exchange.vcard.heads import strict_head

_ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;", "\r": None})


def line(name: str, params: Mapping[str, str], value: str) -> bytes:
    """Return a property as an unfolded line; `value` is escaped already."""
    group = params.get("GROUP", "")
    own = {key: text for key, text in params.items() if key not in ("GROUP", "ENCODING", "CHARSET")}
    head = strict_head(name.upper(), own)
    return f"{group}.{head}:{value}".encode() if group else f"{head}:{value}".encode()


def escaped(text: str) -> str:
    """Return a text as a value holds it."""
    return clean(text).translate(_ESCAPED)


def parts(values: Iterable[str], separator: str) -> str:
    """Return the parts of a value, each escaped."""
    return separator.join(map(escaped, values))
