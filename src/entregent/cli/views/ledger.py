"""The ledger: what happened with each person, in dates and words; no totals."""

from collections.abc import Iterator, Sequence
from datetime import date

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.services.accounts import LedgerLine


def pages(face: Face, lines: Sequence[LedgerLine]) -> Paper:
    """Lay out the ledger by name."""
    paper = face.paper()
    if not lines:
        paper.write(face.say("ledger.empty"))
    for line in lines:
        page(paper, face, line)
    return paper


def page(paper: Paper, face: Face, line: LedgerLine) -> None:
    """Write one person's facts, oldest first, and whose turn it is."""
    paper.air()
    whose = face.say(f"turn.{line.turn}") if line.turn else ""
    paper.across(line.person.name, whose)
    for on, text in sorted(_happened(face, line), key=lambda pair: pair[0]):
        paper.pairs([(_day(face, on), text)])
    if line.thanks_owed:
        paper.write(face.say("ledger.thanks-owed"), indent=2, touch=Touch.SOFT)
    if line.resting_until:
        paper.write(
            face.say("ledger.resting", until=line.resting_until), indent=2, touch=Touch.SOFT
        )


def _happened(face: Face, line: LedgerLine) -> Iterator[tuple[date, str]]:
    """Yield what happened; within a day: received, thanked, asked, answered, gave."""
    for helped in line.received:
        yield helped.on, face.say("ledger.received", text=helped.text)
    for thanks in line.thanked:
        yield thanks.on, face.say("ledger.thanked")
    for past in line.asked:
        kind = face.say(f"kind.{past.asked.kind}.a")
        key = "ledger.asked-for" if past.asked.text else "ledger.asked"
        yield past.asked.on, face.say(key, kind=kind, text=past.asked.text)
    for answer in line.answered:
        yield answer.on, face.say("ledger.answered", reply=face.say(f"reply.{answer.reply}"))
    for gave in line.gave:
        yield gave.on, face.say("ledger.gave", text=gave.text)


def _day(face: Face, on: date) -> str:
    """Return a day in a column of one width."""
    return face.speech.date(on).rjust(17)
