"""A draft as a letter on paper; then what may be forwarded, the questions, the kit."""

from collections.abc import Sequence

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.people import Person
from entregent.drafts.brief import Draft


def sheet(
    face: Face,
    draft: Draft,
    reader: Person,
    after: Sequence[str],
    copied: Sequence[Person] = (),
) -> Paper:
    """Lay out a draft; `after` are the lines that say what comes next, `copied` the blind copy."""
    paper = face.paper()
    body(paper, face, draft, reader, copied)
    _list(paper, face.say("draft.questions"), draft.questions)
    _list(paper, face.say("draft.closing"), (draft.closing,) if draft.closing else ())
    if draft.minutes is not None:
        _list(paper, face.say("draft.agenda", minutes=draft.minutes), draft.agenda)
    _list(paper, face.say("draft.kit"), draft.kit)
    paper.air()
    for line in after:
        paper.write(line, touch=Touch.SOFT)
    return paper


def body(
    paper: Paper, face: Face, draft: Draft, reader: Person, copied: Sequence[Person] = ()
) -> None:
    """Write the letter itself, and the paragraph to forward."""
    spoken = draft.channel == "spoken"
    paper.pairs(
        [
            (face.say("draft.to"), _named(reader, draft)),
            (face.say("draft.bcc"), ", ".join(_named(one, draft) for one in copied)),
            (face.say("draft.before" if spoken else "draft.subject"), draft.subject),
        ]
    )
    paper.rule()
    paper.letter(draft.body)
    paper.rule()
    if draft.forward and draft.forward not in draft.body:
        paper.label(face.say("draft.forward"))
        paper.letter(draft.forward)


def _named(person: Person, draft: Draft) -> str:
    address = f" <{person.emails[0]}>" if person.emails and draft.channel == "email" else ""
    return f"{person.name}{address}"


def _list(paper: Paper, label: str, lines: tuple[str, ...]) -> None:
    if lines:
        paper.label(label)
        for line in lines:
            paper.write(line, indent=4, lead="· ")
