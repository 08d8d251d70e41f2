"""`merge`: two people of the book are one; without names, who may be."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.paper import Touch
from entregent.cli.short import short
from entregent.cli.views.people import job
from entregent.domain.people import Person
from entregent.services.desk import Desk
from entregent.services.merging import alike, merge
from entregent.services.ports import BookError
from entregent.services.searching import who


@verb("merge", argument("people", value="person", nargs=-1))
def command(face: Face, people: tuple[str, ...]) -> int:
    """Make two people one, or list who may be."""
    if not people:
        return _list(face)
    if len(people) != 2:  # noqa: PLR2004 - two people become one
        raise BookError("merge.two")
    with face.desk(writing=True) as desk:
        one, other = (who(desk, name) for name in people)
        batch = merge(desk, one, other)
        kept = who(desk, one.id)
    if face.as_json:
        face.give({"person": shapes.person(kept, desk.today), "batch": batch})
        return 0
    paper = face.paper()
    paper.write(face.say("merge.done", one=one.name, other=other.name))
    paper.write(face.say("merge.undo", batch=short(batch)), touch=Touch.SOFT)
    face.show(paper)
    return 0


def _list(face: Face) -> int:
    with face.desk(writing=False) as desk:
        pairs = alike(desk)
        everybody = [person.id for person in desk.book.people()]
    if face.as_json:
        face.give({"pairs": [[shapes.person(one, desk.today) for one in pair] for pair in pairs]})
        return 0
    paper = face.paper()
    paper.write(face.say("merge.pairs" if pairs else "merge.none", n=len(pairs)))
    for pair in pairs:
        paper.air()
        for one in pair:
            paper.write(_side(desk, one), indent=2)
        ids = [short(one.id, everybody) for one in pair]
        paper.write(face.say("merge.how", one=ids[0], other=ids[1]), indent=2, touch=Touch.SOFT)
    face.show(paper)
    return 0


def _side(desk: Desk, person: Person) -> str:
    """Say what tells one of the two from the other."""
    handles = (*person.emails[:1], *person.phones[:1])
    return " · ".join(filter(None, (person.name, job(person, desk.today), *handles)))
