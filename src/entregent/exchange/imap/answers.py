"""What servers answer, as `imaplib` gives it: pieces of text, and pairs of text and literal."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Answer: TypeAlias = Sequence[bytes | tuple[bytes, bytes] | None]
"""The data of one kind of answer; a literal stands beside the text that announces it."""

_START = re.compile(rb"\d+ \(")
_UID = re.compile(rb"[ (]UID (\d{1,10})[ )]", re.IGNORECASE)
_FLAGS = re.compile(rb"[ (]FLAGS \(([^)]*)\)", re.IGNORECASE)
_RECEIVED = re.compile(rb'[ (]INTERNALDATE "([^"]*)"', re.IGNORECASE)
_SECTION = re.compile(rb"BODY\[[^\]]*\](?:<\d+>)? ", re.IGNORECASE)
_STRING = re.compile(rb'"((?:[^"\\]|\\.)*)"')
_LITERAL = re.compile(rb"\{(\d+)\}$")
_ESCAPED = re.compile(rb"\\(.)")
_LIST = re.compile(
    rb'\(([^)]*)\) (?:NIL|"((?:[^"\\]|\\.)*)"|(\S+)) (.*)', re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sight:
    """A message as a list of them shows it; `flags` are in lower case."""

    uid: int
    flags: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Letter:
    """A message's header lines, and when the server received it, as a mailbox writes dates."""

    uid: int
    block: bytes
    received: bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """A folder as the server lists it; `wire` is its name in the server's own bytes."""

    wire: bytes
    delimiter: bytes
    flags: frozenset[bytes]


def sights(answer: Answer) -> Iterator[Sight]:
    """Yield the messages in the answer to `FETCH … (UID FLAGS)`."""
    for text, _ in _responses(answer):
        uid = _UID.search(text)
        if uid:
            yield Sight(int(uid[1]), _words(_FLAGS.search(text)))


def letters(answer: Answer) -> Iterator[Letter]:
    """Yield the messages in the answer to `FETCH … (UID INTERNALDATE BODY.PEEK[…])`.

    What tells of something else, or is cut off, is left out.
    """
    for text, block in _responses(answer):
        uid = _UID.search(text)
        section = _SECTION.search(text)
        if uid is None or section is None:
            continue
        told = _STRING.match(text, section.end())
        lines = _ESCAPED.sub(rb"\1", told[1]) if told else block
        received = _RECEIVED.search(text)
        day = received[1].replace(b"-", b" ", 2).strip() if received else b""
        yield Letter(int(uid[1]), lines, day)


def folders(answer: Answer) -> Iterator[Listed]:
    """Yield the folders in the answer to `LIST`; names that no command could name are left out."""
    for item in answer:
        line, literal = item if isinstance(item, tuple) else (item or b"", None)
        found = _LIST.match(line)
        if found is None:
            continue
        raw = found[4] if literal is None else literal
        if literal is None and (told := _STRING.fullmatch(raw.strip())):
            raw = _ESCAPED.sub(rb"\1", told[1])
        delimiter = _ESCAPED.sub(rb"\1", found[2] or b"") or found[3] or b""
        if raw and not set(b"\r\n\0") & set(raw):
            yield Listed(raw, delimiter, _words(found))


def _words(found: re.Match[bytes] | None) -> frozenset[bytes]:
    return frozenset(found[1].lower().split()) if found else frozenset()


def _responses(answer: Answer) -> Iterator[tuple[bytes, bytes]]:
    """Draw together the pieces of each whole response: its text, and its last literal."""
    text, block, whole = b"", b"", False
    for line, literal in _pieces(answer):
        if _START.match(line) and (whole or not text):
            if text:
                yield text, block
            text, block, whole = b"", b"", False
        text += line
        if literal is not None:
            size = _LITERAL.search(line)
            whole = False
            if size is None or int(size[1]) != len(literal):
                text = b""
            block = literal
        elif text:
            whole = line.endswith(b")")
    if whole:
        yield text, block


def _pieces(answer: Answer) -> Iterable[tuple[bytes, bytes | None]]:
    for item in answer:
        if isinstance(item, tuple):
            yield item[0], item[1]
        elif item:
            yield item, None
