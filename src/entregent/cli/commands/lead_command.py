"""`lead`: an idea that somebody gave me, and how it ended."""

from typing import Any

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import Open, Verb, argument, option
from entregent.cli.handful import tell
from entregent.cli.names import Names
from entregent.domain.upkeep import Lead
from entregent.ledger.leads import Followed
from entregent.locale.wording_giving import lead_sentence
from entregent.services import leads
from entregent.services.asking import goal
from entregent.services.meant import who


def _list(face: Face) -> int:
    with face.desk(writing=False) as desk:
        found = leads.followed(desk)
        names = Names(desk)
        if face.as_json:
            documents = [_lead(one, names, face) for one in found]
            face.give({"today": desk.today.isoformat(), "leads": documents})
            return 0
        paper = face.paper()
        for number, one in enumerate(found, start=1):
            paper.write(lead_sentence(face.speech, one, names), lead=f"{number}. ")
            if one.ended is None:
                paper.letter(_next(face, one.lead, names), indent=3)
    if not found:
        paper.write(face.say("lead.none"))
    face.show(paper)
    return 0


def _lead(one: Followed, names: Names, face: Face) -> shapes.Document:
    lead, ended = one.lead, one.ended
    return {
        "key": one.suggestion.key,
        "person": shapes.named(names, lead.person),
        "date": lead.on.isoformat(),
        "text": lead.text,
        "target": {
            "person": shapes.named(names, lead.other) if lead.other else None,
            "company": lead.company or None,
            "sector": lead.sector or None,
        },
        "ask": lead.ask,
        "ended": {"date": ended.on.isoformat(), "text": ended.text} if ended else None,
        "told": shapes.plain(one.told),
        "next": _next(face, lead, names) if ended is None else None,
    }


def _next(face: Face, lead: Lead, names: Names) -> str:
    """Return the command that follows a lead up; words alone lead to no command."""
    if lead.other is not None:
        return face.say("lead.ask-person", name=names.full(lead.other))
    if lead.company:
        return face.say("lead.ask-company", name=lead.company)
    return face.say("lead.ask-sector", name=lead.sector) if lead.sector else ""


def _note(face: Face, person: str, text: tuple[str, ...], **values: Any) -> int:  # noqa: ANN401
    with face.desk(writing=True) as desk:
        giver = who(desk, person)
        lead = Lead(
            giver.id,
            desk.today,
            " ".join(text).strip(),
            who(desk, values["towards"]).id if values["towards"] else None,
            values["company"].strip(),
            values["sector"].strip(),
            goal(desk, values["ask"]).id if values["ask"] else None,
        )
        batch = leads.note(desk, lead)
        names = Names(desk)
        follow = _next(face, lead, names)
    key = "lead.noted-next" if follow else "lead.noted"
    return tell(face, batch, [lead], key, name=giver.name, next=follow)


def _ended(face: Face, item: str, text: tuple[str, ...]) -> int:
    with face.desk(writing=True) as desk:
        batch, fact = leads.end(desk, item, " ".join(text))
        name = Names(desk).full(fact.person)
    return tell(face, batch, [fact], "lead.ended-kept", name=name)


command = Open(
    "lead",
    [
        Verb("list", [], _list),
        Verb(
            "note",
            [
                argument("person"),
                argument("text", nargs=-1, required=False),
                option("--person", "towards", value="person"),
                option("--company", value="company", default=""),
                option("--sector", value="sector", default=""),
                option("--ask", value="ask"),
            ],
            _note,
        ),
        Verb("ended", [argument("item"), argument("text", nargs=-1, required=True)], _ended),
    ],
    alone="list",
    otherwise="note",
)
