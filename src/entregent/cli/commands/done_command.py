"""`done`: the goal is reached; who is released, who is told."""

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.domain.text import capital
from entregent.domain.upkeep import Lead
from entregent.ledger.endings import what
from entregent.locale.wording import goal_sentence
from entregent.services.drafting import Closing, Finished, finish


@verb("done", argument("ask"))
def command(face: Face, ask: str) -> int:
    """Close a goal and show the messages that close it."""
    with face.desk(writing=True) as desk:
        catalogue = bootstrap.catalogue()
        finished = finish(desk, ask, catalogue=catalogue, lang=face.speech.lang)
        names = Names(desk)
        if face.as_json:
            face.give(_document(finished, names))
            return 0
        paper = face.paper()
        goal = goal_sentence(face.speech, finished.goal, names)
        paper.write(capital(face.say("done.title", goal=goal)), touch=Touch.STRONG)
        leads = [
            face.say("done.lead", what=_named(lead, names), name=names.short(lead.person))
            for lead in finished.leads
        ]
    for one in (*finished.told, *finished.withdrawn):
        paper.label(face.say(f"done.{one.part}", name=one.person.name))
        _letter(paper, one)
    if not (finished.told or finished.withdrawn):
        paper.write(face.say("done.nobody"))
    if leads:
        paper.air()
        paper.write(face.say("done.leads", leads=leads), touch=Touch.SOFT)
    face.show(paper)
    return 0


def _document(finished: Finished, names: Names) -> shapes.Document:
    return {
        "ask": shapes.goal(finished.goal, names),
        "withdrawn": [_closing(one) for one in finished.withdrawn],
        "told": [_closing(one) for one in finished.told],
        "leads": [
            {"person": shapes.named(names, lead.person), "what": _named(lead, names)}
            for lead in finished.leads
        ],
    }


def _closing(one: Closing) -> shapes.Document:
    to = {"id": one.person.id, "name": one.person.name}
    return {"person": to, "part": one.part.value, "draft": shapes.draft(one.draft)}


def _named(lead: Lead, names: Names) -> str:
    return names.full(lead.other) if lead.other else what(lead)


def _letter(paper: Paper, one: Closing) -> None:
    if one.draft.subject:
        paper.write(one.draft.subject, indent=4, touch=Touch.SOFT)
    paper.letter(one.draft.body)
