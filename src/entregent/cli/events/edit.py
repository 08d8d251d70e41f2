"""`event edit`: say something anew of an event, its mode first of all."""

from typing import Any

from entregent.cli.events.telling import telling_options, told
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.services.events.keeping import change_event, which_event


@verb(
    "edit",
    argument("event", nargs=-1, required=False),
    option("--name", value="text", default=""),
    *telling_options(),
)
def command(face: Face, event: tuple[str, ...], name: str, **said: Any) -> int:  # noqa: ANN401
    """Change what is known of an event."""
    from entregent.cli.views.events import announced

    with face.desk(writing=True) as desk:
        meant = which_event(desk, " ".join(event))
        changed, batch = change_event(desk, meant, told(name, said))
    return announced(face, changed, batch)
