"""One message as a letter: who wrote, when, and its text; an .eml, or text pasted as it is."""

import re
from collections.abc import Iterator
from datetime import date
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from html.parser import HTMLParser

from entregent.domain.letters import Letter, Sent, Writer
from entregent.exchange.mail.dates import Days
from entregent.exchange.mail.headers import Headers, scan, text
from entregent.exchange.mail.message import Someone, someones
from entregent.exchange.mail.people import is_automatic, is_listed
from entregent.exchange.text import as_utf8, clean, decode, one_line
from entregent.services.ports import BookError

MOST_BYTES = 32 * 1024 * 1024
"""A message larger than that is refused: nobody pastes it."""
MOST_TEXT = 50_000
"""So many letters of a message are read: what it asks stands before that."""
_HEAD = re.compile(
    rb"(?:From |(?:From|To|Cc|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|Reply-To|"
    rb"MIME-Version|Content-Type|DKIM-Signature|ARC-[\w-]+|Authentication-Results|X-[\w-]+|Sender|"
    rb"In-Reply-To|References|List-[\w-]+|Precedence|Auto-Submitted)[ \t]*:)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rb"\n[Ss][Uu][Bb][Jj][Ee][Cc][Tt][ \t]*:[ \t]*(.*(?:\n[ \t].*)*)")
_BY_PROGRAM = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_LONGEST_HEAD = 512 * 1024
_NEVER_TYPED = tuple(bytes([code]) for code in (*range(9), *range(14, 27)))
_SELDOM = 200
_DEEPEST = 3
_BREAKS = frozenset("p br div tr li blockquote h1 h2 h3 h4 table hr".split())
_UNSEEN = frozenset("style script head title".split())


def read_letter(data: bytes, days: Days) -> Letter:
    """Read a message from its bytes: with headers, or bare text.

    Raises BookError: letter.empty, letter.large, letter.unreadable.
    """
    if len(data) > MOST_BYTES:
        raise BookError("letter.large")
    plain = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not plain:
        raise BookError("letter.empty")
    if _HEAD.match(plain) and _is_message(plain):
        found = _letter(BytesParser(policy=compat32).parsebytes(plain), plain, days, 0)
    else:
        if is_binary(as_utf8(data)[:_LONGEST_HEAD]):
            raise BookError("letter.unreadable")
        found = Letter(Writer(), _tidy(decode(data)))
    if not (found.text or found.subject or found.inner):
        raise BookError("letter.empty")
    return found


def is_whole_message(data: bytes) -> bool:
    """Tell a whole e-mail, with the headers that only programs write, from a text."""
    plain = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    head = re.split(rb"\r?\n\r?\n", plain[:_LONGEST_HEAD], maxsplit=1)[0]
    return bool(_HEAD.match(plain) and _BY_PROGRAM.search(head)) and _is_message(plain)


def _is_message(data: bytes) -> bool:
    """Tell a message from a note that begins with "From:" as one pastes it from a program."""
    head = re.split(rb"\r?\n\r?\n", data[:_LONGEST_HEAD], maxsplit=1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in (b" ", b"\t")]
    named = [line for line in lines if re.match(rb"[!-9;-~]+[ \t]*:|From ", line)]
    return len(named) == len(lines)


def is_binary(data: bytes) -> bool:
    """Tell a picture, a PDF, a program from text of whatever encoding."""
    strange = sum(map(data.count, _NEVER_TYPED))
    return data.startswith(b"%PDF") or strange * _SELDOM > len(data)


def _letter(message: Message, raw: bytes, days: Days, depth: int) -> Letter:
    head = re.split(rb"\r?\n\r?\n", raw[:_LONGEST_HEAD], maxsplit=1)[0]
    found = scan(head)
    body, inner = _body(message, days, depth)
    return Letter(
        _writer(found), _tidy(body), _subject(head), _day(found, days), _sent(found), inner
    )


def _boxes(found: Headers, name: str) -> tuple[Someone, ...]:
    try:
        return someones(found[name]) if name in found else ()
    except (ValueError, AttributeError, IndexError, RecursionError):
        return ()


def _writer(found: Headers) -> Writer:
    boxes = _boxes(found, "from")
    return Writer(boxes[0].name, boxes[0].address) if boxes else Writer()


def _sent(found: Headers) -> Sent:
    if is_listed(found) or any(one.listed for one in _boxes(found, "to")):
        return Sent.TO_A_LIST
    machine = any(one.machine for one in _boxes(found, "from")[:1])
    return Sent.BY_MACHINE if machine or is_automatic(found) else Sent.BY_PERSON


def _subject(head: bytes) -> str:
    found = _SUBJECT.search(b"\n" + head.replace(b"\r\n", b"\n"))
    return one_line(text(found[1])) if found else ""


def _day(found: Headers, days: Days) -> date | None:
    try:
        return days.of(found["date"]) if "date" in found else None
    except ValueError:
        return None


def _body(message: Message, days: Days, depth: int) -> tuple[str, Letter | None]:
    """Return the text a reader sees first, and the message that came along as a file."""
    plain, html, inner = "", "", None
    for part in _parts(message):
        kind = part.get_content_type()
        if kind == "message/rfc822" and inner is None and depth < _DEEPEST:
            inner = _inner(part, days, depth)
        elif kind == "text/plain" and not plain:
            plain = _decoded(part)
        elif kind == "text/html" and not html:
            html = _decoded(part)
    return (plain if plain.strip() else _seen(html)), inner


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts in order, without files and without what is inside an attached message."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        if part.get_content_type() == "message/rfc822":
            yield part
        elif part.is_multipart():
            waiting[:0] = [one for one in part.get_payload() if isinstance(one, Message)]
        elif part.get_content_disposition() != "attachment":
            yield part


def _inner(part: Message, days: Days, depth: int) -> Letter | None:
    held = part.get_payload()
    if not isinstance(held, list) or not held or not isinstance(held[0], Message):
        return None
    return _letter(held[0], held[0].as_bytes(), days, depth + 1)


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return decode(data)


def _tidy(told: str) -> str:
    """Return a text clean, its lines ended alike, no longer than anybody reads."""
    return clean("\n".join(told[:MOST_TEXT].splitlines()))


class _Seen(HTMLParser):
    """Gathers the text that a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._hidden += 1
        if tag in _BREAKS:
            self.told.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self._hidden:
            self._hidden -= 1
        if tag in _BREAKS:
            self.told.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.told.append(re.sub(r"\s+", " ", data))


def _seen(html: str) -> str:
    page = _Seen()
    page.feed(html[:MOST_TEXT])
    told = re.sub(r"[ \t]+", " ", "".join(page.told))
    return re.sub(r"\s*\n\s*", "\n", told).strip()
