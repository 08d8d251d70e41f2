"""`people`: search by any word or field."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.services.searching import find


@verb("people", argument("query", nargs=-1, required=False))
def command(face: Face, query: tuple[str, ...]) -> int:
    """Show who fits a query, everybody when it is empty."""
    with face.desk(writing=False) as desk:
        found = find(desk, " ".join(map(_quoted, query)))
        today = desk.today
    if face.as_json:
        face.give({"people": [shapes.person(one, today) for one in found]})
        return 0
    from entregent.cli.views.people import roll

    face.show(roll(face, found, today))
    return 0


def _quoted(word: str) -> str:
    """Give a field's value of several words the quotes that the shell took away."""
    field, _, value = word.partition(":")
    return f'{field}:"{value}"' if " " in value else word
