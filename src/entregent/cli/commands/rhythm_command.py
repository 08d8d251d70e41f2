"""`rhythm`: how often I wish to hear from somebody, or from a circle."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.cli.names import Names
from entregent.domain.upkeep import Rhythm
from entregent.services import rhythms
from entregent.services.meant import who
from entregent.services.ports import BookError
from entregent.services.recording import record


@verb("rhythm", argument("rhythm", nargs=-1, required=False), option("--circle", value="circle"))
def command(face: Face, rhythm: tuple[str, ...], circle: str | None) -> int:
    """Choose a rhythm for a person or a circle, or show those that stand."""
    if not rhythm and circle is None:
        return _list(face)
    *person, word = rhythm or ("",)
    if bool(person) == (circle is not None):
        raise BookError("rhythm.whom")
    days = rhythms.days_of(word)
    with face.desk(writing=True) as desk:
        if circle is None:
            fact = rhythms.for_person(desk, who(desk, " ".join(person)).id, days)
        else:
            fact = rhythms.for_circle(desk, circle, days)
        batch = record(desk, [fact], "rhythm")
        name = fact.circle or Names(desk).full(fact.person or desk.book.owner)
    whose = "person" if circle is None else "circle"
    if days is None:
        return tell(face, batch, [fact], f"rhythm.{whose}-none", name=name)
    return tell(face, batch, [fact], f"rhythm.{whose}", name=name, n=days)


def _list(face: Face) -> int:
    with face.desk(writing=False) as desk:
        found = rhythms.standing(desk)
        names = Names(desk)
        if face.as_json:
            face.give({"rhythms": [_document(one, names) for one in found]})
            return 0
        paper = face.paper()
        for one in found:
            name = names.full(one.person) if one.person else one.circle
            key = "rhythm.every-person" if one.person else "rhythm.every-circle"
            paper.write(face.say(key, name=name, n=one.days), lead="· ")
    if not found:
        paper.write(face.say("rhythm.none"))
    face.show(paper)
    return 0


def _document(one: Rhythm, names: Names) -> shapes.Document:
    return {
        "person": shapes.named(names, one.person) if one.person else None,
        "circle": one.circle or None,
        "days": one.days,
        "since": one.on.isoformat(),
    }
