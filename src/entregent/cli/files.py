"""Files that a command reads or writes because the person named them."""

import sys
from errno import errorcode
from pathlib import Path

from entregent.services.ports import BookError

_LONG = 100
"""Letters of a name that its neighbour's name repeats."""


def read(file: str) -> bytes:
    """Return a file's bytes, those of the standard input for `-`.

    Raises BookError: import.no-such-file, import.unreadable.
    """
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=file) from error
    except OSError as error:
        raise BookError("import.unreadable", path=file) from error


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, in the place of one that is there.

    Raises BookError: file.unwritable.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replaced(path.resolve(), content)
    except OSError as error:
        why = errorcode.get(error.errno or 0, "")
        raise BookError("file.unwritable", path=str(path), why=why) from error


def _replaced(path: Path, content: bytes) -> None:
    """Write beside a file, then put what was written in its place."""
    beside = path.with_name(f".{path.name[:_LONG]}.part")
    try:
        beside.write_bytes(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
