"""`trash`: somebody put away, in no answer until brought back."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, verb
from entregent.cli.handful import tell
from entregent.cli.paper import Touch
from entregent.domain.facts import Trashed
from entregent.services.ports import BookError
from entregent.services.trash import bring_back, put_away, trash


@verb("trash", argument("person", nargs=-1, required=False), flag("--back"))
def command(face: Face, person: tuple[str, ...], *, back: bool) -> int:
    """Put somebody in the trash, bring them back, or show who is there."""
    words = " ".join(person)
    if not words:
        if back:
            raise BookError("trash.whom")
        return _list(face)
    with face.desk(writing=True, trash="seen") as desk:
        found, batch = (bring_back if back else put_away)(desk, words)
    key = "trash.back" if back else "trash.done"
    return tell(face, batch, [Trashed(found.id)], key, name=found.name)


def _list(face: Face) -> int:
    with face.desk(writing=False, trash="seen") as desk:
        away = trash(desk)
    if face.as_json:
        face.give({"trash": [shapes.person(one, desk.today) for one in away]})
        return 0
    paper = face.paper()
    paper.write(face.say("trash.list" if away else "trash.empty", n=len(away)))
    for one in away:
        paper.write(one.name, indent=2, lead="· ")
    if away:
        paper.air()
        paper.write(face.say("trash.how", name=away[0].name), touch=Touch.SOFT)
    face.show(paper)
    return 0
