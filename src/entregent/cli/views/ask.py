"""The answer to "whom may I ask": the first person large, the others shorter, calmly."""

from collections.abc import Sequence
from typing import Literal

from entregent.cli.answers import Answers
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.cli.short import short
from entregent.domain.asking import Candidate, Goal, Verdict
from entregent.domain.text import capital
from entregent.locale.wording import MARKS, goal_sentence, verdict_words

Depth = Literal["first", "all"]
_OTHERS = 3
_AT_REST = 3
_NEVER = 3
_MIND = 2


def letter(face: Face, answers: Answers, *, depth: Depth) -> Paper:
    """Lay out the whole answer; `depth` opens all reasons, or the first only."""
    paper = face.paper()
    title(paper, face, answers)
    free = _with(answers, Verdict.GO, Verdict.CARE)
    if answers.judgement.nobody:
        paper.air()
        paper.write(answers.nobody())
        paper.write(answers.meanwhile())
    if free:
        first(paper, answers, free[0], depth)
        _others(paper, face, answers, free[1:], depth)
    resting(paper, face, answers, _with(answers, Verdict.WAIT), depth)
    never(paper, face, answers, _with(answers, Verdict.NEVER), depth)
    _next(paper, face, answers, free, depth)
    return paper


def title(paper: Paper, face: Face, answers: Answers) -> None:
    """Write the goal as a sentence, what for and by when below it."""
    goal = answers.judgement.goal
    paper.write(capital(goal_sentence(face.speech, goal, answers.names)), touch=Touch.STRONG)
    if goal.purpose:
        paper.write(face.say("ask.for", purpose=goal.purpose), touch=Touch.SOFT)
    if goal.by:
        paper.write(face.say("ask.by", by=goal.by), touch=Touch.SOFT)


def _with(answers: Answers, *verdicts: Verdict) -> list[Candidate]:
    return [one for one in answers.judgement.candidates if one.verdict in verdicts]


def _line(paper: Paper, answers: Answers, one: Candidate) -> None:
    words = verdict_words(answers.speech, one.verdict, one.until)
    name = answers.names.full(one.person)
    paper.across(name, words, indent=2, lead=f"{MARKS[one.verdict]} ")


def first(paper: Paper, answers: Answers, one: Candidate, depth: Depth) -> None:
    """Write the best candidate: verdict, one reason, what to mind, the path and why it carries."""
    paper.air()
    _line(paper, answers, one)
    reasons = one.because if depth == "all" else one.because[:1]
    for reason in reasons:
        paper.write(answers.reason(one, reason), indent=4)
    if not one.chain.direct:
        paper.write(_path(answers, one), indent=4, touch=Touch.SOFT)
    lines = answers.ties(one)
    if depth == "all":
        lines += [*(told.text for told in answers.outlook(one).values()), *answers.sways(one)]
    for line in lines:
        paper.write(line, indent=4)
    _mind(paper, answers, one, depth)


def _path(answers: Answers, one: Candidate) -> str:
    """Return the path as a line of names; a name holds together at a line's end."""
    names = [answers.speech.say("you"), *map(answers.names.full, one.chain.people[1:])]
    return " → ".join(name.replace(" ", "\u00a0") for name in names)


def _mind(paper: Paper, answers: Answers, one: Candidate, depth: Depth) -> None:
    reasons = list(one.mind)
    if depth == "first":
        reasons = [*one.because[1:], *reasons][:_MIND]
    for reason in reasons:
        paper.write(answers.reason(one, reason), indent=4, lead="· ")


def _others(
    paper: Paper, face: Face, answers: Answers, others: Sequence[Candidate], depth: Depth
) -> None:
    if not others:
        return
    paper.label(face.say("ask.others"))
    shown = others if depth == "all" else others[:_OTHERS]
    for one in shown:
        if depth == "all":
            first(paper, answers, one, depth)
            continue
        _line(paper, answers, one)
        if not one.chain.direct:
            paper.write(_path(answers, one), indent=4, touch=Touch.SOFT)
        for reason in one.because[:1]:
            paper.write(answers.reason(one, reason), indent=4)
    _more(paper, face, len(others) - len(shown))


def resting(
    paper: Paper, face: Face, answers: Answers, later: Sequence[Candidate], depth: Depth
) -> None:
    """Write those to ask later, with their dates and who could be asked instead."""
    if not later:
        return
    paper.label(face.say("ask.later"))
    shown = later if depth == "all" else later[:_AT_REST]
    for one in shown:
        _line(paper, answers, one)
        paper.write(answers.reason(one, one.because[0]), indent=4)
        for reason in (*one.because[1:], *one.mind) if depth == "all" else ():
            paper.write(answers.reason(one, reason), indent=4, lead="· ")
        if one.instead:
            names = [answers.names.full(person) for person in one.instead[:2]]
            paper.write(face.say("ask.instead", names=names), indent=4)
    _more(paper, face, len(later) - len(shown))


def never(
    paper: Paper, face: Face, answers: Answers, closed: Sequence[Candidate], depth: Depth
) -> None:
    """Write those one does not ask this, with the reason."""
    if not closed:
        return
    paper.label(face.say("ask.never"))
    shown = closed if depth == "all" else closed[:_NEVER]
    for one in shown:
        paper.across(answers.names.full(one.person), "", indent=2, lead=f"{MARKS[one.verdict]} ")
        for reason in one.because if depth == "all" else one.because[:1]:
            paper.write(answers.reason(one, reason), indent=4)
    _more(paper, face, len(closed) - len(shown))


def _more(paper: Paper, face: Face, left: int) -> None:
    if left > 0:
        paper.write(face.say("ask.more", n=left), indent=4, touch=Touch.SOFT)


def _next(
    paper: Paper, face: Face, answers: Answers, free: Sequence[Candidate], depth: Depth
) -> None:
    """Say what comes next: the draft, and how to see all reasons."""
    goal = answers.judgement.goal
    if free:
        paper.air()
        name = answers.names.full(free[0].person)
        paper.write(face.say("ask.next", name=name, ask=handle(answers, goal)), touch=Touch.SOFT)
    elif depth == "first":
        paper.air()
    if depth == "first" and answers.judgement.candidates:
        paper.write(face.say("ask.why"), touch=Touch.SOFT)


def handle(answers: Answers, goal: Goal) -> str:
    """Return the short id by which `draft` and `done` know this ask."""
    return short(goal.id, [other.id for other in answers.goals])
