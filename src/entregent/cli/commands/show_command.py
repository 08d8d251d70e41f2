"""`show`: everything known of somebody, each fact with its source."""

from entregent.cli import json_dossiers as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.names import Names
from entregent.services.dossiers import dossier
from entregent.services.meant import who


@verb("show", argument("person", nargs=-1, required=True))
def command(face: Face, person: tuple[str, ...]) -> int:
    """Show one person."""
    with face.desk(writing=False) as desk:
        found = who(desk, " ".join(person))
        known = dossier(desk, found.id)
        names = Names(desk)
        if face.as_json:
            face.give(shapes.dossier(known, names, desk.today))
            return 0
        from entregent.cli.views.person import portrait

        face.show(portrait(face, known, names, desk.today))
    return 0
