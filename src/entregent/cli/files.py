"""Files that a command writes because the person named them."""

from errno import errorcode
from pathlib import Path

from entregent.services.ports import BookError


def write(path: Path, content: bytes) -> None:
    """Write a file, in the place of one that is there. Raises BookError: file.unwritable."""
    try:
        path.write_bytes(content)
    except OSError as error:
        why = errorcode.get(error.errno or 0, "")
        raise BookError("file.unwritable", path=str(path), why=why) from error
