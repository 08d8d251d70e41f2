"""`ledger`: facts and whose turn it is."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.json_dossiers import ledger_line
from entregent.services.accounts import ledger
from entregent.services.meant import who


@verb("ledger", argument("person", nargs=-1, required=False))
def command(face: Face, person: tuple[str, ...]) -> int:
    """Show the ledger of one person, or of all."""
    with face.desk(writing=False) as desk:
        chosen = who(desk, " ".join(person)).id if person else None
        lines = ledger(desk, chosen)
    if face.as_json:
        face.give({"people": [ledger_line(line) for line in lines]})
        return 0
    from entregent.cli.views.ledger import pages

    face.show(pages(face, lines))
    return 0
