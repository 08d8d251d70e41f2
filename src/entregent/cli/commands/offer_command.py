"""`offer`: what somebody, or I, can give."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.handful import tell
from entregent.domain.facts import Offer
from entregent.services.meant import who
from entregent.services.recording import record


@verb("offer", argument("person"), argument("text", nargs=-1, required=True))
def command(face: Face, person: str, text: tuple[str, ...]) -> int:
    """Note an offer."""
    with face.desk(writing=True) as desk:
        found = who(desk, person)
        fact = Offer(found.id, " ".join(text))
        batch = record(desk, [fact], f'offer "{found.name}"')
        mine = found.id == desk.book.owner
    key = "offer.mine" if mine else "offer.done"
    return tell(face, batch, [fact], key, name=found.name, text=fact.text)
