"""`event partner`: people who go together tell what they choose, and share out the room."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from entregent.cli.face import Face
from entregent.cli.grammar import Room, argument, flag, option, verb
from entregent.cli.keys import ask_key, can_ask
from entregent.cli.values import Worded
from entregent.domain.partners import PartnerFile
from entregent.domain.words import Address
from entregent.services.events import partnering, sharing
from entregent.services.events.keeping import which_event
from entregent.services.ports import BookError

NOTHING_WRITTEN = 1
"""Exit code: the answer was no."""
PROBLEMS = 1
"""Exit code: some files could not be taken."""
_ADDRESS = option("--address", type=Worded("address", tuple(Address)), default=Address.VOUS.value)


def _plan(face: Face, event: str, address: str) -> int:
    """Show the plan that every partner has, and what my own book adds for me alone."""
    from entregent.cli.views.event_partner import plan_document, plan_sheet

    with face.desk(writing=False) as desk:
        team = partnering.team(desk, which_event(desk, event))
    if face.as_json:
        face.give(plan_document(face, team, address))
    else:
        face.show(plan_sheet(face, team, address))
    return 0


@verb(
    "share",
    option("--event", value="event", default=""),
    option("--name", value="name", default=""),
    option("--seek", "seeks", value="text", multiple=True),
    option("--meet", "meets", value="name", multiple=True),
    option("--know", "knows", value="name", multiple=True),
    option("--present", "presents", value="name", multiple=True),
    flag("--knows-list"),
    option("--word", value="text", default=""),
    option("-o", "--out", value="file"),
    option("--qr", value="file"),
    flag("--yes"),
)
def _share(face: Face, **told: Any) -> int:  # noqa: ANN401 - click's values
    """Show what would leave, and write it once I said yes."""
    from entregent.cli.views.event_partner import share_document, share_sheet

    if not told["out"] and not told["qr"]:
        raise BookError("event.partner.nowhere")
    with face.desk(writing=True) as desk:
        event = which_event(desk, told["event"])
        file = sharing.share_of(desk, event, _chosen(told))
        contents = _contents(face, file, told)
        if not face.as_json:
            face.show(share_sheet(face, file))
        batch = None
        if told["yes"] or _agreed(face, [str(path) for path, _ in contents]):
            _write(contents)
            batch = sharing.keep_share(desk, event, file)
    written = [str(path) for path, _ in contents] if batch else []
    if face.as_json:
        face.give(share_document(file, batch, written))
    elif batch:
        face.line("event.partner.written", paths=written)
        face.line(f"event.partner.{'sealed' if told['word'] else 'unsealed'}-mine")
    else:
        face.line("event.partner.not-written")
    return 0 if batch else NOTHING_WRITTEN


def _chosen(told: dict[str, Any]) -> sharing.Chosen:
    return sharing.Chosen(
        told["name"],
        told["seeks"] or None,
        told["meets"] or None,
        told["knows"],
        told["presents"],
        "all" if told["knows_list"] else "none",
    )


def _contents(face: Face, file: PartnerFile, told: dict[str, Any]) -> list[tuple[Path, bytes]]:
    """Return the files to write, each with what it holds."""
    from entregent.bootstrap.partnering import partner_code, partner_text

    text = partner_text(file, told["word"])
    contents = [(Path(told["out"]), text.encode())] if told["out"] else []
    if told["qr"]:
        title = face.say("event.partner.code-title", name=file.share.name)
        contents.append((Path(told["qr"]), partner_code(text, Path(told["qr"]), title=title)))
    return contents


def _agreed(face: Face, paths: Sequence[str]) -> bool:
    question = face.say("event.partner.write", paths=paths)
    return can_ask(face) and bool(ask_key(question, ("y", "o")))


def _write(contents: Sequence[tuple[Path, bytes]]) -> None:
    from entregent.cli.files import write

    for path, content in contents:
        write(path, content)


@verb(
    "read",
    argument("files", value="file", nargs=-1, required=True),
    option("--event", value="event", default=""),
    option("--word", value="text", default=""),
    flag("--same-event"),
)
def _read(face: Face, files: tuple[str, ...], event: str, word: str, *, same_event: bool) -> int:
    """Take partners' files in; those that cannot be are named, and the rest goes on."""
    from entregent.bootstrap.partnering import partner_files
    from entregent.cli.views.event_partner import taken_document, taken_sheet

    read, problems = partner_files(files, word)
    with face.desk(writing=True) as desk:
        called: sharing.Called = "otherwise" if same_event else "alike"
        taken = sharing.take_shares(desk, which_event(desk, event), read, called)
    problems += taken.problems
    if face.as_json:
        face.give(taken_document(face, taken, problems))
    else:
        face.show(taken_sheet(face, taken, problems))
    return PROBLEMS if problems else 0


command = Room(
    "partner", _plan, [_share, _read], [option("--event", value="event", default=""), _ADDRESS]
)
"""The plan by itself; what I tell the others, and what they tell me, under it."""
