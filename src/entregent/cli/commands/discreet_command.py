"""`discreet`: a person or a company that must not know of my search."""

from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.domain.facts import Discreet
from entregent.services.meant import who
from entregent.services.ports import BookError
from entregent.services.recording import record


@verb(
    "discreet",
    argument("person", nargs=-1, required=False),
    option("--company", value="company"),
)
def command(face: Face, person: tuple[str, ...], company: str | None) -> int:
    """Keep my search from one person or one company."""
    if bool(person) == bool(company):
        raise BookError("discreet.either")
    with face.desk(writing=True) as desk:
        if company:
            fact = Discreet(company=company)
            batch = record(desk, [fact], f'discreet company "{company}"')
            return tell(face, batch, [fact], "discreet.company", company=company)
        found = who(desk, " ".join(person))
        fact = Discreet(found.id)
        batch = record(desk, [fact], f'discreet "{found.name}"')
    return tell(face, batch, [fact], "discreet.person", name=found.name)
