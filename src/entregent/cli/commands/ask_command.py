"""`ask`: whom to ask, through which chain, when, why, and what to mind."""

from datetime import date
from typing import Any

import click

from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.values import DAY, Worded
from entregent.domain.asking import (
    Target,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.ids import AskId
from entregent.domain.words import Kind
from entregent.services.asking import Answer, answer, plan
from entregent.services.desk import Desk
from entregent.services.ports import BookError

NOBODY = 1
"""Exit code: the answer is that nobody may be asked now."""


def _target(desk: Desk, kind: Kind, values: dict[str, Any]) -> Target:
    """Return what the ask aims at; exactly one target, none only for ideas."""
    given = [name for name in ("person", "company", "sector", "topic") if values[name]]
    if not given and kind is Kind.IDEAS:
        return ToFriends()
    if len(given) != 1:
        raise BookError("ask.one-target", kind=kind)
    match given[0]:
        case "person":
            from entregent.services.meant import who

            return ToPerson(who(desk, values["person"]).id)
        case "company":
            return ToCompany(values["company"])
        case "sector":
            return ToSector(values["sector"])
        case _:
            return ToTopic(values["topic"])


def options() -> list[click.Parameter]:
    """Return what an ask takes."""
    return [
        argument("kind", type=Worded("kind", tuple(Kind))),
        option("--person", value="person"),
        option("--company", value="company"),
        option("--sector", value="sector"),
        option("--topic", value="text"),
        option("--for", "purpose", value="text", default=""),
        option("--by", type=DAY, value="day"),
        option("--continues", value="ask"),
        flag("--why"),
    ]


def answered(desk: Desk, kind: Kind, values: dict[str, Any]) -> Answer:
    """Plan the ask and judge it."""
    by: date | None = values["by"]
    continues = AskId(values["continues"]) if values["continues"] else None
    target = _target(desk, kind, values)
    goal = plan(desk, kind, target, purpose=values["purpose"], by=by, continues=continues)
    return answer(desk, goal)


@verb("ask", *options())
def command(face: Face, kind: str, *, why: bool, **values: Any) -> int:  # noqa: ANN401 - click's
    """Answer the main question; exit code 1 when there is nobody to ask."""
    from entregent.cli.answers import Answers

    with face.desk(writing=True) as desk:
        answers = Answers(face, desk, answered(desk, Kind(kind), values))
        if face.as_json:
            face.give(answers.document())
        else:
            from entregent.cli.views.ask import letter

            face.show(letter(face, answers, depth="all" if why else "first"))
    return NOBODY if answers.judgement.nobody else 0
