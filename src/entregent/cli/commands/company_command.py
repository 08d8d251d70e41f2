"""`company`: the companies one knows people at, or all that is known of one."""

from entregent.cli.commands.people_command import PAGE
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.cli.values import COUNT
from entregent.domain.facts import House
from entregent.services.companies import companies, company
from entregent.services.ports import BookError
from entregent.services.recording import record


@verb(
    "company",
    argument("company", nargs=-1, required=False),
    option("--sector", value="sector"),
    option("--limit", type=COUNT, value="count"),
)
def command(face: Face, company: tuple[str, ...], sector: str | None, limit: int | None) -> int:
    """List the companies, show one, or say its sector."""
    name = " ".join(company)
    if sector is not None:
        return _say(face, name, sector.strip())
    return _one(face, name) if name else _all(face, PAGE if limit is None else limit)


def _say(face: Face, name: str, sector: str) -> int:
    if not name or not sector:
        raise BookError("company.sector-of")
    with face.desk(writing=True) as desk:
        fact = House(name, sector)
        batch = record(desk, [fact], f'company "{name}"')
    return tell(face, batch, [fact], "company.sector-kept", company=name, sector=sector)


def _one(face: Face, name: str) -> int:
    from entregent.cli.views.companies import document, sheet

    with face.desk(writing=False) as desk:
        known = company(desk, name)
    if face.as_json:
        face.give({"company": document(face, known)})
    else:
        face.show(sheet(face, known, desk.today))
    return 0


def _all(face: Face, limit: int) -> int:
    from entregent.cli.views.companies import index, line

    with face.desk(writing=False) as desk:
        found = companies(desk)
    if face.as_json:
        face.give({"companies": [line(face, one) for one in found]})
    else:
        face.show(index(face, found, limit))
    return 0
