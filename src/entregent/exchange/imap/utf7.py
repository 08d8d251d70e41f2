"""Folder names on the wire: IMAP's own modified UTF-7 (RFC 3501, 5.1.3), quoted."""

import re
from base64 import b64decode, b64encode
from binascii import Error

from entregent.exchange.text import decode_line

_SHIFTED = re.compile(rb"&([^-&]*)-")
_PLAIN = re.compile(r"[ -~]+")
_RUNS = re.compile(r"[ -~]+|[^ -~]+")


def decode(name: bytes) -> str:
    """Return a folder's name; what is not modified UTF-7 is taken as it stands."""
    if not name.isascii():
        return decode_line(name)
    try:
        return _SHIFTED.sub(_unshifted, name).decode("utf-8")
    except (Error, ValueError):
        return name.decode("ascii")


def _unshifted(found: re.Match[bytes]) -> bytes:
    packed = found[1]
    if not packed:
        return b"&"
    padded = packed.replace(b",", b"/") + b"=" * (-len(packed) % 4)
    return b64decode(padded, validate=True).decode("utf-16-be").encode()


def encode(name: str) -> bytes:
    """Return a folder's name as servers keep it."""
    return b"".join(_shifted(run) for run in _RUNS.findall(name))


def _shifted(run: str) -> bytes:
    if _PLAIN.fullmatch(run):
        return run.replace("&", "&-").encode("ascii")
    packed = b64encode(run.encode("utf-16-be", errors="replace")).rstrip(b"=")
    return b"&" + packed.replace(b"/", b",") + b"-"


def quoted(raw: bytes) -> bytes:
    """Return a quoted string; the bytes hold neither line ends nor NUL."""
    return b'"' + raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"') + b'"'
