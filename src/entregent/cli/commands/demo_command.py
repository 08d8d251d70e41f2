"""`demo`: the main job on an invented network, in a book of its own."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from entregent import bootstrap
from entregent.cli.answers import Answers
from entregent.cli.face import Face
from entregent.cli.grammar import verb
from entregent.domain.asking import Code, ToPerson
from entregent.domain.facts import Asked
from entregent.domain.ids import PersonId
from entregent.domain.words import Kind
from entregent.services.accounts import LedgerLine, ledger
from entregent.services.asking import answer, plan
from entregent.services.desk import Desk
from entregent.services.drafting import Drafted, draft
from entregent.services.importing import import_files
from entregent.services.meant import who
from entregent.services.moments import Wish
from entregent.services.ports import Opened
from entregent.services.recording import record

TODAY = date(2026, 3, 2)
"""The day on which the invented network's facts are told."""
_TARGET = "Omar Haddad"
_PURPOSE = {"fr": "parler du réemploi des emballages", "en": "talking about reusable packaging"}


@verb("demo")
def command(face: Face) -> int:
    """Build the book, ask the question, show the answer; nothing else is touched."""
    files = bootstrap.demo_files()
    with TemporaryDirectory(prefix="entregent-demo-") as folder:
        day = face.options.today or TODAY.isoformat()
        chosen = replace(face.options, book=str(Path(folder) / "demo.db"), today=day)
        face = Face(chosen, bootstrap.speech(chosen))
        with face.desk(writing=True) as desk:
            report = import_files(desk, bootstrap.readers().read(Opened((files,))), dry_run=False)
            answers = _answers(face, desk)
            if face.as_json:
                face.give(answers.document())
                return 0
            _show(face, desk, answers, len(report.files))
    return 0


def _answers(face: Face, desk: Desk) -> Answers:
    target = ToPerson(who(desk, _TARGET).id)
    purpose = _PURPOSE[face.speech.lang]
    return Answers(face, desk, answer(desk, plan(desk, Kind.INTRODUCTION, target, purpose=purpose)))


def _show(face: Face, desk: Desk, answers: Answers, files: int) -> None:
    from entregent.cli.views.demo import epilogue, story

    drafted = _draft(face, desk, answers)
    paper = story(face, answers, drafted, read=(files, len(desk.book.people()) - 1))
    if drafted is not None:
        epilogue(paper, face, _after(desk, answers, drafted))
    face.show(paper)


def _draft(face: Face, desk: Desk, answers: Answers) -> Drafted | None:
    if answers.judgement.nobody is not None:
        return None
    wish = Wish(lang=face.speech.lang)
    return draft(desk, answers.judgement.goal, wish, catalogue=bootstrap.catalogue())


def _after(desk: Desk, answers: Answers, drafted: Drafted) -> list[LedgerLine]:
    """Record the ask as sent, and return the ledger of those it speaks of."""
    goal, reader = answers.judgement.goal, drafted.candidate
    asked = Asked(reader.person, desk.today, reader.kind, _TARGET, goal.id)
    record(desk, [asked], "asked")
    spoken_of: list[PersonId] = [reader.person, *_at_rest(answers)]
    lines = {line.person.id: line for line in ledger(desk)}
    return [lines[person] for person in spoken_of if person in lines]


def _at_rest(answers: Answers) -> list[PersonId]:
    return [
        one.person
        for one in answers.judgement.candidates
        if any(reason.code is Code.RESTING for reason in one.because)
    ][:1]
