"""Cards in MECARD, as codes on visiting cards hold them, each as the lines that a vCard would."""

import re
from collections.abc import Iterator

from entregent.exchange.text import decode
from entregent.exchange.vcard.spelled import escaped, line

HEAD = re.compile(rb"\s*MECARD:", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z-]{1,20}):((?:\\.|[^\\;])*)(?:;|$)", re.DOTALL)
_SET_APART = re.compile(r"\\(.)", re.DOTALL)
_SAME = frozenset("ADR BDAY EMAIL NICKNAME NOTE ORG TEL TITLE URL".split())


def cards(data: bytes) -> Iterator[list[bytes]]:
    """Yield the lines of the one card; what MECARD has beyond a vCard is passed over."""
    text = HEAD.sub(b"", data, count=1)
    lines = []
    for name, value in _FIELD.findall(decode(text)):
        plain = _SET_APART.sub(r"\1", value).strip()
        if name.upper() == "N":
            family, _, given = (part.strip() for part in plain.partition(","))
            lines.append(line("FN", {}, escaped(f"{given} {family}".strip())))
            parts = f"{escaped(family)};{escaped(given)}" if given else f";{escaped(family)}"
            lines.append(line("N", {}, f"{parts};;;"))
        elif name.upper() in _SAME and plain:
            own = name.upper() in ("URL", "BDAY", "ADR")
            lines.append(line(name, {}, plain if own else escaped(plain)))
    yield lines
