"""`merge`: two people of the book are one, or are not; without names, who may be."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, verb
from entregent.cli.json_imports import because
from entregent.cli.paper import Touch
from entregent.cli.short import short
from entregent.cli.views.alike import lay_out
from entregent.services.meant import who
from entregent.services.merging import alike, keep_apart, merge
from entregent.services.ports import BookError

_SHOWN = 10


@verb(
    "merge",
    argument("people", value="person", nargs=-1),
    flag("--no"),
    flag("--all"),
)
def command(face: Face, people: tuple[str, ...], *, no: bool, **shown: bool) -> int:
    """Make two people one, keep them two for good, or list who may be one."""
    if not people and not no:
        return _list(face, None if shown["all"] else _SHOWN)
    if len(people) != 2:  # noqa: PLR2004 - two people become one
        raise BookError("merge.two")
    with face.desk(writing=True) as desk:
        one, other = (who(desk, name) for name in people)
        batch = keep_apart(desk, one, other) if no else merge(desk, one, other)
        kept = who(desk, one.id)
    if face.as_json:
        face.give({"person": shapes.person(kept, desk.today), "batch": batch})
        return 0
    paper = face.paper()
    paper.write(face.say("merge.apart" if no else "merge.done", one=one.name, other=other.name))
    undo = "merge.apart-undo" if no else "merge.undo"
    paper.write(face.say(undo, batch=short(batch)), touch=Touch.SOFT)
    face.show(paper)
    return 0


def _list(face: Face, most: int | None) -> int:
    with face.desk(writing=False) as desk:
        pairs = alike(desk)
        everybody = [person.id for person in desk.book.people()]
    if face.as_json:
        face.give(
            {
                "pairs": [
                    [shapes.person(one, desk.today) for one in (pair.one, pair.other)]
                    for pair in pairs
                ],
                "reasons": [
                    {
                        "because": because(pair.alike),
                        "against": [sign.value for sign in pair.alike.against],
                    }
                    for pair in pairs
                ],
            }
        )
        return 0
    face.show(lay_out(face, pairs[:most], len(pairs), everybody, desk.today))
    return 0
