"""A message of an introduction on paper; it names nobody whom its reader may not know of."""

from collections.abc import Sequence

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.inbox import Step
from entregent.domain.people import Person
from entregent.drafts.introducing import Letter
from entregent.ledger.introduction_states import Move
from entregent.locale.speech import quoted
from entregent.services.introduction_drafts import Written

_STEPS = {
    Letter.SEEK: Step.SOUGHT,
    Letter.REMIND: Step.FOLLOWED_UP,
    Letter.PRESENT: Step.MADE,
    Letter.REGRET: Step.TOLD,
    Letter.RELEASE: Step.TOLD,
    Letter.HOW: Step.CHECKED,
    Letter.THANK: Step.THANKED,
}
"""What is said once a message was sent; the others change nothing."""


def document(introduction: str, written: Written) -> shapes.Document:
    """Return a message as JSON: what it is for, to whom, and the draft."""
    to = [{"id": reader.id, "name": reader.name} for reader in written.readers]
    letter = written.letter.value
    return {
        "introduction": introduction,
        "letter": letter,
        "to": to,
        **shapes.draft(written.draft),
    }


def sheet(face: Face, written: Written, after: Sequence[str]) -> Paper:
    """Lay out a message; `after` are the lines that say what comes next."""
    paper = face.paper()
    readers = ", ".join(map(_address, written.readers))
    subject = written.draft.subject
    paper.pairs([(face.say("draft.to"), readers), (face.say("draft.subject"), subject)])
    paper.rule()
    paper.letter(written.draft.body)
    paper.rule()
    paper.air()
    for line in after:
        paper.write(line, touch=Touch.SOFT)
    return paper


def after(
    face: Face, written: Written, coming: Sequence[Move], number: int, out: str | None
) -> list[str]:
    """Return where the message was written to, and what to note once it is sent."""
    lines = [face.say("draft.written", path=out)] if out else []
    if written.lines == "withheld":
        lines.append(face.say("introduce.withheld", number=number))
    step = _STEPS.get(written.letter)
    able = [move for move in coming if move.step is step]
    if able:
        side = f" --side {quoted(written.readers[0].name)}" if len(able) > 1 else ""
        lines += [face.say("introduce.sent"), f"entregent introduce {step} {number}{side}"]
    return lines


def _address(reader: Person) -> str:
    return f"{reader.name} <{reader.emails[0]}>" if reader.emails else reader.name
