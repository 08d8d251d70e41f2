"""A draft as a letter on paper; then what may be forwarded, the questions, the kit."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.people import Person
from entregent.drafts.brief import Draft


def sheet(face: Face, draft: Draft, reader: Person, after: Sequence[str]) -> Paper:
    """Lay out a draft; `after` are the lines that say what comes next."""
    paper = face.paper()
    body(paper, face, draft, reader)
    _list(paper, face.say("draft.questions"), draft.questions)
    _list(paper, face.say("draft.kit"), draft.kit)
    paper.air()
    for line in after:
        paper.write(line, touch=Touch.SOFT)
    return paper


def body(paper: Paper, face: Face, draft: Draft, reader: Person) -> None:
    """Write the letter itself, and the paragraph to forward."""
    address = f" <{reader.emails[0]}>" if reader.emails and draft.channel == "email" else ""
    spoken = draft.channel == "spoken"
    paper.pairs(
        [
            (face.say("draft.to"), f"{reader.name}{address}"),
            (face.say("draft.before" if spoken else "draft.subject"), draft.subject),
        ]
    )
    paper.rule()
    paper.letter(draft.body)
    paper.rule()
    if draft.forward and draft.forward not in draft.body:
        paper.label(face.say("draft.forward"))
        paper.letter(draft.forward)


def _list(paper: Paper, label: str, lines: tuple[str, ...]) -> None:
    if lines:
        paper.label(label)
        for line in lines:
            paper.write(line, indent=4, lead="· ")
