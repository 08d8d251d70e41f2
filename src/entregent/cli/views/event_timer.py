"""The timer as the terminal shows it, all at once or in its time, and as JSON."""

import sys
from collections.abc import Callable

import click

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper, Touch, clean
from entregent.coach.timer import About, Proposal
from entregent.services.events.timing import Timed

_MINUTE = 60
_ANEW = "\r\x1b[2K"
"""Begins the terminal's line anew."""


def sheet(face: Face, told: Timed, name: str) -> Paper:
    """Return all that there is to think of, each with its time."""
    paper = _opening(face, told, name)
    for one in told.proposals:
        _propose(face, paper, told, one)
    if not told.proposals:
        paper.air()
        paper.write(face.say("event.timer-nothing"))
    return paper


def live(face: Face, told: Timed, name: str, *, wait: Callable[[float], object]) -> None:
    """Tell each thing when its time has come; until the last of them, or until one stops it."""
    face.show(_opening(face, told, name))
    try:
        for minute in range(max((one.last for one in told.proposals), default=-1) + 1):
            if due := [one for one in told.proposals if one.first == minute]:
                _status("")
                paper = face.paper()
                for one in due:
                    _propose(face, paper, told, one)
                click.echo(f"\n{paper}", color=True)
            _status(face.say("event.timer-quiet", time=told.at.after(minute)))
            wait(_MINUTE)
    except KeyboardInterrupt:
        pass
    _status("")
    face.line("event.timer-over")


def document(told: Timed, name: str) -> Document:
    """Return the proposals with their times; minutes are counted from `at`."""
    return {
        "timer": {
            "mode": told.now.mode.value,
            "room": told.now.room.value,
            "with": name or None,
            "at": str(told.at),
            "left": told.now.left,
            "word": told.word,
            "proposals": [
                {
                    "code": one.code,
                    "from": str(told.at.after(one.first)),
                    "to": str(told.at.after(one.last)),
                    "minutes": [one.first, one.last],
                    "text": one.text,
                    "cue": one.cue,
                    "say": one.say or None,
                }
                for one in told.proposals
            ],
        }
    }


def _opening(face: Face, told: Timed, name: str) -> Paper:
    paper = face.paper()
    group = told.now.company is About.GROUP
    key = "event.timer-with" if name else "event.timer-group" if group else "event.timer-someone"
    paper.write(face.say(key, name=clean(name), room=told.room, time=told.at), touch=Touch.STRONG)
    paper.write(told.word, touch=Touch.SOFT)
    return paper


def _propose(face: Face, paper: Paper, told: Timed, one: Proposal) -> None:
    times = {"first": told.at.after(one.first), "last": told.at.after(one.last)}
    key = "between" if one.first else "from-now" if one.last else "now"
    paper.label(face.say(f"event.timer-{key}", **times))
    paper.write(one.text, indent=2)
    paper.write(face.say("event.timer-cue", cue=one.cue), indent=2, touch=Touch.SOFT)
    if one.say:
        paper.write(face.say("event.timer-say", phrase=one.say), indent=4)


def _status(text: str) -> None:
    """Replace the last line of the terminal; elsewhere nothing is said of time going by."""
    if sys.stdout.isatty():
        click.echo(f"{_ANEW}{text}", nl=False)
