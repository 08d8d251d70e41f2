"""A message's headers, read from raw bytes: only those that say who, to whom, when, in reply."""

import inspect
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

from entregent.exchange.text import decode_line, one_line

Headers: TypeAlias = Mapping[str, bytes]
"""Raw values by lower-case name, those of a repeated header joined by commas."""
Mailbox: TypeAlias = tuple[str, str]
"""A display name, often empty, and an address in lower case."""

_NAMES = (
    "from|to|cc|bcc|date|message-id|in-reply-to|references|list-id|list-post|"
    "list-unsubscribe|mailing-list|precedence|auto-submitted|x-beenthere|x-mailman-version|"
    "x-autoreply|x-autorespond|x-gmail-labels|x-spam-flag"
)
_WANTED = re.compile(
    rb"^(" + _NAMES.encode() + rb"):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_FOLD = re.compile(rb"\r?\n(?=[ \t])")
_ENCODED = re.compile(r"=\?[^?\s]+\?[bqBQ]\?")
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+")
_MASKED = re.compile(r"(\S{1,64}) at (\S{1,255})")
_MESSAGE_ID = re.compile(rb"<([^<>\s]+)>")
_USUAL_DATE = re.compile(
    rb"(?:[A-Za-z]{3}, *)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) "
    rb"(\d\d):(\d\d)(?::(\d\d))? ([+-])(\d\d)(\d\d)\b"
)
_MONTHS = MappingProxyType(
    {
        name.encode(): number
        for number, name in enumerate(
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1
        )
    }
)
_LENIENT: Mapping[str, Any] = MappingProxyType(
    {"strict": False} if "strict" in inspect.signature(getaddresses).parameters else {}
)
"""Newer Pythons refuse a whole header for one odd address, unless told otherwise."""


def scan(block: bytes) -> Headers:
    """Return the wanted headers of a block of header lines."""
    found: dict[str, bytes] = {}
    for match in _WANTED.finditer(block):
        name = match[1].decode("ascii").lower()
        value = match[2]
        found[name] = found[name] + b", " + value if name in found else value
    return found


@lru_cache(maxsize=65536)
def addresses(raw: bytes) -> tuple[Mailbox, ...]:
    """Return the mailboxes of an address header, those without a readable address left out.

    Raises the errors of the standard parser on the strangest of headers.
    """
    plain = _unfolded(raw)
    if "@" not in plain:
        plain = _MASKED.sub(r"\1@\2", plain)
    found = getaddresses([plain], **_LENIENT)
    boxes = ((words(name), address.strip("'. ").lower()) for name, address in found)
    return tuple((name, address) for name, address in boxes if _ADDRESS.fullmatch(address))


@lru_cache(maxsize=65536)
def words(raw: str) -> str:
    """Return a display name decoded (RFC 2047), on one line and without quotes around it."""
    plain = _decoded(raw) if _ENCODED.search(raw) else raw
    return one_line(one_line(plain).strip("'\"“”"))


def _decoded(raw: str) -> str:
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        return raw
    return "".join(
        part if isinstance(part, str) else _in_charset(part, charset) for part, charset in parts
    )


def _in_charset(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset or "ascii")
    except (LookupError, ValueError):
        return decode_line(part)


def text(raw: bytes) -> str:
    """Return an unstructured header's text, decoded."""
    return words(_unfolded(raw))


def _unfolded(raw: bytes) -> str:
    return decode_line(_FOLD.sub(b"", raw))


def message_ids(raw: bytes) -> list[str]:
    """Return the ids between angle brackets, in order."""
    return [one.decode("ascii", errors="replace") for one in _MESSAGE_ID.findall(raw)]


def instant(raw: bytes) -> datetime:
    """Read a date header; without a zone it is UTC. Raises ValueError when it is no date."""
    usual = _USUAL_DATE.match(raw)
    if usual is None or usual[2] not in _MONTHS:
        return _unusual(raw)
    day, month, year, hour, minute, second, sign, hours, minutes = usual.groups(b"0")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    local = timezone(-offset if sign == b"-" else offset)
    return datetime(
        int(year),
        _MONTHS[month],
        int(day),
        int(hour),
        int(minute),
        min(int(second), 59),
        tzinfo=local,
    )


def _unusual(raw: bytes) -> datetime:
    try:
        found = parsedate_to_datetime(_unfolded(raw))
    except (TypeError, IndexError, OverflowError) as trouble:
        raise ValueError(raw) from trouble
    return found if found.tzinfo else found.replace(tzinfo=UTC)
