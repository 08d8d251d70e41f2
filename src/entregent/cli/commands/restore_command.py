"""`restore`: a book put back from its export, where there is none yet."""

from pathlib import Path

from entregent import bootstrap
from entregent.bootstrap.keeping import restore
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb


@verb("restore", argument("file", required=True))
def command(face: Face, file: str) -> int:
    """Fill the book, and say with how much."""
    counts = restore(bootstrap.book_place(face.options), Path(file))
    if face.as_json:
        face.give({"restored": counts})
    else:
        face.line("restore.done", n=counts["people"])
    return 0
