"""The parts of a message: what its author wrote, what they pass on, quotes and signature aside.

A message is looked at line by line. A line of `>` is a quote; so is all that follows "On … wrote:".
What follows "Forwarded message", or a block of headers (From, Date, Subject), is passed on, and
the block tells whose it is. A signature is what follows "-- " or "Sent from my …".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from entregent.domain.letters import Writer
from entregent.ledger.inbox.words import RequestWords
from entregent.locale.phrases import flat

_HEADER = re.compile(r"[*_]*([^\W\d_][\w '’à-]{0,20}?)[*_]*[ \u00a0]*:[*_]*[ \u00a0]*(.*)")
_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_RULE = re.compile(r"[-_=─*\s>]*")
_MOST_HEADERS = 12


@dataclass(frozen=True, slots=True)
class Passed:
    """A message inside another: whose it is, as its headers say, and its text."""

    writer: Writer
    text: str
    subject: str = ""
    date: str = ""
    """The day, as it was written."""


@dataclass(frozen=True, slots=True)
class Zones:
    """What the author wrote, and the message they passed on, if they did."""

    own: str
    passed: Passed | None = None


def zones(text: str, words: RequestWords) -> Zones:
    """Set a message's parts apart."""
    lines = [line.rstrip() for line in text.splitlines()]
    at = _handed_on(lines, words)
    own = _spoken(lines if at is None else lines[:at], words)
    return Zones(own, None if at is None else _passed(lines[at:], words))


def _handed_on(lines: list[str], words: RequestWords) -> int | None:
    """Return the line at which a message passed on begins."""
    for at, line in enumerate(lines):
        if _forwards(line, words) or (
            _named(line, "from", words) and len(_headers(lines[at:], words)) > 1
        ):
            return at
    return None


def _forwards(line: str, words: RequestWords) -> bool:
    """Tell a line that is nothing but "---------- Forwarded message ----------"."""
    bare = flat(line).strip(" -_=─*>:\u00a0")
    found = words.part("forwarded").match(bare)
    return found is not None and found.end() == len(bare)


def _named(line: str, name: str, words: RequestWords) -> bool:
    found = _HEADER.fullmatch(_unquoted(line))
    return found is not None and flat(found[1]) in words.header(name)


def _headers(lines: list[str], words: RequestWords) -> dict[str, str]:
    """Return the headers that lines begin with: `from`, `subject`, `date`, `to`."""
    told: dict[str, str] = {}
    for line in lines[:_MOST_HEADERS]:
        found = _HEADER.fullmatch(_unquoted(line))
        if found is None:
            if told and line.strip():
                break
            continue
        for name in ("from", "subject", "date", "to"):
            if flat(found[1]) in words.header(name):
                told.setdefault(name, found[2].strip())
    return told


def _passed(lines: list[str], words: RequestWords) -> Passed:
    rest = [_unquoted(line) for line in lines]
    while rest and (not rest[0].strip() or _RULE.fullmatch(rest[0]) or _forwards(rest[0], words)):
        rest.pop(0)
    told = _headers(rest, words)
    if told:
        while rest and rest[0].strip():
            rest.pop(0)
    elif rest and words.part("wrote").search(flat(rest[0])):
        told = {"from": rest.pop(0)}
    inner = zones("\n".join(rest), words)
    text = inner.own or (inner.passed.text if inner.passed else "")
    return Passed(
        writer_of(told.get("from", "")), text, told.get("subject", ""), told.get("date", "")
    )


def _spoken(lines: list[str], words: RequestWords) -> str:
    """Return what the author wrote, without quotes and without the signature."""
    kept = takewhile(lambda line: not _closes(line, words), _unbroken(lines, words))
    return "\n".join(line for line in kept if not line.lstrip().startswith(">")).strip()


def _closes(line: str, words: RequestWords) -> bool:
    told = flat(line)
    if line.strip() == "--" or words.part("signature").match(told.strip()):
        return True
    return told.endswith(":") and words.part("wrote").search(told) is not None


def _unbroken(lines: list[str], words: RequestWords) -> Iterator[str]:
    """Yield the lines; "On … wrote:", where a mail program broke it in two, as one."""
    for line, following in zip(lines, [*lines[1:], ""], strict=False):
        told = flat(following).rstrip()
        halved = told.endswith(":") and words.part("wrote").search(told)
        begun = re.match(r"(?:le|on)\s", flat(line))
        yield f"{line} {following}" if halved and begun else line


def _unquoted(line: str) -> str:
    return re.sub(r"^(?:\s*>)+\s?", "", line)


def writer_of(shown: str) -> Writer:
    """Return who a header names: `Léa Martin <lea@exemple.fr>`, or either of the two."""
    address = _ADDRESS.search(shown)
    before = shown[: address.start()] if address else shown
    name = re.sub(r"(?i)\[?mailto:|[<>\[\]()\"]", " ", before)
    writer = Writer(" ".join(name.split()), address[0].lower() if address else "")
    return replace(writer, name="") if "@" in writer.name else writer
