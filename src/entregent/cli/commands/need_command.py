"""`need`: what somebody looks for."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.handful import tell
from entregent.domain.facts import Need
from entregent.services.meant import who
from entregent.services.recording import record


@verb("need", argument("person"), argument("text", nargs=-1, required=True))
def command(face: Face, person: str, text: tuple[str, ...]) -> int:
    """Note a need."""
    with face.desk(writing=True) as desk:
        found = who(desk, person)
        fact = Need(found.id, " ".join(text))
        batch = record(desk, [fact], f'need "{found.name}"')
        mine = found.id == desk.book.owner
    key = "need.mine" if mine else "need.done"
    return tell(face, batch, [fact], key, name=found.name, text=fact.text)
