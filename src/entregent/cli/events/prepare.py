"""`event prepare`: before an event, whom to meet and why, how to begin, whom one knows there."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.files import write
from entregent.cli.grammar import argument, flag, option, verb
from entregent.cli.mapping import mapping
from entregent.cli.values import Worded
from entregent.domain.events import Event
from entregent.domain.reading import Reading
from entregent.services.desk import Desk
from entregent.services.events.guests import drop_list as forget_list
from entregent.services.events.keeping import which_event
from entregent.services.events.preparing import prepare
from entregent.services.ports import Opened

if TYPE_CHECKING:
    from entregent.services.events.listing import Taken

PROBLEMS = 1
"""Exit code: something in the lists could not be read; the brief is given all the same."""


@verb(
    "prepare",
    argument("event", nargs=-1, required=False),
    option("--list", "lists", value="path", multiple=True),
    option("--map", "columns", value="mapping", multiple=True),
    option("--address", type=Worded("address", ("tu", "vous")), default="vous"),
    option("--out", value="path"),
    flag("--drop-list"),
)
def command(  # noqa: PLR0913 - an argument an option
    face: Face,
    event: tuple[str, ...],
    *,
    lists: tuple[str, ...],
    columns: tuple[str, ...],
    address: str,
    out: str | None,
    drop_list: bool,
) -> int:
    """Take the lists in, then show the brief of an event."""
    if drop_list:
        return _drop(face, event)
    more = [word for word in event if lists and Path(word).is_file()]
    words = " ".join(word for word in event if word not in more)
    readings = _read((*lists, *more), columns)
    spoken = cast("Literal['tu', 'vous']", address)
    with face.desk(writing=bool(readings)) as desk:
        meant = which_event(desk, words)
        taken = _taken(desk, meant, readings) if readings else None
        brief = prepare(desk, meant, bootstrap.catalogue(), face.speech.lang, spoken)
    if out is not None:
        from entregent.cli.views.event_page import page

        write(Path(out), page(face.speech, brief).encode())
    if face.as_json:
        from entregent.cli.views.event_brief_json import document

        face.give(document(face.speech, brief, taken))
    else:
        from entregent.cli.views.event_brief import sheet

        face.show(sheet(face, brief, taken, out))
    return PROBLEMS if taken and any(one.problems for one in taken.files) else 0


def _read(paths: tuple[str, ...], columns: tuple[str, ...]) -> list[Reading]:
    """Read the lists, before anything of the book is touched."""
    if not paths:
        return []
    opened = Opened(tuple(map(Path, paths)), columns=mapping(columns) or None)
    return list(bootstrap.readers().read(opened))


def _taken(desk: Desk, event: Event, readings: list[Reading]) -> "Taken":
    from entregent.services.events.listing import take_lists

    return take_lists(desk, event, readings)


def _drop(face: Face, event: tuple[str, ...]) -> int:
    """Delete what lists told of an event."""
    with face.desk(writing=True) as desk:
        meant = which_event(desk, " ".join(event))
        gone = forget_list(desk, meant.event)
    if face.as_json:
        face.give({"event": {"id": meant.event, "name": meant.name}, "dropped": bool(gone)})
    else:
        face.line("event.list.dropped" if gone else "event.list.none", event=meant.name)
    return 0
