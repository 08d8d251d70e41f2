"""`event timer`: what to think of during an evening, and when."""

from time import sleep
from typing import Any

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.grammar import flag, option, verb
from entregent.cli.values import MINUTES, TIME, Worded
from entregent.coach.plays import Voice
from entregent.coach.timer import About, Now, RoomKind
from entregent.domain.events import Mode
from entregent.services.events.timing import Wanted, timed


@verb(
    "timer",
    option("--with", "name", value="name", default=""),
    flag("--group"),
    option("--talked", type=MINUTES, value="event.minutes", default=0),
    option("--minutes", "left", type=MINUTES, value="event.minutes"),
    option("--mode", type=Worded("mode", tuple(Mode))),
    option("--room", type=Worded("room", tuple(RoomKind)), default=RoomKind.MIXED.value),
    option("--address", type=Worded("address", ("tu", "vous")), default="vous"),
    option("--at", type=TIME, value="time"),
    option("--event", value="event", default=""),
    flag("--live"),
)
def command(face: Face, **said: Any) -> int:  # noqa: ANN401 - click's values
    """Show what to think of, and when; or wait for it, and tell it in its time."""
    from entregent.cli.views.event_timer import document, live, sheet

    now = Now(
        room=RoomKind(said["room"]),
        company=About.GROUP if said["group"] else About.PERSON,
        talked=said["talked"],
    )
    mode = Mode(said["mode"]) if said["mode"] else None
    wanted = Wanted(now, mode, said["left"], said["at"], said["event"])
    voice: Voice = said["address"] if face.speech.lang == "fr" else "en"
    with face.desk(writing=False) as desk:
        told = timed(desk, bootstrap.catalogue(), wanted, voice)
    if face.as_json:
        face.give(document(told, said["name"]))
    elif said["live"]:
        live(face, told, said["name"], wait=sleep)
    else:
        face.show(sheet(face, told, said["name"]))
    return 0
