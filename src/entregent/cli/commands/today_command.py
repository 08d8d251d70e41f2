"""`today`: what there is to do."""

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import verb
from entregent.cli.names import Names
from entregent.cli.paper import Touch
from entregent.ledger.agenda import AgendaItem
from entregent.locale.wording import goal_sentence
from entregent.locale.wording_agenda import agenda_sentence
from entregent.services.accounts import agenda
from entregent.services.desk import Desk


@verb("today")
def command(face: Face) -> int:
    """Say what there is to do, the most pressing first."""
    with face.desk(writing=False) as desk:
        items = agenda(desk)
        names = Names(desk)
        goals = _goals(face, desk, names)
        told = [agenda_sentence(face.speech, i, names, goals.get(i.goal or "", "")) for i in items]
        if face.as_json:
            documents = [_item(*pair, names) for pair in zip(items, told, strict=True)]
            face.give({"today": desk.today.isoformat(), "items": documents})
            return 0
    paper = face.paper()
    paper.write(face.say("today.title", day=face.speech.today), touch=Touch.STRONG)
    paper.air()
    for sentence in told:
        paper.write(sentence, lead="· ", indent=2)
    if not told:
        paper.write(face.say("today.nothing"))
    face.show(paper)
    return 0


def _goals(face: Face, desk: Desk, names: Names) -> dict[str, str]:
    return {goal.id: goal_sentence(face.speech, goal, names) for goal in desk.book.goals()}


def _item(item: AgendaItem, text: str, names: Names) -> shapes.Document:
    return {
        "what": item.due.value,
        "date": item.on.isoformat(),
        "person": shapes.named(names, item.person) if item.person else None,
        "kind": shapes.plain(item.kind),
        "ask": item.goal,
        "text": text,
    }
