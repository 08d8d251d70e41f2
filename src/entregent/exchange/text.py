"""Text as it comes out of files: encodings sniffed, dirt removed, one normal form."""

import codecs
import io
import re
import unicodedata
from collections.abc import Sequence

_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_SAMPLE = 4096
_MANY, _FEW = 0.3, 0.05
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def as_utf8(data: bytes) -> bytes:
    """Return `data` without byte-order mark, UTF-16 and UTF-32 turned into UTF-8.

    Anything else stays as it is, so that each line may still be in an encoding of its own.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            return rest if encoding == "utf-8" else _recoded(rest, encoding)
    wide = _wide(data[:_SAMPLE])
    return _recoded(data, wide) if wide else data


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16, or line by line UTF-8 and Windows' Latin."""
    plain = as_utf8(data)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(decode_line(line) for line in plain.splitlines(keepends=True))


def decode_line(line: bytes) -> str:
    """Return the text of one line: UTF-8 if it can be, else Windows' Latin (cp1252)."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")


def lines_of(text: str) -> list[str]:
    r"""Split at `\n`, `\r\n` and `\r` only: other Unicode line ends belong to the text."""
    return list(io.StringIO(text, newline=None))


def clean(text: str) -> str:
    """Return `text` in NFC, trimmed, without control characters, marks of direction, halves."""
    if text.isprintable():
        return (text if text.isascii() else unicodedata.normalize("NFC", text)).strip()
    plain = _UNWANTED.sub("", text.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", plain).strip()


def is_clean(text: str) -> bool:
    """Tell whether `clean` would do no more than trim a text, or any piece of it."""
    return text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text))


def cleaned(texts: Sequence[str]) -> list[str]:
    """Return each text as `clean` does."""
    if is_clean("".join(texts)):
        return [text.strip() for text in texts]
    return [clean(text) for text in texts]


def one_line(text: str) -> str:
    """Return `text` cleaned, its white space folded: a name, a title, a company."""
    return " ".join(clean(text).split())


def _recoded(data: bytes, encoding: str) -> bytes:
    return data.decode(encoding, errors="replace").encode("utf-8")


def _wide(sample: bytes) -> str:
    """Return the encoding of UTF-16 text without a mark, or nothing."""
    pairs = len(sample) // 2
    if pairs == 0:
        return ""
    even = sample[0 : 2 * pairs : 2].count(0) / pairs
    odd = sample[1 : 2 * pairs : 2].count(0) / pairs
    if odd > _MANY and even < _FEW:
        return "utf-16-le"
    if even > _MANY and odd < _FEW:
        return "utf-16-be"
    return ""
