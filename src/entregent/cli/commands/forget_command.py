"""`forget`: somebody leaves the book for good."""

import sys

import click

from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, verb
from entregent.services.forgetting import forget
from entregent.services.meant import who
from entregent.services.ports import BookError


@verb(
    "forget",
    argument("person", nargs=-1, required=True),
    flag("--yes"),
    flag("--never-again"),
)
def command(face: Face, person: tuple[str, ...], *, yes: bool, never_again: bool) -> int:
    """Forget one person, once it is confirmed."""
    with face.desk(writing=True, trash="seen") as desk:
        found = who(desk, " ".join(person))
        if not yes:
            _confirm(face, found.name)
        forgotten = forget(desk, found.id, never_again=never_again)
    if face.as_json:
        face.give({"forgotten": forgotten.name, "mentions": list(forgotten.mentions)})
        return 0
    paper = face.paper()
    paper.write(face.say("forget.done", name=forgotten.name))
    if never_again:
        paper.write(face.say("forget.never-again"))
    if forgotten.mentions:
        paper.write(face.say("forget.mentions", n=len(forgotten.mentions)))
        for text in forgotten.mentions:
            paper.write(text, indent=2, lead="· ")
    face.show(paper)
    return 0


def _confirm(face: Face, name: str) -> None:
    """Ask before deleting; refuse where nobody can answer."""
    if face.as_json or not sys.stdin.isatty():
        raise BookError("forget.confirm", name=name)
    click.echo(face.say("forget.sure", name=name) + " ", nl=False, err=True)
    if sys.stdin.readline().strip().casefold() not in ("oui", "o", "yes", "y"):
        raise BookError("forget.kept", name=name)
