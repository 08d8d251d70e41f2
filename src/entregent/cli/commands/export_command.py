"""`export`: everything leaves, losing nothing, or as a journal one can read."""

from pathlib import Path

import click

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import flag, option, verb
from entregent.services.ports import BookError


@verb(
    "export",
    flag("--journal"),
    flag("--json-file"),
    option("-o", "--out", value="file"),
)
def command(face: Face, *, journal: bool, json_file: bool, out: str | None) -> int:
    """Write the whole book to a file or to stdout."""
    if journal and json_file:
        raise BookError("export.either")
    with face.desk(writing=False) as desk:
        text = bootstrap.journal(desk) if journal else bootstrap.dump(desk)
    if out:
        write(Path(out), text.encode())
        if face.as_json:
            face.give({"written": out})
        else:
            face.line("export.done", path=out)
    elif journal and face.as_json:
        face.give({"journal": text})
    else:
        click.echo(text.encode(), nl=False)
    return 0
