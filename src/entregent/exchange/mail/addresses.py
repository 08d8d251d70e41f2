"""Address headers: the usual forms read at one glance, all others by the standard library."""

import inspect
import re
from collections.abc import Mapping
from email.utils import getaddresses
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

from entregent.exchange.mail.headers import unfolded, words
from entregent.exchange.text import decode_line

Mailbox: TypeAlias = tuple[str, str]
"""A display name, often empty, and an address in lower case."""

_ATOM = r"[^\x00-\x20\x7f()<>@,:;.\"\[\]\\]+"
_SPEC = rf"{_ATOM}(?:\.{_ATOM})*@{_ATOM}(?:\.{_ATOM})*"
_USUAL = re.compile(
    r"[ \t]*(?:"
    r"(?:\"([^\"\\\x00-\x1f]*)\"|([^\x00-\x08\x0a-\x1f\x7f()<>@,:;\"\[\]\\]*))[ \t]*"
    rf"<({_SPEC})>"
    rf"|({_SPEC})(?:[ \t]+\(([^()\\\x00-\x1f]*)\))?"
    r")[ \t]*(?:,|\Z)"
)
"""`"Martin, Léa" <a@b>`, `Léa Martin <a@b>`, `a@b`, `a@b (Léa Martin)`, up to the next comma."""
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+")
_MASKED = re.compile(r"(\S{1,64}) at (\S{1,255})")
_LENIENT: Mapping[str, Any] = MappingProxyType(
    {"strict": False} if "strict" in inspect.signature(getaddresses).parameters else {}
)
"""Newer Pythons refuse a whole header for one odd address, unless told otherwise."""
_MOST_BYTES = 512 * 1024
"""How much of a header is read: far more than people use."""
_MOST_ODD = 4096
"""How much of one in no usual form is read at one go: the standard parser's time grows faster."""
_DEEPEST = 40


def addresses(raw: bytes) -> tuple[Mailbox, ...]:
    """Return the mailboxes of an address header, those without a readable address left out.

    Raises ValueError for comments nested as nobody nests them, and the errors of the standard
    parser on the strangest of headers.
    """
    boxes = (mailbox(name, address) for name, address in pairs(raw))
    return tuple(box for box in boxes if box)


def mailbox(name: str, address: str) -> Mailbox | None:
    """Return a mailbox from its two parts as typed; None when it has no readable address."""
    plain = _plain_address(address)
    return (words(name), plain) if plain else None


@lru_cache(maxsize=65_536)
def _plain_address(typed: str) -> str:
    """Return an address in lower case; nothing when it cannot be read."""
    plain = typed.strip("'. ").lower()
    return plain if _ADDRESS.fullmatch(plain) else ""


def pairs(raw: bytes) -> list[tuple[str, str]]:
    """Return the names and addresses of an address header as typed; errors as for `addresses`."""
    plain = unfolded(raw[:_MOST_BYTES])
    if "@" not in plain:
        plain = _MASKED.sub(r"\1@\2", plain[:_MOST_ODD])
    at, size = 0, len(plain)
    found: list[tuple[str, str]] = []
    while at < size:
        usual = _USUAL.match(plain, at)
        if usual is None:
            piece = _piece(plain, at)
            found.extend(_odd(piece))
            at += len(piece)
        else:
            quoted, phrase, angled, bare, comment = usual.groups()
            found.append((quoted or phrase or comment or "", angled or bare))
            at = usual.end()
    return found


def usual_pair(line: bytes) -> tuple[str, str] | None:
    """Return name and address of a line that holds one mailbox in a usual form, else None."""
    usual = _USUAL.fullmatch(decode_line(line))
    if usual is None or line.endswith(b","):
        return None
    quoted, phrase, angled, bare, comment = usual.groups()
    return quoted or phrase or comment or "", angled or bare


def _piece(plain: str, at: int) -> str:
    """Return what stands from `at` on, up to a comma when it is long."""
    end = len(plain)
    if end - at > _MOST_ODD:
        end = at + _MOST_ODD
        end = plain.rfind(",", at, end) + 1 or end
    return plain[at:end]


def _odd(piece: str) -> list[tuple[str, str]]:
    """Read addresses as the standard library does."""
    depth = 0
    for mark in piece:
        depth += (mark == "(") - (mark == ")")
        if depth > _DEEPEST:
            raise ValueError(piece[:_DEEPEST])
    return getaddresses([piece], **_LENIENT)
