"""A copy of the book beside it, and a book put back from what `export` wrote."""

import os
from contextlib import closing
from errno import errorcode
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.services.ports import BookError

if TYPE_CHECKING:
    from entregent.store.book import SqlBook

_MAGIC = b"SQLite format 3\x00"


def back_up(place: str | Path, target: Path) -> None:
    """Copy a book to a file that is not there yet, whole or not at all.

    A book in a file is copied as a book; one in a database as the lossless JSON. Raises BookError:
    `book.missing` and its like, `file.exists`, `file.unwritable`.
    """
    import tempfile

    from entregent.store.opening import open_book

    with closing(open_book(place, create=False)) as book:
        if target.exists():
            raise BookError("file.exists", path=str(target))
        try:
            opened, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
            os.close(opened)
            draft = Path(name)
            try:
                _fill(book, draft)
                draft.rename(target)
            finally:
                draft.unlink(missing_ok=True)
        except OSError as error:
            why = errorcode.get(error.errno or 0, "")
            raise BookError("file.unwritable", path=str(target), why=why) from error


def _fill(book: "SqlBook", draft: Path) -> None:
    from entregent.exchange.jsonbook import to_json
    from entregent.store.snapshot import dump
    from entregent.store.sqlite import SqliteVault, copy_into

    if isinstance(book.vault, SqliteVault):
        copy_into(book.vault, draft)
    else:
        draft.write_bytes(to_json(dump(book)).encode())


def restore(place: str | Path, file: Path) -> dict[str, int]:
    """Fill a new or empty book with an export; return how many people and facts it holds.

    The export is understood before a book is made. Raises BookError: `import.no-such-file`,
    `import.unreadable`, `restore.is-a-book`, `export.not-json` and its like, `book.not-a-dump`,
    `book.not-empty`.
    """
    from entregent.exchange.jsonbook import from_json
    from entregent.exchange.text import decode
    from entregent.store.opening import open_book
    from entregent.store.soundness import sound

    snapshot = sound(from_json(decode(_read(file))))
    with closing(open_book(place, create=True)) as book:
        book.restore(snapshot)
    return {
        "people": sum(member.into is None for member in snapshot.people) - 1,
        "facts": len(snapshot.entries),
        "encounters": len(snapshot.encounters),
    }


def _read(file: Path) -> bytes:
    if not file.exists():
        raise BookError("import.no-such-file", path=str(file))
    try:
        data = file.read_bytes()
    except OSError as error:
        raise BookError("import.unreadable", path=str(file)) from error
    if data.startswith(_MAGIC):
        raise BookError("restore.is-a-book", path=str(file))
    return data
