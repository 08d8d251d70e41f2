"""Reads mail: an mbox of any size, or a single message, by its headers only."""

import re
from collections.abc import Callable, Iterable, Iterator
from mmap import mmap
from typing import TypeAlias
from zoneinfo import ZoneInfo

from entregent.domain.reading import Reading
from entregent.exchange.mail.mailbox import ORIGIN, Mailbox, MailMemory
from entregent.exchange.text import as_utf8

__all__ = ["ORIGIN", "MailMemory", "blocks", "header_block", "read", "recognises", "spans"]

Hear: TypeAlias = Callable[[int, int], None]
"""Hears how many bytes are behind, of how many in all."""

_STARTS = re.compile(
    rb"From (?:[^\n]*\d{4}[^\n]{0,12}|[^\s]*[ \t]*)\r?\n(?:[!-9;-~]+[ \t]*:|>From )"
    rb"|From [^\n]*\d\d:\d\d[^\n]*\d{4}[^\n]{0,12}\r?\n\r?\n"
)
_NEXT = re.compile(rb"\nFrom ")
_HEADERS_END = re.compile(rb"\n\r?\n")
_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\d{1,12}[ \t]*\r?\n(?=[!-9;-~]+:))?")
"""What may stand before a message: Apple Mail writes its size on a line of its own."""
_FIELD = re.compile(rb"^([!-9;-~]+):", re.MULTILINE)
_LENGTH = re.compile(rb"\nContent-Length:[ \t]*(\d{1,12})\r?\n")
_SAYS_LENGTH = b"\nContent-Length:"
_TELLING = frozenset(
    b"from to cc subject date message-id received return-path delivered-to mime-version "
    b"reply-to sender content-type in-reply-to references x-mailer".split()
)
_ENOUGH = 2
_FROM = b"From "
_FROM_LINE = 1200
_SAMPLE = 4096
_AT_ONCE = 1000
"""After how many messages it is told how far the reading is."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - headers speak for themselves
    """Tell mail by its first lines: a mailbox's own line, or a message's headers."""
    plain = _made_plain(head)
    start = plain[_first(plain) :]
    if _STARTS.match(start[:_FROM_LINE]):
        return True
    first = _FIELD.match(start)
    if first is None or first[1].lower() == b"begin":
        return False
    block = _HEADERS_END.split(start, maxsplit=1)[0]
    told = {found.lower() for found in _FIELD.findall(block)} & _TELLING
    return len(told) >= _ENOUGH


def read(
    data: bytes | mmap,
    path: str,
    zone: ZoneInfo,
    memory: MailMemory | None = None,
    hear: Hear | None = None,
) -> Reading:
    """Read every message; `memory` lets replies cross from one file to another."""
    mailbox = Mailbox(path, zone, memory)
    for block, delivered in blocks(data, hear):
        mailbox.take(block, delivered)
    return mailbox.reading()


def blocks(data: bytes | mmap, hear: Hear | None = None) -> Iterator[tuple[bytes, bytes]]:
    """Yield each message's header lines, and the date on the mailbox's own line before them."""
    plain = _plain(data)
    places = _places(plain)
    for _, block, _ in places if hear is None else _heard(places, len(plain), hear):
        line = block.partition(b"\n")[0] if block.startswith(_FROM) else b""
        yield block, line[len(_FROM) :].partition(b" ")[2].strip()


def spans(data: bytes | mmap) -> Iterator[tuple[int, int]]:
    """Yield where each message starts and ends, its `From ` line included.

    A message starts at a `From ` line after a blank one; data that does not start with such a
    line is one message. Where a Content-Length leads exactly to such a line or to the end, the
    lines before are the message's own.
    """
    for start, _, end in _places(data):
        yield start, end


def header_block(head: bytes) -> tuple[bytes, bool]:
    """Return the header lines at the start of a message, and whether an empty line ends them."""
    plain = _made_plain(head)
    start = _first(plain)
    blank = _HEADERS_END.search(plain, start)
    return plain[start : blank.start() + 1 if blank else len(plain)], blank is not None


def _places(data: bytes | mmap) -> Iterator[tuple[int, bytes, int]]:
    """Yield where each message starts, its header lines, and where it ends."""
    size = len(data)
    start = _first(data)
    many = _STARTS.match(data, start, start + _FROM_LINE) is not None
    while start < size:
        blank = _HEADERS_END.search(data, start)
        block = data[start : blank.start() + 1 if blank else size]
        end = size
        if many and blank:
            told = _told_end(data, block, blank.end()) if _SAYS_LENGTH in block else 0
            end = told or _next_start(data, blank.start())
        yield start, block, end
        start = end


def _heard(
    places: Iterable[tuple[int, bytes, int]], size: int, hear: Hear
) -> Iterator[tuple[int, bytes, int]]:
    """Yield the same, and tell now and then where it is."""
    for number, place in enumerate(places, 1):
        if number % _AT_ONCE == 0:
            hear(place[0], size)
        yield place


def _first(data: bytes | mmap) -> int:
    """Return where the first line stands that is not blank."""
    found = _FIRST.match(data)
    return found.end() if found else 0


def _next_start(data: bytes | mmap, place: int) -> int:
    """Return where the next message starts from a place on, or the end."""
    while found := _NEXT.search(data, place):
        line_end, place = found.start(), found.end() - len(_FROM)
        blank = data[line_end - 1 : line_end] == b"\n" or data[line_end - 2 : line_end] == b"\n\r"
        if blank and _STARTS.match(data, place, place + _FROM_LINE):
            return place
    return len(data)


def _told_end(data: bytes | mmap, block: bytes, body: int) -> int:
    """Return where a message ends by its own word, if a message or nothing follows; else 0."""
    told = _LENGTH.search(block)
    end = body + int(told[1]) if told else len(data) + 1
    rest = _FIRST.match(data, end) if end <= len(data) else None
    if rest is None:
        return 0
    follows = data[rest.end() : rest.end() + len(_FROM)]
    return rest.end() if follows in (_FROM, b"") else 0


def _plain(data: bytes | mmap) -> bytes | mmap:
    """Return mail in bytes that a header can be found in: no wide letters, no bare returns."""
    head = data[:_SAMPLE]
    if not _is_strange(head):
        return data
    return _made_plain(bytes(data))


def _made_plain(data: bytes) -> bytes:
    if data.startswith(_WIDE):
        return as_utf8(data)
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if _is_strange(data) else data


def _is_strange(head: bytes) -> bool:
    return head.startswith(_WIDE) or (b"\r" in head and b"\n" not in head)
