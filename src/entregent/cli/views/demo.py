"""The demonstration: one question, its answer, the message, the ledger after it."""

from collections.abc import Sequence

from entregent.cli.answers import Answers
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.cli.views.ask import first, never, resting, title
from entregent.cli.views.draft import body
from entregent.cli.views.ledger import page
from entregent.domain.asking import Candidate, Code, Verdict
from entregent.services.accounts import LedgerLine
from entregent.services.drafting import Drafted


def story(face: Face, answers: Answers, drafted: Drafted | None, *, read: tuple[int, int]) -> Paper:
    """Lay out the question, the best candidate, somebody at rest, somebody never, the message."""
    paper = face.paper()
    paper.write(face.say("demo.title"), touch=Touch.STRONG)
    paper.write(face.say("demo.read", files=read[0], people=read[1]), touch=Touch.SOFT)
    paper.rule()
    title(paper, face, answers)
    candidates = answers.judgement.candidates
    if drafted is None:
        paper.air()
        paper.write(answers.nobody())
    else:
        first(paper, answers, candidates[0], "first")
    at_rest = _first(candidates, Verdict.WAIT, Code.RESTING)
    resting(paper, face, answers, at_rest, "first")
    never(paper, face, answers, _first(candidates, Verdict.NEVER, Code.BOUNDARY), "first")
    if drafted is not None:
        paper.heading(face.say("demo.draft"))
        body(paper, face, drafted.draft, answers.names.person(drafted.candidate.person))
    return paper


def _first(candidates: Sequence[Candidate], verdict: Verdict, code: Code) -> list[Candidate]:
    """Return one candidate of this verdict, one for this reason rather than another."""
    those = [one for one in candidates if one.verdict is verdict]
    telling = [one for one in those if any(reason.code is code for reason in one.because)]
    return (telling or those)[:1]


def epilogue(paper: Paper, face: Face, lines: Sequence[LedgerLine]) -> None:
    """Write the ledger after the message, and what comes next."""
    paper.heading(face.say("demo.ledger"))
    for line in lines:
        page(paper, face, line)
    paper.air()
    paper.write(face.say("demo.next"), touch=Touch.SOFT)
    paper.write(face.say("demo.browser"), touch=Touch.SOFT)
