"""Which folders of an account are read: all but bins, junk and drafts."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from entregent.domain.text import fold
from entregent.exchange.imap import utf7
from entregent.exchange.imap.answers import Listed

_CLOSED = frozenset((rb"\noselect", rb"\nonexistent"))
_ASIDE = frozenset((rb"\trash", rb"\junk", rb"\drafts", rb"\flagged"))
"""Special uses (RFC 6154) that hold no letters of their own, or none that count."""
_INBOX = "INBOX"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder: its name for people, its last part, and its name on the wire."""

    name: str
    last: str
    wire: bytes
    delimiter: str
    flags: frozenset[bytes]

    @property
    def is_open(self) -> bool:
        """Whether messages can lie in it."""
        return not self.flags & _CLOSED

    @property
    def is_aside(self) -> bool:
        """Whether it is a bin, junk, drafts, or merely a view of other folders."""
        return bool(self.flags & _ASIDE) or fold(self.last) in _names_aside()


def folder(listed: Listed) -> Folder:
    """Read a folder's names; the inbox is called INBOX however the server spells it."""
    name = utf7.decode(listed.wire)
    delimiter = utf7.decode(listed.delimiter)
    if name.upper() == _INBOX:
        name = _INBOX
    last = name.rpartition(delimiter)[2] if delimiter else name
    return Folder(name, last, listed.wire, delimiter, listed.flags)


def letters_of(folders: Iterable[Folder]) -> list[Folder]:
    """Return the folders to read when none was named, the inbox first."""
    aside = [one for one in folders if one.is_aside]
    kept = [
        one for one in folders if one.is_open and not any(_within(one, outer) for outer in aside)
    ]
    return sorted(kept, key=lambda one: (one.name != _INBOX, one.name))


def named(name: str, folders: Iterable[Folder]) -> Folder | None:
    """Return the folder that a person means: by its very name, else however it is spelled.

    Its parts may be put asunder by `/` whatever the server itself puts between them.
    """
    able = [one for one in folders if one.is_open]
    for spelled in (str, fold):
        for one in able:
            slashed = one.name.replace(one.delimiter, "/") if one.delimiter else one.name
            if spelled(name) in (spelled(one.name), spelled(slashed)):
                return one
    return None


def _within(one: Folder, outer: Folder) -> bool:
    inside = outer.delimiter and one.name.startswith(outer.name + outer.delimiter)
    return one is outer or bool(inside)


@cache
def _names_aside() -> frozenset[str]:
    text = Path(__file__).with_name("folders.toml").read_text(encoding="utf-8")
    return frozenset(fold(name) for names in tomllib.loads(text).values() for name in names)
