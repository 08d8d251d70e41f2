"""The inbox on paper: who asks what, whether to take it, and why."""

from collections.abc import Sequence
from typing import Literal

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.domain.inbox import Capacity
from entregent.domain.text import capital
from entregent.ledger.inbox.requests import Closed, Later, Open
from entregent.ledger.inbox.taking import Take
from entregent.locale.wording_inbox import (
    asked_words,
    measure_words,
    take_words,
    taking_sentence,
)
from entregent.services.inbox import Line
from entregent.services.inbox_reading import Understood

Depth = Literal["first", "all"]
_MIND = 2
_MARKS = {Take.TAKE: "●", Take.CARE: "◐", Take.NOT_NOW: "○", Take.NO: "✕"}


def sheet(face: Face, lines: Sequence[Line], names: Names, *, depth: Depth) -> Paper:
    """Lay out the requests: those that wait, those for later, those answered."""
    paper = face.paper()
    waiting = [one for one in lines if isinstance(one.request, Open)]
    later = [one for one in lines if isinstance(one.request, Later)]
    answered = [one for one in lines if isinstance(one.request, Closed)]
    paper.write(face.say("inbox.title" if waiting else "inbox.empty"), touch=Touch.STRONG)
    for one in waiting:
        paper.air()
        request(paper, face, one, names, depth=depth)
    for key, group in (("inbox.later", later), ("inbox.answered", answered)):
        if group:
            paper.label(face.say(key))
            for one in group:
                _short(paper, face, one, names)
    if waiting:
        paper.air()
        paper.write(face.say("inbox.how", number=waiting[0].number), touch=Touch.SOFT)
    return paper


def request(paper: Paper, face: Face, one: Line, names: Names, *, depth: Depth) -> None:
    """Write one request: who, what, the verdict, one reason, two things to mind at most."""
    weighed = one.weighed
    if weighed is None:
        return
    take = take_words(face.speech, weighed.take, weighed.until)
    what = asked_words(face.speech, one.asked, names)
    left = f"{one.number}  {names.full(one.asked.person)}, {what}"
    paper.across(left, take, lead=f"{_MARKS[weighed.take]} ")
    if one.asked.text:
        paper.write(face.say("inbox.quote", text=one.asked.text), indent=5, touch=Touch.SOFT)
    if one.asked.by:
        paper.write(face.say("inbox.by", by=one.asked.by), indent=5, touch=Touch.SOFT)
    shown = [*weighed.because, *weighed.mind]
    if depth == "first":
        shown = [*weighed.because[:1], *weighed.mind[:_MIND]]
    for reason in shown:
        paper.write(taking_sentence(face.speech, reason, one.asked, names), indent=5)


def _short(paper: Paper, face: Face, one: Line, names: Names) -> None:
    what = f"{names.full(one.asked.person)}, {asked_words(face.speech, one.asked, names)}"
    match one.request:
        case Later(until=until):
            paper.across(what, face.say("inbox.until", until=until), lead=f"{one.number}  ")
        case Closed(answer=answer):
            said = face.say(f"inbox.said.{answer.response}", on=answer.on)
            paper.across(what, said, lead=f"{one.number}  ")
        case _:
            pass


def understood(face: Face, found: Understood) -> Paper:
    """Lay out what was understood of a message, with what it does not tell."""
    paper, speech = face.paper(), face.speech
    person, other = found.person, found.other
    paper.write(face.say("inbox.understood"), touch=Touch.STRONG)
    shown = [found.writer.name or (person.name if person else ""), found.writer.address]
    who = " · ".join(filter(None, shown)) or face.say("inbox.untold")
    if person is None and found.writer.name:
        who = f"{who} ({face.say('inbox.newcomer')})"
    whom = other.name if other else found.whom
    if found.whom and other is None:
        whom = f"{whom} ({face.say('inbox.not-known')})"
    paper.pairs(
        [
            (face.say("inbox.from"), who),
            (face.say("inbox.kind"), capital(speech.say(f"kind.{found.kind}"))),
            (face.say("inbox.whom"), whom),
            (face.say("inbox.company"), found.company),
            (face.say("inbox.deadline"), speech.date(found.by, "weekday") if found.by else ""),
            (face.say("inbox.words"), face.say("inbox.quote", text=found.text)),
        ]
    )
    return paper


def measures(face: Face, said: Sequence[Capacity]) -> Paper:
    """Lay out my own measures."""
    paper, speech = face.paper(), face.speech
    if not said:
        paper.write(face.say("inbox.no-measure"))
    for one in said:
        label = speech.say(f"kind.{one.kind}") if one.kind else speech.say("kind.all")
        words = measure_words(speech, one) if one.most or one.text else face.say("inbox.none")
        paper.pairs([(capital(label), words)])
    return paper
