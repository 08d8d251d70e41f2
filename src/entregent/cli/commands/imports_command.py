"""`imports`: the batches of the book, the latest first."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import verb


@verb("imports")
def command(face: Face) -> int:
    """List the batches."""
    with face.desk(writing=False) as desk:
        lines = desk.book.batches()
    if face.as_json:
        face.give({"batches": shapes.batches(lines, face.speech)})
        return 0
    from entregent.cli.views.imported import shelf

    face.show(shelf(face, lines))
    return 0
