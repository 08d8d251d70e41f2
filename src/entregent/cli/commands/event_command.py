"""`event`: before, during and after an occasion to meet people."""

from importlib import import_module

import click

from entregent.cli.face import Face
from entregent.cli.grammar import Room

VERBS = (
    "new",
    "edit",
    "prepare",
    "partner",
    "pact",
    "card",
    "coach",
    "timer",
    "bridge",
    "rehearse",
    "bundle",
    "met",
    "debrief",
)
"""The commands under this word, in the order one needs them."""


def _list(face: Face) -> int:
    """List the events, the coming ones first."""
    from entregent.cli.views.events import listed, listed_document
    from entregent.services.events.keeping import events

    with face.desk(writing=False) as desk:
        known = events(desk)
    if face.as_json:
        face.give(listed_document(known))
    else:
        face.show(listed(face, known))
    return 0


class _Event(Room):
    """The verbs of events, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb; None when there is no such one."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"entregent.cli.events.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"event {cmd_name} is no command")
        return command


command = _Event("event", _list, [])
