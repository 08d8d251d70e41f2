"""The values of a vCard: properties with their parameters, escapes, encodings, birthdays."""

import base64
import binascii
import quopri
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from entregent.exchange.text import clean, decode_line

BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
"""Properties that hold pictures, sounds and keys: never kept."""

_NAME = re.compile(rb"\s*(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_/-]+)\s*")
_PARAM = re.compile(rb';\s*([^=:;"]*)(?:=((?:"[^"]*"|[^:;"])*))?')
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_CHARSET = re.compile(
    r"us-ascii|utf-?8|iso-?8859-?\d{1,2}|iso-?2022-(?:jp|kr)|(?:windows|cp)-?\d{3,5}|latin-?\d"
    r"|big5|gb(?:k|2312|18030)|euc-(?:jp|kr)|shift[_-]jis|koi8-[ru]|mac(?:intosh|roman)",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BIRTHDAY = re.compile(r"(?:(\d{4})-?|--)(\d{2})-?(\d{2})(?:[T ].*)?")
_NO_YEAR = 1604
"""The year Apple writes for a birthday without one; it is a leap year."""


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card: an upper-case name, its group, its parameters, its decoded value.

    `params` maps upper-case names to their values joined by `,`; the bare words of version 2.1
    stand under `TYPE`. A binary value is empty.
    """

    name: str
    value: str
    group: str = ""
    params: Mapping[str, str] | None = None

    def says(self, param: str, word: str) -> bool:
        """Tell whether a parameter holds a word, whatever its case."""
        held = (self.params or {}).get(param, "").upper()
        if not held:
            return False
        return word.upper() in re.split(r'[,"\s]+', held)


def parse_property(line: bytes) -> Property | None:
    """Read one unfolded line; None when it is no property."""
    found = _NAME.match(line)
    if found is None:
        return None
    params, at = _params(line, found.end())
    if line[at : at + 1] != b":":
        return None
    name = found[2].decode("ascii").upper()
    raw = b"" if name in BINARY else line[at + 1 :]
    group = (found[1] or b"").decode("ascii").lower()
    return Property(name, _decoded(raw, params), group, params)


def is_quoted_printable(line: bytes) -> bool:
    """Tell whether a line's parameters announce quoted-printable."""
    return b"QUOTED-PRINTABLE" in line.partition(b":")[0].upper()


def unescape(text: str) -> str:
    r"""Undo `\n`, `\,`, `\;` and `\\`, and clean the text."""
    if "\\" not in text:
        return clean(text)
    return clean(_ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text))


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


def birthday(prop: Property) -> str:
    """Return `YYYY-MM-DD`, or `--MM-DD` when the year is not known; nothing for less than a day.

    Raises ValueError when the value is no possible date.
    """
    text = prop.value.strip()
    if prop.says("VALUE", "text") or not re.search("[1-9]", text):
        return ""
    if re.fullmatch(r"\d{4}(-\d{2})?|--\d{2}|---\d{2}", text):
        return ""
    found = _BIRTHDAY.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year = int(found[1] or _NO_YEAR)
    day = date(year, int(found[2]), int(found[3]))
    omitted = (prop.params or {}).get("X-APPLE-OMIT-YEAR", "")
    unknown = year == _NO_YEAR or omitted == str(year)
    return f"--{day:%m-%d}" if unknown else day.isoformat()


def _params(line: bytes, at: int) -> tuple[dict[str, str], int]:
    """Return the parameters from `at` on, and where they end."""
    params: dict[str, str] = {}
    while found := _PARAM.match(line, at):
        at = found.end()
        name = decode_line(found[1]).strip().upper()
        value = decode_line(found[2]).strip().strip('"') if found[2] is not None else None
        if value is None:
            name, value = ("ENCODING" if name in _ENCODINGS else "TYPE"), name
        params[name] = f"{params[name]},{value}" if name in params else value
    return params, at


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
    if _CHARSET.fullmatch(charset) and charset.lower() not in ("utf-8", "utf8"):
        try:
            return raw.decode(charset, errors="replace")
        except LookupError:
            return decode_line(raw)
    return decode_line(raw)
