"""`event bundle`: all that an evening needs, in one file for a page without a network."""

import json
from pathlib import Path

from entregent import bootstrap
from entregent.bootstrap.bundling import spelled
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import argument, flag, option, verb
from entregent.domain.visiting import Line
from entregent.services.events.bundling import bundle
from entregent.services.visiting import Choice


@verb(
    "bundle",
    argument("event", nargs=-1, required=False),
    option("-o", "--out", value="file"),
    flag("--with-phone"),
)
def command(face: Face, event: tuple[str, ...], *, out: str | None, with_phone: bool) -> int:
    """Write the bundle to a file, or to stdout."""
    from entregent.cli.views.event_bundle import briefs, told

    choice = Choice(more=(Line.PHONE,) if with_phone else ())
    with face.desk(writing=False) as desk:
        held = bundle(desk, bootstrap.catalogue(), " ".join(event), choice)
        document = {**spelled(held), "brief": briefs(desk, held.event) if held.event else None}
    if not out:
        face.give(document)
        return 0
    write(Path(out), json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())
    if face.as_json:
        face.give({"written": out, "event": document["event"], "holds": sorted(document)})
    else:
        face.show(told(face, held, out))
    return 0
