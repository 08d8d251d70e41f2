"""The journal's lines: words, `key:value` pairs, comments, and what they may hold."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple, TypeVar

from entregent.domain.months import Month

KEY = r"[^\W\d][\w.-]*"
_TOKEN = re.compile(
    rf'(?:(?P<key>{KEY}):)?(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s;"]*))(?=[\s;]|$)'
)
_BLANK = re.compile(r"\s*")
_ESCAPED = re.compile(r"\\(.)")
_PLAIN = {'"': '"', "\\": "\\", "n": "\n", "r": "\r"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECEMBER = 12

Choice = TypeVar("Choice", bound=StrEnum)


class Unreadable(Exception):  # noqa: N818 - what a line is, not an error of ours
    """A line that cannot be read; `key` names the sentence that says why."""

    def __init__(self, what: str, /, **details: str) -> None:
        """Keep the sentence's key and what fills it."""
        super().__init__(what)
        self.key = f"journal.{what}"
        self.details = details


class Word(NamedTuple):
    """A word of a line; quotes make `me`, `--` and `@…` mere text."""

    text: str
    quoted: bool = False

    def says(self, text: str) -> bool:
        """Tell whether this is the bare word `text`."""
        return self.text == text and not self.quoted


def scan(text: str) -> tuple[list[Word], list[tuple[str, str]]]:
    """Split a line into words and pairs, both empty for a blank line or a comment.

    Raises Unreadable for a quote that is not closed, or that touches another word, and for a NUL,
    which no book keeps.
    """
    if "\0" in text:
        raise Unreadable("not-text")
    words: list[Word] = []
    pairs: list[tuple[str, str]] = []
    place, end = _skip(text, 0), len(text)
    while place < end and text[place] != ";":
        found = _TOKEN.match(text, place)
        if found is None:
            raise Unreadable(_quote_trouble(text, place), text=text[place : place + 40])
        key, quoted, bare = found.groups()
        value = unescape(quoted) if quoted is not None else bare
        if key is None:
            words.append(Word(value, quoted is not None))
        elif bare == "":
            raise Unreadable("empty-value", pair=key)
        else:
            pairs.append((key, value))
        place = _skip(text, found.end())
    return words, pairs


def _skip(text: str, place: int) -> int:
    found = _BLANK.match(text, place)
    return found.end() if found else place


def _quote_trouble(text: str, place: int) -> str:
    quotes = re.findall(r'(?<!\\)"', text[place:])
    return "unclosed-quote" if len(quotes) % 2 else "stray-quote"


def unescape(text: str) -> str:
    r"""Read `\"`, `\\`, `\n` and `\r`; any other backslash stands for itself."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda found: _PLAIN.get(found[1], found[0]), text)


def quote(text: str) -> str:
    r"""Write `text` between quotes, on one line; a backslash is doubled where it must be."""
    safe = re.sub(r'\\(?=[\\"nr\n\r]|$)', r"\\\\", text)
    return '"' + safe.replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'


@dataclass(slots=True)
class Line:
    """A line being read: each handler takes what its verb knows, `rest` is what remains."""

    words: list[Word]
    pairs: list[tuple[str, str]]
    taken: list[str] = field(default_factory=list)

    def word(self, what: str) -> Word:
        """Take the next word; `what` names it in the problem when it is missing."""
        if not self.words:
            raise Unreadable("missing-word", what=what)
        return self.words.pop(0)

    def text(self) -> str:
        """Take a last, optional word."""
        return self.words.pop(0).text if self.words else ""

    def one(self, key: str) -> str | None:
        """Take the value of a key that may stand once."""
        values = self.many(key)
        if len(values) > 1:
            raise Unreadable("repeated-key", pair=key)
        return values[0] if values else None

    def many(self, key: str) -> tuple[str, ...]:
        """Take all values of a key, in order."""
        if not self.pairs:
            return ()
        self.taken.append(key)
        return tuple(value for name, value in self.pairs if name == key)

    def needed(self, key: str) -> str:
        """Take the value of a key without which the line says nothing."""
        value = self.one(key)
        if not value:
            raise Unreadable("missing-key", pair=key)
        return value

    def rest(self) -> dict[str, str]:
        """Return the unknown pairs, a repeated one's values a line each; no word may be left."""
        if self.words:
            raise Unreadable("unknown-word", word=self.words[0].text)
        kept: dict[str, str] = {}
        for key, value in self.pairs:
            if key not in self.taken:
                kept[key] = f"{kept[key]}\n{value}" if key in kept else value
        return kept


def day(text: str) -> date:
    """Read `YYYY-MM-DD`."""
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Unreadable("bad-date", value=text)


def months(line: Line) -> tuple[Month | None, Month | None]:
    """Take `from:` and `to:`; a bare year runs from its January to its December."""
    start, end = _month(line.one("from"), 1), _month(line.one("to"), _DECEMBER)
    if start and end and end < start:
        raise Unreadable("end-before-start", start=str(start), end=str(end))
    return start, end


def _month(text: str | None, otherwise: int) -> Month | None:
    if text is None:
        return None
    try:
        return Month.parse(text, otherwise=otherwise)
    except ValueError:
        raise Unreadable("bad-month", value=text) from None


def choice(kind: type[Choice], key: str, text: str) -> Choice:
    """Read a word of a closed vocabulary; an unknown one is named with those that exist."""
    try:
        return kind(text)
    except ValueError:
        name = "unknown-kind" if key == "kind" else "unknown-value"
        raise Unreadable(name, pair=key, value=text, expected=_listed(kind)) from None


def chosen(kind: type[Choice], line: Line, key: str) -> Choice | None:
    """Take an optional key whose value is a word of a closed vocabulary."""
    value = line.one(key)
    return None if value is None else choice(kind, key, value)


def _listed(words: Collection[StrEnum] | type[StrEnum]) -> str:
    return ", ".join(word.value for word in words)


def writable(extra: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs whose key the grammar can hold, by key, a repeated one's values each."""
    return [
        (key, part)
        for key, value in sorted(extra.items())
        if re.fullmatch(KEY, key)
        for part in value.split("\n")
    ]
