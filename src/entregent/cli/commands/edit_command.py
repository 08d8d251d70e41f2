"""`edit`: say more of somebody, or say it better; what is said by hand wins over imports."""

from typing import Any

from entregent.cli import json_shapes as shapes
from entregent.cli.about import about, about_options, tie_options
from entregent.cli.face import Face
from entregent.cli.grammar import argument, option, verb
from entregent.services.meant import who
from entregent.services.people import edit


@verb(
    "edit",
    argument("person"),
    option("--name", value="name"),
    *about_options(),
    *tie_options(),
    option("--without", value="text", multiple=True),
)
def command(face: Face, person: str, without: tuple[str, ...], **values: Any) -> int:  # noqa: ANN401 - click's
    """Change what is said of one person."""
    with face.desk(writing=True) as desk:
        found = who(desk, person)
        batch = edit(desk, found.id, about(values), without=without)
        portrait = who(desk, found.id)
        today = desk.today
    if face.as_json:
        face.give({"person": shapes.person(portrait, today), "batch": batch})
        return 0
    face.line("edit.done", name=portrait.name)
    return 0
