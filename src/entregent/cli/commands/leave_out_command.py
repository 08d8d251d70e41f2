"""`leave-out`: somebody I never want suggested; no reason is asked."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.handful import tell
from entregent.domain.facts import LeftOut
from entregent.services.meant import who
from entregent.services.recording import record


@verb("leave-out", argument("person", nargs=-1, required=True))
def command(face: Face, person: tuple[str, ...]) -> int:
    """Leave one person out."""
    with face.desk(writing=True) as desk:
        found = who(desk, " ".join(person))
        fact = LeftOut(found.id)
        batch = record(desk, [fact], f'leave-out "{found.name}"')
    return tell(face, batch, [fact], "leave-out.done", name=found.name)
