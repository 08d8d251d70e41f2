"""The values of a vCard: properties with their parameters, escapes, encodings, birthdays."""

import base64
import binascii
import quopri
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from entregent.exchange.text import clean, decode_line, is_clean
from entregent.exchange.vcard.heads import Head, cut

BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-IMAGE"})
"""Properties that hold pictures, sounds and keys: never kept."""
LABEL = "X-ABLABEL"
"""What Apple calls a group of properties."""

_UTF8 = frozenset({"", "utf-8", "utf8", "us-ascii"})
_CHARSET = re.compile(
    r"us-ascii|utf-?8|iso-?8859-?\d{1,2}|iso-?2022-(?:jp|kr)|(?:windows|cp)-?\d{3,5}|latin-?\d"
    r"|big5|gb(?:k|2312|18030)|euc-(?:jp|kr)|shift[_-]jis|koi8-[ru]|mac(?:intosh|roman)",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([^\w]|[nN])", re.DOTALL)
_BIRTHDAY = re.compile(r"(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?:[T ].*)?")
_NO_YEAR = 1604
"""The year Apple writes for a birthday without one; it is a leap year."""


class Property(NamedTuple):
    """One line of a card; a binary value is empty."""

    head: Head
    value: str


def parse_property(line: bytes) -> Property | None:
    """Read one unfolded line; None when it is no property."""
    head, raw = cut(line)
    if head is None:
        return None
    if head.name in BINARY:
        return Property(head, "")
    return Property(head, _decoded(raw, head.params) if head.coded else decode_line(raw))


def is_quoted_printable(line: bytes) -> bool:
    """Tell whether a line's parameters announce quoted-printable."""
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def unescape(text: str) -> str:
    r"""Undo `\n`, `\,`, `\;` and `\\`, and clean the text; a `\` before a letter is one."""
    if "\\" in text:
        text = _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
    return clean(text)


def one_line(text: str) -> str:
    """Return an unescaped text with its white space folded."""
    return " ".join((text if _is_bare(text) else unescape(text)).split())


def split(text: str, separator: str) -> list[str]:
    r"""Split a value at a separator that no `\` escapes; each part is unescaped."""
    if "\\" not in text:
        return [clean(part) for part in text.split(separator)]
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == separator:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    parts.append(text[start:])
    return [unescape(part) for part in parts]


def lines(text: str, separator: str) -> list[str]:
    """Split a value as `split` does, the white space of each part folded."""
    parts = text.split(separator) if _is_bare(text) else split(text, separator)
    return [" ".join(part.split()) for part in parts]


def _is_bare(text: str) -> bool:
    """Tell whether a value says what it says without escapes or dirt."""
    return "\\" not in text and is_clean(text)


def birthday(prop: Property) -> str:
    """Return `YYYY-MM-DD`, or `--MM-DD` when the year is not known; nothing for less than a day.

    Raises ValueError when the value is no possible date.
    """
    text = prop.value.strip()
    if prop.head.says("VALUE", "TEXT") or not re.search("[1-9]", text):
        return ""
    if re.fullmatch(r"\d{4}(-\d{2})?|--\d{2}|---\d{2}", text):
        return ""
    found = _BIRTHDAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year = int(found[1] or _NO_YEAR)
    day = date(year, int(found[2]), int(found[3]))
    omitted = prop.head.params.get("X-APPLE-OMIT-YEAR", "")
    unknown = year == _NO_YEAR or omitted == str(year)
    return f"--{day:%m-%d}" if unknown else day.isoformat()


def _decoded(raw: bytes, params: Mapping[str, str]) -> str:
    encoding = params.get("ENCODING", "").upper()
    if encoding == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(raw)
    elif encoding in ("B", "BASE64"):
        try:
            raw = base64.b64decode(raw)
        except (binascii.Error, ValueError):
            return ""
        if b"\0" in raw:
            return ""
    charset = params.get("CHARSET", "").strip()
    if charset.lower() not in _UTF8 and _CHARSET.fullmatch(charset):
        try:
            return raw.decode(charset, errors="replace")
        except LookupError:
            return decode_line(raw)
    return decode_line(raw)
