"""Mail kept one message a file: Maildir, folders of `.eml`, Apple Mail's `.emlx`."""

import base64
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from entregent.exchange.mail.aside import is_aside
from entregent.exchange.mail.headers import scan
from entregent.exchange.mail.mbox import header_block

_LETTERS = (".eml", ".emlx")
_ROOMS = ("cur", "new")
_MANY = 2
_NEAR = 16 * 1024
_FAR = 1024 * 1024
_FOLD = re.compile(rb"[\r\n]+")
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")


@dataclass(frozen=True, slots=True)
class LetterBox:
    """A folder of messages that is read as one source."""

    folder: Path
    letters: tuple[Path, ...]

    def headers(self) -> bytes:
        """Return the headers of all its messages that tell something, as one mailbox."""
        return b"".join(map(_headers, self.letters))


def letter_boxes(folder: Path) -> Iterator[LetterBox]:
    """Yield the Maildirs in a folder, each with its sub-folders, and the folders of messages.

    Bins, drafts and spam are left out. Nothing is opened or changed.
    """
    maildirs: list[Path] = []
    for root, folders, names in os.walk(folder):
        here = Path(root)
        folders.sort()
        if any(here.is_relative_to(known) for known in maildirs):
            continue
        if _is_maildir(here):
            maildirs.append(here)
            letters = tuple(_maildir(here))
        else:
            told = sorted(name for name in names if name.lower().endswith(_LETTERS))
            letters = tuple(here / name for name in told if not name.startswith("."))
            letters = letters if len(letters) >= _MANY else ()
        if letters and not is_aside(here.name):
            yield LetterBox(here, letters)


def _is_maildir(folder: Path) -> bool:
    return all((folder / room).is_dir() for room in _ROOMS)


def _maildir(folder: Path) -> Iterator[Path]:
    """Yield the messages of a Maildir and of its sub-folders, in the order of their delivery."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        folders[:] = sorted(name for name in folders if name != "tmp" and not _is_bin(name))
        if here.name in _ROOMS and _is_maildir(here.parent):
            yield from (here / name for name in sorted(names) if not name.startswith("."))


def _is_bin(name: str) -> bool:
    """Tell a sub-folder such as `.Archive.Trash`, its name in modified UTF-7, that is put aside."""
    return any(is_aside(_SHIFTED.sub(_unshifted, part)) for part in name.split(".") if part)


def _unshifted(found: re.Match[str]) -> str:
    if not found[1]:
        return "&"
    packed = found[1].replace(",", "/")
    try:
        return base64.b64decode(packed + "=" * (-len(packed) % 4)).decode("utf-16-be")
    except ValueError:
        return found[0]


def _headers(path: Path) -> bytes:
    """Return what a message tells, as an mbox holds it; nothing but its place when it is shut."""
    try:
        block = _block(path)
    except OSError:
        block = b""
    lines = [
        b"%s: %s\n" % (name.encode(), _FOLD.sub(b"\n ", value.strip()))
        for name, value in scan(block).items()
    ]
    return b"From -\nMIME-Version: 1.0\n" + b"".join(lines) + b"\n\n"


def _block(path: Path) -> bytes:
    with path.open("rb") as file:
        head = file.read(_NEAR)
        block, whole = header_block(head)
        if not whole and len(head) == _NEAR:
            block, _ = header_block(head + file.read(_FAR))
    return block
