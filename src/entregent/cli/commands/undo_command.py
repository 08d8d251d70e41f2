"""`undo`: a batch leaves as it came."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.services.undoing import undo


@verb("undo", argument("batch", required=False))
def command(face: Face, batch: str | None) -> int:
    """Take back the batch named, else the last import or merge."""
    with face.desk(writing=True, trash="seen") as desk:
        undone = undo(desk, batch)
    line = undone.batch
    if face.as_json:
        stubs = [{"id": person.id, "name": person.name} for person in undone.stubs]
        gone = undone.people_gone
        face.give({"batch": line.id, "title": line.title, "people_gone": gone, "stubs": stubs})
        return 0
    from entregent.cli.views.imported import title

    paper = face.paper()
    paper.write(face.say("undo.done", title=title(face, line)))
    if undone.people_gone:
        paper.write(face.say("undo.gone", n=undone.people_gone))
    if undone.stubs:
        paper.write(face.say("undo.stubs", names=[person.name for person in undone.stubs]))
    face.show(paper)
    return 0
