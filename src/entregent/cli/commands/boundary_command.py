"""`boundary`: what somebody asked not to be asked, or a company's usage about referrals."""

from datetime import date
from typing import Any

from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.cli.handful import tell
from entregent.cli.values import DAY, Worded
from entregent.domain.facts import Boundary, House
from entregent.domain.words import Kind, Usage
from entregent.services.meant import who
from entregent.services.ports import BookError
from entregent.services.recording import record


@verb(
    "boundary",
    argument("person", required=False),
    option("--no", "kinds", type=Worded("kinds", (*Kind, "all")), multiple=True),
    option("--until", type=DAY, value="day"),
    option("--because", value="text", default=""),
    option("--company", value="company"),
    option("--referrals", type=Worded("referrals", tuple(Usage))),
)
def command(face: Face, person: str | None, **values: Any) -> int:  # noqa: ANN401 - click's
    """Keep a boundary, or a company's usage."""
    kinds: tuple[str, ...] = values["kinds"]
    if values["company"] and values["referrals"] and not person and not kinds:
        return _usage(face, values["company"], Usage(values["referrals"]))
    if not person or not kinds or values["company"] or values["referrals"]:
        raise BookError("boundary.either")
    return _boundary(face, person, kinds, values["until"], values["because"])


def _usage(face: Face, company: str, usage: Usage) -> int:
    fact = House(company, referrals=usage)
    with face.desk(writing=True) as desk:
        batch = record(desk, [fact], f'boundary company "{company}"')
    return tell(face, batch, [fact], f"boundary.referrals-{usage}", company=company)


def _boundary(
    face: Face, words: str, kinds: tuple[str, ...], until: date | None, because: str
) -> int:
    covered = frozenset() if "all" in kinds else frozenset(map(Kind, kinds))
    with face.desk(writing=True) as desk:
        found = who(desk, words)
        fact = Boundary(found.id, covered, until, because)
        batch = record(desk, [fact], f'boundary "{found.name}"')
    what = [face.say(f"kind.{kind}") for kind in sorted(covered)] or [face.say("kind.all")]
    key = "boundary.until" if until else "boundary.done"
    return tell(face, batch, [fact], key, name=found.name, what=what, until=until)
