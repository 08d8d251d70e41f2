"""`add`: somebody by a name and one free phrase."""

from typing import Any

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.about import about, about_options, tie_options
from entregent.cli.face import Face
from entregent.cli.grammar import argument, flag, verb
from entregent.services.people import add


@verb(
    "add",
    argument("name"),
    argument("phrase", nargs=-1),
    *about_options(),
    *tie_options(),
    flag("--namesake"),
)
def command(
    face: Face,
    name: str,
    phrase: tuple[str, ...],
    *,
    namesake: bool,
    **values: Any,  # noqa: ANN401 - click's values
) -> int:
    """Add one person and say what was understood of the phrase."""
    with face.desk(writing=True) as desk:
        added = add(
            desk,
            name,
            " ".join(phrase),
            about(values),
            vocabulary=bootstrap.vocabulary(),
            namesake="allow" if namesake else "refuse",
        )
        today = desk.today
    if face.as_json:
        understood = [shapes.fact(one) for one in added.facts]
        portrait = shapes.person(added.person, today)
        note = added.note or None
        face.give(
            {"person": portrait, "understood": understood, "note": note, "batch": added.batch}
        )
        return 0
    from entregent.cli.views.understood import taken_in

    face.show(taken_in(face, added))
    return 0
