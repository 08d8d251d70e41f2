"""`done`: the goal is reached; who is released, who is told."""

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.domain.text import capital
from entregent.locale.wording import goal_sentence
from entregent.services.drafting import Closing, finish


@verb("done", argument("ask"))
def command(face: Face, ask: str) -> int:
    """Close a goal and show the messages that close it."""
    with face.desk(writing=True) as desk:
        catalogue = bootstrap.catalogue()
        finished = finish(desk, ask, catalogue=catalogue, lang=face.speech.lang)
        names = Names(desk)
        if face.as_json:
            face.give(
                {
                    "ask": shapes.goal(finished.goal, names),
                    "withdrawn": [_closing(one) for one in finished.withdrawn],
                    "told": [_closing(one) for one in finished.told],
                }
            )
            return 0
        paper = face.paper()
        goal = goal_sentence(face.speech, finished.goal, names)
        paper.write(capital(face.say("done.title", goal=goal)), touch=Touch.STRONG)
    for key, closings in (("done.told", finished.told), ("done.withdrawn", finished.withdrawn)):
        for one in closings:
            paper.label(face.say(key, name=one.person.name))
            _letter(paper, one)
    if not (finished.told or finished.withdrawn):
        paper.write(face.say("done.nobody"))
    face.show(paper)
    return 0


def _closing(one: Closing) -> shapes.Document:
    to = {"id": one.person.id, "name": one.person.name}
    return {"person": to, "draft": shapes.draft(one.draft)}


def _letter(paper: Paper, one: Closing) -> None:
    if one.draft.subject:
        paper.write(one.draft.subject, indent=4, touch=Touch.SOFT)
    paper.letter(one.draft.body)
