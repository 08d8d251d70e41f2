"""What there is to give: a sentence each, and how to write, clear or put it off."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.domain.people import Person
from entregent.ledger.gift import Gift
from entregent.locale.wording_giving import gift_sentence


def page(
    face: Face,
    numbered: Sequence[tuple[int, Gift]],
    names: Names,
    chosen: Person | None,
    *,
    most: int | None,
) -> Paper:
    """Lay out what there is to give to everybody, or to one person; at most so many things."""
    paper = face.paper()
    title = face.say("give.title-for", name=chosen.name) if chosen else face.say("give.title")
    paper.write(title, touch=Touch.STRONG)
    paper.air()
    for number, one in numbered[:most]:
        paper.write(gift_sentence(face.speech, one, names), lead=f"{number}. ", indent=2)
    if not numbered:
        paper.write(face.say("give.none"))
        return paper
    paper.air()
    if len(numbered[:most]) < len(numbered):
        paper.write(face.say("give.more"), touch=Touch.SOFT)
    paper.write(face.say("give.how", n=numbered[0][0]), touch=Touch.SOFT)
    return paper
