"""A message's headers, read from raw bytes: only those that say who, to whom, when, in reply."""

import re
from binascii import a2b_base64, a2b_qp
from collections.abc import Mapping, Sequence
from email.errors import HeaderParseError
from email.header import decode_header
from functools import lru_cache
from typing import TypeAlias

from entregent.exchange.text import decode_line, one_line

Headers: TypeAlias = Mapping[str, bytes]
"""Raw values by lower-case name, those of a repeated header joined by commas."""

NAMES = (
    "from to cc bcc date message-id in-reply-to references list-id list-post list-unsubscribe "
    "mailing-list precedence auto-submitted x-beenthere x-mailman-version x-autoreply "
    "x-autorespond x-gmail-labels x-spam-flag x-mozilla-status x-failed-recipients content-type"
).split()
"""The headers that are read, in lower case; a server need send no others."""


def _any_case(names: Sequence[str]) -> str:
    """Return an expression for any of these words in any case, grouped by their first letters.

    Classes of both cases are tried quicker than letters whose case is folded.
    """
    found = []
    for first in dict.fromkeys(name[0] for name in names if name):
        rest = [name[1:] for name in names if name.startswith(first)]
        letter = f"[{first}{first.upper()}]" if first.isalpha() else re.escape(first)
        found.append(letter + _any_case(rest))
    if "" in names:
        found.append("")
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})" if found else ""


_WANTED = re.compile(
    rf"\n(?=[FfTtCcBbDdMmIiRrLlPpAaXx])({_any_case(NAMES)})[ \t]*:[ \t]*(.*(?:\n[ \t].*)*)".encode()
)
_SPELLED = {
    spelling.encode(): name
    for name in NAMES
    for spelling in (name, name.title(), name.upper(), name.title().replace("-Id", "-ID"))
}
"""The usual spellings of the names, to spare most of them a conversion."""
_FOLD = re.compile(rb"\r?\n(?=[ \t])")
_ENCODED = re.compile(r"=\?[^?\s]+\?[bqBQ]\?")
_ALONE = re.compile(
    r"=\?(utf-8|iso-8859-1|windows-1252|us-ascii)\?(?:"
    r"q\?([!-<>@-~]*(?:=[0-9a-f]{2}[!-<>@-~]*)*)"
    r"|b\?((?:[a-z0-9+/]{4})*(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?)"
    r")\?=",
    re.IGNORECASE | re.ASCII,
)
"""One encoded word and nothing beside it, as most names with accents are written."""
_MESSAGE_ID = re.compile(rb"<([^<>\s]+)>")
_MOST_TEXT = 32_768


def scan(block: bytes) -> Headers:
    """Return the wanted headers of a block of header lines."""
    found: dict[str, bytes] = {}
    again: dict[str, list[bytes]] = {}
    plain = block.replace(b"\r\n", b"\n") if b"\r" in block else block
    for spelling, value in _WANTED.findall(b"\n" + plain):
        name = _SPELLED.get(spelling) or spelling.lower().decode("ascii")
        if name not in found:
            found[name] = value
        else:
            again.setdefault(name, [found[name]]).append(value)
    for name, values in again.items():
        found[name] = b", ".join(values)
    return found


@lru_cache(maxsize=65_536)
def words(raw: str) -> str:
    """Return a display name decoded (RFC 2047), on one line and without quotes around it."""
    if raw.isascii() and raw.isprintable() and "=?" not in raw:
        return " ".join(" ".join(raw.split()).strip("'\"").split())
    if alone := _ALONE.fullmatch(raw[:_MOST_TEXT].strip(" \t")):
        plain = _word(*alone.groups(""))
    else:
        plain = _decoded(raw[:_MOST_TEXT]) if _ENCODED.search(raw) else raw
    return one_line(one_line(plain).strip("'\"“”"))


def _word(charset: str, quoted: str, packed: str) -> str:
    """Decode the parts of one encoded word, of which one of the last two is empty."""
    part = a2b_base64(packed) if packed else a2b_qp(quoted, header=True)
    return _in_charset(part, charset)


def _decoded(raw: str) -> str:
    """Decode up to the last end of an encoded word; what follows holds none."""
    end = raw.rfind("?=") + 2
    try:
        parts = decode_header(raw[:end])
    except (HeaderParseError, ValueError):
        return raw
    told = (
        part if isinstance(part, str) else _in_charset(part, charset) for part, charset in parts
    )
    return "".join(told) + raw[end:]


def _in_charset(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset or "ascii")
    except (LookupError, ValueError):
        return decode_line(part)


def text(raw: bytes) -> str:
    """Return an unstructured header's text, decoded."""
    return words(unfolded(raw))


def unfolded(raw: bytes) -> str:
    """Return a header's value on one line, as it was typed."""
    return decode_line(_FOLD.sub(b"", raw) if b"\n" in raw else raw)


def message_id(raw: bytes) -> str:
    """Return the first id between angle brackets, or nothing."""
    found = _MESSAGE_ID.search(raw)
    return found[1].decode("ascii", errors="replace") if found else ""
