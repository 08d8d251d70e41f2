"""`tie`: how I know somebody, or how two others know each other."""

from typing import Any

from entregent.cli.about import tie_options, tie_words
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.cli.values import FIRST_MONTH, LAST_MONTH
from entregent.domain.facts import Fact, Tied, Worked
from entregent.domain.people import Person
from entregent.services.desk import Desk
from entregent.services.meant import who
from entregent.services.ports import BookError
from entregent.services.recording import record


@verb(
    "tie",
    argument("person"),
    option("--with", "second", value="person"),
    *tie_options(),
    option("--since", value="month"),
    option("--worked", value="company"),
    option("--from", "start", type=FIRST_MONTH, value="month"),
    option("--to", "end", type=LAST_MONTH, value="month"),
)
def command(face: Face, person: str, second: str | None, **values: Any) -> int:  # noqa: ANN401 - click's
    """Say how two people know each other, or that we worked together."""
    with face.desk(writing=True) as desk:
        one = who(desk, person)
        other = who(desk, second or "me")
        facts = _facts(desk, one, other, values)
        title = f'tie "{one.name}"' + (f' -- "{other.name}"' if second else "")
        batch = record(desk, facts, title)
        mine = other.id == desk.book.owner
    if mine:
        worked = values["worked"]
        key = "tie.worked" if worked else "tie.mine"
        return tell(face, batch, facts, key, name=one.name, company=worked)
    return tell(face, batch, facts, "tie.others", name=one.name, other=other.name)


def _facts(desk: Desk, one: Person, other: Person, values: dict[str, Any]) -> list[Fact]:
    """Return what was said of the tie; refuse what makes no sense."""
    words = tie_words(values)
    facts: list[Fact] = []
    if words or values["since"] or not values["worked"]:
        facts.append(Tied(one.id, other.id, **words, since=values["since"] or ""))
    if values["worked"]:
        if other.id != desk.book.owner:
            raise BookError("tie.worked-others")
        facts.append(Worked(one.id, values["worked"], values["start"], values["end"]))
    elif values["start"] or values["end"]:
        raise BookError("tie.dates-alone")
    return facts
