"""`event bundle`: all that an evening needs, in one file for a page without a network."""

import json
from pathlib import Path

from entregent.bootstrap.bundling import bundled
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import argument, flag, option, verb
from entregent.domain.visiting import Line
from entregent.services.visiting import USUAL, Choice


@verb(
    "bundle",
    argument("event", nargs=-1, required=False),
    option("-o", "--out", value="file"),
    flag("--with-phone"),
)
def command(face: Face, event: tuple[str, ...], *, out: str | None, with_phone: bool) -> int:
    """Write the bundle to a file, or to stdout."""
    choice = Choice(USUAL | {Line.PHONE} if with_phone else USUAL)
    with face.desk(writing=False) as desk:
        held = bundled(desk, " ".join(event), choice)
    if not out:
        face.give(held)
        return 0
    write(Path(out), json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode())
    if face.as_json:
        face.give({"written": out, "event": held["event"], "holds": sorted(held)})
    else:
        _tell(face, out, held)
    return 0


def _tell(face: Face, out: str, held: dict[str, object]) -> None:
    paper = face.paper()
    paper.write(face.say("event.bundle-written", path=out))
    paper.air()
    paper.write(face.say("event.bundle-holds"))
    if not held["event"]:
        paper.write(face.say("event.bundle-no-event"))
    if not held["card"]:
        paper.write(face.say("event.bundle-no-card"))
    face.show(paper)
