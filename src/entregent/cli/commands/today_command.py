"""`today`: what there is to do, and what one says of it."""

from datetime import date
from pathlib import Path

from entregent.cli.face import Face
from entregent.cli.grammar import Room, argument, flag, option, verb
from entregent.cli.names import Names
from entregent.cli.paper import Touch
from entregent.cli.values import DAY, DAY_OR_DAYS
from entregent.domain.facts import Asked, Thanked
from entregent.domain.upkeep import Kept
from entregent.ledger.agenda import Due
from entregent.services import settling
from entregent.services.agenda import agenda, ahead
from entregent.services.desk import Desk
from entregent.services.settling import Word


def _today(face: Face, *, everything: bool, ics: str | None) -> int:
    """Say what there is to do, the most pressing first; write it into a calendar file."""
    from entregent.cli.views.agenda import FEW, documents, sheet, told

    if ics:
        _write(face, Path(ics))
    with face.desk(writing=False) as desk:
        said = told(face, desk, agenda(desk))
        if face.as_json:
            document = {"today": desk.today.isoformat(), "items": documents(said)}
            face.give(document | ({"written": ics} if ics else {}))
            return 0
    paper = sheet(said, None if everything else FEW)
    if ics:
        paper.air()
        paper.write(face.say("today.written", path=ics))
    face.show(paper)
    return 0


def _write(face: Face, path: Path) -> None:
    from entregent.bootstrap.calendars import calendar
    from entregent.cli.files import write
    from entregent.cli.views.agenda import days, told

    with face.desk(writing=False) as desk:
        coming = list(days(told(face, desk, ahead(desk))))
        written = desk.now
    name, lang = face.say("today.calendar"), face.speech.lang
    write(path, calendar(coming, name=name, lang=lang, written=written))


_RECORDED = (Asked, Kept, Thanked)
"""What is said back as `record` says it."""
_DONE = {Due.FOLLOW_UP: "today.done-follow-up", Due.LET_GO: "today.let-go"}
_KEY = argument("key", "agenda-key")


@verb("done", _KEY, option("--on", type=DAY, value="day"))
def _done(face: Face, key: str, on: date | None) -> int:
    """Keep that it is done."""
    from entregent.cli.views.recorded import sentence

    with face.desk(writing=True) as desk:
        word = settling.done(desk, key, on)
        if word.item.person is not None and isinstance(word.fact, _RECORDED):
            name, day = Names(desk).full(word.item.person), on or desk.today
            said = sentence(face.speech, word.fact, name, day, desk.settings.rest_days)
        else:
            said = face.say(_DONE.get(word.item.due, "today.done"))
        return _tell(face, desk, word, said)


@verb("snooze", _KEY, option("--until", type=DAY_OR_DAYS, value="day-or-days"))
def _snooze(face: Face, key: str, until: date | int | None) -> int:
    """Put it off."""
    with face.desk(writing=True) as desk:
        word = settling.snooze(desk, key, settling.WEEK if until is None else until)
        return _tell(face, desk, word, face.say("today.snoozed", until=word.until))


@verb("let-go", _KEY)
def _let_go(face: Face, key: str) -> int:
    """Let it go."""
    with face.desk(writing=True) as desk:
        word = settling.let_go(desk, key)
        return _tell(face, desk, word, face.say("today.let-go"))


def _tell(face: Face, desk: Desk, word: Word, sentence: str) -> int:
    """Say what was kept, of which line, and how to take it back."""
    from entregent.cli import json_shapes as shapes
    from entregent.cli.short import short
    from entregent.cli.views.agenda import told

    if face.as_json:
        face.give({"batch": word.batch, "recorded": [shapes.fact(word.fact)]})
        return 0
    paper = face.paper()
    paper.write(sentence)
    if not isinstance(word.fact, _RECORDED):
        paper.write(told(face, desk, [word.item]).sentences[0], indent=2, touch=Touch.SOFT)
    paper.write(face.say("today.undo", batch=short(word.batch)), touch=Touch.SOFT)
    face.show(paper)
    return 0


command = Room(
    "today",
    _today,
    [_done, _snooze, _let_go],
    [flag("--all", "everything"), option("--ics", value="file")],
)
