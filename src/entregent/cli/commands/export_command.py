"""`export`: everything leaves, losing nothing, or in a form that other programs read."""

from pathlib import Path

import click

from entregent.bootstrap.taking_out import Form, taken_out
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import flag, option, verb
from entregent.cli.values import Worded
from entregent.services.meant import who
from entregent.services.ports import BookError

_KEYS = {Form.JOURNAL: "journal", Form.VCARD3: "vcard", Form.VCARD4: "vcard", Form.CSV: "csv"}
"""What the text is called in an answer in JSON; the book's own JSON stands as it is."""


@verb(
    "export",
    option("--format", "form", value="form", type=Worded("form", list(Form))),
    option("--person", value="person"),
    flag("--journal"),
    flag("--json-file"),
    option("-o", "--out", value="file"),
)
def command(
    face: Face,
    *,
    form: str | None,
    person: str | None,
    journal: bool,
    json_file: bool,
    out: str | None,
) -> int:
    """Write the whole book, or one person, to a file or to stdout."""
    chosen = _form(form, journal=journal, json_file=json_file)
    with face.desk(writing=False, trash="seen" if chosen is Form.JSON else "hidden") as desk:
        one = who(desk, person) if person else None
        text = taken_out(desk, chosen, one)
    if out:
        write(Path(out), text.encode())
        if face.as_json:
            face.give({"written": out})
        else:
            face.line("export.done", path=out)
    elif chosen in _KEYS and face.as_json:
        face.give({_KEYS[chosen]: text})
    else:
        click.echo(text.encode(), nl=False)
    return 0


def _form(form: str | None, *, journal: bool, json_file: bool) -> Form:
    """Return the one form that was chosen; JSON when none was."""
    wanted = {Form(form)} if form else set()
    wanted |= {Form.JOURNAL} if journal else set()
    wanted |= {Form.JSON} if json_file else set()
    if len(wanted) > 1:
        raise BookError("export.either")
    return next(iter(wanted), Form.JSON)
