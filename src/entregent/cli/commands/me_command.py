"""`me`: who I am, my work, what I can speak of."""

from typing import Any

from entregent.cli import json_dossiers as shapes
from entregent.cli.about import about, about_options
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.names import Names
from entregent.services.dossiers import dossier
from entregent.services.meant import who
from entregent.services.people import About, edit


@verb("me", argument("fullname", nargs=-1, required=False), *about_options())
def command(face: Face, fullname: tuple[str, ...], **values: Any) -> int:  # noqa: ANN401 - click's
    """Show my profile, after the changes that were given."""
    said = about(values | ({"name": " ".join(fullname)} if fullname else {}))
    writing = said != About()
    with face.desk(writing=writing) as desk:
        owner = who(desk, "me").id
        if writing:
            edit(desk, owner, said)
        known, names = dossier(desk, owner), Names(desk)
        if face.as_json:
            face.give(shapes.dossier(known, names, desk.today))
            return 0
        from entregent.cli.views.person import portrait

        face.show(portrait(face, known, names, desk.today))
    return 0
