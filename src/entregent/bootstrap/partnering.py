"""Partners' files, read and written; their codes as pictures."""

import sys
from collections.abc import Iterable
from pathlib import Path

from entregent.bootstrap.codes import code_picture
from entregent.domain.partners import PartnerFile
from entregent.domain.reading import Problem
from entregent.exchange.partner import MOST_OCTETS, compact, read_partner, write_partner
from entregent.services.ports import BookError


def partner_files(
    paths: Iterable[str], word: str
) -> tuple[list[tuple[str, PartnerFile]], list[Problem]]:
    """Return what files of partners tell, each with its path, and those that cannot be read."""
    read: list[tuple[str, PartnerFile]] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            read.append((path, read_partner(_bytes(path), word)))
        except BookError as error:
            problems.append(Problem(path, error.key, error.details))
    return sorted(read, key=lambda one: one[1].written), problems


def partner_text(file: PartnerFile, word: str) -> str:
    """Return the text of my file; raises BookError event.partner.mute."""
    return write_partner(file, word)


def partner_code(text: str, path: Path, *, title: str) -> bytes:
    """Return the same as a code that a phone reads.

    Raises BookError event.picture-ending, event.partner.long.
    """
    try:
        return code_picture(compact(text), path, title=title)
    except BookError as error:
        if error.key != "event.qr-long":
            raise
        raise BookError("event.partner.long") from error


def _bytes(path: str) -> bytes:
    """Return a file's bytes, or those of the standard input for `-`, and not many too many."""
    if path == "-":
        return sys.stdin.buffer.read(MOST_OCTETS + 1)
    try:
        with Path(path).open("rb") as file:
            return file.read(MOST_OCTETS + 1)
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=path) from error
    except OSError as error:
        raise BookError("import.unreadable", path=path) from error
