"""A vCard file cut into cards, each a list of unfolded lines, before any decoding.

Unfolding works on bytes: writers fold inside characters of several bytes.
"""

from collections.abc import Iterator, Sequence

from entregent.exchange.vcard.values import is_quoted_printable

_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
_MARKS = b"BbEe \t\v\f"
"""How a line starts that may be one of the two."""
_FOLDS = b" \t"


def cards(data: bytes) -> Iterator[list[bytes]]:
    """Yield the lines between `BEGIN:VCARD` and `END:VCARD` of each card, nested ones left out.

    A card whose end is missing ends where the next begins, or with the file.
    """
    card: list[bytes] | None = None
    nested = 0
    for line in unfold(data.splitlines()):
        mark = _mark(line) if line[:1] in _MARKS else b""
        if mark == _BEGIN and card and _is_agent(card[-1]):
            nested += 1
        elif mark == _BEGIN and not nested:
            if card is not None:
                yield card
            card = []
        elif mark == _END and nested:
            nested -= 1
        elif mark == _END:
            if card is not None:
                yield card
            card = None
        elif card is not None and not nested:
            card.append(line)
    if card is not None:
        yield card


def unfold(lines: Sequence[bytes]) -> Iterator[bytes]:
    """Join folded lines, and quoted-printable lines that end in a soft break; drop empty ones."""
    held = b""
    parts: list[bytes] = []
    soft = False
    for line in lines:
        if soft and not line.strip().upper().startswith(_END):
            parts = parts or [held]
            parts[-1] = parts[-1][:-1]
            parts.append(line)
            soft = line.endswith(b"=")
            continue
        if line[:1] in _FOLDS and (held or not line.strip()):
            if not (held and line):
                continue
            parts = parts or [held]
            parts.append(line[1:])
        else:
            if held:
                yield b"".join(parts) if parts else held
            held = line
            if parts:
                parts = []
        soft = line[-1:] == b"=" and is_quoted_printable(held)
    if held:
        yield b"".join(parts) if parts else held


def _mark(line: bytes) -> bytes:
    return line.strip().upper().replace(b" ", b"")


def _is_agent(line: bytes) -> bool:
    name, _, value = line.partition(b":")
    return name.strip().upper().split(b";")[0].split(b".")[-1] == b"AGENT" and not value.strip()
