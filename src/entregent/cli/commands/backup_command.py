"""`backup`: a copy of the whole book in one file."""

from pathlib import Path

from entregent import bootstrap
from entregent.bootstrap.keeping import back_up
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb


@verb("backup", argument("file", required=True))
def command(face: Face, file: str) -> int:
    """Copy the book, and say where to."""
    back_up(bootstrap.book_place(face.options), Path(file))
    if face.as_json:
        face.give({"written": file})
    else:
        face.line("backup.done", path=file)
    return 0
