"""`event new`: an occasion to meet people, with its time, place, goals and mode."""

from typing import Any

from entregent.cli.events.telling import telling_options, told
from entregent.cli.face import Face
from entregent.cli.grammar import argument, verb
from entregent.services.events.keeping import new_event


@verb("new", argument("name", value="text", nargs=-1, required=True), *telling_options())
def command(face: Face, name: tuple[str, ...], **said: Any) -> int:  # noqa: ANN401 - click's values
    """Keep an event."""
    from entregent.cli.views.events import announced

    with face.desk(writing=True) as desk:
        event, batch = new_event(desk, told(" ".join(name), said))
    return announced(face, event, batch)
