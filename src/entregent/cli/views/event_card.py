"""My visiting card as the terminal shows it, and as JSON."""

import os
import sys

import click

from entregent.bootstrap.codes import code_lines
from entregent.bootstrap.visiting import Fitted, Form
from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Touch
from entregent.services.visiting import Mine

_BLOCKS = "▀▄█"


def sheet(face: Face, mine: Mine, spelled: Fitted, out: str | None) -> None:
    """Show in words what the card says and what it does not, then the code unless in a file.

    The code stands last, where it stays in sight.
    """
    paper = face.paper()
    if out:
        paper.write(face.say("event.card-written", path=out))
        paper.air()
    paper.pairs([(face.say(f"said.{line}"), text) for line, text in spelled.card.lines])
    paper.air()
    for remark in _remarks(face, mine, spelled):
        paper.write(remark, touch=Touch.SOFT)
    face.show(paper)
    if not out:
        _show_code(face, spelled.text)


def document(spelled: Fitted, out: str | None) -> Document:
    """Return the card's text as phones read it, what it says and what had to leave."""
    return {
        "card": {
            "form": spelled.form.value,
            "text": spelled.text,
            "says": {line.value: text for line, text in spelled.card.lines},
            "left_out": [line.value for line in spelled.left_out],
            "written": out,
        }
    }


def _show_code(face: Face, text: str) -> None:
    """Print the code; where the terminal has no half blocks, say that a file will do."""
    click.echo()
    try:
        _BLOCKS.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        face.line("event.card-no-blocks")
    else:
        shown = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        lines = code_lines(text, colours="yes" if shown else "no")
        click.echo("\n".join(lines), color=True)


def _remarks(face: Face, mine: Mine, spelled: Fitted) -> list[str]:
    said = []
    if spelled.left_out:
        what = face.speech.list([face.say(f"said.{line}") for line in spelled.left_out])
        said.append(face.say("event.card-left-out", what=what))
    if spelled.form is Form.MECARD:
        said.append(face.say("event.card-mecard"))
    if not mine.whole.reachable:
        said.append(face.say("event.card-unreachable"))
    if mine.other_emails:
        said.append(face.say("event.card-emails", others=mine.other_emails))
    if mine.whole.phone and not mine.card.phone:
        said.append(face.say("event.card-no-phone"))
    return said
