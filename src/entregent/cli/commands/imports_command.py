"""`imports`: the batches of the book, the latest first."""

from entregent.cli.face import Face
from entregent.cli.grammar import verb
from entregent.cli.json_imports import batches


@verb("imports")
def command(face: Face) -> int:
    """List the batches."""
    with face.desk(writing=False) as desk:
        lines = desk.book.batches()
    if face.as_json:
        face.give({"batches": batches(lines, face.speech)})
        return 0
    from entregent.cli.views.imported import shelf

    face.show(shelf(face, lines))
    return 0
