"""`reach`: what my network opens, and who opens it."""

from entregent.cli.face import Face
from entregent.cli.grammar import option, verb
from entregent.cli.names import Names
from entregent.cli.values import COUNT
from entregent.domain.words import Sort
from entregent.services.ports import BookError
from entregent.services.reaching import reach, reach_place

SHOWN = 5
"""So many lines a list has unless more are asked for."""
CLOSED = 1
"""Exit code: no way leads there."""


@verb(
    "reach",
    option("--company", value="company"),
    option("--sector", value="sector"),
    option("--circle", value="circle"),
    option("--limit", type=COUNT, value="count"),
)
def command(face: Face, *, limit: int | None, **places: str | None) -> int:
    """Show what is open, or one place; exit code 1 when no way leads to that one."""
    given = [(Sort(sort), name) for sort, name in places.items() if name is not None]
    if len(given) > 1:
        raise BookError("reach.one-place")
    shown = SHOWN if limit is None else limit
    return _one(face, *given[0], shown) if given else _all(face, shown)


def _all(face: Face, limit: int) -> int:
    with face.desk(writing=False) as desk:
        found = reach(desk)
        names = Names(desk, found.people)
        if face.as_json:
            from entregent.cli.views.reach_json import document

            face.give(document(face, names, found))
        else:
            from entregent.cli.views.reach import overview

            face.show(overview(face, names, found, limit))
    return 0


def _one(face: Face, sort: Sort, name: str, limit: int) -> int:
    with face.desk(writing=False) as desk:
        known = reach_place(desk, sort, name)
        names = Names(desk, known.people)
        if face.as_json:
            from entregent.cli.views.reach_json import place_document

            face.give(place_document(face, names, known))
        else:
            from entregent.cli.views.reach_place import sheet

            face.show(sheet(face, names, known, desk.today, limit))
    return 0 if known.place.opened.people else CLOSED
